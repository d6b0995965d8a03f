"""The dossier: one request about one subject, pinned to the scheme version it was opened under."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Code, Text, words
from desktop.models.vocabulary import DossierKind, Phase


class Dossier(Base):
    """One request. Names are repeated here from its parts, so that lists read a single table.

    The database refuses a decision without decider and moment, and the other way round.
    """

    __tablename__ = "dossier"
    __table_args__ = (
        UniqueConstraint("number"),
        CheckConstraint("(decided_at IS NULL) = (decided_by_id IS NULL)", name="decided_by_and_at"),
        CheckConstraint("(claimed_at IS NULL) = (claimed_by_id IS NULL)", name="claimed_by_and_at"),
        CheckConstraint("round >= 0", name="round"),
        # Claim and round stand in the index too: what is free, and what came back, is counted without reading
        # the dossiers.
        Index("ix_dossier_queue", "status", "due_at", "id", "claimed_by_id", "round"),
        Index("ix_dossier_since", "status", "status_since", "id"),
        # The status too: what waits outside is kept apart from what has no clock.
        Index("ix_dossier_due", "due_at", "id", "status"),
        Index("ix_dossier_sort_key", "sort_key", "id"),
        Index("ix_dossier_subject", "subject_folded"),
        Index("ix_dossier_applicant", "applicant_id"),
        Index(
            "ix_dossier_claimed",
            "claimed_by_id",
            "due_at",
            "id",
            sqlite_where=text("claimed_by_id IS NOT NULL"),
            postgresql_where=text("claimed_by_id IS NOT NULL"),
        ),
        Index(
            "ix_dossier_certificate",
            "certificate_id",
            sqlite_where=text("certificate_id IS NOT NULL"),
            postgresql_where=text("certificate_id IS NOT NULL"),
        ),
        Index(
            "ix_dossier_answer_due",
            "answer_due_at",
            sqlite_where=text("answer_due_at IS NOT NULL"),
            postgresql_where=text("answer_due_at IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(16))
    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"))
    kind: Mapped[DossierKind] = mapped_column(words(DossierKind))
    level: Mapped[Code | None]
    """The level asked for; empty in schemes without levels."""
    applicant_id: Mapped[int] = mapped_column(ForeignKey("applicant.id"))
    applicant_name: Mapped[Text]
    subject: Mapped[Text]
    subject_folded: Mapped[Text]
    status: Mapped[Code]
    phase: Mapped[Phase] = mapped_column(words(Phase))
    round: Mapped[int] = mapped_column(default=0)
    """Review round: 0 before the first sending, 1, 2, 3 … each opened by an explicit sending (X-07)."""
    opened_at: Mapped[datetime]
    status_since: Mapped[datetime]
    due_at: Mapped[datetime | None]
    """When the office must have acted; empty while its clock stands."""
    answer_due_at: Mapped[datetime | None]
    """When the applicant must have answered; afterwards the dossier may lapse (G-06)."""
    reminded_at: Mapped[datetime | None]
    claimed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    claimed_at: Mapped[datetime | None]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    certificate_id: Mapped[int | None] = mapped_column(ForeignKey("certificate.id", use_alter=True))
    version: Mapped[int] = mapped_column(default=1)
    """Raised by every step; a step over an older version is refused, never merged."""
    sort_key: Mapped[Text]
    search: Mapped[Text]


class FieldValue(Base):
    """A value of a declared field as one submission gave it; replaced values stay (ENM-064)."""

    __tablename__ = "field_value"
    __table_args__ = (
        Index(
            "uq_field_value_current",
            "dossier_id",
            "field_code",
            unique=True,
            sqlite_where=text("replaced_at IS NULL"),
            postgresql_where=text("replaced_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"))
    field_code: Mapped[Code]
    value: Mapped[Text]
    """Normalised; several choices joined by a comma; empty when a later sending left the field out."""
    replaced_at: Mapped[datetime | None]


class StatusChange(Base):
    """One move of a dossier; the stretches of its clock are read from these rows."""

    __tablename__ = "status_change"

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    at: Mapped[datetime] = mapped_column(index=True)
    action: Mapped[Code]
    from_status: Mapped[Code | None]
    to_status: Mapped[Code]
    phase: Mapped[Phase] = mapped_column(words(Phase))
    """Phase of `to_status`."""
    role: Mapped[Code]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    note: Mapped[Text | None]
    round: Mapped[int]
    undone_at: Mapped[datetime | None]
    """When it was taken back, seconds after it; from then on it is no part of the dossier's course."""


class HeldAct(Base):
    """The newest act on a dossier that can be taken back for some seconds, with what stood before it."""

    __tablename__ = "held_act"

    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), primary_key=True)
    status_change_id: Mapped[int | None] = mapped_column(ForeignKey("status_change.id"))
    """The move of a step; empty where only the claim changed."""
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    done_at: Mapped[datetime]
    held_until: Mapped[datetime] = mapped_column(index=True)
    journal_length: Mapped[int]
    """Entries of the dossier's journal after the act; more of them mean that work went on."""
    round: Mapped[int]
    status_since: Mapped[datetime]
    answer_due_at: Mapped[datetime | None]
    reminded_at: Mapped[datetime | None]
    claimed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    claimed_at: Mapped[datetime | None]


class WorkDone(Base):
    """Who has had a hand in a dossier, by kind of work; the four-eyes guard asks here."""

    __tablename__ = "work_done"

    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True, index=True)
    kind: Mapped[Code] = mapped_column(String(64), primary_key=True)
    """`review`, `documents`, or `intake`: packages, packets, payments and outside answers entered."""
    first_at: Mapped[datetime]


class BarredReviewer(Base):
    """A person who may not claim this dossier again, because a re-examination needs fresh eyes (G-08)."""

    __tablename__ = "barred_reviewer"

    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), primary_key=True)
