"""Jalali dates at the edges of the office: reading what people type and writing what they read.

Inside, days are Gregorian `date` and moments are UTC; only jdatetime converts (Qt differs in some years).
"""

import re
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

import jdatetime

from desktop.models.text import localized_digits, western_digits

TEHRAN: Final = ZoneInfo("Asia/Tehran")
"""The clock of the office; days begin and end by it (ENM-098)."""

_WRITTEN_DATE: Final = re.compile(r"([0-9]{4})([/-])([0-9]{1,2})\2([0-9]{1,2})")
_FIRST_JALALI_YEAR: Final = 1200
_FIRST_GREGORIAN_YEAR: Final = 1700

MONTHS: Final = {
    "fa": "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند".split(),
    "ar": "فروردين أرديبهشت خرداد تير مرداد شهريور مهر آبان آذر دي بهمن إسفند".split(),
    "en": "Farvardin Ordibehesht Khordad Tir Mordad Shahrivar Mehr Aban Azar Dey Bahman Esfand".split(),
}
"""Names of the twelve months by language."""
WEEKDAYS: Final = {
    "fa": "دوشنبه سه‌شنبه چهارشنبه پنجشنبه جمعه شنبه یکشنبه".split(),
    "ar": "الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد".split(),
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split(),
}
"""Names of the days by language, Monday first as `date.weekday` counts."""
_CLOCK_WORD: Final = {"fa": " ساعت ", "ar": " الساعة ", "en": " "}


def parse_date(text: str) -> date:
    """Reads a Jalali day, 1405/9/2 or 1405-09-02 in any digits; years from 1700 on are Gregorian (X-12).

    Raises ValueError when the text is no date, or names a day that does not exist.
    """
    found = _WRITTEN_DATE.fullmatch(western_digits(text).strip())
    if found is None:
        raise ValueError(f"not a date: {text!r}")
    year, month, day = int(found[1]), int(found[3]), int(found[4])
    if year >= _FIRST_GREGORIAN_YEAR:
        return date(year, month, day)
    if year < _FIRST_JALALI_YEAR:
        raise ValueError(f"not a year of this office: {text!r}")
    return from_jalali(year, month, day)


def from_jalali(year: int, month: int, day: int) -> date:
    """The day with this Jalali year, month and day; ValueError when the calendar has no such day."""
    day_found: date = jdatetime.date(year, month, day).togregorian()
    return day_found


def to_jalali(day: date) -> tuple[int, int, int]:
    """Year, month and day of the month in the Jalali calendar."""
    jalali = jdatetime.date.fromgregorian(date=day)
    return jalali.year, jalali.month, jalali.day


def format_date(day: date, language: str = "fa") -> str:
    """«۱۴۰۵/۰۹/۰۲», in the digits of the language; Jalali in all three, since the schemes count by it."""
    jalali = jdatetime.date.fromgregorian(date=day)
    return localized_digits(f"{jalali.year:04}/{jalali.month:02}/{jalali.day:02}", language)


def format_long(day: date, language: str = "fa", *, with_year: bool = True) -> str:
    """«دوشنبه ۲ آذر ۱۴۰۵» in words of the language; without the year for days near at hand."""
    jalali = jdatetime.date.fromgregorian(date=day)
    written = f"{WEEKDAYS[language][day.weekday()]} {jalali.day} {MONTHS[language][jalali.month - 1]}"
    return localized_digits(f"{written} {jalali.year}" if with_year else written, language)


def format_clock(moment_utc: datetime, language: str = "fa") -> str:
    """«۱۴:۰۰»: the time of day in Tehran."""
    return localized_digits(f"{in_tehran(moment_utc):%H:%M}", language)


def format_moment(moment_utc: datetime, language: str = "fa") -> str:
    """«۱۴۰۵/۰۹/۰۲ ساعت ۱۴:۰۰»: day and time of day in Tehran (X-12)."""
    written = format_date(in_tehran(moment_utc).date(), language)
    return written + _CLOCK_WORD[language] + format_clock(moment_utc, language)


def in_tehran(moment: datetime) -> datetime:
    """The same moment on Tehran's clock; ValueError for one without a zone, which could mean any place."""
    if moment.tzinfo is None:
        raise ValueError("a moment needs a time zone")
    return moment.astimezone(TEHRAN)


def jalali_year(day: date) -> int:
    """The Jalali year a day lies in; dossiers and certificates are numbered by it."""
    return int(jdatetime.date.fromgregorian(date=day).year)


def add_months(day: date, months: int) -> date:
    """The same Jalali date `months` on (or back); a date that does not exist counts as the next day."""
    start = jdatetime.date.fromgregorian(date=day)
    year, month = _month_after(start.year, start.month, months)
    try:
        return from_jalali(year, month, start.day)
    except ValueError:
        return from_jalali(*_month_after(year, month, 1), 1)


def _month_after(year: int, month: int, months: int) -> tuple[int, int]:
    years, month_index = divmod(year * 12 + month - 1 + months, 12)
    return years, month_index + 1


def age_years(birth: date, on: date) -> int:
    """Full Jalali years from birth, counted from the birthday itself (C-37); ValueError before birth."""
    if on < birth:
        raise ValueError(f"born after {on.isoformat()}")
    born, today = jdatetime.date.fromgregorian(date=birth), jdatetime.date.fromgregorian(date=on)
    before_birthday = (today.month, today.day) < (born.month, born.day)
    return int(today.year) - int(born.year) - before_birthday
