"""The documents of a dossier: what is asked for, and what came, in all its versions."""

from datetime import datetime

from sqlalchemy import JSON, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Code, Text, words
from desktop.models.vocabulary import DocumentLevel


class DocumentRequirement(Base):
    """A document rule that applies to this dossier; conditions were settled at the last submission."""

    __tablename__ = "document_requirement"

    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), primary_key=True)
    rule_code: Mapped[Code] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    stage: Mapped[Code]
    level: Mapped[DocumentLevel] = mapped_column(words(DocumentLevel))
    one_of: Mapped[Code | None]
    forms: Mapped[list[str]] = mapped_column(JSON)
    compares_with: Mapped[Code | None]


class Document(Base):
    """One version of one document; a newer version supersedes it, both stay."""

    __tablename__ = "document"
    __table_args__ = (Index("ix_document_dossier_rule", "dossier_id", "rule_code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"))
    rule_code: Mapped[Code]
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"))
    attachment_id: Mapped[int] = mapped_column(ForeignKey("attachment.id"), index=True)
    file_name: Mapped[Text]
    added_at: Mapped[datetime]
    superseded_by_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), index=True)
