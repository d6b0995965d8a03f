"""Applicants: natural and legal persons who own dossiers; they never sign in here."""

from datetime import date

from sqlalchemy import String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Text, Values, words
from desktop.models.vocabulary import ApplicantKind


class Applicant(Base):
    """One person known by one identity number; may own many dossiers (X-01)."""

    __tablename__ = "applicant"
    __table_args__ = (UniqueConstraint("identity_number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[ApplicantKind] = mapped_column(words(ApplicantKind))
    identity_number: Mapped[str] = mapped_column(String(16))
    """National id (10 digits), legal national id (11) or foreigners' inclusive code (12), western digits."""
    name: Mapped[Text]
    birth_date: Mapped[date | None]
    sex: Mapped[str | None] = mapped_column(String(8))
    is_foreign: Mapped[bool] = mapped_column(default=False)
    mobile: Mapped[str | None] = mapped_column(String(16))
    email: Mapped[str | None] = mapped_column(String(254))
    user_id: Mapped[str | None] = mapped_column(String(64))
    """The portal's user name of the applicant; printed on letters because holders forget it (ENM-107)."""
    managing_director: Mapped[Values | None]
    """Of a legal person: {"name": …, "national_id": …}."""
