"""Values as the window shows them: a person's calendar and digits, counts, sizes, foreign words in order."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from desktop.language.calendars import Calendar, Parts, month_names, parts_of, reaches, weekday_name
from desktop.language.formats import LATIN_WORD, NOTHING, Formats
from desktop.language.texts import for_count, sentence
from desktop.models.vocabulary import Language
from desktop.services import wording

_GROUPED_FROM = 10_000
_MINUTES_OF_HOUR = 60
_SIZE_STEP, _SIZES = 1024, ("bytes", "kilobytes", "megabytes", "gigabytes")
_SMALL = 10
_NUMBERS = re.compile(r"[+]?[0-9][0-9/:., -]*")
_LATIN_RUN = re.compile(f"(?:{LATIN_WORD.pattern})(?: (?:{LATIN_WORD.pattern}))*")
_RIGHT_TO_LEFT = re.compile(
    "[\u05d0-\u05ea\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc]"
)
"""Letters only: digits and signs take the direction of what is round them."""
_LEFT_TO_RIGHT = re.compile("[A-Za-z]|[+:/. -][0-9۰-۹٠-٩]")
"""Latin words, and numbers of several parts; digits alone keep their order anywhere."""
_ISOLATED = "\u2068"
_TO_RIGHT = "\u200e"
_BETWEEN_PARTS = re.compile("(?<=[٠-٩])[-•]+(?=[٠-٩])")
"""Signs without a direction of their own."""
_DECIMAL_POINT = {Language.PERSIAN: "٫", Language.ARABIC: "٫", Language.ENGLISH: "."}


@dataclass(frozen=True)
class WindowFormats(Formats):
    """Writes values in one language and one person's calendar; numbers of things may keep Latin digits."""

    calendar: Calendar = Calendar.JALALI
    latin_ids: bool = False

    # --- words and numbers ---------------------------------------------------------------------------------

    def shown(self, value: Any) -> str:
        """Any value alone, as in a cell or a field."""
        return self.amount(value) if type(value) is int else Formats.shown(self, value)

    def inside(self, value: Any) -> str:
        """A value within a sentence: what runs the other way, or is a number of something, is isolated."""
        written = self.shown(value)
        if not isinstance(value, str) or not written or _ISOLATED in written:
            return written
        if self.language is Language.ENGLISH:
            foreign = _RIGHT_TO_LEFT.search(value)
        else:
            foreign = None if _RIGHT_TO_LEFT.search(value) else _LEFT_TO_RIGHT.search(value)
        return wording.isolate(written) if foreign else written

    def asked(self, value: Any, way: str) -> str | None:
        """The value written in a way a sentence names, such as `{day:long}`; nothing for an unknown way."""
        write = _WAYS.get(way)
        return write(self, value) if write else Formats.asked(self, value, way)

    def digits(self, value: str) -> str:
        """A number of any kind in the digits of the language, its parts in their places.

        Between Arabic digits a hyphen takes the direction of the line, and the parts would change places.
        """
        written = Formats.digits(self, value)
        if self.language is not Language.ARABIC:
            return written
        return _BETWEEN_PARTS.sub(lambda found: f"{_TO_RIGHT}{found[0]}{_TO_RIGHT}", written)

    def text(self, value: str) -> str:
        """A text alone: numbers in the person's digits, Latin words within other words isolated."""
        if _NUMBERS.fullmatch(value):
            return self.id(value)
        if self.language is Language.ENGLISH or _ISOLATED in value or not _RIGHT_TO_LEFT.search(value):
            return value
        return _LATIN_RUN.sub(lambda found: wording.isolate(found[0]), value)

    def id(self, value: str) -> str:
        """The number of a dossier, certificate, person or telephone, in the digits the person prefers."""
        return wording.western_digits(value) if self.latin_ids else self.digits(value)

    def amount(self, value: int) -> str:
        """A count or an amount of money; thousands apart from ten thousand on."""
        return Formats.amount(self, value) if abs(value) >= _GROUPED_FROM else self.number(value)

    def count_capped(self, count: int, more: bool) -> str:  # noqa: FBT001 - the two halves of one count
        """A count that stopped at a limit: «بیش از ۹٬۹۹۹» when there are more."""
        return self._phrase("more_than", count=Formats.amount(self, count)) if more else self.amount(count)

    def percent(self, share: float) -> str:
        """«۴۰٪» of a share between 0 and 1."""
        return self._phrase("percent", number=self.number(round(share * 100)))

    def file_size(self, size: int) -> str:
        """«۲۳ مگابایت», with one decimal below ten."""
        step = 0
        value = float(size)
        while round(value) >= _SIZE_STEP and step < len(_SIZES) - 1:
            value, step = value / _SIZE_STEP, step + 1
        rounded = f"{value:.1f}" if step and value < _SMALL and f"{value:.1f}"[-1] != "0" else f"{value:.0f}"
        number = self.digits(rounded.replace(".", _DECIMAL_POINT[self.language]))
        return self._phrase(_SIZES[step], number=number)

    # --- days and times ------------------------------------------------------------------------------------

    def day(self, value: date) -> str:
        """«۱۴۰۵/۰۹/۰۲», for columns and fields."""
        found = self._parts(value)
        return self._marked(self.digits(f"{found.year:04}/{found.month:02}/{found.day:02}"), value)

    def moment(self, value: datetime) -> str:
        """«۱۴۰۵/۰۹/۰۲، ۱۴:۰۰», for columns."""
        return self._phrase("day_and_clock", day=self.day(_day_in_tehran(value)), clock=self.clock(value))

    def when(self, moment: datetime, now: datetime) -> str:
        """«امروز، ۱۴:۰۰»; with the day beyond yesterday and tomorrow, without the time in another year."""
        day, today = _day_in_tehran(moment), _day_in_tehran(now)
        near = {0: "today", -1: "yesterday", 1: "tomorrow"}.get((day - today).days)
        if near:
            return self._phrase(near, clock=self.clock(moment))
        if self._parts(day).year != self._parts(today).year:
            return self.date_long(day)
        return self._phrase("day_and_clock", day=self.day_and_month(day), clock=self.clock(moment))

    def clock(self, value: datetime | time) -> str:
        """«۱۴:۰۰»; a moment by Tehran's clock."""
        if isinstance(value, datetime):
            return wording.format_clock(value, self.language)
        return self.digits(f"{value:%H:%M}")

    def day_and_month(self, day: date) -> str:
        """«۲۴ آبان»."""
        found = self._parts(day)
        written = self._phrase("day_and_month", day=self.number(found.day), month=self._month(day))
        return self._marked(written, day)

    def date_long(self, day: date) -> str:
        """«۲۴ آبان ۱۴۰۴»."""
        return self._marked(self._long(day, self._calendar_of(day)), day)

    def date_full(self, day: date) -> str:
        """«دوشنبه ۲۴ آبان ۱۴۰۵ (۱۵ نوامبر ۲۰۲۶)»; beside the Gregorian calendar stands the Jalali."""
        return self._phrase(
            "full", weekday=self.weekday(day), date=self.date_long(day), second=self.second_date(day)
        )

    def second_date(self, day: date) -> str:
        """«۱۵ نوامبر ۲۰۲۶»: the day in the calendar that is not the person's."""
        second = Calendar.JALALI if self.calendar is Calendar.GREGORIAN else Calendar.GREGORIAN
        return self._long(day, second)

    def weekday(self, day: date) -> str:
        """«دوشنبه»."""
        return weekday_name(day, self.language)

    def working_time(self, minutes: int) -> str:
        """«۲:۴۰ ساعت کاری»; less than an hour in minutes."""
        hours, rest = divmod(minutes, _MINUTES_OF_HOUR)
        if not hours:
            return self._phrase("working_minutes", count=minutes, number=self.number(rest))
        return self._phrase("working_hours", time=self.digits(f"{hours}:{rest:02}"))

    # --- within --------------------------------------------------------------------------------------------

    def _long(self, day: date, calendar: Calendar) -> str:
        found = parts_of(day, calendar)
        month = month_names(calendar, self.language)[found.month - 1]
        return self._phrase("long", day=self.number(found.day), month=month, year=self.number(found.year))

    def _calendar_of(self, day: date) -> Calendar:
        return self.calendar if reaches(self.calendar, day) else Calendar.JALALI

    def _parts(self, day: date) -> Parts:
        return parts_of(day, self._calendar_of(day))

    def _month(self, day: date) -> str:
        return month_names(self._calendar_of(day), self.language)[self._parts(day).month - 1]

    def _marked(self, written: str, day: date) -> str:
        """The Hijri tables end: a day beyond them is said in the office's calendar, and that it is."""
        return written if reaches(self.calendar, day) else self._phrase("outside", date=written)

    def _phrase(self, code: str, **values: Any) -> str:
        said = for_count(sentence(self.language, "formats", code), self.language, values)
        return str(said).format(**values)


def _day_in_tehran(moment: datetime) -> date:
    return wording.in_tehran(moment).date()


_WAYS: Mapping[str, Callable[[WindowFormats, Any], str]] = {
    "id": lambda formats, value: wording.isolate(formats.id(str(value))),
    "long": WindowFormats.date_long,
    "full": WindowFormats.date_full,
    "clock": WindowFormats.clock,
    "percent": WindowFormats.percent,
    "size": WindowFormats.file_size,
    "working_time": WindowFormats.working_time,
    "plain": lambda formats, value: formats.number(value) if value is not None else NOTHING,
}
"""Ways a sentence may ask for by name."""
