"""The rest of a scheme version: documents, verifications, clearances, fees, levels, letters, retention."""

from typing import Any

from sqlalchemy import JSON, BigInteger, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from desktop.models.base import Base, Code, Labels, words
from desktop.models.vocabulary import DocumentLevel


class DocumentRule(Base):
    """A document a scheme asks for, of whom, when and in what form (X-02, C-23…C-25)."""

    __tablename__ = "document_rule"

    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"), primary_key=True)
    code: Mapped[Code] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    label: Mapped[Labels]
    stage: Mapped[Code]
    applicant_kinds: Mapped[list[str]] = mapped_column(JSON)
    """Empty: asked of every applicant."""
    forms: Mapped[list[str]] = mapped_column(JSON)
    level: Mapped[DocumentLevel] = mapped_column(words(DocumentLevel))
    one_of: Mapped[Code | None]
    """Rules with the same word here are alternatives: one of them is enough (C-24)."""
    compares_with: Mapped[Code | None]
    """Of a paper: the rule whose scan it is held against."""
    conditions: Mapped[list[dict[str, Any]]] = mapped_column(JSON)
    """All must hold, e.g. {"fact": "age_years", "below": 18}."""


class VerificationRule(Base):
    """A contact or control that is verified; only those that count are counted by the two gates (C-08)."""

    __tablename__ = "verification_rule"

    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"), primary_key=True)
    kind: Mapped[Code] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    label: Mapped[Labels]
    field_code: Mapped[Code | None]
    """The field whose value is verified; changing the value voids the verification (ENM-052)."""
    counts: Mapped[bool]


class ClearanceRule(Base):
    """An outside authority that is asked about the applicant (ENM-009)."""

    __tablename__ = "clearance_rule"

    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"), primary_key=True)
    authority: Mapped[Code] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    label: Mapped[Labels]
    on_refusal: Mapped[Code]


class FeeRule(Base):
    """A tariff line; zero lines and third parties' costs are lines too (C-02)."""

    __tablename__ = "fee_rule"
    __table_args__ = (CheckConstraint("amount_rial >= 0", name="not_negative"),)

    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"), primary_key=True)
    code: Mapped[Code] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    label: Mapped[Labels]
    amount_rial: Mapped[int] = mapped_column(BigInteger)
    informative: Mapped[bool]
    """Shown, but paid to somebody else."""
    charged_on: Mapped[Code]


class Level(Base):
    """A level a certificate can have, such as one star (C-26)."""

    __tablename__ = "level"

    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"), primary_key=True)
    code: Mapped[Code] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    label: Mapped[Labels]
    stars: Mapped[int]
    follows: Mapped[Code | None]
    """The level a valid certificate must already have."""
    parallel: Mapped[bool]
    """Granted beside the course, before the decision (C-27)."""


class LevelRequirement(Base):
    """A checklist item that must be accepted, not merely not applicable, for a level (ENM-079)."""

    __tablename__ = "level_requirement"

    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"), primary_key=True)
    level_code: Mapped[Code] = mapped_column(String(64), primary_key=True)
    item_code: Mapped[Code] = mapped_column(String(64), primary_key=True)


class LetterRule(Base):
    """A letter this scheme can print, for one applicant kind or for all."""

    __tablename__ = "letter_rule"

    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[Code]
    applicant_kind: Mapped[Code | None]


class RetentionRule(Base):
    """How long what is kept after which end of a dossier (G-19)."""

    __tablename__ = "retention_rule"

    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    what: Mapped[Code]
    after: Mapped[Code]
    days: Mapped[int]
