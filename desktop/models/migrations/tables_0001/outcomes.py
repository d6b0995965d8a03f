"""The tables of `certificate`, `notice`, `journal`, `outside` as the first revision makes them."""

import sqlalchemy as sa

from desktop.models.migrations.tables_0001.naming import metadata

sa.Table(
    "certificate",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("number", sa.String(length=16), nullable=False),
    sa.Column("scheme_version_id", sa.Integer(), nullable=False),
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("applicant_id", sa.Integer(), nullable=False),
    sa.Column("subject", sa.String(), nullable=False),
    sa.Column("level_code", sa.String(length=64), nullable=True),
    sa.Column("issued_on", sa.Date(), nullable=False),
    sa.Column("last_valid_day", sa.Date(), nullable=False),
    sa.Column(
        "state",
        sa.Enum(
            "valid",
            "suspended",
            "expired",
            "revoked",
            "cancelled",
            name="certificatestate",
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
        nullable=False,
    ),
    sa.Column("symbol_code", sa.String(length=32), nullable=False),
    sa.Column("issued_by_id", sa.Integer(), nullable=False),
    sa.Column("facts", sa.JSON(), nullable=False),
    sa.Column("code_installed_at", sa.DateTime(), nullable=True),
    sa.Column("code_checked_by_id", sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(["applicant_id"], ["applicant.id"], name="fk_certificate_applicant_id_applicant"),
    sa.ForeignKeyConstraint(
        ["code_checked_by_id"], ["person.id"], name="fk_certificate_code_checked_by_id_person"
    ),
    sa.ForeignKeyConstraint(
        ["dossier_id"], ["dossier.id"], name="fk_certificate_dossier_id_dossier", use_alter=True
    ),
    sa.ForeignKeyConstraint(["issued_by_id"], ["person.id"], name="fk_certificate_issued_by_id_person"),
    sa.ForeignKeyConstraint(
        ["scheme_version_id"], ["scheme_version.id"], name="fk_certificate_scheme_version_id_scheme_version"
    ),
    sa.PrimaryKeyConstraint("id", name="pk_certificate"),
    sa.UniqueConstraint("number", name="uq_certificate_number"),
    sa.UniqueConstraint("symbol_code", name="uq_certificate_symbol_code"),
    sa.Index("ix_certificate_applicant_id", "applicant_id", unique=False),
)

sa.Table(
    "journal_entry",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("chain", sa.Integer(), nullable=False),
    sa.Column("sequence", sa.Integer(), nullable=False),
    sa.Column("at", sa.DateTime(), nullable=False),
    sa.Column("person_id", sa.Integer(), nullable=True),
    sa.Column("tag", sa.String(length=64), nullable=False),
    sa.Column("content", sa.String(), nullable=False),
    sa.Column("previous_hash", sa.String(length=64), nullable=False),
    sa.Column("hash", sa.String(length=64), nullable=False),
    sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_journal_entry_person_id_person"),
    sa.PrimaryKeyConstraint("id", name="pk_journal_entry"),
    sa.UniqueConstraint("chain", "sequence", name="uq_journal_entry_chain_sequence"),
)

sa.Table(
    "journal_head",
    metadata,
    sa.Column("chain", sa.Integer(), nullable=False),
    sa.Column("length", sa.Integer(), nullable=False),
    sa.Column("hash", sa.String(length=64), nullable=False),
    sa.PrimaryKeyConstraint("chain", name="pk_journal_head"),
)

sa.Table(
    "notice",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("kind", sa.String(length=64), nullable=False),
    sa.Column("recipient", sa.JSON(), nullable=False),
    sa.Column("content", sa.JSON(), nullable=False),
    sa.Column("created_at", sa.DateTime(), nullable=False),
    sa.Column("not_before", sa.DateTime(), nullable=False),
    sa.Column(
        "state",
        sa.Enum(
            "waiting",
            "sent",
            "withdrawn",
            name="noticestate",
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
        nullable=False,
    ),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_notice_dossier_id_dossier"),
    sa.PrimaryKeyConstraint("id", name="pk_notice"),
    sa.Index("ix_notice_dossier_id", "dossier_id", unique=False),
    sa.Index(
        "ix_notice_waiting",
        "not_before",
        unique=False,
        sqlite_where=sa.text("state = 'waiting'"),
        postgresql_where=sa.text("state = 'waiting'"),
    ),
)

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
    sa.Column("amount_rial", sa.Integer(), nullable=False),
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
    sa.Column("amount_rial", sa.Integer(), nullable=False),
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
