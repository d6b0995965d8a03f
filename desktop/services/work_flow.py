"""How work flows through the office: what came and left day by day, where it waits longest, who is late."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from statistics import fmean
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from desktop.models.dossier import Dossier, StatusChange
from desktop.models.jalali import TEHRAN, in_tehran
from desktop.models.staff import Person
from desktop.models.vocabulary import RUNNING_PHASES
from desktop.services.due_dates import calendar_of
from desktop.services.people import Actor
from desktop.services.rules import Label, rules_of
from desktop.services.working_calendar import WorkingCalendar
from desktop.services.working_time_ruler import ruler_of

DAYS: Final = 10
"""Working days that are looked back on."""

FEWEST: Final = 3
"""An average of fewer stays says nothing."""


@dataclass(frozen=True, slots=True)
class FlowDay:
    """How many dossiers came to the office's desks on a day, and how many left them."""

    day: date
    came: int
    left: int


@dataclass(frozen=True, slots=True)
class Bottleneck:
    """The status in which dossiers stayed longest, in working days on average."""

    scheme: str
    status: str
    status_label: Label
    days: float


@dataclass(frozen=True, slots=True)
class WorkFlow:
    """The last ten working days, today included."""

    days: tuple[FlowDay, ...]
    bottleneck: Bottleneck | None


@dataclass(frozen=True, slots=True)
class PersonLoad:
    """What one person holds, and how much of it is overdue."""

    person_id: int
    name: str
    held: int
    overdue: int


@dataclass(frozen=True, slots=True)
class _Move:
    day: date
    came: bool
    left: bool
    stood_in: tuple[int, str] | None
    """Scheme version and status that it left, if work was the office's there; and for how long it was."""
    stayed: timedelta


def work_flow(session: Session, actor: Actor) -> WorkFlow:
    """Flow of the last working days, and where it is slowest."""
    calendar = calendar_of(session)
    days = _working_days_until(calendar, in_tehran(actor.at).date())
    moves = list(_moves(session, calendar, days[0]))
    came = Counter(_counted_on(days, move.day) for move in moves if move.came)
    left = Counter(_counted_on(days, move.day) for move in moves if move.left)
    return WorkFlow(
        tuple(FlowDay(day, came[day], left[day]) for day in days), _bottleneck(session, calendar, moves)
    )


def person_loads(session: Session, actor: Actor) -> list[PersonLoad]:
    """Who holds dossiers, those with the most overdue first."""
    overdue = func.count().filter(Dossier.due_at < actor.at)
    rows = session.execute(
        select(Person.id, Person.name, func.count(), overdue)
        .join(Dossier, Dossier.claimed_by_id == Person.id)
        .where(Dossier.claimed_by_id.is_not(None))
        .group_by(Person.id, Person.name)
        .order_by(overdue.desc(), func.count().desc(), Person.name)
    )
    return [PersonLoad(*row) for row in rows]


def _counted_on(days: Sequence[date], day: date) -> date:
    """What happens on a day off is met on the working day after it, if there is one yet."""
    return days[min(bisect_left(days, day), len(days) - 1)]


def _working_days_until(calendar: WorkingCalendar, today: date) -> list[date]:
    days: list[date] = []
    day = today
    while len(days) < DAYS:
        if calendar.is_working_day(day):
            days.append(day)
        day -= timedelta(days=1)
    return days[::-1]


def _moves(session: Session, calendar: WorkingCalendar, first: date) -> Iterator[_Move]:
    """Moves into and out of the office's own work since the beginning of a day."""
    before, ruler = aliased(StatusChange), ruler_of(calendar)
    entered = (
        select(func.max(before.at))
        .where(
            before.dossier_id == StatusChange.dossier_id,
            before.id < StatusChange.id,
            before.undone_at.is_(None),
        )
        .scalar_subquery()
    )
    rows = session.execute(
        select(
            StatusChange.at,
            StatusChange.from_status,
            StatusChange.phase,
            Dossier.scheme_version_id,
            entered.label("entered"),
        )
        .join(Dossier, Dossier.id == StatusChange.dossier_id)
        .where(
            StatusChange.at >= datetime.combine(first, time(), TEHRAN).astimezone(UTC),
            StatusChange.from_status.is_not(None),
            StatusChange.undone_at.is_(None),
        )
    )
    for row in rows:
        statuses = rules_of(session, row.scheme_version_id).statuses
        ran, runs = statuses[row.from_status].phase in RUNNING_PHASES, row.phase in RUNNING_PHASES
        yield _Move(
            day=in_tehran(row.at).date(),
            came=runs and not ran,
            left=ran and not runs,
            stood_in=(row.scheme_version_id, row.from_status) if ran else None,
            stayed=ruler.between(row.entered, row.at) if ran else timedelta(),
        )


def _bottleneck(session: Session, calendar: WorkingCalendar, moves: list[_Move]) -> Bottleneck | None:
    stays: defaultdict[tuple[int, str], list[float]] = defaultdict(list)
    for move in moves:
        if move.stood_in is not None:
            stays[move.stood_in].append(move.stayed / calendar.hours.length)
    means = {stood: fmean(days) for stood, days in stays.items() if len(days) >= FEWEST}
    if not means:
        return None
    version, status = max(means, key=lambda stood: means[stood])
    rules = rules_of(session, version)
    return Bottleneck(rules.scheme, status, rules.statuses[status].label, means[version, status])
