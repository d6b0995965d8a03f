"""Paper that came by post: packets, and each paper judged against its scan."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Code, Text, words
from desktop.models.vocabulary import DocumentForm, PaperVerdict


class Packet(Base):
    """One posted packet, known by its tracking number (G-17)."""

    __tablename__ = "packet"
    __table_args__ = (UniqueConstraint("tracking_number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    tracking_number: Mapped[Code]
    received_on: Mapped[date] = mapped_column(index=True)
    received_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    entered_at: Mapped[datetime]


class Paper(Base):
    """One paper of a packet; a paper sent again replaces the rejected one, both stay."""

    __tablename__ = "paper"
    __table_args__ = (
        CheckConstraint("verdict <> 'rejected' OR length(trim(reason)) > 0", name="rejection_says_why"),
        CheckConstraint("(judged_at IS NULL) = (judged_by_id IS NULL)", name="judged_by_and_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    packet_id: Mapped[int] = mapped_column(ForeignKey("packet.id"))
    rule_code: Mapped[Code]
    form: Mapped[DocumentForm] = mapped_column(words(DocumentForm))
    document_id: Mapped[int | None] = mapped_column(ForeignKey("document.id"), index=True)
    """The scan it was compared with; empty where the rule has no scan."""
    verdict: Mapped[PaperVerdict] = mapped_column(words(PaperVerdict), default=PaperVerdict.PENDING)
    reason: Mapped[Text] = mapped_column(default="")
    judged_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    judged_at: Mapped[datetime | None]
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("paper.id"))
