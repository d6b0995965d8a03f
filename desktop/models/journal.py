"""The journal: who did what and when; append-only, one hash chain per dossier and one for the office."""

from datetime import datetime
from typing import Final

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Code, Text

OFFICE_CHAIN = 0
"""Chain of entries that belong to no dossier."""

NEWS: Final = (
    "dossier:step:taken",
    "dossier:step:undone",
    "dossier:note:written",
    "dossier:clearance:answered",
    "dossier:packet:received",
    "dossier:claim:reassigned",
    "dossier:claim:put_back",
)
"""Acts that colleagues are told of; in this order and literally, else the index is not used."""

_IS_NEWS: Final = text(f"tag IN ({', '.join(repr(tag) for tag in NEWS)})")


class JournalEntry(Base):
    """One act, tagged noun:part:past-verb; each entry's hash covers the one before it."""

    __tablename__ = "journal_entry"
    __table_args__ = (
        UniqueConstraint("chain", "sequence"),
        Index("ix_journal_entry_person", "person_id", "id"),
        Index("ix_journal_entry_at", "at"),
        # What came of late is found among all acts, whatever millions an older system handed over at once.
        Index("ix_journal_entry_news", "at", sqlite_where=_IS_NEWS, postgresql_where=_IS_NEWS),
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
