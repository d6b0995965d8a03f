"""The tables of `scheme` as the first revision makes them."""

import sqlalchemy as sa

from desktop.models.migrations.tables_0001.naming import metadata

sa.Table(
    "scheme",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("code", sa.String(length=64), nullable=False),
    sa.Column("title", sa.JSON(), nullable=False),
    sa.Column(
        "subject_kind",
        sa.Enum(
            "domain_name",
            "place",
            "scope",
            "ticket_topic",
            "text",
            name="subjectkind",
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
        nullable=False,
    ),
    sa.PrimaryKeyConstraint("id", name="pk_scheme"),
    sa.UniqueConstraint("code", name="uq_scheme_code"),
)

sa.Table(
    "scheme_version",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("scheme_id", sa.Integer(), nullable=False),
    sa.Column("code", sa.String(length=64), nullable=False),
    sa.Column("valid_from", sa.Date(), nullable=False),
    sa.Column("validity_months", sa.Integer(), nullable=False),
    sa.Column("dossier_kinds", sa.JSON(), nullable=False),
    sa.Column("source_sha256", sa.String(length=64), nullable=False),
    sa.Column("source", sa.String(), nullable=False),
    sa.Column("added_at", sa.DateTime(), nullable=False),
    sa.Column("used_at", sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(["scheme_id"], ["scheme.id"], name="fk_scheme_version_scheme_id_scheme"),
    sa.PrimaryKeyConstraint("id", name="pk_scheme_version"),
    sa.UniqueConstraint("scheme_id", "code", name="uq_scheme_version_scheme_id_code"),
    sa.UniqueConstraint("scheme_id", "valid_from", name="uq_scheme_version_scheme_id_valid_from"),
)

sa.Table(
    "status",
    metadata,
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("code", sa.String(length=64), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column(
        "phase",
        sa.Enum(
            "preparation",
            "review",
            "papers",
            "decision",
            "with_applicant",
            "waiting_external",
            "in_force",
            "ended",
            name="phase",
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
        nullable=False,
    ),
    sa.Column(
        "family",
        sa.Enum(
            "blue",
            "violet",
            "amber",
            "green",
            "red",
            "grey",
            name="family",
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
        nullable=False,
    ),
    sa.Column("icon", sa.String(length=64), nullable=False),
    sa.Column("label", sa.JSON(), nullable=False),
    sa.Column("sla_working_days", sa.Integer(), nullable=True),
    sa.Column("applicant_sees", sa.JSON(), nullable=False),
    sa.Column("initial", sa.Boolean(), nullable=False),
    sa.Column("aliases", sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"], ["scheme_version.id"], name="fk_status_scheme_version_id_scheme_version"
    ),
    sa.PrimaryKeyConstraint("scheme_version_id", "code", name="pk_status"),
)

sa.Table(
    "transition",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("from_status", sa.String(length=64), nullable=False),
    sa.Column("action", sa.String(length=64), nullable=False),
    sa.Column("to_status", sa.String(length=64), nullable=False),
    sa.Column("role", sa.String(length=64), nullable=False),
    sa.Column("label", sa.JSON(), nullable=False),
    sa.Column("note", sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(
        ["scheme_version_id", "from_status"],
        ["status.scheme_version_id", "status.code"],
        name="fk_transition_scheme_version_id_from_status_status",
    ),
    sa.ForeignKeyConstraint(
        ["scheme_version_id", "to_status"],
        ["status.scheme_version_id", "status.code"],
        name="fk_transition_scheme_version_id_to_status_status",
    ),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"], ["scheme_version.id"], name="fk_transition_scheme_version_id_scheme_version"
    ),
    sa.PrimaryKeyConstraint("id", name="pk_transition"),
    sa.UniqueConstraint(
        "scheme_version_id",
        "from_status",
        "action",
        "role",
        name="uq_transition_scheme_version_id_from_status_action_role",
    ),
)

sa.Table(
    "transition_guard",
    metadata,
    sa.Column("transition_id", sa.Integer(), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("guard", sa.String(length=64), nullable=False),
    sa.Column("parameters", sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(
        ["transition_id"], ["transition.id"], name="fk_transition_guard_transition_id_transition"
    ),
    sa.PrimaryKeyConstraint("transition_id", "position", name="pk_transition_guard"),
)

sa.Table(
    "transition_effect",
    metadata,
    sa.Column("transition_id", sa.Integer(), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("effect", sa.String(length=64), nullable=False),
    sa.Column("parameters", sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(
        ["transition_id"], ["transition.id"], name="fk_transition_effect_transition_id_transition"
    ),
    sa.PrimaryKeyConstraint("transition_id", "position", name="pk_transition_effect"),
)

sa.Table(
    "scheme_parameter",
    metadata,
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("name", sa.String(length=64), nullable=False),
    sa.Column("value", sa.String(), nullable=False),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"],
        ["scheme_version.id"],
        name="fk_scheme_parameter_scheme_version_id_scheme_version",
    ),
    sa.PrimaryKeyConstraint("scheme_version_id", "name", name="pk_scheme_parameter"),
)

sa.Table(
    "field",
    metadata,
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("code", sa.String(length=64), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("group_code", sa.String(length=64), nullable=False),
    sa.Column("label", sa.JSON(), nullable=False),
    sa.Column(
        "type",
        sa.Enum(
            "text",
            "email",
            "mobile",
            "landline",
            "postal_code",
            "domain_name",
            "national_id",
            "date",
            "choice",
            "choices",
            "flag",
            "number",
            name="fieldtype",
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
        nullable=False,
    ),
    sa.Column("required", sa.Boolean(), nullable=False),
    sa.Column("choices", sa.JSON(), nullable=False),
    sa.Column("applicant_kinds", sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"], ["scheme_version.id"], name="fk_field_scheme_version_id_scheme_version"
    ),
    sa.PrimaryKeyConstraint("scheme_version_id", "code", name="pk_field"),
)

sa.Table(
    "offered_service",
    metadata,
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("code", sa.String(length=64), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("label", sa.JSON(), nullable=False),
    sa.Column("licence_authority", sa.JSON(), nullable=True),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"],
        ["scheme_version.id"],
        name="fk_offered_service_scheme_version_id_scheme_version",
    ),
    sa.PrimaryKeyConstraint("scheme_version_id", "code", name="pk_offered_service"),
)
