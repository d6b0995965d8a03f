"""Measures working time between two moments without walking the days: lists ask it for every row shown."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import datetime, timedelta

from desktop.models.jalali import in_tehran
from desktop.services.working_calendar import WorkingCalendar

_WEEK = 7
_SUNDAY = 6
"""Day 0 of `date.toordinal`, as `date.weekday()` counts."""


@dataclass(frozen=True, slots=True)
class WorkingTimeRuler:
    """A calendar laid out as a ruler: so many working days stand before any day."""

    calendar: WorkingCalendar
    weekly: tuple[int, ...]
    """Working days among the first 0 to 7 days of a week that begins on a Sunday."""
    closed: tuple[int, ...]
    """Ordinals of the closed days that no weekend has taken already, in order."""

    def between(self, start: datetime, end: datetime) -> timedelta:
        """The working time from `start` to `end`; negative when `end` is earlier."""
        return self._position(end) - self._position(start)

    def _position(self, moment: datetime) -> timedelta:
        here = in_tehran(moment)
        day, hours = here.date(), self.calendar.hours
        passed = self._days_before(day.toordinal()) * hours.length
        if not self.calendar.is_working_day(day):
            return passed
        opened = datetime.combine(day, hours.opens, here.tzinfo)
        return passed + min(max(here - opened, timedelta()), hours.length)

    def _days_before(self, ordinal: int) -> int:
        weeks, rest = divmod(ordinal, _WEEK)
        return weeks * self.weekly[_WEEK] + self.weekly[rest] - bisect_left(self.closed, ordinal)


def ruler_of(calendar: WorkingCalendar) -> WorkingTimeRuler:
    """The ruler of a calendar."""
    works = [(day + _SUNDAY) % _WEEK not in calendar.weekend for day in range(_WEEK)]
    closed = (day for day in calendar.closures if day.weekday() not in calendar.weekend)
    return WorkingTimeRuler(
        calendar,
        weekly=tuple(sum(works[:days]) for days in range(_WEEK + 1)),
        closed=tuple(sorted(day.toordinal() for day in closed)),
    )
