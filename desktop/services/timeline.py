"""A dossier's timeline: its journal entries in order, with the names and labels to put them in words."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier, StatusChange
from desktop.models.errors import NotFound
from desktop.models.journal import JournalEntry
from desktop.models.staff import Person
from desktop.services.rules import Label, Rules, rules_of, rules_of_dossier


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
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    rules = rules_of(session, dossier.scheme_version_id)
    rows = session.execute(
        select(JournalEntry.sequence, JournalEntry.at, JournalEntry.tag, Person.name, JournalEntry.content)
        .outerjoin(Person, Person.id == JournalEntry.person_id)
        .where(JournalEntry.chain == dossier_id)
        .order_by(JournalEntry.sequence)
    )
    names: dict[int, str] = dict(session.execute(select(Person.id, Person.name)).all())
    return [
        TimelineEntry(sequence, at, tag, person, _with_labels(rules, names, json.loads(content)))
        for sequence, at, tag, person, content in rows
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


def _with_labels(rules: Rules, names: dict[int, str], values: dict[str, Any]) -> dict[str, Any]:
    labelled = dict(values)
    # Of a claim, `to` is the person who got the dossier; of a step, the status it came to.
    if isinstance(values.get("to"), int):
        labelled["receiver"] = names[values["to"]]
    for name in ("from", "to"):
        status = rules.statuses.get(str(values.get(name)))
        if status is not None:
            labelled[f"{name}_label"] = dict(status.label)
    step = next((step for step in rules.transitions if step.action == values.get("action")), None)
    if step is not None:
        labelled["action_label"] = dict(step.label)
    return labelled
