"""The journal: who did what and when; append-only, one hash chain per dossier and one for the office."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Code, Text

OFFICE_CHAIN = 0
"""Chain of entries that belong to no dossier."""


class JournalEntry(Base):
    """One act, tagged noun:part:past-verb; each entry's hash covers the one before it."""

    __tablename__ = "journal_entry"
    __table_args__ = (
        UniqueConstraint("chain", "sequence"),
        Index("ix_journal_entry_person", "person_id", "id"),
        Index("ix_journal_entry_at", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    chain: Mapped[int]
    """The dossier's id, or 0 for the office."""
    sequence: Mapped[int]
    at: Mapped[datetime]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    tag: Mapped[Code]
    content: Mapped[Text]
    """Canonical JSON of the values; never identity data or credentials."""
    previous_hash: Mapped[str] = mapped_column(String(64))
    hash: Mapped[str] = mapped_column(String(64))


class JournalHead(Base):
    """Length and last hash of a chain, so that a cut-off tail is seen."""

    __tablename__ = "journal_head"

    chain: Mapped[int] = mapped_column(primary_key=True)
    length: Mapped[int]
    hash: Mapped[str] = mapped_column(String(64))
