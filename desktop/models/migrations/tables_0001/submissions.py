"""The tables of `submission`, `intake_package` as the first revision makes them."""

import sqlalchemy as sa

from desktop.models.migrations.tables_0001.naming import metadata

sa.Table(
    "intake_package",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("package_id", sa.String(length=64), nullable=True),
    sa.Column("sha256", sa.String(length=64), nullable=False),
    sa.Column("file_name", sa.String(), nullable=False),
    sa.Column("size", sa.Integer(), nullable=False),
    sa.Column(
        "state",
        sa.Enum(
            "taken", "quarantined", name="intakestate", native_enum=False, create_constraint=True, length=32
        ),
        nullable=False,
    ),
    sa.Column("received_at", sa.DateTime(), nullable=False),
    sa.Column("received_by_id", sa.Integer(), nullable=True),
    sa.Column("dossier_id", sa.Integer(), nullable=True),
    sa.Column("outcome", sa.JSON(), nullable=False),
    sa.Column("settled_at", sa.DateTime(), nullable=True),
    sa.CheckConstraint(
        "state <> 'taken' OR (package_id IS NOT NULL AND dossier_id IS NOT NULL)", name="taken"
    ),
    sa.ForeignKeyConstraint(
        ["dossier_id"], ["dossier.id"], name="fk_intake_package_dossier_id_dossier", use_alter=True
    ),
    sa.ForeignKeyConstraint(
        ["received_by_id"], ["person.id"], name="fk_intake_package_received_by_id_person"
    ),
    sa.PrimaryKeyConstraint("id", name="pk_intake_package"),
    sa.Index("ix_intake_package_dossier", "dossier_id", unique=False),
    sa.Index(
        "ix_intake_package_quarantined",
        "settled_at",
        unique=False,
        sqlite_where=sa.text("state = 'quarantined'"),
        postgresql_where=sa.text("state = 'quarantined'"),
    ),
    sa.Index("ix_intake_package_received_at", "received_at", unique=False),
    sa.Index("ix_intake_package_sha256", "sha256", unique=False),
    sa.Index(
        "ix_intake_package_waiting",
        "received_at",
        unique=False,
        sqlite_where=sa.text("state = 'quarantined' AND settled_at IS NULL"),
        postgresql_where=sa.text("state = 'quarantined' AND settled_at IS NULL"),
    ),
    sa.Index(
        "uq_intake_package_taken",
        "package_id",
        unique=True,
        sqlite_where=sa.text("state = 'taken'"),
        postgresql_where=sa.text("state = 'taken'"),
    ),
)

sa.Table(
    "counter_draft",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("person_id", sa.Integer(), nullable=False),
    sa.Column("package_id", sa.String(length=64), nullable=False),
    sa.Column("begun_at", sa.DateTime(), nullable=False),
    sa.Column("saved_at", sa.DateTime(), nullable=False),
    sa.Column("document", sa.JSON(), nullable=False),
    sa.Column("files", sa.JSON(), nullable=False),
    sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_counter_draft_person_id_person"),
    sa.PrimaryKeyConstraint("id", name="pk_counter_draft"),
    sa.Index("ix_counter_draft_person_id", "person_id", unique=False),
)

sa.Table(
    "quarantine_chunk",
    metadata,
    sa.Column("package_id", sa.Integer(), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("content", sa.LargeBinary(), nullable=False),
    sa.ForeignKeyConstraint(
        ["package_id"], ["intake_package.id"], name="fk_quarantine_chunk_package_id_intake_package"
    ),
    sa.PrimaryKeyConstraint("package_id", "position", name="pk_quarantine_chunk"),
)

sa.Table(
    "submission",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("round", sa.Integer(), nullable=False),
    sa.Column("package_id", sa.Integer(), nullable=False),
    sa.Column("submitted_at", sa.DateTime(), nullable=False),
    sa.Column("received_at", sa.DateTime(), nullable=False),
    sa.Column("message", sa.String(), nullable=True),
    sa.Column("terms_version", sa.String(length=64), nullable=False),
    sa.Column("terms_accepted_at", sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_submission_dossier_id_dossier"),
    sa.ForeignKeyConstraint(
        ["package_id"], ["intake_package.id"], name="fk_submission_package_id_intake_package"
    ),
    sa.PrimaryKeyConstraint("id", name="pk_submission"),
    sa.UniqueConstraint("dossier_id", "round", name="uq_submission_dossier_id_round"),
)

sa.Table(
    "item_reply",
    metadata,
    sa.Column("submission_id", sa.Integer(), nullable=False),
    sa.Column("item_code", sa.String(length=64), nullable=False),
    sa.Column("text", sa.String(), nullable=False),
    sa.ForeignKeyConstraint(
        ["submission_id"], ["submission.id"], name="fk_item_reply_submission_id_submission"
    ),
    sa.PrimaryKeyConstraint("submission_id", "item_code", name="pk_item_reply"),
)

sa.Table(
    "verification",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("kind", sa.String(length=64), nullable=False),
    sa.Column("counts", sa.Boolean(), nullable=False),
    sa.Column("value", sa.String(), nullable=False),
    sa.Column("verified_at", sa.DateTime(), nullable=False),
    sa.Column("recorded_by_id", sa.Integer(), nullable=True),
    sa.Column("voided_at", sa.DateTime(), nullable=True),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_verification_dossier_id_dossier"),
    sa.ForeignKeyConstraint(["recorded_by_id"], ["person.id"], name="fk_verification_recorded_by_id_person"),
    sa.PrimaryKeyConstraint("id", name="pk_verification"),
    sa.Index("ix_verification_dossier_id", "dossier_id", unique=False),
    sa.Index(
        "uq_verification_current",
        "dossier_id",
        "kind",
        unique=True,
        sqlite_where=sa.text("voided_at IS NULL"),
        postgresql_where=sa.text("voided_at IS NULL"),
    ),
)

sa.Table(
    "test_account",
    metadata,
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("username", sa.String(), nullable=False),
    sa.Column("password", sa.String(), nullable=False),
    sa.Column("note", sa.String(), nullable=True),
    sa.Column("given_at", sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_test_account_dossier_id_dossier"),
    sa.PrimaryKeyConstraint("dossier_id", name="pk_test_account"),
)
