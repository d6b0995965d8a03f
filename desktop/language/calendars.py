"""The calendars a person may choose for reading days; inside the program a day stays a Gregorian date."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

import hijridate

from desktop.models.vocabulary import Language
from desktop.services import wording


class Calendar(StrEnum):
    """Calendars days are shown in; the office itself counts by the Jalali one."""

    JALALI = "jalali"
    HIJRI = "hijri"
    GREGORIAN = "gregorian"


class Parts(NamedTuple):
    """Year, month and day of the month in one calendar."""

    year: int
    month: int
    day: int


MONTHS_OF_YEAR: Final = 12
FIRST_HIJRI_DAY: Final = date(1924, 8, 1)
LAST_HIJRI_DAY: Final = date(2077, 11, 16)
"""Days the tables of Umm al-Qura reach; before and after them nobody knows the Hijri date for certain."""

_HIJRI_MONTHS: Final = {
    "fa": (
        *("محرم", "صفر", "ربیع‌الاول", "ربیع‌الثانی", "جمادی‌الاولی", "جمادی‌الثانیه"),
        *("رجب", "شعبان", "رمضان", "شوال", "ذی‌القعده", "ذی‌الحجه"),
    ),
    "ar": (
        *("محرم", "صفر", "ربيع الأول", "ربيع الآخر", "جمادى الأولى", "جمادى الآخرة"),
        *("رجب", "شعبان", "رمضان", "شوال", "ذو القعدة", "ذو الحجة"),
    ),
    "en": (
        *("Muharram", "Safar", "Rabi I", "Rabi II", "Jumada I", "Jumada II"),
        *("Rajab", "Shaban", "Ramadan", "Shawwal", "Dhu al-Qada", "Dhu al-Hijja"),
    ),
}
_GREGORIAN_MONTHS: Final = {
    "fa": "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر".split(),
    "ar": "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر".split(),
    "en": "January February March April May June July August September October November December".split(),
}
_MONTHS: Final[Mapping[Calendar, Mapping[str, Sequence[str]]]] = {
    Calendar.JALALI: wording.MONTHS,
    Calendar.HIJRI: _HIJRI_MONTHS,
    Calendar.GREGORIAN: _GREGORIAN_MONTHS,
}


def reaches(calendar: Calendar, day: date) -> bool:
    """Whether the calendar knows this day."""
    return calendar is not Calendar.HIJRI or FIRST_HIJRI_DAY <= day <= LAST_HIJRI_DAY


def parts_of(day: date, calendar: Calendar) -> Parts:
    """The day in a calendar; ValueError for a day the calendar does not reach."""
    if calendar is Calendar.JALALI:
        return Parts(*wording.to_jalali(day))
    if calendar is Calendar.GREGORIAN:
        return Parts(day.year, day.month, day.day)
    if not reaches(calendar, day):
        raise ValueError(f"outside the Hijri tables: {day.isoformat()}")
    return Parts(*hijridate.Gregorian.fromdate(day).to_hijri().datetuple())


def day_of(calendar: Calendar, parts: Parts) -> date:
    """The day with these parts; ValueError when the calendar has no such day."""
    if calendar is Calendar.JALALI:
        return wording.from_jalali(*parts)
    if calendar is Calendar.GREGORIAN:
        return date(*parts)
    try:
        return date(*hijridate.Hijri(*parts).to_gregorian().datetuple())
    except OverflowError as error:
        raise ValueError(f"outside the Hijri tables: {parts}") from error


def month_after(year: int, month: int, by: int) -> tuple[int, int]:
    """The year and month that lie `by` months on, or back."""
    years, index = divmod(year * MONTHS_OF_YEAR + month - 1 + by, MONTHS_OF_YEAR)
    return years, index + 1


def days_of_month(calendar: Calendar, year: int, month: int) -> int:
    """How many days the month has."""
    first = day_of(calendar, Parts(year, month, 1))
    late = parts_of(first + timedelta(days=27), calendar)
    days = (first + timedelta(days=ahead) for ahead in range(28, 32))
    return late.day + sum(reaches(calendar, day) and parts_of(day, calendar).month == month for day in days)


def month_names(calendar: Calendar, language: Language) -> Sequence[str]:
    """The names of the twelve months."""
    return _MONTHS[calendar][language.value]


def weekday_name(day: date, language: Language) -> str:
    """«دوشنبه»."""
    return wording.WEEKDAYS[language.value][day.weekday()]
