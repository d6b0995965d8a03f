"""The tables of `outside` as the first revision makes them."""

import sqlalchemy as sa

from desktop.models.migrations.tables_0001.naming import metadata

sa.Table(
    "clearance",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("authority", sa.String(length=64), nullable=False),
    sa.Column(
        "result",
        sa.Enum(
            "pending",
            "granted",
            "refused",
            name="clearanceresult",
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
        nullable=False,
    ),
    sa.Column("asked_at", sa.DateTime(), nullable=False),
    sa.Column("answered_at", sa.DateTime(), nullable=True),
    sa.Column("reference", sa.String(), nullable=False),
    sa.Column("recorded_by_id", sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_clearance_dossier_id_dossier"),
    sa.ForeignKeyConstraint(["recorded_by_id"], ["person.id"], name="fk_clearance_recorded_by_id_person"),
    sa.PrimaryKeyConstraint("id", name="pk_clearance"),
    sa.Index("ix_clearance_dossier_id", "dossier_id", unique=False),
)

sa.Table(
    "blacklist_entry",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column(
        "subject_kind",
        sa.Enum(
            "person",
            "domain_name",
            name="blacklistsubject",
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
        nullable=False,
    ),
    sa.Column("subject_value", sa.String(), nullable=False),
    sa.Column("reason", sa.String(), nullable=False),
    sa.Column("authority", sa.String(), nullable=False),
    sa.Column("dossier_id", sa.Integer(), nullable=True),
    sa.Column("entered_on", sa.Date(), nullable=False),
    sa.Column("entered_by_id", sa.Integer(), nullable=True),
    sa.Column("lifted_on", sa.Date(), nullable=True),
    sa.Column("lifted_by_id", sa.Integer(), nullable=True),
    sa.Column("lift_reason", sa.String(), nullable=False),
    sa.CheckConstraint("lifted_on IS NULL OR length(trim(lift_reason)) > 0", name="lift_says_why"),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_blacklist_entry_dossier_id_dossier"),
    sa.ForeignKeyConstraint(["entered_by_id"], ["person.id"], name="fk_blacklist_entry_entered_by_id_person"),
    sa.ForeignKeyConstraint(["lifted_by_id"], ["person.id"], name="fk_blacklist_entry_lifted_by_id_person"),
    sa.PrimaryKeyConstraint("id", name="pk_blacklist_entry"),
    sa.Index(
        "uq_blacklist_entry_current",
        "subject_kind",
        "subject_value",
        unique=True,
        sqlite_where=sa.text("lifted_on IS NULL"),
        postgresql_where=sa.text("lifted_on IS NULL"),
    ),
)

sa.Table(
    "fee_line",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("fee_code", sa.String(length=64), nullable=False),
    sa.Column("label", sa.JSON(), nullable=False),
    sa.Column("amount_rial", sa.BigInteger(), nullable=False),
    sa.Column("informative", sa.Boolean(), nullable=False),
    sa.Column("charged_on", sa.String(length=64), nullable=False),
    sa.Column("charged_at", sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_fee_line_dossier_id_dossier"),
    sa.PrimaryKeyConstraint("id", name="pk_fee_line"),
    sa.UniqueConstraint("dossier_id", "fee_code", name="uq_fee_line_dossier_id_fee_code"),
)

sa.Table(
    "payment",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("fee_line_id", sa.Integer(), nullable=False),
    sa.Column("amount_rial", sa.BigInteger(), nullable=False),
    sa.Column("paid_on", sa.Date(), nullable=False),
    sa.Column("reference", sa.String(length=64), nullable=False),
    sa.Column("recorded_by_id", sa.Integer(), nullable=False),
    sa.Column("recorded_at", sa.DateTime(), nullable=False),
    sa.CheckConstraint("amount_rial > 0", name="positive"),
    sa.ForeignKeyConstraint(["fee_line_id"], ["fee_line.id"], name="fk_payment_fee_line_id_fee_line"),
    sa.ForeignKeyConstraint(["recorded_by_id"], ["person.id"], name="fk_payment_recorded_by_id_person"),
    sa.PrimaryKeyConstraint("id", name="pk_payment"),
    sa.UniqueConstraint("reference", name="uq_payment_reference"),
    sa.Index("ix_payment_fee_line_id", "fee_line_id", unique=False),
)
