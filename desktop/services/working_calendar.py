"""The office's working time: which hours count towards a time limit, and why a day does not (X-15).

Days and hours are those of Tehran; moments go in with any zone and come out in UTC. One working day is the
length of one day's office hours, so a limit that begins at 14:00 also ends at 14:00.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Final

from desktop.models.jalali import TEHRAN, in_tehran

THURSDAY: Final = 3
FRIDAY: Final = 4
OFFICE_WEEKEND: Final = frozenset({THURSDAY, FRIDAY})
"""Days as `date.weekday()` counts them; by law only Friday is off, offices mostly close on Thursday too."""

_ONE_DAY: Final = timedelta(days=1)
_NO_TIME: Final = timedelta()


class DayOff(StrEnum):
    """Why a day does not count."""

    WEEKEND = "weekend"
    CLOSURE = "closure"


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day that was not counted; a closure has a title, a weekend has none."""

    day: date
    reason: DayOff
    title: str | None = None


@dataclass(frozen=True, slots=True)
class OfficeHours:
    """From when to when the office works on a working day."""

    opens: time = time(8)
    closes: time = time(16)

    def __post_init__(self) -> None:
        if self.opens >= self.closes:
            raise ValueError("the office must open before it closes")

    @property
    def length(self) -> timedelta:
        """One working day."""
        return datetime.combine(date.min, self.closes) - datetime.combine(date.min, self.opens)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """Weekend, office hours and closed days (with their titles) of one office."""

    weekend: frozenset[int] = OFFICE_WEEKEND
    hours: OfficeHours = OfficeHours()
    closures: Mapping[date, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if not self.weekend < frozenset(range(7)):
            raise ValueError("the weekend needs days from 0 to 6 and must leave a working day")

    def is_working_day(self, day: date) -> bool:
        """Whether the office works on that day."""
        return day.weekday() not in self.weekend and day not in self.closures

    def why_not_counted(self, day: date) -> SkippedDay | None:
        """Why a day does not count, or None for a working day; a closure on a weekend is a weekend."""
        if day.weekday() in self.weekend:
            return SkippedDay(day, DayOff.WEEKEND)
        title = self.closures.get(day)
        return None if title is None else SkippedDay(day, DayOff.CLOSURE, title)

    def working_days(self, days: int) -> timedelta:
        """The working time of so many working days."""
        return days * self.hours.length

    def add_working_days(self, moment: datetime, days: int) -> datetime:
        """The moment when `days` working days have passed since `moment`."""
        return self.add_working_time(moment, self.working_days(days))

    def add_working_time(self, moment: datetime, amount: timedelta) -> datetime:
        """The first moment by which `amount` of working time has passed; `moment` itself for none.

        A full last day ends at closing time, not on the next morning. ValueError for a negative amount.
        """
        if amount < _NO_TIME:
            raise ValueError("working time is only counted forward")
        if amount == _NO_TIME:
            return moment.astimezone(UTC)
        left = amount
        for opening, closing in self._spans_from(moment):
            if left <= closing - opening:
                return opening + left
            left -= closing - opening
        raise AssertionError("working days never end")

    def working_time_between(self, start: datetime, end: datetime) -> timedelta:
        """The working time from `start` to `end`; negative when `end` is earlier."""
        if end < start:
            return -self.working_time_between(end, start)
        total = _NO_TIME
        for opening, closing in self._spans_from(start):
            if opening >= end:
                break
            total += min(closing, end) - opening
        return total

    def skipped_days(self, start: datetime, end: datetime) -> tuple[SkippedDay, ...]:
        """Every day from `start` to `end`, both included, that does not count, with its reason."""
        first, last = in_tehran(start).date(), in_tehran(end).date()
        days = (first + timedelta(days=number) for number in range((last - first).days + 1))
        return tuple(skipped for day in days if (skipped := self.why_not_counted(day)))

    def _spans_from(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        """Stretches of working time from `moment` on, day after day without end, in UTC."""
        start, day = moment.astimezone(UTC), in_tehran(moment).date()
        while True:
            if self.is_working_day(day):
                closing = _in_utc(day, self.hours.closes)
                if start < closing:
                    yield max(start, _in_utc(day, self.hours.opens)), closing
            day += _ONE_DAY


def _in_utc(day: date, clock: time) -> datetime:
    # Subtracting within one zone would ignore the summer time Iran had until 1401.
    return datetime.combine(day, clock, TEHRAN).astimezone(UTC)
