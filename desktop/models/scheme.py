"""A scheme as rows: versions, statuses, transitions with guards and effects, parameters, fields and services.

Rows are written once by `services/schemes` from a validated definition and never change after first use.
"""

from datetime import date, datetime

from sqlalchemy import JSON, ForeignKey, ForeignKeyConstraint, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from desktop.models.base import Base, Code, Labels, Text, Values, words
from desktop.models.vocabulary import Family, FieldType, Phase, SubjectKind


class Scheme(Base):
    """One authority's rules under one code, in versions."""

    __tablename__ = "scheme"

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[Code] = mapped_column(String(64), unique=True)
    title: Mapped[Labels]
    subject_kind: Mapped[SubjectKind] = mapped_column(words(SubjectKind))


class SchemeVersion(Base):
    """The rules in force from one day on; a dossier keeps the version it was opened under."""

    __tablename__ = "scheme_version"
    __table_args__ = (UniqueConstraint("scheme_id", "code"), UniqueConstraint("scheme_id", "valid_from"))

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_id: Mapped[int] = mapped_column(ForeignKey("scheme.id"))
    code: Mapped[Code]
    valid_from: Mapped[date]
    validity_months: Mapped[int]
    dossier_kinds: Mapped[list[str]] = mapped_column(JSON)
    """Kinds of dossier that may be opened under it."""
    source_sha256: Mapped[str] = mapped_column(String(64))
    """Hash of the resolved definition: the same content added twice is one version."""
    source: Mapped[Text]
    added_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    """When the first dossier was opened under it; from then on its rows are frozen."""
    scheme: Mapped[Scheme] = relationship()


class Status(Base):
    """A place a dossier can be in."""

    __tablename__ = "status"

    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"), primary_key=True)
    code: Mapped[Code] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    phase: Mapped[Phase] = mapped_column(words(Phase))
    family: Mapped[Family] = mapped_column(words(Family))
    icon: Mapped[Code]
    label: Mapped[Labels]
    sla_working_days: Mapped[int | None]
    """Working days the office has in this status; none where nobody's clock runs."""
    applicant_sees: Mapped[list[str]] = mapped_column(JSON)
    """What the applicant may see in this status, such as `checklist` or `remarks` (C-07)."""
    initial: Mapped[bool] = mapped_column(default=False)
    aliases: Mapped[list[str]] = mapped_column(JSON)


class Transition(Base):
    """An allowed step: from a status, by an action of a role, to a status."""

    __tablename__ = "transition"
    __table_args__ = (
        UniqueConstraint("scheme_version_id", "from_status", "action", "role"),
        ForeignKeyConstraint(
            ["scheme_version_id", "from_status"], ["status.scheme_version_id", "status.code"]
        ),
        ForeignKeyConstraint(["scheme_version_id", "to_status"], ["status.scheme_version_id", "status.code"]),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"))
    position: Mapped[int]
    from_status: Mapped[Code]
    action: Mapped[Code]
    to_status: Mapped[Code]
    role: Mapped[Code]
    label: Mapped[Labels]
    note: Mapped[Code]
    """`none`, `optional` or `required`."""
    guards: Mapped[list["TransitionGuard"]] = relationship(order_by="TransitionGuard.position")
    effects: Mapped[list["TransitionEffect"]] = relationship(order_by="TransitionEffect.position")


class TransitionGuard(Base):
    """A question of the guard library that must be answered yes before the step."""

    __tablename__ = "transition_guard"

    transition_id: Mapped[int] = mapped_column(ForeignKey("transition.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    guard: Mapped[Code]
    parameters: Mapped[Values]


class TransitionEffect(Base):
    """What the step does besides moving the status."""

    __tablename__ = "transition_effect"

    transition_id: Mapped[int] = mapped_column(ForeignKey("transition.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    effect: Mapped[Code]
    parameters: Mapped[Values]


class SchemeParameter(Base):
    """A named value of a version; text, numbers as digits, flags as `true` or `false`."""

    __tablename__ = "scheme_parameter"

    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"), primary_key=True)
    name: Mapped[Code] = mapped_column(String(64), primary_key=True)
    value: Mapped[Text]


class Field(Base):
    """A value the applicant gives under this version."""

    __tablename__ = "field"

    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"), primary_key=True)
    code: Mapped[Code] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    group_code: Mapped[Code]
    label: Mapped[Labels]
    type: Mapped[FieldType] = mapped_column(words(FieldType))
    required: Mapped[bool]
    choices: Mapped[list[str]] = mapped_column(JSON)
    applicant_kinds: Mapped[list[str]] = mapped_column(JSON)
    """Empty: asked of every applicant."""


class OfferedService(Base):
    """A service an applicant may offer, and the authority whose licence it needs, if any (ENM-045…047)."""

    __tablename__ = "offered_service"

    scheme_version_id: Mapped[int] = mapped_column(ForeignKey("scheme_version.id"), primary_key=True)
    code: Mapped[Code] = mapped_column(String(64), primary_key=True)
    position: Mapped[int]
    label: Mapped[Labels]
    licence_authority: Mapped[Labels | None]
