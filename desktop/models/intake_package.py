"""Intake packages as they came, with receipt or report; the bytes of a quarantined one are kept whole."""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, LargeBinary, String, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Code, Text, Values, words
from desktop.models.vocabulary import IntakeState


class IntakePackage(Base):
    """One arrival of one package; a package id is taken at most once."""

    __tablename__ = "intake_package"
    __table_args__ = (
        CheckConstraint(
            "state <> 'taken' OR (package_id IS NOT NULL AND dossier_id IS NOT NULL)", name="taken"
        ),
        Index(
            "uq_intake_package_taken",
            "package_id",
            unique=True,
            sqlite_where=text("state = 'taken'"),
            postgresql_where=text("state = 'taken'"),
        ),
        Index(
            "ix_intake_package_waiting",
            "received_at",
            sqlite_where=text("state = 'quarantined' AND settled_at IS NULL"),
            postgresql_where=text("state = 'quarantined' AND settled_at IS NULL"),
        ),
        Index(
            "ix_intake_package_quarantined",
            "settled_at",
            sqlite_where=text("state = 'quarantined'"),
            postgresql_where=text("state = 'quarantined'"),
        ),
        Index("ix_intake_package_dossier", "dossier_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    package_id: Mapped[Code | None]
    """As the package says; empty when it could not be read."""
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    file_name: Mapped[Text]
    size: Mapped[int]
    state: Mapped[IntakeState] = mapped_column(words(IntakeState))
    received_at: Mapped[datetime] = mapped_column(index=True)
    received_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    dossier_id: Mapped[int | None] = mapped_column(ForeignKey("dossier.id", use_alter=True))
    outcome: Mapped[Values]
    """The receipt of a taken package, the report of a quarantined one."""
    settled_at: Mapped[datetime | None]
    """When a quarantined package was taken after all, or set aside for good."""


class CounterDraft(Base):
    """What a clerk has entered at the counter and not yet handed in; only his own eyes see it."""

    __tablename__ = "counter_draft"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    package_id: Mapped[Code]
    """Of the package it will become."""
    begun_at: Mapped[datetime]
    saved_at: Mapped[datetime]
    document: Mapped[Values]
    """What is to be package.json, as far as it was entered."""
    files: Mapped[list[dict[str, str]]] = mapped_column(JSON)
    """Rule and path of each file on the clerk's machine; its bytes are read when the package is made."""


class QuarantineChunk(Base):
    """Up to 1 MiB of a quarantined package."""

    __tablename__ = "quarantine_chunk"

    package_id: Mapped[int] = mapped_column(ForeignKey("intake_package.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    content: Mapped[bytes] = mapped_column(LargeBinary)
