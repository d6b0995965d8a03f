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
    """Weekend, office hours and closed days (with their titles) of one office.

    A working day, as time limits count it, is as long as `hours`; on a shorter day less of it passes.
    """

    weekend: frozenset[int] = OFFICE_WEEKEND
    hours: OfficeHours = OfficeHours()
    closures: Mapping[date, str] = field(default_factory=dict)
    week_hours: Mapping[int, OfficeHours] = field(default_factory=dict)
    """Days of the week with other hours than `hours`."""
    special_hours: Mapping[date, OfficeHours] = field(default_factory=dict)
    """Days with hours of their own, whatever else is said of them: half days, and days made up for."""

    def __post_init__(self) -> None:
        if not self.weekend < frozenset(range(7)):
            raise ValueError("the weekend needs days from 0 to 6 and must leave a working day")

    def hours_on(self, day: date) -> OfficeHours | None:
        """From when to when the office works on that day; None when it is closed."""
        special = self.special_hours.get(day)
        if special is not None:
            return special
        if day.weekday() in self.weekend or day in self.closures:
            return None
        return self.week_hours.get(day.weekday(), self.hours)

    def is_working_day(self, day: date) -> bool:
        """Whether the office works on that day."""
        return self.hours_on(day) is not None

    def why_not_counted(self, day: date) -> SkippedDay | None:
        """Why a day does not count, or None for a working day; a closure on a weekend is a weekend."""
        if day in self.special_hours:
            return None
        if day.weekday() in self.weekend:
            return SkippedDay(day, DayOff.WEEKEND)
        title = self.closures.get(day)
        return None if title is None else SkippedDay(day, DayOff.CLOSURE, title)

    def working_days(self, days: int) -> timedelta:
        """The working time of so many working days."""
        return days * self.hours.length

    def add_working_days(self, moment: datetime, days: int) -> datetime:
        """The moment when `days` working days have passed since `moment`; before it when negative."""
        return self.add_working_time(moment, self.working_days(days))

    def add_working_time(self, moment: datetime, amount: timedelta) -> datetime:
        """The moment nearest to `moment` with `amount` of working time between them; before it when negative.

        Forward, a full last day ends at closing time and not on the next morning; backward it begins at
        opening time and not on the evening before. No amount is `moment` itself.
        """
        if amount == _NO_TIME:
            return moment.astimezone(UTC)
        left, forward = abs(amount), amount > _NO_TIME
        for begin, end in self._spans_after(moment) if forward else self._spans_before(moment):
            if left <= end - begin:
                break
            left -= end - begin
        return begin + left if forward else end - left

    def working_time_between(self, start: datetime, end: datetime) -> timedelta:
        """The working time from `start` to `end`; negative when `end` is earlier."""
        if end < start:
            return -self.working_time_between(end, start)
        total = _NO_TIME
        for opening, closing in self._spans_after(start):
            if opening >= end:
                break
            total += min(closing, end) - opening
        return total

    def skipped_days(self, start: datetime, end: datetime) -> tuple[SkippedDay, ...]:
        """Every day from `start` to `end`, both included, that does not count, with its reason."""
        first, last = in_tehran(start).date(), in_tehran(end).date()
        days = (first + timedelta(days=number) for number in range((last - first).days + 1))
        return tuple(skipped for day in days if (skipped := self.why_not_counted(day)))

    def _spans_after(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        start = moment.astimezone(UTC)
        days = self._office_hours(moment, _ONE_DAY)
        return ((max(opening, start), closing) for opening, closing in days if start < closing)

    def _spans_before(self, moment: datetime) -> Iterator[tuple[datetime, datetime]]:
        end = moment.astimezone(UTC)
        days = self._office_hours(moment, -_ONE_DAY)
        return ((opening, min(closing, end)) for opening, closing in days if opening < end)

    def _office_hours(self, moment: datetime, step: timedelta) -> Iterator[tuple[datetime, datetime]]:
        """Opening and closing, in UTC, of the day of `moment` and then of one working day after another."""
        day = in_tehran(moment).date()
        while True:
            hours = self.hours_on(day)
            if hours is not None:
                yield _in_utc(day, hours.opens), _in_utc(day, hours.closes)
            day += step


def _in_utc(day: date, clock: time) -> datetime:
    # Subtracting within one zone would ignore the summer time Iran had until 1401.
    return datetime.combine(day, clock, TEHRAN).astimezone(UTC)
