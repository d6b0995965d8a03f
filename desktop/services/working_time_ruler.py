"""Measures working time between two moments without walking the days: lists ask it for every row shown."""

from bisect import bisect_left
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import accumulate

from desktop.models.jalali import in_tehran
from desktop.services.working_calendar import OfficeHours, WorkingCalendar

_WEEK = 7
_SUNDAY = 6
"""Day 0 of `date.toordinal`, as `date.weekday()` counts."""


@dataclass(frozen=True, slots=True)
class WorkingTimeRuler:
    """A calendar laid out as a ruler: so much working time lies before any day."""

    calendar: WorkingCalendar
    weekly: tuple[timedelta, ...]
    """Working time of the first 0 to 7 days of a week that begins on a Sunday."""
    unusual: tuple[int, ...]
    """Ordinals of the days with other hours than their weekday, in order."""
    less: tuple[timedelta, ...]
    """How much less is worked on the first 0, 1, 2 … of them than on usual days."""

    def between(self, start: datetime, end: datetime) -> timedelta:
        """The working time from `start` to `end`; negative when `end` is earlier."""
        return self._position(end) - self._position(start)

    def _position(self, moment: datetime) -> timedelta:
        here = in_tehran(moment)
        day = here.date()
        passed, hours = self._time_before(day.toordinal()), self.calendar.hours_on(day)
        if hours is None:
            return passed
        opened = datetime.combine(day, hours.opens, here.tzinfo)
        return passed + min(max(here - opened, timedelta()), hours.length)

    def _time_before(self, ordinal: int) -> timedelta:
        weeks, rest = divmod(ordinal, _WEEK)
        usual = weeks * self.weekly[_WEEK] + self.weekly[rest]
        return usual - self.less[bisect_left(self.unusual, ordinal)]


def ruler_of(calendar: WorkingCalendar) -> WorkingTimeRuler:
    """The ruler of a calendar."""
    usual = [_usual(calendar, (day + _SUNDAY) % _WEEK) for day in range(_WEEK)]
    unusual = sorted({*calendar.closures, *calendar.special_hours})
    less = (_usual(calendar, day.weekday()) - _length(calendar.hours_on(day)) for day in unusual)
    return WorkingTimeRuler(
        calendar,
        weekly=tuple(accumulate(usual, initial=timedelta())),
        unusual=tuple(day.toordinal() for day in unusual),
        less=tuple(accumulate(less, initial=timedelta())),
    )


def _usual(calendar: WorkingCalendar, weekday: int) -> timedelta:
    if weekday in calendar.weekend:
        return timedelta()
    return _length(calendar.week_hours.get(weekday, calendar.hours))


def _length(hours: OfficeHours | None) -> timedelta:
    return timedelta() if hours is None else hours.length
