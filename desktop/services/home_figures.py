"""The figures of a person's home page, role by role; each number is a link to the list it counts."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import func, literal, select
from sqlalchemy.orm import Session

from desktop.models.intake_package import IntakePackage
from desktop.models.jalali import TEHRAN, in_tehran
from desktop.models.staff import Person
from desktop.models.vocabulary import RUNNING_PHASES, IntakeState, Phase, Role
from desktop.services.facets import Facet, narrowed
from desktop.services.people import Actor
from desktop.services.queue_query import Papers, Queue, QueueQuery
from desktop.services.queues import first_page, queue_counts
from desktop.services.rules import Label

MINE: Final = QueueQuery(Queue.MINE)

LOOKED_THROUGH: Final = 50
"""So many dossiers of the stack are asked whether they may be decided; no batch is larger."""


class Target(StrEnum):
    """Where a figure leads that counts no dossiers."""

    ARRIVALS = "arrivals"
    QUARANTINE = "quarantine"
    PEOPLE = "people"
    STACK = "stack"


@dataclass(frozen=True, slots=True)
class Figure:
    """One number: what it counts by code, and the list that it counts; with `more` there are more."""

    code: str
    count: int
    more: bool
    query: QueueQuery | None = None
    target: Target | None = None
    label: Label | None = None
    """The name of what is counted where the scheme gives it."""


Asked = Iterable[tuple[str, QueueQuery]]


def urgent_figures(session: Session, actor: Actor, role: Role) -> tuple[Figure, ...]:
    """What waits now."""
    return _counted(session, actor, _NOW.get(role, _of_anybody)(session, actor))


def todays_figures(session: Session, actor: Actor, role: Role) -> tuple[Figure, ...]:
    """What else is on today, and what somebody outside has."""
    figures = _counted(session, actor, _TODAY.get(role, _nothing)(session, actor))
    return (*figures, *(_OTHER[role](session, actor) if role in _OTHER else ()))


def daily_work(role: Role) -> QueueQuery | None:
    """The dossiers whose due days make up this role's day; None for roles without a desk of dossiers."""
    return _DAILY.get(role)


def _counted(session: Session, actor: Actor, asked: Asked) -> tuple[Figure, ...]:
    queries = dict(asked)
    counts = queue_counts(session, actor, queries)
    return tuple(Figure(one.code, one.count, one.more, queries[one.code]) for one in counts)


def _through(session: Session, actor: Actor, query: QueueQuery, *facets: Facet) -> Asked:
    return ((facet.value, narrowed(session, query, facet, actor.at)) for facet in facets)


def _of_anybody(session: Session, actor: Actor) -> Asked:
    yield from _through(session, actor, MINE, Facet.OVERDUE, Facet.TODAY, Facet.UNSEEN)
    yield "unclaimed", QueueQuery(Queue.UNCLAIMED)


def _of_reviewer(session: Session, actor: Actor) -> Asked:
    yield from _through(session, actor, MINE, Facet.OVERDUE, Facet.TODAY)
    yield "came_back", QueueQuery(worked_on=True, returned=True)
    yield from _through(session, actor, MINE, Facet.UNSEEN)
    yield "unclaimed", QueueQuery(Queue.UNCLAIMED)


def _today_of_reviewer(_: Session, __: Actor) -> Asked:
    yield "in_hand", MINE
    yield "drafts", QueueQuery(Queue.DRAFTS)
    yield "with_applicant", QueueQuery(worked_on=True, phases=(Phase.WITH_APPLICANT,))
    yield "waiting_external", QueueQuery(worked_on=True, phases=(Phase.WAITING_EXTERNAL,))


def _of_documents_officer(session: Session, actor: Actor) -> Asked:
    desk = QueueQuery(Role.DOCUMENTS_OFFICER)
    yield "papers_to_check", replace(desk, papers=Papers.TO_CHECK)
    yield "papers_arrived_today", QueueQuery(papers=Papers.ARRIVED_TODAY)
    yield "papers_awaited", replace(desk, papers=Papers.AWAITED)
    yield from _through(session, actor, _DAILY[Role.DOCUMENTS_OFFICER], Facet.OVERDUE, Facet.TODAY)


def _today_of_documents_officer(_: Session, __: Actor) -> Asked:
    yield "in_hand", MINE
    yield "papers_resent", QueueQuery(Role.DOCUMENTS_OFFICER, papers=Papers.RESENT)


def _of_manager(session: Session, actor: Actor) -> Asked:
    desk = _DAILY[Role.MANAGER]
    yield "to_decide", desk
    yield from _through(session, actor, desk, Facet.OVERDUE, Facet.TODAY)
    yield "on_the_way", QueueQuery(phases=(Phase.PAPERS,))


