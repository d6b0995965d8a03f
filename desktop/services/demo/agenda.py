"""When every act of the demo office happens: on working days, in office hours, and in the past."""

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from random import Random

from desktop.models.jalali import TEHRAN, from_jalali, in_tehran, jalali_year
from desktop.services.closures import official_closures
from desktop.services.demo.courses import Course
from desktop.services.working_calendar import WorkingCalendar

FOUNDED_YEAR = 1397
"""Jalali year of the oldest dossiers; the office is older than the second version of its scheme."""
REVIEW_DAYS = 3
"""Working days in which a dossier that has just come must be reviewed."""
_UNEVEN = (0.8, 1.25)
"""Between which factors the stretches of a course vary."""
_ONE_DAY = timedelta(days=1)
_NOTHING_LEFT_OPEN = timedelta(days=60)
"""So long after the last act every answer has come or its time has run out."""
_SATURDAY = 5
_BEFORE_HOURS = time(7)


def years_of(at: datetime) -> list[int]:
    """The Jalali years the office's calendar has to know."""
    now = jalali_year(in_tehran(at).date())
    return [FOUNDED_YEAR, FOUNDED_YEAR + 1, now - 1, now, now + 1]


def calendar_for(at: datetime) -> WorkingCalendar:
    """The working calendar as the office will have it."""
    return WorkingCalendar(closures=official_closures(years_of(at)))


def moments_of(course: Course, calendar: WorkingCalendar, at: datetime, chance: Random) -> list[datetime]:
    """The moment of each act of one dossier's course, in order of time and none after `at`."""
    lengths = [act.after * chance.uniform(*_UNEVEN) for act in course.acts]
    first = _first(course, calendar, at, chance, sum(lengths))
    moments = []
    for length in lengths:
        first = _later(calendar, first, length)
        moments.append(first.replace(microsecond=0))
    return moments


def _first(
    course: Course, calendar: WorkingCalendar, at: datetime, chance: Random, length: float
) -> datetime:
    if course.year is not None:
        day = from_jalali(*course.year, chance.randrange(1, 24))
        return _later(calendar, _opening(calendar, day), chance.uniform(0.05, 0.9))
    if course.due is not None:
        return calendar.add_working_days(_due(course.due, calendar, at, chance), -REVIEW_DAYS)
    least, most = course.ends or (0.0, 0.0)
    return _later(calendar, at, -chance.uniform(least, most) - length)


def _due(due: str, calendar: WorkingCalendar, at: datetime, chance: Random) -> datetime:
    """A moment of office hours still to come today, or of the next working day."""
    today = in_tehran(at).date()
    closing = datetime.combine(today, calendar.hours.closes, TEHRAN)
    if due == "today" and calendar.is_working_day(today) and at < closing:
        begin = max(at, datetime.combine(today, calendar.hours.opens, TEHRAN))
        return begin + chance.uniform(0.1, 0.9) * (closing - begin)
    return _later(calendar, _opening(calendar, today + _ONE_DAY), chance.uniform(0.05, 0.45))


def _opening(calendar: WorkingCalendar, day: date) -> datetime:
    while not calendar.is_working_day(day):
        day += _ONE_DAY
    return datetime.combine(day, calendar.hours.opens, TEHRAN)


def _later(calendar: WorkingCalendar, moment: datetime, days: float) -> datetime:
    return calendar.add_working_time(moment, days * calendar.hours.length)


def days_before(calendar: WorkingCalendar, at: datetime, days: float) -> datetime:
    """The moment so many working days before `at`."""
    return _later(calendar, at, -days).replace(microsecond=0)


def mornings(moments: Sequence[datetime], last: datetime) -> list[datetime]:
    """Saturday mornings until `last` on which the clock goes its round, but none long after any act."""
    day, found, place = in_tehran(moments[0]).date(), [], 0
    day += timedelta(days=(_SATURDAY - day.weekday()) % 7)
    while (morning := datetime.combine(day, _BEFORE_HOURS, TEHRAN)) < last:
        place = bisect_left(moments, morning, place)
        if morning - moments[place - 1] < _NOTHING_LEFT_OPEN:
            found.append(morning)
        day += timedelta(days=7)
    return found
