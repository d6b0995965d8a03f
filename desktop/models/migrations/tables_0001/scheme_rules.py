"""The tables of `scheme_rules`, `checklist` as the first revision makes them."""

import sqlalchemy as sa

from desktop.models.migrations.tables_0001.naming import metadata

sa.Table(
    "checklist_group",
    metadata,
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("code", sa.String(length=64), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("label", sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"],
        ["scheme_version.id"],
        name="fk_checklist_group_scheme_version_id_scheme_version",
    ),
    sa.PrimaryKeyConstraint("scheme_version_id", "code", name="pk_checklist_group"),
)

sa.Table(
    "checklist_item",
    metadata,
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("code", sa.String(length=64), nullable=False),
    sa.Column("group_code", sa.String(length=64), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("title", sa.JSON(), nullable=False),
    sa.Column("how_to_check", sa.JSON(), nullable=False),
    sa.Column("evidence", sa.JSON(), nullable=False),
    sa.Column("required", sa.Boolean(), nullable=False),
    sa.Column("official_code", sa.String(length=64), nullable=True),
    sa.ForeignKeyConstraint(
        ["scheme_version_id", "group_code"],
        ["checklist_group.scheme_version_id", "checklist_group.code"],
        name="fk_checklist_item_scheme_version_id_group_code_checklist_group",
    ),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"],
        ["scheme_version.id"],
        name="fk_checklist_item_scheme_version_id_scheme_version",
    ),
    sa.PrimaryKeyConstraint("scheme_version_id", "code", name="pk_checklist_item"),
)

sa.Table(
    "canned_reason",
    metadata,
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("code", sa.String(length=64), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("item_code", sa.String(length=64), nullable=True),
    sa.Column("text", sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"], ["scheme_version.id"], name="fk_canned_reason_scheme_version_id_scheme_version"
    ),
    sa.PrimaryKeyConstraint("scheme_version_id", "code", name="pk_canned_reason"),
)

sa.Table(
    "document_rule",
    metadata,
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("code", sa.String(length=64), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("label", sa.JSON(), nullable=False),
    sa.Column("stage", sa.String(length=64), nullable=False),
    sa.Column("applicant_kinds", sa.JSON(), nullable=False),
    sa.Column("forms", sa.JSON(), nullable=False),
    sa.Column(
        "level",
        sa.Enum(
            "required",
            "optional",
            "off",
            name="documentlevel",
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
        nullable=False,
    ),
    sa.Column("one_of", sa.String(length=64), nullable=True),
    sa.Column("compares_with", sa.String(length=64), nullable=True),
    sa.Column("conditions", sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"], ["scheme_version.id"], name="fk_document_rule_scheme_version_id_scheme_version"
    ),
    sa.PrimaryKeyConstraint("scheme_version_id", "code", name="pk_document_rule"),
)

sa.Table(
    "verification_rule",
    metadata,
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("kind", sa.String(length=64), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("label", sa.JSON(), nullable=False),
    sa.Column("field_code", sa.String(length=64), nullable=True),
    sa.Column("counts", sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"],
        ["scheme_version.id"],
        name="fk_verification_rule_scheme_version_id_scheme_version",
    ),
    sa.PrimaryKeyConstraint("scheme_version_id", "kind", name="pk_verification_rule"),
)

sa.Table(
    "clearance_rule",
    metadata,
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("authority", sa.String(length=64), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("label", sa.JSON(), nullable=False),
    sa.Column("on_refusal", sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"],
        ["scheme_version.id"],
        name="fk_clearance_rule_scheme_version_id_scheme_version",
    ),
    sa.PrimaryKeyConstraint("scheme_version_id", "authority", name="pk_clearance_rule"),
)

sa.Table(
    "fee_rule",
    metadata,
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("code", sa.String(length=64), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("label", sa.JSON(), nullable=False),
    sa.Column("amount_rial", sa.BigInteger(), nullable=False),
    sa.Column("informative", sa.Boolean(), nullable=False),
    sa.Column("charged_on", sa.String(length=64), nullable=False),
    sa.CheckConstraint("amount_rial >= 0", name="not_negative"),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"], ["scheme_version.id"], name="fk_fee_rule_scheme_version_id_scheme_version"
    ),
    sa.PrimaryKeyConstraint("scheme_version_id", "code", name="pk_fee_rule"),
)

sa.Table(
    "level",
    metadata,
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("code", sa.String(length=64), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("label", sa.JSON(), nullable=False),
    sa.Column("stars", sa.Integer(), nullable=False),
    sa.Column("follows", sa.String(length=64), nullable=True),
    sa.Column("parallel", sa.Boolean(), nullable=False),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"], ["scheme_version.id"], name="fk_level_scheme_version_id_scheme_version"
    ),
    sa.PrimaryKeyConstraint("scheme_version_id", "code", name="pk_level"),
)

sa.Table(
    "level_requirement",
    metadata,
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("level_code", sa.String(length=64), nullable=False),
    sa.Column("item_code", sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"],
        ["scheme_version.id"],
        name="fk_level_requirement_scheme_version_id_scheme_version",
    ),
    sa.PrimaryKeyConstraint("scheme_version_id", "level_code", "item_code", name="pk_level_requirement"),
)

sa.Table(
    "letter_rule",
    metadata,
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("kind", sa.String(length=64), nullable=False),
    sa.Column("applicant_kind", sa.String(length=64), nullable=True),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"], ["scheme_version.id"], name="fk_letter_rule_scheme_version_id_scheme_version"
    ),
    sa.PrimaryKeyConstraint("scheme_version_id", "position", name="pk_letter_rule"),
)

sa.Table(
    "retention_rule",
    metadata,
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("what", sa.String(length=64), nullable=False),
    sa.Column("after", sa.String(length=64), nullable=False),
    sa.Column("days", sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"],
        ["scheme_version.id"],
        name="fk_retention_rule_scheme_version_id_scheme_version",
    ),
    sa.PrimaryKeyConstraint("scheme_version_id", "position", name="pk_retention_rule"),
)
