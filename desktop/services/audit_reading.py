"""Reads the audit: who did and who saw what, newest first, by filters; the reading leaves its own entry."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, func, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.jalali import TEHRAN
from desktop.models.journal import OFFICE_CHAIN, JournalEntry
from desktop.models.staff import Person
from desktop.models.vocabulary import Role
from desktop.services import journal
from desktop.services.audit_kinds import KIND_OF, TAGS, AuditKind
from desktop.services.people import Actor
from desktop.services.rules import Rules, rules_of
from desktop.services.timeline import labelled

PAGE: Final = 100
"""Entries of a page."""

_PAIRS: Final = (("from", "to"), ("old", "new"))
_ABOUT: Final = ("username", "scheme", "day", "quarantine_id", "entry")
"""Values by which an entry of the office's own chain names what it is about."""


@dataclass(frozen=True, slots=True)
class AuditReading:
    """Somebody's opening of the audit; he reads the entries there were then, however many come meanwhile."""

    up_to: int


@dataclass(frozen=True, slots=True)
class AuditQuery:
    """What to show; what is left out does not narrow it. Days are those of Tehran, both included."""

    person_id: int | None = None
    dossier_id: int | None = None
    kind: AuditKind | None = None
    first_day: date | None = None
    last_day: date | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """What an act changed: a value before and after; None where there was or is none."""

    name: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One act as the audit shows it; without a person it was the applicant or the clock."""

    id: int
    chain: int
    sequence: int
    at: datetime
    person: str | None
    role: str | None
    """The role in which a step was taken."""
    tag: str
    kind: AuditKind | None
    dossier_id: int | None
    dossier_number: str | None
    scheme_version_id: int | None
    """Whose words the codes among its values are."""
    about: str | None
    """What an act of the office was about: a username, a scheme, a day."""
    reason: str | None
    differences: tuple[Difference, ...]
    values: dict[str, Any]
    hash: str


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Entries, newest first; `before` asks for the next page, None when there is none."""

    entries: tuple[AuditEntry, ...]
    before: int | None


def open_audit(session: Session, actor: Actor) -> AuditReading:
    """Open the audit for reading; that it was opened is an entry itself, once, outside the reading."""
    actor.demand(Role.AUDITOR, Role.MANAGER, Role.ADMINISTRATOR)
    up_to = session.scalar(select(func.max(JournalEntry.id))) or 0
    journal.record(session, actor, "office:audit:opened")
    session.flush()
    return AuditReading(up_to)


def audit_page(
    session: Session,
    reading: AuditReading,
    query: AuditQuery,
    before: int | None = None,
    size: int = PAGE,
) -> AuditPage:
    """A page of what `open_audit` has opened, from the newest back."""
    last = reading.up_to if before is None else min(before - 1, reading.up_to)
    rows = session.execute(
        select(JournalEntry, Person.name, Dossier.number, Dossier.scheme_version_id)
        .outerjoin(Person, Person.id == JournalEntry.person_id)
        .outerjoin(Dossier, Dossier.id == JournalEntry.chain)
        .where(JournalEntry.id <= last, *_conditions(query))
        .order_by(JournalEntry.id.desc())
        .limit(size + 1)
    ).all()
    names: dict[int, str] = dict(session.execute(select(Person.id, Person.name)).all())
    entries = tuple(_entry(session, row, names) for row in rows[:size])
    return AuditPage(entries, entries[-1].id if len(rows) > size else None)


def _conditions(query: AuditQuery) -> Iterator[ColumnElement[bool]]:
    if query.person_id is not None:
        yield JournalEntry.person_id == query.person_id
    if query.dossier_id is not None:
        yield JournalEntry.chain == query.dossier_id
    if query.kind is not None:
        yield JournalEntry.tag.in_(TAGS[query.kind])
    if query.first_day is not None:
        yield JournalEntry.at >= datetime.combine(query.first_day, time(), TEHRAN)
    if query.last_day is not None:
        yield JournalEntry.at < datetime.combine(query.last_day + timedelta(days=1), time(), TEHRAN)


def _entry(session: Session, row: Row[*tuple[Any, ...]], names: Mapping[int, str]) -> AuditEntry:
    entry, person, number, version_id = row
    values: dict[str, Any] = json.loads(entry.content)
    rules = None if version_id is None else rules_of(session, version_id)
    of_office = entry.chain == OFFICE_CHAIN
    about = [str(values[name]) for name in _ABOUT if name in values] if of_office else []
    return AuditEntry(
        id=entry.id,
        chain=entry.chain,
        sequence=entry.sequence,
        at=entry.at,
        person=person,
        role=values.get("role"),
        tag=entry.tag,
        kind=KIND_OF.get(entry.tag),
        dossier_id=None if of_office else entry.chain,
        dossier_number=number,
        scheme_version_id=version_id,
        about=about[0] if about else None,
        reason=values.get("reason") or values.get("note"),
        differences=tuple(_differences(values, rules, names)),
        values=values if rules is None else labelled(rules, names, values),
        hash=entry.hash,
    )


def _differences(
    values: Mapping[str, Any], rules: Rules | None, names: Mapping[int, str]
) -> Iterator[Difference]:
    if isinstance(values.get("to"), int) or "before" in values:
        yield Difference("holder", names.get(values.get("before", 0)), names.get(values.get("to", 0)))
        return
    for old, new in _PAIRS:
        if old in values and new in values:
            yield _named(values[old], values[new], rules)
    if isinstance(values.get("added"), list) and "removed" in values:
        yield Difference("roles", values["removed"], values["added"])


def _named(old: Any, new: Any, rules: Rules | None) -> Difference:
    """A status or level by its words, anything else as it is."""
    for name, known in (("status", _status_labels(rules)), ("level", rules.levels if rules else {})):
        if new in known:
            return Difference(name, known.get(old), known[new])
    return Difference("value", old, new)


def _status_labels(rules: Rules | None) -> Mapping[str, Any]:
    return {} if rules is None else {code: status.label for code, status in rules.statuses.items()}
