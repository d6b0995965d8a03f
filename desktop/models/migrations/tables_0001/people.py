"""The tables of `office`, `staff`, `applicant` as the first revision makes them."""

import sqlalchemy as sa

from desktop.models.migrations.tables_0001.naming import metadata

sa.Table(
    "applicant",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column(
        "kind",
        sa.Enum(
            "natural_person",
            "legal_person",
            name="applicantkind",
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
        nullable=False,
    ),
    sa.Column("identity_number", sa.String(length=16), nullable=False),
    sa.Column("name", sa.String(), nullable=False),
    sa.Column("birth_date", sa.Date(), nullable=True),
    sa.Column("sex", sa.String(length=8), nullable=True),
    sa.Column("is_foreign", sa.Boolean(), nullable=False),
    sa.Column("mobile", sa.String(length=16), nullable=True),
    sa.Column("email", sa.String(length=254), nullable=True),
    sa.Column("user_id", sa.String(length=64), nullable=True),
    sa.Column("managing_director", sa.JSON(), nullable=True),
    sa.PrimaryKeyConstraint("id", name="pk_applicant"),
    sa.UniqueConstraint("identity_number", name="uq_applicant_identity_number"),
)

sa.Table(
    "office",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("name", sa.JSON(), nullable=False),
    sa.Column("is_demo", sa.Boolean(), nullable=False),
    sa.Column("created_at", sa.DateTime(), nullable=False),
    sa.CheckConstraint("id = 1", name="single_row"),
    sa.PrimaryKeyConstraint("id", name="pk_office"),
)

sa.Table(
    "setting",
    metadata,
    sa.Column("name", sa.String(length=64), nullable=False),
    sa.Column("value", sa.JSON(), nullable=False),
    sa.PrimaryKeyConstraint("name", name="pk_setting"),
)

sa.Table(
    "closure",
    metadata,
    sa.Column("day", sa.Date(), nullable=False),
    sa.Column("title", sa.String(), nullable=False),
    sa.Column("entered_by_id", sa.Integer(), nullable=True),
    sa.Column("opens", sa.String(length=5), nullable=True),
    sa.Column("closes", sa.String(length=5), nullable=True),
    sa.CheckConstraint("(opens IS NULL) = (closes IS NULL)", name="hours"),
    sa.CheckConstraint("opens < closes", name="hours_in_order"),
    sa.ForeignKeyConstraint(["entered_by_id"], ["person.id"], name="fk_closure_entered_by_id_person"),
    sa.PrimaryKeyConstraint("day", name="pk_closure"),
)

sa.Table(
    "number_series",
    metadata,
    sa.Column("series", sa.String(length=64), nullable=False),
    sa.Column("year", sa.Integer(), nullable=False),
    sa.Column("last", sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint("series", "year", name="pk_number_series"),
)

sa.Table(
    "person",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("username", sa.String(length=64), nullable=False),
    sa.Column("name", sa.String(), nullable=False),
    sa.Column("active", sa.Boolean(), nullable=False),
    sa.Column("entered_at", sa.DateTime(), nullable=False),
    sa.PrimaryKeyConstraint("id", name="pk_person"),
    sa.UniqueConstraint("username", name="uq_person_username"),
)

sa.Table(
    "person_role",
    metadata,
    sa.Column("person_id", sa.Integer(), nullable=False),
    sa.Column(
        "role",
        sa.Enum(
            "clerk",
            "reviewer",
            "documents_officer",
            "inspector",
            "supervisor",
            "manager",
            "complaints_officer",
            "support_agent",
            "auditor",
            "administrator",
            name="role",
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
        nullable=False,
    ),
    sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_person_role_person_id_person"),
    sa.PrimaryKeyConstraint("person_id", "role", name="pk_person_role"),
)
