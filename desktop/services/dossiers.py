"""Opens dossiers and shows one whole: what it asks for, of whom, where it stands and what may be done."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.dossier import Dossier, FieldValue, StatusChange
from desktop.models.errors import NotFound
from desktop.models.scheme import SchemeVersion
from desktop.models.scheme_rules import Level
from desktop.models.staff import Person
from desktop.models.text import fold, sort_key, western_digits
from desktop.models.vocabulary import ApplicantKind, DossierKind, FieldType, Phase
from desktop.services import journal
from desktop.services.applicants import NewApplicant, enter_applicant, journal_change
from desktop.services.numbers import DOSSIERS, next_number
from desktop.services.people import Actor
from desktop.services.reserved_fields import named_fields
from desktop.services.rules import Label, rules_of
from desktop.services.search import search_text


@dataclass(frozen=True, slots=True)
class NewDossier:
    """A request to open."""

    scheme_version_id: int
    kind: DossierKind
    applicant: NewApplicant
    subject: str
    level: str | None = None
    title: str = ""
    """Business name, found by search like the applicant's."""
    certificate_id: int | None = None
    """The certificate a renewal or level raise is about."""


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A field's present value."""

    code: str
    group: str
    label: Label
    type: FieldType
    value: str


@dataclass(frozen=True, slots=True)
class DossierDetails:
    """One dossier as its page shows it."""

    id: int
    number: str
    version: int
    scheme: str
    scheme_title: Label
    scheme_version: str
    kind: DossierKind
    level: str | None
    applicant_id: int
    applicant_kind: ApplicantKind
    applicant_name: str
    subject: str
    status: str
    status_label: Label
    family: str
    icon: str
    phase: Phase
    round: int
    opened_at: datetime
    status_since: datetime
    due_at: datetime | None
    answer_due_at: datetime | None
    claimed_by: str | None
    decided_by: str | None
    decided_at: datetime | None
    fields: tuple[FieldRow, ...]


def open_dossier(session: Session, actor: Actor, request: NewDossier) -> int:
    """Open a dossier in its scheme's initial status, numbered, under the version it keeps (X-01, C-01)."""
    rules = rules_of(session, request.scheme_version_id)
    version = session.get_one(SchemeVersion, request.scheme_version_id)
    if version.used_at is None:
        version.used_at = actor.at
    applicant, changed = enter_applicant(session, request.applicant)
    dossier = _new_dossier(session, actor, request, applicant)
    session.add(dossier)
    session.flush()
    session.add(
        StatusChange(
            dossier_id=dossier.id,
            at=actor.at,
            action="open",
            from_status=None,
            to_status=dossier.status,
            phase=dossier.phase,
            role=min(actor.roles),
            person_id=actor.person_id,
            round=0,
        )
    )
    journal.record(
        session,
        actor,
        "dossier:file:opened",
        dossier.id,
        number=dossier.number,
        scheme=rules.scheme,
        version=rules.version,
        kind=request.kind.value,
    )
    journal_change(session, actor, dossier.id, changed)
    return dossier.id


def _new_dossier(session: Session, actor: Actor, request: NewDossier, applicant: Applicant) -> Dossier:
    number = next_number(session, DOSSIERS, actor.at)
    begin = rules_of(session, request.scheme_version_id).initial_status
    return Dossier(
        number=number,
        scheme_version_id=request.scheme_version_id,
        kind=request.kind,
        level=request.level or _first_level(session, request.scheme_version_id),
        applicant_id=applicant.id,
        applicant_name=applicant.name,
        subject=request.subject,
        subject_folded=fold(request.subject),
        status=begin.code,
        phase=begin.phase,
        round=0,
        opened_at=actor.at,
        status_since=actor.at,
        certificate_id=request.certificate_id,
        sort_key=sort_key(applicant.name),
        search=search_text(
            number,
            applicant.name,
            request.subject,
            request.title,
            applicant.identity_number,
            applicant.user_id,
        ),
    )


def find_dossier(session: Session, number: str) -> int:
    """Id of the dossier with this number, in any digits; raises NotFound("dossier.unknown")."""
    folded = western_digits(number).strip().replace("-", "/")
    year, slash, serial = folded.partition("/")
    wanted = f"{year}/{serial:0>5}" if slash else folded
    found = session.scalar(select(Dossier.id).where(Dossier.number == wanted))
    if found is None:
        raise NotFound("dossier.unknown", number=number)
    return found


def dossier_details(session: Session, dossier_id: int) -> DossierDetails:
    """Everything the dossier's page begins with; raises NotFound("dossier.unknown")."""
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    rules = rules_of(session, dossier.scheme_version_id)
    status = rules.statuses[dossier.status]
    return DossierDetails(
        id=dossier.id,
        number=dossier.number,
        version=dossier.version,
        scheme=rules.scheme,
        scheme_title=rules.title,
        scheme_version=rules.version,
        kind=dossier.kind,
        level=dossier.level,
        applicant_id=dossier.applicant_id,
        applicant_kind=session.get_one(Applicant, dossier.applicant_id).kind,
        applicant_name=dossier.applicant_name,
        subject=dossier.subject,
        status=dossier.status,
        status_label=status.label,
        family=status.family,
        icon=status.icon,
        phase=status.phase,
        round=dossier.round,
        opened_at=dossier.opened_at,
        status_since=dossier.status_since,
        due_at=dossier.due_at,
        answer_due_at=dossier.answer_due_at,
        claimed_by=_name_of(session, dossier.claimed_by_id),
        decided_by=_name_of(session, dossier.decided_by_id),
        decided_at=dossier.decided_at,
        fields=fields_of(session, dossier.id, dossier.scheme_version_id),
    )


def fields_of(session: Session, dossier_id: int, scheme_version_id: int) -> tuple[FieldRow, ...]:
    """The present value of every field given: applicant and services first, then in the scheme's order."""
    present = session.execute(
        select(FieldValue.field_code, FieldValue.value).where(
            FieldValue.dossier_id == dossier_id, FieldValue.replaced_at.is_(None), FieldValue.value != ""
        )
    )
    values = dict(present.all())
    return tuple(
        FieldRow(code, field.group, field.label, field.type, values[code])
        for code, field in named_fields(session, scheme_version_id).items()
        if code in values
    )


def _first_level(session: Session, scheme_version_id: int) -> str | None:
    return session.scalar(
        select(Level.code)
        .where(Level.scheme_version_id == scheme_version_id, Level.parallel.is_(False))
        .order_by(Level.position)
        .limit(1)
    )


def _name_of(session: Session, person_id: int | None) -> str | None:
    return None if person_id is None else session.get_one(Person, person_id).name
