"""What stands in a date field and what it means, without Qt: every keystroke can be tried by itself."""

import re
from datetime import date
from enum import Enum
from itertools import takewhile
from typing import Final

from desktop.language.calendars import reaches
from desktop.services.wording import western_digits
from desktop.views.calendars.almanac import Almanac
from desktop.views.calendars.date_reading import Reading, read_day

_DIGITS_AND_SIGNS: Final = re.compile(r"[0-9/.\-\s]*")
_WHOLE: Final = re.compile(r"[0-9]{4}/[0-9]{2}/[0-9]{2}")
_WANTS_SLASH: Final = re.compile(r"[0-9]{4}|[0-9]{4}/[0-9]{2}")
_LOOKS_LIKE_ONE: Final = re.compile(r"[0-9]{3,4}[/.\-\s]+[0-9]{1,2}[/.\-\s]+[0-9]{1,2}|[0-9]{8}")
_SIGN_AT_END: Final = re.compile(r"(\d)/?[/.\-\s]$")
"""A sign typed behind a number is a slash, also when the slash was there already."""
_SEGMENTS: Final = ((0, 4), (5, 7), (8, 10))
"""Where year, month and day stand in ۱۴۰۵/۰۹/۰۲."""


class Trouble(Enum):
    """Why a written text is no day that can be taken."""

    NOT_A_DAY = "not_a_day"
    NO_SUCH_DAY = "no_such_day"
    TOO_EARLY = "too_early"
    TOO_LATE = "too_late"


class DateEntry:
    """The text of the field, the day it names, and what is wrong with it."""

    def __init__(self, almanac: Almanac) -> None:
        self.almanac = almanac
        self.text = ""
        self.reading: Reading | None = None
        self.pasted = False
        """Whether the day did not come from keys, so that it must be said how it was read."""

    @property
    def day(self) -> date | None:
        """The day that may be taken; nothing for an empty field and for a wrong text."""
        return self.reading.day if self.reading and not self.trouble else None

    @property
    def is_empty(self) -> bool:
        """Whether nothing is written."""
        return not self.text.strip()

    @property
    def trouble(self) -> Trouble | None:
        """What is wrong with the text as it stands."""
        if self.is_empty:
            return None
        if self.reading is None:
            looks = _LOOKS_LIKE_ONE.fullmatch(western_digits(self.text).strip())
            return Trouble.NO_SUCH_DAY if looks else Trouble.NOT_A_DAY
        if self.reading.day < self.almanac.least:
            return Trouble.TOO_EARLY
        return Trouble.TOO_LATE if self.reading.day > self.almanac.most else None

    def put(self, day: date | None) -> None:
        """Hold a day that was chosen and not written."""
        self.text = self._written(day) if day else ""
        self.reading = Reading(day, self.almanac.calendar) if day else None
        self.pasted = False

    def write(self, text: str) -> None:
        """Take over what is written now; digits become the language's, typed ones get their slash."""
        if text == self.text:
            return
        plain, longer = western_digits(text), len(text) > len(self.text)
        self.pasted = _inserted(western_digits(self.text), plain) > 1
        if longer and not self.pasted:
            text = _SIGN_AT_END.sub(r"\1/", text) + "/" * bool(_WANTS_SLASH.fullmatch(plain))
        self.text = self.almanac.words.formats.digits(text) if _DIGITS_AND_SIGNS.fullmatch(plain) else text
        self.reading = read_day(text, self.almanac.calendar)
        if self.pasted and self.reading:
            self.tidy()

    def tidy(self) -> None:
        """Write the day that was read as the person's calendar has it."""
        if self.reading:
            self.text = self._written(self.reading.day)

    def step(self, days: int = 0, months: int = 0) -> None:
        """Go on or back from the day; from an empty field to today, from a day too far to the nearest."""
        almanac = self.almanac
        known = self.reading.day if self.reading else almanac.today
        self.put(almanac.later(known, days, months) if self.day else almanac.clipped(known))

    @property
    def is_whole(self) -> bool:
        """Whether a whole day stands there, so that `-` means the day before and no more a separator."""
        return self.reading is not None and bool(_WHOLE.fullmatch(western_digits(self.text)))

    def segment_at(self, place: int) -> tuple[int, int] | None:
        """Where the segment about a place of the text begins and ends; nothing unless a day stands there."""
        if not self.is_whole:
            return None
        return next(((start, end) for start, end in _SEGMENTS if place <= end), _SEGMENTS[-1])

    def segment_beside(self, place: int, by: int) -> tuple[int, int] | None:
        """The next segment to the right (1) or left (-1) of the one about a place; the outermost stay."""
        here = self.segment_at(place)
        if here is None:
            return None
        return _SEGMENTS[min(max(_SEGMENTS.index(here) + by, 0), len(_SEGMENTS) - 1)]

    def said(self) -> str:
        """How the text was read, when that is not as it was written."""
        if not self.pasted or self.reading is None or self.trouble:
            return ""
        text = self.almanac.words.of("calendars")
        return text(f"read_{self.reading.calendar}", day=self.reading.day)

    def complaint(self) -> str:
        """What is wrong and what would be right."""
        trouble = self.trouble
        if trouble is None:
            return ""
        almanac = self.almanac
        text, example = almanac.words.of("calendars"), almanac.words.formats.day(almanac.today)
        values = {"text": self.text.strip(), "example": example, "least": almanac.least, "most": almanac.most}
        return text(trouble.value, **values)

    def _written(self, day: date) -> str:
        # The Hijri tables end; the days beyond are written, and so read again, in the Gregorian calendar.
        if not reaches(self.almanac.calendar, day):
            return self.almanac.words.formats.digits(f"{day:%Y/%m/%d}")
        return self.almanac.words.formats.day(day)


def _inserted(before: str, after: str) -> int:
    """How many letters in a row are new."""
    start = _alike(before, after)
    return len(after) - start - _alike(before[start:][::-1], after[start:][::-1])


def _alike(one: str, other: str) -> int:
    pairs = zip(one, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
