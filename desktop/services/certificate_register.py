"""The register of certificates: what each is worth today, by facet, search and order; a page at a time."""

import json
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, String, and_, asc, desc, func, literal, or_, select, true
from sqlalchemy.orm import Session

from desktop.models.certificate import Certificate
from desktop.models.dossier import Dossier
from desktop.models.jalali import in_tehran
from desktop.models.vocabulary import CertificateState, Role
from desktop.services.people import Actor
from desktop.services.rules import Label, rules_of
from desktop.services.search_index import Word, among, candidates, held, words_of

COUNTED: Final = 10_000
"""Counting stops here: beyond it nobody reads the exact number."""

SOON: Final = timedelta(days=30)
"""So long before its last day a certificate is shown as expiring."""


class Facet(StrEnum):
    """What somebody looks for in the register; a certificate may belong to several."""

    ALL = "all"
    VALID = "valid"
    EXPIRING = "expiring"
    EXPIRED = "expired"
    SUSPENDED = "suspended"
    REVOKED = "revoked"
    CANCELLED = "cancelled"
    CODE_NOT_SEEN = "code_not_seen"


class RegisterSort(StrEnum):
    """Orders of the register."""

    NUMBER = "number"
    HOLDER = "holder"
    LAST_VALID_DAY = "last_valid_day"
    ISSUED_ON = "issued_on"


@dataclass(frozen=True, slots=True)
class RegisterQuery:
    """What to show of the register; `search` is what somebody typed: numbers, names, subjects."""

    facet: Facet = Facet.ALL
    search: str = ""
    sort: RegisterSort = RegisterSort.NUMBER
    descending: bool = True


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many certificates a facet holds; with `more` there are more than `count`."""

    facet: Facet
    count: int
    more: bool


@dataclass(frozen=True, slots=True)
class CertificateRow:
    """A certificate as lists show it; `state` is what it is worth today."""

    id: int
    number: str
    holder: str
    subject: str
    scheme: str
    level: Label | None
    stars: int
    issued_on: date
    last_valid_day: date
    state: CertificateState
    days_left: int | None
    """Days until the last valid day is over, that day included; None unless it is valid."""
    expires_soon: bool
    code_seen: bool
    dossier_id: int
    dossier_number: str


def facet_counts(session: Session, actor: Actor, search: str = "") -> list[FacetCount]:
    """Every facet with its count, of what `search` finds."""
    actor.demand(*Role)
    found = _found(session, search)
    return [_count(session, actor, facet, found) for facet in Facet]


def certificate_ids(session: Session, actor: Actor, query: RegisterQuery) -> "array[int]":
    """The rank snapshot: ids of all certificates of the query in order; rows are read as they are seen."""
    actor.demand(*Role)
    direction = desc if query.descending else asc
    ordered = (
        _joined(select(Certificate.id))
        .where(_of_facet(actor, query.facet), _found(session, query.search))
        .order_by(direction(_KEYS[query.sort]), direction(Certificate.id))
        .subquery()
    )
    listed = session.scalar(select(func.json_group_array(ordered.c.id, type_=String)))
    return array("q", json.loads(listed or "[]"))


def certificate_rows(session: Session, actor: Actor, ids: Sequence[int]) -> list[CertificateRow]:
    """The rows of these certificates in the order of `ids`."""
    actor.demand(*Role)
    today = in_tehran(actor.at).date()
    rows = session.execute(
        _joined(select(Certificate, Dossier.number)).where(Certificate.id.in_(ids)),
    ).all()
    found = {one.id: _row(session, one, number, today) for one, number in rows}
    return [found[one] for one in ids if one in found]


def state_on(certificate: Certificate, today: date) -> CertificateState:
    """What a certificate is worth on this day of Tehran: the last valid day itself counts (ENM-098)."""
    if certificate.state is CertificateState.VALID and certificate.last_valid_day < today:
        return CertificateState.EXPIRED
    return certificate.state


def _row(session: Session, certificate: Certificate, dossier_number: str, today: date) -> CertificateRow:
    state = state_on(certificate, today)
    left = (certificate.last_valid_day - today).days + 1 if state is CertificateState.VALID else None
    return CertificateRow(
        id=certificate.id,
        number=certificate.number,
        holder=certificate.facts["holder"],
        subject=certificate.subject,
        scheme=rules_of(session, certificate.scheme_version_id).scheme,
        level=certificate.facts["level"],
        stars=certificate.facts["stars"],
        issued_on=certificate.issued_on,
        last_valid_day=certificate.last_valid_day,
        state=state,
        days_left=left,
        expires_soon=left is not None and left <= SOON.days,
        code_seen=certificate.code_installed_at is not None,
        dossier_id=certificate.dossier_id,
        dossier_number=dossier_number,
    )


def _of_facet(actor: Actor, facet: Facet) -> ColumnElement[bool]:
    today = in_tehran(actor.at).date()
    in_force = and_(Certificate.state == CertificateState.VALID, Certificate.last_valid_day >= today)
    if facet is Facet.ALL:
        return true()
    if facet is Facet.VALID:
        return in_force
    if facet is Facet.EXPIRING:
        return and_(in_force, Certificate.last_valid_day < today + SOON)
    if facet is Facet.CODE_NOT_SEEN:
        return and_(in_force, Certificate.code_installed_at.is_(None))
    if facet is Facet.EXPIRED:
        over = and_(Certificate.state == CertificateState.VALID, Certificate.last_valid_day < today)
        return or_(Certificate.state == CertificateState.EXPIRED, over)
    return Certificate.state == CertificateState(facet.value)


def _found(session: Session, typed: str) -> ColumnElement[bool]:
    """The conditions of a search: what the dossier is found by, or the certificate's own number."""
    words = words_of(typed)
    if not words:
        return true()
    listed = candidates(session, words)
    of_dossier = held(words) if listed is None else [among(listed), *held(words)]
    return or_(and_(*of_dossier), _has_number(words))


def _has_number(words: Sequence[Word]) -> ColumnElement[bool]:
    return and_(*held(words, Certificate.number))


def _count(session: Session, actor: Actor, facet: Facet, found: ColumnElement[bool]) -> FacetCount:
    belongs = _joined(select(literal(1)).select_from(Certificate)).where(_of_facet(actor, facet), found)
    counted = session.scalar(select(func.count()).select_from(belongs.limit(COUNTED + 1).subquery())) or 0
    return FacetCount(facet, min(counted, COUNTED), counted > COUNTED)


def _joined(statement: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    return statement.join(Dossier, Dossier.id == Certificate.dossier_id)


_KEYS: Final = {
    RegisterSort.NUMBER: Certificate.number,
    RegisterSort.HOLDER: Dossier.sort_key,
    RegisterSort.LAST_VALID_DAY: Certificate.last_valid_day,
    RegisterSort.ISSUED_ON: Certificate.issued_on,
}