def _of_supervisor(session: Session, actor: Actor) -> Asked:
    everything = _DAILY[Role.SUPERVISOR]
    yield from _through(session, actor, everything, Facet.OVERDUE, Facet.TODAY)
    yield "free", QueueQuery(Queue.UNCLAIMED)
    yield "waiting_external", QueueQuery(phases=(Phase.WAITING_EXTERNAL,))


def _overdue_by_desk(_: Session, __: Actor) -> Asked:
    for phase in (Phase.REVIEW, Phase.PAPERS, Phase.DECISION):
        yield f"overdue_{phase.value}", QueueQuery(phases=(phase,), overdue=True)


def _of_clerk(_: Session, __: Actor) -> Asked:
    yield "papers_awaited", QueueQuery(papers=Papers.AWAITED)
    yield "papers_arrived_today", QueueQuery(papers=Papers.ARRIVED_TODAY)


def _nothing(_: Session, __: Actor) -> Asked:
    return ()


def _of_arrivals(session: Session, actor: Actor) -> Iterator[Figure]:
    today = datetime.combine(in_tehran(actor.at).date(), time(), TEHRAN).astimezone(UTC)
    arrived = IntakePackage.received_at >= today, IntakePackage.state == IntakeState.TAKEN
    yield Figure("packages_today", _rows(session, *arrived), more=False, target=Target.ARRIVALS)
    yield from _of_quarantine(session, actor)


def _of_quarantine(session: Session, _: Actor) -> Iterator[Figure]:
    # Said literally, else the index of the few that wait is not used.
    quarantined = IntakePackage.state == literal(IntakeState.QUARANTINED.value, literal_execute=True)
    waiting = _rows(session, quarantined, IntakePackage.settled_at.is_(None))
    yield Figure("quarantine", waiting, more=False, target=Target.QUARANTINE)


def _of_stack(session: Session, actor: Actor) -> Iterator[Figure]:
    desk = _DAILY[Role.MANAGER]
    first = first_page(session, actor, desk, LOOKED_THROUGH)
    # Loads all that a decision rests on; the homes of others do not wait for it.
    from desktop.services.stack_rows import StackStanding, stack_rows  # noqa: PLC0415

    rows = stack_rows(session, actor, [row.id for row in first.rows])
    ready = sum(row.standing is StackStanding.READY for row in rows)
    yield Figure("ready", ready, more=first.count > LOOKED_THROUGH, target=Target.STACK)
    labels = {row.status: row.status_label for row in first.rows}
    queries = {status: replace(desk, statuses=(status,)) for status in labels}
    for one in queue_counts(session, actor, queries) if len(labels) > 1 else ():
        yield Figure("status", one.count, one.more, queries[one.code], label=labels[one.code])


def _of_office(session: Session, actor: Actor) -> Iterator[Figure]:
    yield from _of_quarantine(session, actor)
    active = session.scalar(select(func.count()).select_from(Person).where(Person.active)) or 0
    yield Figure("people", active, more=False, target=Target.PEOPLE)


def _rows(session: Session, *conditions: Any) -> int:
    return session.scalar(select(func.count()).select_from(IntakePackage).where(*conditions)) or 0


_NOW: Final[Mapping[Role, Callable[[Session, Actor], Asked]]] = {
    Role.REVIEWER: _of_reviewer,
    Role.DOCUMENTS_OFFICER: _of_documents_officer,
    Role.MANAGER: _of_manager,
    Role.SUPERVISOR: _of_supervisor,
    Role.CLERK: _of_clerk,
    Role.ADMINISTRATOR: _nothing,
    Role.AUDITOR: _nothing,
}
_TODAY: Final[Mapping[Role, Callable[[Session, Actor], Asked]]] = {
    Role.REVIEWER: _today_of_reviewer,
    Role.DOCUMENTS_OFFICER: _today_of_documents_officer,
    Role.MANAGER: _overdue_by_desk,
    Role.SUPERVISOR: _overdue_by_desk,
}
_OTHER: Final[Mapping[Role, Callable[[Session, Actor], Iterable[Figure]]]] = {
    Role.CLERK: _of_arrivals,
    Role.SUPERVISOR: _of_quarantine,
    Role.MANAGER: _of_stack,
    Role.ADMINISTRATOR: _of_office,
}
_DAILY: Final[Mapping[Role, QueueQuery]] = {
    Role.REVIEWER: MINE,
    Role.DOCUMENTS_OFFICER: QueueQuery(Role.DOCUMENTS_OFFICER, phases=(Phase.PAPERS,)),
    Role.MANAGER: QueueQuery(Role.MANAGER, phases=(Phase.DECISION,)),
    Role.SUPERVISOR: QueueQuery(phases=tuple(sorted(RUNNING_PHASES))),
}
