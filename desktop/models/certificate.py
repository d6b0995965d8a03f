"""A certificate has a life of its own, apart from the dossiers that led to it."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Code, Text, Values, words
from desktop.models.vocabulary import CertificateState


class Certificate(Base):
    """One certificate; what it says was frozen at issue, its level and state may move on."""

    __tablename__ = "certificate"
    __table_args__ = (
        UniqueConstraint("number"),
        UniqueConstraint("symbol_code"),
        Index("ix_certificate_last_day", "state", "last_valid_day", "id"),
        Index("ix_certificate_dossier", "dossier_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(String(16))
    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"))
    """The version whose validity it has, kept for its whole life (C-01)."""
    dossier_id: Mapped[int] = mapped_column(ForeignKey("dossier.id", use_alter=True))
    """The dossier that it was first issued for."""
    applicant_id: Mapped[int] = mapped_column(ForeignKey("applicant.id"), index=True)
    subject: Mapped[Text]
    level_code: Mapped[Code | None]
    issued_on: Mapped[date]
    last_valid_day: Mapped[date]
    state: Mapped[CertificateState] = mapped_column(words(CertificateState))
    symbol_code: Mapped[str] = mapped_column(String(32))
    issued_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    facts: Mapped[Values]
    """Names and numbers as they stood at issue; prints are made from these only."""
    code_installed_at: Mapped[datetime | None]
    code_checked_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
