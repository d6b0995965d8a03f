"""The working calendar as its editor sees it: a year, a change, what it would move, and keeping it."""

from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import RuleBroken
from desktop.models.jalali import TEHRAN, from_jalali, jalali_year
from desktop.models.office import Closure
from desktop.models.vocabulary import Role
from desktop.services import journal
from desktop.services.closures import (
    ClosureRow,
    enter_closure,
    keep_working_week,
    lift_closure,
    list_closures,
    official_closures,
    recompute_from,
    seed_closures,
)
from desktop.services.database import Database
from desktop.services.due_dates import calendar_of, due_under
from desktop.services.people import Actor
from desktop.services.unit_of_work import reading
from desktop.services.working_calendar import OfficeHours, WorkingCalendar

EXAMPLES: Final = 20
"""So many dossiers are named in a preview, those that move farthest."""

_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class WorkingWeek:
    """Days off and hours as `date.weekday()` counts days; `week_hours` are those of days with other hours."""

    weekend: frozenset[int]
    hours: OfficeHours
    week_hours: Mapping[int, OfficeHours]


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """A Jalali year of the calendar; `known_until` is the last day whose official closures are entered."""

    year: int
    week: WorkingWeek
    days: tuple[ClosureRow, ...]
    known_until: date | None


@dataclass(frozen=True, slots=True)
class DayEntry:
    """What a day is to be: closed, or open for `hours` whatever its weekday."""

    title: str
    hours: OfficeHours | None = None


@dataclass(frozen=True, slots=True)
class CalendarEdit:
    """A change not yet kept: another week, and days entered anew (None: taken out)."""

    week: WorkingWeek | None = None
    days: Mapping[date, DayEntry | None] = field(default_factory=dict)

    @property
    def first_day(self) -> date:
        """The day from which on due moments can move."""
        return date.min if self.week is not None else min(self.days, default=date.max)


@dataclass(frozen=True, slots=True)
class MovedDue:
    """A dossier whose due moment a change moves."""

    dossier_id: int
    number: str
    subject: str
    old: datetime
    new: datetime


@dataclass(frozen=True, slots=True)
class PreviewProgress:
    """How many dossiers have been looked at."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class CalendarPreview:
    """What a change would move: how many dossiers, which way, and those that move farthest."""

    looked_at: int
    earlier: int
    later: int
    newly_overdue: int
    examples: tuple[MovedDue, ...]

    @property
    def moved(self) -> int:
        """How many due moments move."""
        return self.earlier + self.later


@dataclass(frozen=True, slots=True)
class OfficialDay:
    """A public holiday of the official list; `entered` when the office's calendar has the day already."""

    day: date
    title: str
    entered: bool


def calendar_year(session: Session, year: int) -> CalendarYear:
    """The calendar of a Jalali year."""
    calendar = calendar_of(session)
    week = WorkingWeek(calendar.weekend, calendar.hours, dict(calendar.week_hours))
    return CalendarYear(year, week, tuple(list_closures(session, year)), known_until(session))


def known_until(session: Session) -> date | None:
    """The end of the last Jalali year whose official closures were entered; None when none ever were."""
    last = session.scalar(select(func.max(Closure.day)).where(Closure.entered_by_id.is_(None)))
    return None if last is None else from_jalali(jalali_year(last) + 1, 1, 1) - timedelta(days=1)


def hours_from(opens: time, closes: time) -> OfficeHours:
    """Office hours somebody has chosen; raises RuleBroken("calendar.hours_reversed")."""
    if opens >= closes:
        raise RuleBroken("calendar.hours_reversed", opens=f"{opens:%H:%M}", closes=f"{closes:%H:%M}")
    return OfficeHours(opens, closes)


