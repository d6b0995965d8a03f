"""The tables of `finding` as the first revision makes them."""

import sqlalchemy as sa

from desktop.models.migrations.tables_0001.naming import metadata

sa.Table(
    "finding",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("item_code", sa.String(length=64), nullable=False),
    sa.Column("round", sa.Integer(), nullable=False),
    sa.Column(
        "verdict",
        sa.Enum(
            "accepted",
            "rejected",
            "not_applicable",
            name="verdict",
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
        nullable=False,
    ),
    sa.Column("remark", sa.String(), nullable=False),
    sa.Column("person_id", sa.Integer(), nullable=False),
    sa.Column("recorded_at", sa.DateTime(), nullable=False),
    sa.Column("superseded_at", sa.DateTime(), nullable=True),
    sa.Column("undone_at", sa.DateTime(), nullable=True),
    sa.CheckConstraint("verdict <> 'rejected' OR length(trim(remark)) > 0", name="rejection_says_why"),
    sa.CheckConstraint("undone_at IS NULL OR undone_at = superseded_at", name="undone_is_superseded"),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_finding_dossier_id_dossier"),
    sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_finding_person_id_person"),
    sa.PrimaryKeyConstraint("id", name="pk_finding"),
    sa.Index("ix_finding_dossier_id", "dossier_id", unique=False),
    sa.Index(
        "uq_finding_current",
        "dossier_id",
        "item_code",
        unique=True,
        sqlite_where=sa.text("superseded_at IS NULL"),
        postgresql_where=sa.text("superseded_at IS NULL"),
    ),
)

sa.Table(
    "finding_draft",
    metadata,
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("item_code", sa.String(length=64), nullable=False),
    sa.Column("person_id", sa.Integer(), nullable=False),
    sa.Column(
        "verdict",
        sa.Enum(
            "accepted",
            "rejected",
            "not_applicable",
            name="verdict",
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
        nullable=True,
    ),
    sa.Column("remark", sa.String(), nullable=False),
    sa.Column("saved_at", sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_finding_draft_dossier_id_dossier"),
    sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_finding_draft_person_id_person"),
    sa.PrimaryKeyConstraint("dossier_id", "item_code", "person_id", name="pk_finding_draft"),
    sa.Index("ix_finding_draft_person_id", "person_id", unique=False),
)

sa.Table(
    "evidence_mark",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("item_code", sa.String(length=64), nullable=False),
    sa.Column("document_id", sa.Integer(), nullable=False),
    sa.Column("page", sa.Integer(), nullable=False),
    sa.Column("left_edge", sa.Double(), nullable=False),
    sa.Column("top_edge", sa.Double(), nullable=False),
    sa.Column("width", sa.Double(), nullable=False),
    sa.Column("height", sa.Double(), nullable=False),
    sa.Column("note", sa.String(), nullable=False),
    sa.Column("person_id", sa.Integer(), nullable=False),
    sa.Column("marked_at", sa.DateTime(), nullable=False),
    sa.Column("removed_at", sa.DateTime(), nullable=True),
    sa.CheckConstraint(
        "left_edge >= 0 AND top_edge >= 0 AND width > 0 AND height > 0 AND left_edge + "
        "width <= 1 AND top_edge + height <= 1",
        name="inside_page",
    ),
    sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_evidence_mark_document_id_document"),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_evidence_mark_dossier_id_dossier"),
    sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_evidence_mark_person_id_person"),
    sa.PrimaryKeyConstraint("id", name="pk_evidence_mark"),
    sa.Index("ix_evidence_mark_document_id", "document_id", unique=False),
    sa.Index("ix_evidence_mark_dossier_id", "dossier_id", unique=False),
)

sa.Table(
    "internal_note",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("person_id", sa.Integer(), nullable=False),
    sa.Column("text", sa.String(), nullable=False),
    sa.Column("written_at", sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_internal_note_dossier_id_dossier"),
    sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_internal_note_person_id_person"),
    sa.PrimaryKeyConstraint("id", name="pk_internal_note"),
    sa.Index("ix_internal_note_dossier_id", "dossier_id", unique=False),
)

sa.Table(
    "review_baseline",
    metadata,
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("person_id", sa.Integer(), nullable=False),
    sa.Column("round", sa.Integer(), nullable=False),
    sa.Column("reviewed_at", sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_review_baseline_dossier_id_dossier"),
    sa.ForeignKeyConstraint(["person_id"], ["person.id"], name="fk_review_baseline_person_id_person"),
    sa.PrimaryKeyConstraint("dossier_id", "person_id", "round", name="pk_review_baseline"),
)
