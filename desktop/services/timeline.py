"""A dossier's timeline: its journal entries in order, with the names and labels to put them in words."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session

from desktop.models.dossier import StatusChange
from desktop.models.journal import JournalEntry
from desktop.models.staff import Person
from desktop.services.rules import Label, Rules, rules_of_dossier

_ENTRIES: Final = (
    select(JournalEntry.sequence, JournalEntry.at, JournalEntry.tag, Person.name, JournalEntry.content)
    .outerjoin(Person, Person.id == JournalEntry.person_id)
    .where(JournalEntry.chain == bindparam("dossier"))
)


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One act: its tag, who did it (None: the applicant or the clock), when, and its values."""

    sequence: int
    at: datetime
    tag: str
    person: str | None
    values: dict[str, Any]


def timeline_of(session: Session, dossier_id: int) -> list[TimelineEntry]:
    """Every journalled act on the dossier, oldest first (X-03); statuses and steps come with their labels."""
    return _entries(session, dossier_id, _ENTRIES.order_by(JournalEntry.sequence))


def newest_of(session: Session, dossier_id: int, tags: Iterable[str], count: int) -> list[TimelineEntry]:
    """The last so many acts of these kinds, newest first."""
    newest = _ENTRIES.where(JournalEntry.tag.in_(list(tags))).order_by(JournalEntry.sequence.desc())
    return _entries(session, dossier_id, newest.limit(count))


def _entries(session: Session, dossier_id: int, entries: Select[*tuple[Any, ...]]) -> list[TimelineEntry]:
    rules = rules_of_dossier(session, dossier_id)
    names: dict[int, str] = dict(session.execute(select(Person.id, Person.name)).all())
    return [
        TimelineEntry(sequence, at, tag, person, labelled(rules, names, json.loads(content)))
        for sequence, at, tag, person, content in session.execute(entries, {"dossier": dossier_id})
    ]


@dataclass(frozen=True, slots=True)
class StatusMove:
    """A move of the dossier as anybody may know it: when it came to which status, in which round."""

    at: datetime
    status: str
    status_label: Label
    round: int


def status_moves(session: Session, dossier_id: int) -> tuple[StatusMove, ...]:
    """The dossier's route without names and notes, oldest first."""
    statuses = rules_of_dossier(session, dossier_id).statuses
    rows = session.execute(
        select(StatusChange.at, StatusChange.to_status, StatusChange.round)
        .where(StatusChange.dossier_id == dossier_id, StatusChange.undone_at.is_(None))
        .order_by(StatusChange.id)
    )
    return tuple(StatusMove(at, status, statuses[status].label, round_) for at, status, round_ in rows)


def labelled(rules: Rules, names: Mapping[int, str], values: dict[str, Any]) -> dict[str, Any]:
    """The values of an entry with the words for the statuses, steps and people they name by code or id."""
    said = dict(values)
    # Of a claim, `to` is the person who got the dossier; of a step, the status it came to.
    if isinstance(values.get("to"), int):
        said["receiver"] = names[values["to"]]
    for name in ("from", "to"):
        status = rules.statuses.get(str(values.get(name)))
        if status is not None:
            said[f"{name}_label"] = dict(status.label)
    step = next((step for step in rules.transitions if step.action == values.get("action")), None)
    if step is not None:
        said["action_label"] = dict(step.label)
    return said
