"""The tables of `certificate`, `notice`, `journal` as the first revision makes them."""

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
    sa.Index("ix_certificate_dossier", "dossier_id", unique=False),
    sa.Index("ix_certificate_last_day", "state", "last_valid_day", "id", unique=False),
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
    sa.Index("ix_journal_entry_at", "at", unique=False),
    sa.Index(
        "ix_journal_entry_news",
        "at",
        unique=False,
        sqlite_where=sa.text(
            "tag IN ('dossier:step:taken', 'dossier:step:undone', 'dossier:note:written', "
            "'dossier:clearance:answered', 'dossier:packet:received', "
            "'dossier:claim:reassigned', 'dossier:claim:put_back')"
        ),
        postgresql_where=sa.text(
            "tag IN ('dossier:step:taken', 'dossier:step:undone', 'dossier:note:written', "
            "'dossier:clearance:answered', 'dossier:packet:received', "
            "'dossier:claim:reassigned', 'dossier:claim:put_back')"
        ),
    ),
    sa.Index("ix_journal_entry_person", "person_id", "id", unique=False),
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
