"""Answers from outside the office: clearances of authorities, blacklist entries, fees and payments."""

from datetime import date, datetime

from sqlalchemy import BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Code, Labels, Text, words
from desktop.models.vocabulary import BlacklistSubject, ClearanceResult


class Clearance(Base):
    """One enquiry at an outside authority and its answer; asking again is a new row (ENM-009…012)."""

    __tablename__ = "clearance"

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"), index=True)
    authority: Mapped[Code]
    result: Mapped[ClearanceResult] = mapped_column(words(ClearanceResult))
    asked_at: Mapped[datetime]
    answered_at: Mapped[datetime | None]
    reference: Mapped[Text] = mapped_column(default="")
    """Number of the authority's letter."""
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))


class BlacklistEntry(Base):
    """A person or a domain name nothing may be issued to until it is lifted (C-28)."""

    __tablename__ = "blacklist_entry"
    __table_args__ = (
        Index(
            "uq_blacklist_entry_current",
            "subject_kind",
            "subject_value",
            unique=True,
            sqlite_where=text("lifted_on IS NULL"),
            postgresql_where=text("lifted_on IS NULL"),
        ),
        CheckConstraint("lifted_on IS NULL OR length(trim(lift_reason)) > 0", name="lift_says_why"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    subject_kind: Mapped[BlacklistSubject] = mapped_column(words(BlacklistSubject))
    subject_value: Mapped[Text]
    """Identity number in western digits, or the folded domain name."""
    reason: Mapped[Text]
    authority: Mapped[Text]
    dossier_id: Mapped[int | None] = mapped_column(ForeignKey("dossier.id"))
    entered_on: Mapped[date]
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    lifted_on: Mapped[date | None]
    lifted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    lift_reason: Mapped[Text] = mapped_column(default="")


class FeeLine(Base):
    """A fee of one dossier, as the tariff stood in its scheme version (F1…F3)."""

    __tablename__ = "fee_line"
    __table_args__ = (UniqueConstraint("dossier_id", "fee_code"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id"))
    fee_code: Mapped[Code]
    label: Mapped[Labels]
    amount_rial: Mapped[int] = mapped_column(BigInteger)
    informative: Mapped[bool]
    charged_on: Mapped[Code]
    charged_at: Mapped[datetime]


class Payment(Base):
    """A payment as recorded from its receipt."""

    __tablename__ = "payment"
    __table_args__ = (
        UniqueConstraint("reference"),
        CheckConstraint("amount_rial > 0", name="positive"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    fee_line_id: Mapped[int] = mapped_column(ForeignKey("fee_line.id"), index=True)
    amount_rial: Mapped[int] = mapped_column(BigInteger)
    paid_on: Mapped[date]
    reference: Mapped[Code]
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    recorded_at: Mapped[datetime]