def edited(calendar: WorkingCalendar, edit: CalendarEdit) -> WorkingCalendar:
    """The calendar as it would be; raises RuleBroken("calendar.no_working_day")."""
    closed, special = dict(calendar.closures), dict(calendar.special_hours)
    for day, entry in edit.days.items():
        closed.pop(day, None)
        special.pop(day, None)
        if entry is not None and entry.hours is not None:
            special[day] = entry.hours
        elif entry is not None:
            closed[day] = entry.title
    week = edit.week or WorkingWeek(calendar.weekend, calendar.hours, calendar.week_hours)
    try:
        return replace(
            calendar,
            weekend=week.weekend,
            hours=week.hours,
            week_hours=week.week_hours,
            closures=closed,
            special_hours=special,
        )
    except ValueError as error:
        raise RuleBroken("calendar.no_working_day") from error


def preview_edit(
    database: Database, actor: Actor, edit: CalendarEdit
) -> Generator[PreviewProgress, None, CalendarPreview]:
    """What a change would move, before it is kept; yields how far it is and changes nothing."""
    actor.demand(Role.ADMINISTRATOR)
    moved, earlier, overdue = list[MovedDue](), 0, 0
    with reading(database) as session:
        calendar = edited(calendar_of(session), edit)
        ids = _due_from(session, edit.first_day)
        for start in range(0, len(ids), _BATCH):
            yield PreviewProgress(start, len(ids))
            for one in _moved(session, ids[start : start + _BATCH], calendar):
                moved.append(one)
                earlier += one.new < one.old
                overdue += one.new < actor.at <= one.old
    farthest = sorted(moved, key=lambda one: (-abs(one.new - one.old), one.number))
    return CalendarPreview(len(ids), earlier, len(moved) - earlier, overdue, tuple(farthest[:EXAMPLES]))


def keep_edit(session: Session, actor: Actor, edit: CalendarEdit) -> int:
    """Keep a change, all of it or none; gives how many due moments have moved.

    Only an administrator may. Raises RuleBroken("calendar.no_working_day"), RuleBroken(
    "closure.title_missing"), and NotFound("closure.unknown") for a day that is not there to be taken out.
    """
    actor.demand(Role.ADMINISTRATOR)
    edited(calendar_of(session), edit)
    for day, entry in sorted(edit.days.items()):
        if entry is None or session.get(Closure, day) is not None:
            lift_closure(session, actor, day)
        if entry is not None:
            enter_closure(session, actor, day, entry.title, entry.hours)
    if edit.week is not None:
        keep_working_week(session, actor, edit.week.weekend, edit.week.hours, edit.week.week_hours)
    return recompute_from(session, edit.first_day) if edit.week or edit.days else 0


def official_days(session: Session, year: int) -> list[OfficialDay]:
    """The public holidays of a Jalali year, and which of them the office has entered."""
    official = official_closures([year])
    entered = set(session.scalars(select(Closure.day).where(Closure.day.in_(official))))
    return [OfficialDay(day, title, day in entered) for day, title in official.items()]


def copy_official_days(session: Session, actor: Actor, year: int) -> int:
    """Enter the public holidays of a Jalali year that are not there; gives their number."""
    actor.demand(Role.ADMINISTRATOR)
    entered = seed_closures(session, [year])
    if entered:
        journal.record(session, actor, "office:closures:copied", year=year, count=entered)
        session.flush()
    return entered


def _due_from(session: Session, day: date) -> Sequence[int]:
    due = select(Dossier.id).where(Dossier.due_at.is_not(None)).order_by(Dossier.id)
    if day == date.max:
        return []
    if day > date.min:
        due = due.where(Dossier.due_at >= datetime.combine(day, time(), TEHRAN))
    return session.scalars(due).all()


def _moved(session: Session, ids: Sequence[int], calendar: WorkingCalendar) -> list[MovedDue]:
    return [
        MovedDue(dossier.id, dossier.number, dossier.subject, dossier.due_at, due)
        for dossier, due in due_under(session, ids, calendar)
        if dossier.due_at is not None and due is not None and due != dossier.due_at
    ]
