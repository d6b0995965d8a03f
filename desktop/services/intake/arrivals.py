"""What came in: every package with what became of it, newest first, and why those in quarantine are there."""

import json
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, String, and_, func, literal, or_, select, true
from sqlalchemy.orm import Session, aliased

from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound
from desktop.models.intake_package import IntakePackage, QuarantineChunk
from desktop.models.staff import Person
from desktop.models.text import western_digits
from desktop.models.vocabulary import IntakeState, Role
from desktop.services import journal
from desktop.services.intake.quarantine import quarantine_report, quarantined_bytes
from desktop.services.people import Actor

COUNTED: Final = 10_000
"""Counting stops here."""

EXPECTED: Final = ("expected", "allowed", "pattern", "limit", "days", "listed")
"""Values of a finding that tell what would be right; which of them it has is a matter of its rule."""


class ArrivalState(StrEnum):
    """What became of a package."""

    TAKEN = "taken"
    WAITING = "waiting"
    RELEASED = "released"
    SET_ASIDE = "set_aside"


class ArrivalFacet(StrEnum):
    """What somebody looks for in the list."""

    ALL = "all"
    TAKEN = "taken"
    WAITING = "waiting"
    SETTLED = "settled"


@dataclass(frozen=True, slots=True)
class ArrivalCount:
    """How many packages a facet holds; with `more` there are more than `count`."""

    facet: ArrivalFacet
    count: int
    more: bool


@dataclass(frozen=True, slots=True)
class ArrivalRow:
    """One arrival of one package; `received_by` is None when a portal dropped it."""

    id: int
    file_name: str
    package_id: str | None
    size: int
    state: ArrivalState
    received_at: datetime
    received_by: str | None
    dossier_id: int | None
    dossier_number: str | None
    purpose: str | None
    round: int | None
    findings: int
    settled_at: datetime | None


@dataclass(frozen=True, slots=True)
class Reason:
    """One thing wrong with a package: where, which rule, what would be right and what was there."""

    where: str
    rule: str
    expected: Any
    found: Any
    values: dict[str, Any]


def arrival_counts(session: Session, actor: Actor) -> list[ArrivalCount]:
    """Every facet with its count."""
    _demand_reader(actor)
    return [_count(session, facet) for facet in ArrivalFacet]


def arrival_ids(
    session: Session, actor: Actor, facet: ArrivalFacet = ArrivalFacet.ALL, search: str = ""
) -> "array[int]":
    """The rank snapshot: ids of all arrivals of the facet, newest first.

    `search` is part of a file name, a package's id or a dossier's number.
    """
    _demand_reader(actor)
    ordered = (
        select(IntakePackage.id)
        .join(Dossier, Dossier.id == IntakePackage.dossier_id, isouter=True)
        .where(_of_facet(facet), _found(search))
        .order_by(IntakePackage.id.desc())
        .subquery()
    )
    listed = session.scalar(select(func.json_group_array(ordered.c.id, type_=String)))
    return array("q", json.loads(listed or "[]"))


def arrival_rows(session: Session, actor: Actor, ids: Sequence[int]) -> list[ArrivalRow]:
    """The rows of these arrivals in the order of `ids`."""
    _demand_reader(actor)
    taken = aliased(IntakePackage)
    released = (
        select(literal(1))
        .where(taken.sha256 == IntakePackage.sha256, taken.state == IntakeState.TAKEN)
        .correlate(IntakePackage)
        .exists()
    )
    rows = session.execute(
        select(IntakePackage, Dossier.number, Person.name, released)
        .join(Dossier, Dossier.id == IntakePackage.dossier_id, isouter=True)
        .join(Person, Person.id == IntakePackage.received_by_id, isouter=True)
        .where(IntakePackage.id.in_(ids))
    )
    found = {one.id: _row(one, number, clerk, is_taken=taken) for one, number, clerk, taken in rows}
    return [found[one] for one in ids if one in found]


def reasons_of(session: Session, actor: Actor, quarantine_id: int) -> tuple[Reason, ...]:
    """Everything wrong with a package in quarantine; raises NotFound("quarantine.unknown")."""
    _demand_reader(actor)
    findings = quarantine_report(session, quarantine_id).findings
    return tuple(
        Reason(
            one.where,
            one.rule,
            next((one.values[name] for name in EXPECTED if name in one.values), None),
            one.values.get("found"),
            one.values,
        )
        for one in findings
    )


def saved_bytes(session: Session, actor: Actor, quarantine_id: int) -> Iterator[bytes]:
    """A quarantined package as it came, to be saved outside; the journal tells who took it out.

    Raises NotFound("quarantine.unknown"), and NotFound("quarantine.bytes_gone") once it was taken after all.
    """
    actor.demand(Role.CLERK, Role.SUPERVISOR)
    package = quarantine_report(session, quarantine_id)
    if session.get(QuarantineChunk, (quarantine_id, 0)) is None:
        raise NotFound("quarantine.bytes_gone", id=quarantine_id)
    journal.record(session, actor, "intake:package:saved", quarantine_id=quarantine_id, sha256=package.sha256)
    return quarantined_bytes(session, quarantine_id)


def _demand_reader(actor: Actor) -> None:
    actor.demand(Role.CLERK, Role.SUPERVISOR, Role.AUDITOR)


def _of_facet(facet: ArrivalFacet) -> ColumnElement[bool]:
    kept = IntakePackage.state == IntakeState.QUARANTINED
    if facet is ArrivalFacet.ALL:
        return true()
    if facet is ArrivalFacet.TAKEN:
        return IntakePackage.state == IntakeState.TAKEN
    if facet is ArrivalFacet.WAITING:
        return and_(kept, IntakePackage.settled_at.is_(None))
    return and_(kept, IntakePackage.settled_at.is_not(None))


def _found(typed: str) -> ColumnElement[bool]:
    words = western_digits(typed).strip().lower()
    if not words:
        return true()
    looked_in = (
        func.lower(IntakePackage.file_name),
        func.lower(func.coalesce(IntakePackage.package_id, "")),
        func.coalesce(Dossier.number, ""),
    )
    return or_(*(func.instr(text, words) > 0 for text in looked_in))


def _count(session: Session, facet: ArrivalFacet) -> ArrivalCount:
    some = select(literal(1)).select_from(IntakePackage).where(_of_facet(facet)).limit(COUNTED + 1).subquery()
    counted = session.scalar(select(func.count()).select_from(some)) or 0
    return ArrivalCount(facet, min(counted, COUNTED), counted > COUNTED)


def _row(package: IntakePackage, number: str | None, clerk: str | None, *, is_taken: bool) -> ArrivalRow:
    said = package.outcome
    return ArrivalRow(
        id=package.id,
        file_name=package.file_name,
        package_id=package.package_id,
        size=package.size,
        state=_state(package, is_taken=is_taken),
        received_at=package.received_at,
        received_by=clerk,
        dossier_id=package.dossier_id,
        dossier_number=number,
        purpose=said.get("purpose"),
        round=said.get("round"),
        findings=len(said.get("findings", ())),
        settled_at=package.settled_at,
    )


def _state(package: IntakePackage, *, is_taken: bool) -> ArrivalState:
    if package.state is IntakeState.TAKEN:
        return ArrivalState.TAKEN
    if package.settled_at is None:
        return ArrivalState.WAITING
    return ArrivalState.RELEASED if is_taken else ArrivalState.SET_ASIDE
