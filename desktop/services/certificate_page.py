"""One certificate whole: what it is worth today and why, its life so far, its prints and its dossiers."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.models.certificate import Certificate
from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound
from desktop.models.jalali import in_tehran
from desktop.models.journal import JournalEntry
from desktop.models.staff import Person
from desktop.models.vocabulary import CertificateState, DossierKind, Family, Role
from desktop.services.certificate_register import CertificateRow, certificate_rows
from desktop.services.people import Actor
from desktop.services.rules import Label, rules_of

PRINTED: Final = "certificate:print:made"
LETTER_PRINTED: Final = "dossier:letter:printed"


class Standing(StrEnum):
    """Why a certificate is in its present state."""

    IN_FORCE = "in_force"
    LAST_DAYS = "last_days"
    DAY_PASSED = "day_passed"
    ENDED_EARLY = "ended_early"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class LifeEvent:
    """Something that happened to the certificate: its journal entry, with who did it."""

    tag: str
    at: datetime
    person: str | None
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class PrintRow:
    """A printing of the certificate (`kind` None) or of a letter of one of its dossiers."""

    kind: str | None
    language: str
    at: datetime
    person: str | None
    dossier_id: int


@dataclass(frozen=True, slots=True)
class CertificateDossier:
    """A dossier that led to the certificate or is about it."""

    id: int
    number: str
    kind: DossierKind
    status_label: Label
    family: Family
    icon: str
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class CertificatePage:
    """A certificate as its page shows it; `facts` are what was frozen at issue."""

    row: CertificateRow
    standing: Standing
    since: date | None
    """The day the present state began, where it is known."""
    facts: dict[str, Any]
    scheme_title: Label
    scheme_version: str
    symbol_code: str
    issued_by: str
    code_seen_at: datetime | None
    code_checked_by: str | None
    life: tuple[LifeEvent, ...]
    expires_on: date | None
    """The first day on which it will no longer be valid, by itself; None when it is not valid now."""
    prints: tuple[PrintRow, ...]
    dossiers: tuple[CertificateDossier, ...]


def certificate_page(session: Session, actor: Actor, certificate_id: int) -> CertificatePage:
    """Everything about one certificate; raises NotFound("certificate.unknown")."""
    actor.demand(*Role)
    certificate = session.get(Certificate, certificate_id)
    if certificate is None:
        raise NotFound("certificate.unknown", number=str(certificate_id))
    (row,) = certificate_rows(session, actor, [certificate_id])
    dossiers = _dossiers(session, certificate)
    acts = _acts(session, [one.id for one in dossiers])
    life = tuple(_life(acts, certificate.number))
    rules = rules_of(session, certificate.scheme_version_id)
    standing = _standing(row, certificate)
    return CertificatePage(
        row=row,
        standing=standing,
        since=_since(standing, certificate, life),
        facts=dict(certificate.facts),
        scheme_title=rules.title,
        scheme_version=rules.version,
        symbol_code=certificate.symbol_code,
        issued_by=session.get_one(Person, certificate.issued_by_id).name,
        code_seen_at=certificate.code_installed_at,
        code_checked_by=_name(session, certificate.code_checked_by_id),
        life=life,
        expires_on=None if row.days_left is None else row.last_valid_day + timedelta(days=1),
        prints=tuple(_prints(acts, certificate.number)),
        dossiers=tuple(_dossier_row(session, one) for one in dossiers),
    )


def _standing(row: CertificateRow, certificate: Certificate) -> Standing:
    if row.state is CertificateState.VALID:
        return Standing.LAST_DAYS if row.expires_soon else Standing.IN_FORCE
    if row.state is CertificateState.EXPIRED:
        # A temporary certificate ends when the permanent one comes, or never will (C-27).
        early = certificate.state is CertificateState.EXPIRED
        return Standing.ENDED_EARLY if early else Standing.DAY_PASSED
    return Standing(row.state.value)


def _since(standing: Standing, certificate: Certificate, life: Sequence[LifeEvent]) -> date | None:
    if standing in (Standing.IN_FORCE, Standing.LAST_DAYS):
        return certificate.issued_on
    if standing is Standing.DAY_PASSED:
        return certificate.last_valid_day + timedelta(days=1)
    ends = [event for event in life if event.tag.startswith("certificate:validity:")]
    return in_tehran(ends[-1].at).date() if ends else None


def _dossiers(session: Session, certificate: Certificate) -> list[Dossier]:
    about = or_(Dossier.certificate_id == certificate.id, Dossier.id == certificate.dossier_id)
    return list(session.scalars(select(Dossier).where(about).order_by(Dossier.id)))


def _dossier_row(session: Session, dossier: Dossier) -> CertificateDossier:
    status = rules_of(session, dossier.scheme_version_id).statuses[dossier.status]
    return CertificateDossier(
        dossier.id,
        dossier.number,
        dossier.kind,
        status.label,
        Family(status.family),
        status.icon,
        dossier.opened_at,
    )


@dataclass(frozen=True, slots=True)
class _Act:
    chain: int
    event: LifeEvent


def _acts(session: Session, dossier_ids: Sequence[int]) -> list[_Act]:
    rows = session.execute(
        select(JournalEntry, Person.name)
        .outerjoin(Person, Person.id == JournalEntry.person_id)
        .where(
            JournalEntry.chain.in_(dossier_ids),
            or_(JournalEntry.tag.startswith("certificate:"), JournalEntry.tag == LETTER_PRINTED),
        )
        .order_by(JournalEntry.id)
    )
    return [
        _Act(entry.chain, LifeEvent(entry.tag, entry.at, name, json.loads(entry.content)))
        for entry, name in rows
    ]


def _life(acts: Sequence[_Act], number: str) -> Iterator[LifeEvent]:
    for act in acts:
        if act.event.tag not in (PRINTED, LETTER_PRINTED) and act.event.values.get("number") == number:
            yield act.event


def _prints(acts: Sequence[_Act], number: str) -> Iterator[PrintRow]:
    for act in acts:
        said = act.event.values
        its_own = act.event.tag == PRINTED and said.get("number") == number
        if its_own or act.event.tag == LETTER_PRINTED:
            yield PrintRow(said.get("kind"), said["language"], act.event.at, act.event.person, act.chain)


def _name(session: Session, person_id: int | None) -> str | None:
    return None if person_id is None else session.get_one(Person, person_id).name
