"""The home page of one person in one role, in one call: what waits now, today's own day, what changed."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.jalali import TEHRAN, in_tehran
from desktop.models.office import Closure
from desktop.models.scheme import Scheme, SchemeVersion
from desktop.models.vocabulary import Role
from desktop.services.due_dates import calendar_of
from desktop.services.home_figures import Figure, daily_work, todays_figures, urgent_figures
from desktop.services.next_case import NextCase, next_case
from desktop.services.notifications import NewsKind, notifications
from desktop.services.people import Actor
from desktop.services.queue_query import QueueQuery
from desktop.services.queues import queue_counts
from desktop.services.rules import Label
from desktop.services.work_flow import PersonLoad, WorkFlow, person_loads, work_flow
from desktop.services.working_calendar import WorkingCalendar
from desktop.services.working_time_ruler import ruler_of

LOAD_DAYS: Final = 5
"""Working days whose load is shown, today first."""

COMING: Final = 3
"""Closed days that are announced."""

_TAKES_CASES: Final = frozenset({Role.REVIEWER, Role.DOCUMENTS_OFFICER})
_LEADS: Final = frozenset({Role.MANAGER, Role.SUPERVISOR})
_KEEPS_OFFICE: Final = frozenset({Role.ADMINISTRATOR})
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class DayLoad:
    """How many dossiers are due on a working day, and the list of them."""

    day: date
    count: int
    more: bool
    query: QueueQuery


@dataclass(frozen=True, slots=True)
class Coming:
    """Something the office should know beforehand; a scheme's version has a label, a closed day a title."""

    day: date
    label: Label | None = None
    version: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Home:
    """A home page; what the role has no use for is empty."""

    role: Role
    urgent: tuple[Figure, ...]
    next: NextCase | None
    today: tuple[Figure, ...]
    load: tuple[DayLoad, ...]
    minutes_left: int
    """Of the office's working time today."""
    news_since: datetime
    """When the working day before today ended."""
    news: dict[NewsKind, int]
    flow: WorkFlow | None
    loads: tuple[PersonLoad, ...]
    coming: tuple[Coming, ...]


def home_of(session: Session, actor: Actor, role: Role) -> Home:
    """The home page of the actor in one of his roles."""
    actor.demand(role)
    calendar = calendar_of(session)
    evening = _evening_before(calendar, actor.at)
    leads = role in _LEADS
    return Home(
        role=role,
        urgent=urgent_figures(session, actor, role),
        next=next_case(session, actor) if role in _TAKES_CASES else None,
        today=todays_figures(session, actor, role),
        load=_load(session, actor, daily_work(role), calendar),
        minutes_left=_minutes_left(calendar, actor.at),
        news_since=evening,
        news=dict(Counter(one.kind for one in notifications(session, actor, evening))),
        flow=work_flow(session, actor) if leads else None,
        loads=tuple(person_loads(session, actor)) if leads else (),
        coming=tuple(_coming(session, actor)) if role in _KEEPS_OFFICE else (),
    )


def _load(
    session: Session, actor: Actor, work: QueueQuery | None, calendar: WorkingCalendar
) -> tuple[DayLoad, ...]:
    if work is None:
        return ()
    days = _working_days_from(calendar, in_tehran(actor.at).date())
    due = {day: replace(work, due_from=_begin(day), due_until=_begin(day + _ONE_DAY)) for day in days}
    counts = queue_counts(session, actor, {day.isoformat(): query for day, query in due.items()})
    return tuple(
        DayLoad(day, one.count, one.more, query)
        for (day, query), one in zip(due.items(), counts, strict=True)
    )


def _working_days_from(calendar: WorkingCalendar, today: date) -> list[date]:
    days: list[date] = []
    day = today
    while len(days) < LOAD_DAYS:
        if calendar.is_working_day(day):
            days.append(day)
        day += _ONE_DAY
    return days


def _minutes_left(calendar: WorkingCalendar, now: datetime) -> int:
    midnight = _begin(in_tehran(now).date() + _ONE_DAY)
    return ruler_of(calendar).between(now, midnight) // timedelta(minutes=1)


def _evening_before(calendar: WorkingCalendar, now: datetime) -> datetime:
    day = in_tehran(now).date() - _ONE_DAY
    while (hours := calendar.hours_on(day)) is None:
        day -= _ONE_DAY
    return datetime.combine(day, hours.closes, TEHRAN).astimezone(UTC)


def _coming(session: Session, actor: Actor) -> Iterator[Coming]:
    today = in_tehran(actor.at).date()
    versions = (
        select(SchemeVersion.valid_from, Scheme.title, SchemeVersion.code)
        .join(Scheme, Scheme.id == SchemeVersion.scheme_id)
        .where(SchemeVersion.valid_from > today)
        .order_by(SchemeVersion.valid_from)
    )
    for day, label, code in session.execute(versions):
        yield Coming(day, label=label, version=code)
    closed = select(Closure.day, Closure.title).where(Closure.day >= today).order_by(Closure.day)
    for day, title in session.execute(closed.limit(COMING)):
        yield Coming(day, title=title)


def _begin(day: date) -> datetime:
    return datetime.combine(day, time(), TEHRAN).astimezone(UTC)
