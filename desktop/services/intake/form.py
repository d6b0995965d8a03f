"""What a scheme version asks of an applicant, read once: fields, services, documents, verifications."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.scheme import Field, OfferedService, SchemeVersion
from desktop.models.scheme_rules import DocumentRule, Level, VerificationRule
from desktop.models.vocabulary import (
    ApplicantKind,
    DocumentForm,
    DocumentLevel,
    DossierKind,
    FieldType,
    SubjectKind,
)
from desktop.services.schemes.storing import version_on


@dataclass(frozen=True, slots=True)
class FieldAsked:
    """A field as the scheme declares it; no kinds means every applicant."""

    code: str
    type: FieldType
    required: bool
    choices: frozenset[str]
    applicant_kinds: frozenset[str]

    def is_asked_of(self, kind: ApplicantKind) -> bool:
        """Whether applicants of this kind are asked."""
        return not self.applicant_kinds or kind.value in self.applicant_kinds


@dataclass(frozen=True, slots=True)
class DocumentAsked:
    """A document rule as the scheme declares it, its conditions still unanswered."""

    code: str
    position: int
    stage: str
    applicant_kinds: frozenset[str]
    forms: tuple[str, ...]
    level: DocumentLevel
    one_of: str | None
    compares_with: str | None
    conditions: tuple[dict[str, Any], ...]

    @property
    def comes_as_scan(self) -> bool:
        """Whether a package may bring it; paper comes by post."""
        return self.level is not DocumentLevel.OFF and DocumentForm.SCAN.value in self.forms


@dataclass(frozen=True, slots=True)
class VerificationAsked:
    """A verification as the scheme declares it."""

    kind: str
    field_code: str | None
    counts: bool


@dataclass(frozen=True, slots=True)
class Form:
    """Everything of one scheme version that a package is held against."""

    version_id: int
    subject_kind: SubjectKind
    kinds: tuple[DossierKind, ...]
    """Kinds of dossier it takes."""
    fields: Mapping[str, FieldAsked]
    services: Mapping[str, bool]
    """Code of each service, and whether it needs a licence (ENM-045…047)."""
    documents: Mapping[str, DocumentAsked]
    verifications: Mapping[str, VerificationAsked]
    levels: Mapping[str, str | None]
    """Levels a dossier may ask for, the lowest first, with the one each follows; no parallel ones."""


def form_on(session: Session, scheme_code: str, day: date) -> Form:
    """The form of the version in force on `day` (C-01).

    Raises NotFound("scheme.unknown") and RuleBroken("scheme.not_in_force").
    """
    return form_of(session, version_on(session, scheme_code, day).id)


def form_of(session: Session, version_id: int) -> Form:
    """The form of this version; kept in memory as soon as the version is in use and can change no more."""
    kept: dict[Any, Any] = session.info.setdefault("rules", {})
    key = ("form", version_id)
    if key in kept:
        form: Form = kept[key]
        return form
    form = _read(session, version_id)
    if session.get_one(SchemeVersion, version_id).used_at is not None:
        kept[key] = form
    return form


def _read(session: Session, version_id: int) -> Form:
    version = session.get_one(SchemeVersion, version_id)
    services = session.execute(
        select(OfferedService.code, OfferedService.licence_authority).where(
            OfferedService.scheme_version_id == version_id
        )
    )
    levels = session.execute(
        select(Level.code, Level.follows)
        .where(Level.scheme_version_id == version_id, Level.parallel.is_(False))
        .order_by(Level.position)
    )
    return Form(
        version_id=version_id,
        subject_kind=version.scheme.subject_kind,
        kinds=tuple(DossierKind(word) for word in version.dossier_kinds),
        fields=_fields(session, version_id),
        services={code: bool(authority) for code, authority in services},
        documents=_documents(session, version_id),
        verifications=_verifications(session, version_id),
        levels=dict(levels.all()),
    )


def _fields(session: Session, version_id: int) -> Mapping[str, FieldAsked]:
    rows = session.scalars(
        select(Field).where(Field.scheme_version_id == version_id).order_by(Field.position)
    )
    return {
        row.code: FieldAsked(
            row.code, row.type, row.required, frozenset(row.choices), frozenset(row.applicant_kinds)
        )
        for row in rows
    }


def _documents(session: Session, version_id: int) -> Mapping[str, DocumentAsked]:
    rows = session.scalars(
        select(DocumentRule)
        .where(DocumentRule.scheme_version_id == version_id)
        .order_by(DocumentRule.position)
    )
    return {
        row.code: DocumentAsked(
            code=row.code,
            position=row.position,
            stage=row.stage,
            applicant_kinds=frozenset(row.applicant_kinds),
            forms=tuple(row.forms),
            level=row.level,
            one_of=row.one_of,
            compares_with=row.compares_with,
            conditions=tuple(row.conditions),
        )
        for row in rows
    }


def _verifications(session: Session, version_id: int) -> Mapping[str, VerificationAsked]:
    rows = session.scalars(
        select(VerificationRule)
        .where(VerificationRule.scheme_version_id == version_id)
        .order_by(VerificationRule.position)
    )
    return {row.kind: VerificationAsked(row.kind, row.field_code, row.counts) for row in rows}
