"""A reviewer's work on the checklist: findings, drafts, marks on pages, notes and where he left off."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Code, Text, words
from desktop.models.vocabulary import Verdict


class Finding(Base):
    """Verdict and remark of one reviewer on one item in one round; superseded, never overwritten."""

    __tablename__ = "finding"
    __table_args__ = (
        CheckConstraint("verdict <> 'rejected' OR length(trim(remark)) > 0", name="rejection_says_why"),
        CheckConstraint("undone_at IS NULL OR undone_at = superseded_at", name="undone_is_superseded"),
        Index(
            "uq_finding_current",
            "dossier_id",
            "item_code",
            unique=True,
            sqlite_where=text("superseded_at IS NULL"),
            postgresql_where=text("superseded_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    item_code: Mapped[Code]
    round: Mapped[int]
    verdict: Mapped[Verdict] = mapped_column(words(Verdict))
    remark: Mapped[Text]
    """Goes out to the applicant when the item is rejected (ENM-061)."""
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]
    superseded_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]
    """When who recorded it took it back; the finding it had superseded then stands again."""


class FindingDraft(Base):
    """What a reviewer has typed but not yet recorded; only his own eyes see it."""

    __tablename__ = "finding_draft"

    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), primary_key=True)
    item_code: Mapped[Code] = mapped_column(String(64), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    verdict: Mapped[Verdict | None] = mapped_column(words(Verdict))
    remark: Mapped[Text]
    saved_at: Mapped[datetime]


class EvidenceMark(Base):
    """A rectangle on a page of a document, tied to a checklist item; shares of the page from 0 to 1."""

    __tablename__ = "evidence_mark"
    __table_args__ = (
        CheckConstraint(
            "left_edge >= 0 AND top_edge >= 0 AND width > 0 AND height > 0"
            " AND left_edge + width <= 1 AND top_edge + height <= 1",
            name="inside_page",
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    item_code: Mapped[Code]
    document_id: Mapped[int] = mapped_column(ForeignKey("document.id"), index=True)
    page: Mapped[int]
    left_edge: Mapped[float]
    top_edge: Mapped[float]
    width: Mapped[float]
    height: Mapped[float]
    note: Mapped[Text]
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    marked_at: Mapped[datetime]
    removed_at: Mapped[datetime | None]


class InternalNote(Base):
    """A note between colleagues; never leaves the office."""

    __tablename__ = "internal_note"

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    text: Mapped[Text]
    written_at: Mapped[datetime]


class ReviewBaseline(Base):
    """One person's review in one round, and when he last judged in it."""

    __tablename__ = "review_baseline"

    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
    round: Mapped[int] = mapped_column(primary_key=True)
    reviewed_at: Mapped[datetime]
