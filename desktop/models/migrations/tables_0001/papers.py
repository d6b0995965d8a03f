"""The tables of `attachment`, `document`, `physical_documents` as the first revision makes them."""

import sqlalchemy as sa

from desktop.models.migrations.tables_0001.naming import metadata

sa.Table(
    "attachment",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("sha256", sa.String(length=64), nullable=False),
    sa.Column("size", sa.Integer(), nullable=False),
    sa.Column("media_type", sa.String(length=64), nullable=False),
    sa.Column("pages", sa.Integer(), nullable=False),
    sa.Column("flags", sa.JSON(), nullable=False),
    sa.Column("received_at", sa.DateTime(), nullable=False),
    sa.PrimaryKeyConstraint("id", name="pk_attachment"),
    sa.UniqueConstraint("sha256", name="uq_attachment_sha256"),
)

sa.Table(
    "attachment_chunk",
    metadata,
    sa.Column("attachment_id", sa.Integer(), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("content", sa.LargeBinary(), nullable=False),
    sa.CheckConstraint("length(content) <= 1048576", name="size"),
    sa.ForeignKeyConstraint(
        ["attachment_id"], ["attachment.id"], name="fk_attachment_chunk_attachment_id_attachment"
    ),
    sa.PrimaryKeyConstraint("attachment_id", "position", name="pk_attachment_chunk"),
)

sa.Table(
    "document_requirement",
    metadata,
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("rule_code", sa.String(length=64), nullable=False),
    sa.Column("position", sa.Integer(), nullable=False),
    sa.Column("stage", sa.String(length=64), nullable=False),
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
    sa.Column("forms", sa.JSON(), nullable=False),
    sa.Column("compares_with", sa.String(length=64), nullable=True),
    sa.ForeignKeyConstraint(
        ["dossier_id"], ["dossier.id"], name="fk_document_requirement_dossier_id_dossier"
    ),
    sa.PrimaryKeyConstraint("dossier_id", "rule_code", name="pk_document_requirement"),
)

sa.Table(
    "document",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("rule_code", sa.String(length=64), nullable=False),
    sa.Column("submission_id", sa.Integer(), nullable=False),
    sa.Column("attachment_id", sa.Integer(), nullable=False),
    sa.Column("file_name", sa.String(), nullable=False),
    sa.Column("added_at", sa.DateTime(), nullable=False),
    sa.Column("superseded_by_id", sa.Integer(), nullable=True),
    sa.ForeignKeyConstraint(
        ["attachment_id"], ["attachment.id"], name="fk_document_attachment_id_attachment"
    ),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_document_dossier_id_dossier"),
    sa.ForeignKeyConstraint(
        ["submission_id"], ["submission.id"], name="fk_document_submission_id_submission"
    ),
    sa.ForeignKeyConstraint(
        ["superseded_by_id"], ["document.id"], name="fk_document_superseded_by_id_document"
    ),
    sa.PrimaryKeyConstraint("id", name="pk_document"),
    sa.Index("ix_document_attachment_id", "attachment_id", unique=False),
    sa.Index("ix_document_dossier_rule", "dossier_id", "rule_code", unique=False),
    sa.Index("ix_document_superseded_by_id", "superseded_by_id", unique=False),
)

sa.Table(
    "packet",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("tracking_number", sa.String(length=64), nullable=False),
    sa.Column("received_on", sa.Date(), nullable=False),
    sa.Column("received_by_id", sa.Integer(), nullable=False),
    sa.Column("entered_at", sa.DateTime(), nullable=False),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_packet_dossier_id_dossier"),
    sa.ForeignKeyConstraint(["received_by_id"], ["person.id"], name="fk_packet_received_by_id_person"),
    sa.PrimaryKeyConstraint("id", name="pk_packet"),
    sa.UniqueConstraint("tracking_number", name="uq_packet_tracking_number"),
    sa.Index("ix_packet_dossier_id", "dossier_id", unique=False),
    sa.Index("ix_packet_received_on", "received_on", unique=False),
)

sa.Table(
    "paper",
    metadata,
    sa.Column("id", sa.Integer(), nullable=False),
    sa.Column("dossier_id", sa.Integer(), nullable=False),
    sa.Column("packet_id", sa.Integer(), nullable=False),
    sa.Column("rule_code", sa.String(length=64), nullable=False),
    sa.Column(
        "form",
        sa.Enum(
            "scan",
            "certified_copy",
            "original",
            name="documentform",
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
        nullable=False,
    ),
    sa.Column("document_id", sa.Integer(), nullable=True),
    sa.Column(
        "verdict",
        sa.Enum(
            "pending",
            "accepted",
            "rejected",
            name="paperverdict",
            native_enum=False,
            create_constraint=True,
            length=32,
        ),
        nullable=False,
    ),
    sa.Column("reason", sa.String(), nullable=False),
    sa.Column("judged_by_id", sa.Integer(), nullable=True),
    sa.Column("judged_at", sa.DateTime(), nullable=True),
    sa.Column("replaced_by_id", sa.Integer(), nullable=True),
    sa.CheckConstraint("verdict <> 'rejected' OR length(trim(reason)) > 0", name="rejection_says_why"),
    sa.CheckConstraint("(judged_at IS NULL) = (judged_by_id IS NULL)", name="judged_by_and_at"),
    sa.ForeignKeyConstraint(["document_id"], ["document.id"], name="fk_paper_document_id_document"),
    sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name="fk_paper_dossier_id_dossier"),
    sa.ForeignKeyConstraint(["judged_by_id"], ["person.id"], name="fk_paper_judged_by_id_person"),
    sa.ForeignKeyConstraint(["packet_id"], ["packet.id"], name="fk_paper_packet_id_packet"),
    sa.ForeignKeyConstraint(["replaced_by_id"], ["paper.id"], name="fk_paper_replaced_by_id_paper"),
    sa.PrimaryKeyConstraint("id", name="pk_paper"),
    sa.Index("ix_paper_document_id", "document_id", unique=False),
    sa.Index("ix_paper_dossier_id", "dossier_id", unique=False),
)
