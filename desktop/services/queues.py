"""Queues: which dossiers wait for whom, in what order and how many; a list reads a page, never all."""

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, String, bindparam, cast, func, literal, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.staff import Person
from desktop.models.vocabulary import DossierKind, Phase, Role
from desktop.services.people import Actor
from desktop.services.queue_order import ids_in_order, ids_of_first
from desktop.services.queue_places import has_work
from desktop.services.queue_query import Queue, QueueQuery, Sort
from desktop.services.queue_selection import Selection, select_queue
from desktop.services.rules import Label, rules_of

__all__ = [
    "Queue",
    "QueueCount",
    "QueuePage",
    "QueueQuery",
    "QueueRow",
    "Sort",
    "counted",
    "first_page",
    "queue_counts",
    "queue_ids",
    "queue_rows",
    "queues_of",
]

COUNTED: Final = 10_000
"""Counting stops here: beyond it nobody reads the exact number, and finding it costs more than the page."""

PIECE: Final = 65_536
"""Letters of an id list read at once."""

_ROWS: Final = (
    select(
        Dossier.id,
        Dossier.number,
        Dossier.applicant_name,
        Dossier.subject,
        Dossier.kind,
        Dossier.status,
        Dossier.phase,
        Dossier.round,
        Dossier.due_at,
        Dossier.status_since,
        Dossier.scheme_version_id,
        Person.name.label("claimed_by"),
    )
    .join(Person, Person.id == Dossier.claimed_by_id, isouter=True)
    .where(Dossier.id.in_(bindparam("ids", expanding=True)))
)


@dataclass(frozen=True, slots=True)
class QueueCount:
    """How many dossiers a queue holds; with `more` there are more than `count`."""

    code: str
    count: int
    more: bool


@dataclass(frozen=True, slots=True)
class QueueRow:
    """A dossier as lists show it."""

    id: int
    number: str
    applicant_name: str
    subject: str
    scheme: str
    kind: DossierKind
    status: str
    status_label: Label
    phase: Phase
    family: str
    icon: str
    round: int
    due_at: datetime | None
    status_since: datetime
    claimed_by: str | None
    returned: bool
    """It came back from the applicant at least once (X-07)."""


@dataclass(frozen=True, slots=True)
class QueuePage:
    """The first rows of a queue and how many it holds; with `more` there are more than `count`."""

    rows: list[QueueRow]
    count: int
    more: bool


def queues_of(session: Session, actor: Actor) -> list[QueueCount]:
    """The queues of this person with their counts: mine, unclaimed, overdue, one per role with work, all."""
    roles = [role.value for role in Role if role in actor.roles and has_work(session, role)]
    codes = [Queue.MINE.value, Queue.UNCLAIMED.value, Queue.OVERDUE.value, *roles, Queue.ALL.value]
    return queue_counts(session, actor, {code: QueueQuery(code) for code in codes})


def queue_counts(session: Session, actor: Actor, queries: Mapping[str, QueueQuery]) -> list[QueueCount]:
    """How many dossiers each of these queries finds, under the name it has here; by one statement."""
    selections = (select_queue(session, actor, query) for query in queries.values())
    counts = counted(session, *selections)
    return [QueueCount(name, *count) for name, count in zip(queries, counts, strict=True)]


def counted(session: Session, *selections: Selection) -> list[tuple[int, bool]]:
    """The capped count of each selection, and whether there are more; by one statement."""
    if not selections:
        return []
    some = (
        select(literal(1)).select_from(Dossier).where(*selection.where()).limit(COUNTED + 1).subquery()
        for selection in selections
    )
    counts = [select(func.count()).select_from(one).scalar_subquery() for one in some]
    found = session.execute(select(*counts)).one()
    return [(min(count, COUNTED), count > COUNTED) for count in found]


def queue_ids(session: Session, actor: Actor, query: QueueQuery) -> "array[int]":
    """The rank snapshot of a queue: ids of all its dossiers in order, 8 bytes each, by one statement.

    A list keeps it and reads rows with `queue_rows` as they come into sight; the order stands still.
    """
    selection = select_queue(session, actor, query)
    parts = (part.subquery() for part in ids_in_order(selection, query))
    joined = (
        select(func.aggregate_strings(cast(part.c.id, String), ",")).scalar_subquery() for part in parts
    )
    found = session.execute(select(*(select(ids).scalar_subquery() for ids in joined))).one()
    snapshot = array("q")
    for text in found:
        _read_ids(text or "", snapshot)
    return snapshot


def queue_rows(session: Session, ids: Sequence[int]) -> list[QueueRow]:
    """The rows of these dossiers in the order of `ids`; one that is gone meanwhile is left out."""
    found = {row.id: row for row in session.execute(_ROWS, {"ids": list(ids)})}
    return [_queue_row(session, found[number]) for number in ids if number in found]


def first_page(session: Session, actor: Actor, query: QueueQuery, size: int) -> QueuePage:
    """The first `size` rows of a queue and its capped count, without reading the rest of it."""
    selection = select_queue(session, actor, query)
    ((count, more),) = counted(session, selection)
    ids: list[int] = []
    at_most = None if more else count
    for statement in ids_of_first(selection, query, at_most):
        if len(ids) < size:
            ids += session.scalars(statement.limit(size - len(ids)))
    return QueuePage(queue_rows(session, ids), count, more)


def _read_ids(text: str, into: "array[int]") -> None:
    # JSON is the quickest way from text to integers without another library; pieces of it stay in the cache.
    start = 0
    while start < len(text):
        end = text.find(",", start + PIECE)
        end = len(text) if end < 0 else end
        into.fromlist(json.loads(f"[{text[start:end]}]"))
        start = end + 1


def _queue_row(session: Session, row: Row[*tuple[Any, ...]]) -> QueueRow:
    rules = rules_of(session, row.scheme_version_id)
    status = rules.statuses[row.status]
    return QueueRow(
        id=row.id,
        number=row.number,
        applicant_name=row.applicant_name,
        subject=row.subject,
        scheme=rules.scheme,
        kind=row.kind,
        status=row.status,
        status_label=status.label,
        phase=row.phase,
        family=status.family,
        icon=status.icon,
        round=row.round,
        due_at=row.due_at,
        status_since=row.status_since,
        claimed_by=row.claimed_by,
        returned=row.round > 1,
    )
