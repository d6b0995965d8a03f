"""Reads a day from whatever a person types or pastes, and says in which calendar it was written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from desktop.language.calendars import Calendar, Parts, day_of, month_names
from desktop.models.vocabulary import Language
from desktop.services.wording import western_digits

FIRST_GREGORIAN_YEAR: Final = 1700
_FIRST_YEAR: Final = 1200
"""Years below are no years of an office; from 1700 on they are Gregorian in every field."""

_SIGN = r"\s*[/.\-\u2010-\u2015\u2212\u066b]\s*|\s+"
_YEAR_FIRST: Final = re.compile(rf"(\d{{4}})(?:{_SIGN})(\d{{1,2}})(?:{_SIGN})(\d{{1,2}})")
_YEAR_LAST: Final = re.compile(rf"(\d{{1,2}})(?:{_SIGN})(\d{{1,2}})(?:{_SIGN})(\d{{4}})")
_RUN: Final = re.compile(r"(\d{4})(\d{2})(\d{2})")
_IN_WORDS: Final = re.compile(r"(?:\D*\s)?(\d{1,2})\s+(\D+?)\s+(\d{4})")
_UNSEEN: Final = re.compile("[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\u061c]")
_ONE_LETTER: Final = str.maketrans("يىكةأإآ", "ییکهااا")


@dataclass(frozen=True, slots=True)
class Reading:
    """A day that was read, and the calendar it was written in."""

    day: date
    calendar: Calendar


def read_day(text: str, preferred: Calendar) -> Reading | None:
    """The day a text names; nothing when it names none, or one that its calendar does not have."""
    written = _UNSEEN.sub("", western_digits(text)).strip()
    for parts, known in _candidates(written):
        calendar = known or _calendar_of(parts.year, preferred)
        if calendar is None:
            continue
        try:
            return Reading(day_of(calendar, parts), calendar)
        except ValueError:
            return None
    return None


def _candidates(written: str) -> Iterator[tuple[Parts, Calendar | None]]:
    found = _YEAR_FIRST.fullmatch(written) or _RUN.fullmatch(written)
    if found:
        yield Parts(int(found[1]), int(found[2]), int(found[3])), None
    found = _YEAR_LAST.fullmatch(written)
    # Of the Gregorian calendar nobody knows whether day or month stands first.
    if found and int(found[3]) < FIRST_GREGORIAN_YEAR:
        yield Parts(int(found[3]), int(found[2]), int(found[1])), None
    found = _IN_WORDS.fullmatch(written)
    if found and (named := _month_names().get(_plain(found[2]))):
        calendar, month = named
        yield Parts(int(found[3]), month, int(found[1])), calendar


def _calendar_of(year: int, preferred: Calendar) -> Calendar | None:
    if year >= FIRST_GREGORIAN_YEAR:
        return Calendar.GREGORIAN
    if year < _FIRST_YEAR:
        return None
    return Calendar.JALALI if preferred is Calendar.GREGORIAN else preferred


@cache
def _month_names() -> dict[str, tuple[Calendar, int]]:
    return {
        _plain(name): (calendar, number)
        for calendar in Calendar
        for language in Language
        for number, name in enumerate(month_names(calendar, language), start=1)
    }


def _plain(name: str) -> str:
    return re.sub(r"[\s\u200c]", "", name.translate(_ONE_LETTER)).casefold()
