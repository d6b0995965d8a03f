"""What is known of each day a month shows: which days may be chosen, which are off, and how each is told."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from desktop.language.calendars import (
    FIRST_HIJRI_DAY,
    LAST_HIJRI_DAY,
    Calendar,
    Parts,
    day_of,
    days_of_month,
    month_after,
    month_names,
    parts_of,
    reaches,
)
from desktop.language.window import Words

DAYS_OF_WEEK: Final = 7
WEEKS_SHOWN: Final = 6
FIRST_DAY: Final = date(1921, 3, 21)
LAST_DAY: Final = date(2122, 3, 20)
"""1300/01/01 and 1500/12/29: no day outside them is meant in an office."""

_FIRST_WEEKDAY: Final = {Calendar.JALALI: 5, Calendar.HIJRI: 5, Calendar.GREGORIAN: 0}
"""As `date.weekday` counts: Saturday begins the week of the office, Monday that of the Gregorian calendar."""
_VISITS_OF_A_TICK, _MOST_TICKS = 3, 3


@dataclass(frozen=True, slots=True)
class Almanac:
    """The days of one calendar in one language, with the office's days off and how much is to be done."""

    words: Words
    today: date
    least: date = FIRST_DAY
    most: date = LAST_DAY
    weekend: frozenset[int] = frozenset()
    closures: Mapping[date, str] = field(default_factory=dict)
    loads: Mapping[date, int] = field(default_factory=dict)

    @property
    def calendar(self) -> Calendar:
        """The calendar the person reads."""
        return self.words.formats.calendar

    # --- which days there are ------------------------------------------------------------------------------

    def holds(self, day: date) -> bool:
        """Whether the day may be chosen."""
        return self.least <= day <= self.most and reaches(self.calendar, day)

    def clipped(self, day: date) -> date:
        """The nearest day that may be chosen."""
        first, last = self.least, self.most
        if self.calendar is Calendar.HIJRI:
            first, last = max(first, FIRST_HIJRI_DAY), min(last, LAST_HIJRI_DAY)
        return min(max(day, first), last)

    def later(self, day: date, days: int = 0, months: int = 0) -> date:
        """So many days and months on, or back; a day that the month lacks is its last, and bounds hold."""
        here = parts_of(self.clipped(day), self.calendar)
        year, month = month_after(here.year, here.month, months)
        try:
            number = min(here.day, days_of_month(self.calendar, year, month))
            moved = day_of(self.calendar, Parts(year, month, number))
        except ValueError:  # beyond the Hijri tables
            moved = LAST_HIJRI_DAY if months > 0 else FIRST_HIJRI_DAY
        return self.clipped(moved + timedelta(days=days))

    def weeks_about(self, day: date) -> list[date]:
        """Six whole weeks that show the month of `day`, with the ends of its neighbours."""
        here = parts_of(self.clipped(day), self.calendar)
        first = day_of(self.calendar, Parts(here.year, here.month, 1))
        before = (first.weekday() - _FIRST_WEEKDAY[self.calendar]) % DAYS_OF_WEEK
        start = first - timedelta(days=before)
        return [start + timedelta(days=ahead) for ahead in range(WEEKS_SHOWN * DAYS_OF_WEEK)]

    def same_month(self, day: date, other: date) -> bool:
        """Whether both lie in one month."""
        if not (reaches(self.calendar, day) and reaches(self.calendar, other)):
            return False
        return parts_of(day, self.calendar)[:2] == parts_of(other, self.calendar)[:2]

    # --- what they are -------------------------------------------------------------------------------------

    def is_weekend(self, day: date) -> bool:
        """Whether the office rests on this day every week."""
        return day.weekday() in self.weekend

    def ticks(self, day: date) -> int:
        """How full the day is, 0 to 3; a tick is three visits, begun ones count."""
        return min(_MOST_TICKS, -(-self.loads.get(day, 0) // _VISITS_OF_A_TICK))

    # --- how they are told ---------------------------------------------------------------------------------

    def number(self, day: date) -> str:
        """The day of the month; nothing for a day that the calendar does not reach."""
        if not reaches(self.calendar, day):
            return ""
        return self.words.formats.number(parts_of(day, self.calendar).day)

    def month(self, day: date) -> str:
        """«آبان ۱۴۰۵»."""
        here = parts_of(self.clipped(day), self.calendar)
        name = month_names(self.calendar, self.words.language)[here.month - 1]
        return self.words.of("calendars")("month", month=name, year=self.words.formats.number(here.year))

    def weekday_letters(self) -> list[str]:
        """The heads of the seven columns, first day of the week first."""
        text = self.words.of("calendars")
        return [text(f"weekday.{number}") for number in self._weekdays()]

    def weekday_names(self) -> list[str]:
        """The same in full."""
        formats = self.words.formats
        return [formats.weekday(day) for day in self.weeks_about(self.today)[:DAYS_OF_WEEK]]

    def facts(self, day: date) -> list[str]:
        """What there is to say of the day besides its date, most important first."""
        text = self.words.of("calendars")
        said = [text("today")] if day == self.today else []
        said += [text("closed", title=self.closures[day])] if day in self.closures else []
        said += [text("weekend")] if self.is_weekend(day) else []
        said += [text("load", count=self.loads[day])] if self.loads.get(day) else []
        return said if self.holds(day) else [*said, text("not_to_be_chosen")]

    def told(self, day: date) -> str:
        """The day in one line: in full, then what there is to say of it."""
        formats = self.words.formats
        return formats.listed([formats.date_full(day), *self.facts(day)])

    def _weekdays(self) -> list[int]:
        first = _FIRST_WEEKDAY[self.calendar]
        return [(first + ahead) % DAYS_OF_WEEK for ahead in range(DAYS_OF_WEEK)]
