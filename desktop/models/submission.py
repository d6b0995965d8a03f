"""What an applicant sent: one submission per round, with replies, verifications and the lent test account."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Code, Text


class Submission(Base):
    """One sending by the applicant; opens a review round and never changes."""

    __tablename__ = "submission"
    __table_args__ = (UniqueConstraint("dossier_id", "round"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"))
    round: Mapped[int]
    package_id: Mapped[int] = mapped_column(ForeignKey("intake_package.id"))
    submitted_at: Mapped[datetime]
    received_at: Mapped[datetime]
    message: Mapped[Text | None]
    terms_version: Mapped[Code]
    terms_accepted_at: Mapped[datetime]
    """Version and moment of the accepted conditions (X-10)."""


class ItemReply(Base):
    """The applicant's answer to one rejected item (ENM-062)."""

    __tablename__ = "item_reply"

    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"), primary_key=True)
    item_code: Mapped[Code] = mapped_column(String(64), primary_key=True)
    text: Mapped[Text]


class Verification(Base):
    """A verified contact or proof of domain control; void as soon as its value changes (ENM-049…052)."""

    __tablename__ = "verification"
    __table_args__ = (
        Index(
            "uq_verification_current",
            "dossier_id",
            "kind",
            unique=True,
            sqlite_where=text("voided_at IS NULL"),
            postgresql_where=text("voided_at IS NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    kind: Mapped[Code]
    counts: Mapped[bool]
    value: Mapped[Text]
    verified_at: Mapped[datetime]
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """Empty when the portal verified it."""
    voided_at: Mapped[datetime | None]


class TestAccount(Base):
    """Credentials lent for testing the shop; kept apart, erased at final approval (ENM-019, ENM-020)."""

    __tablename__ = "test_account"
    __test__ = False

    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), primary_key=True)
    username: Mapped[Text]
    password: Mapped[Text]
    note: Mapped[Text | None]
    given_at: Mapped[datetime]
