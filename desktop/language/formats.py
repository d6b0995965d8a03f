"""Dates, numbers and lists as one language writes them; the only place of the faces that formats."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desktop.models.vocabulary import Language
from desktop.services import wording

AMOUNT, DAY = "amount", "day"
"""Ways to write a value that are no words: thousands apart, and a day that came as ISO text."""

NOTHING = "—"
ONLY_DIGITS = re.compile(r"[0-9][0-9/:.,-]*")
LATIN_WORD = re.compile(r"[A-Za-z0-9@$][A-Za-z0-9@$_./:\\#-]*[A-Za-z][A-Za-z0-9_./:\\#-]*|[A-Za-z]+")
_COMMA = {Language.PERSIAN: "، ", Language.ARABIC: "، ", Language.ENGLISH: ", "}
THOUSANDS = {Language.PERSIAN: "٬", Language.ARABIC: "٬", Language.ENGLISH: ","}


@dataclass(frozen=True, slots=True)
class Formats:
    """Writes values in one language; `isolating` wraps Latin words for terminals that order Persian lines."""

    language: Language
    isolating: bool = False

    def shown(self, value: Any) -> str:
        """Any value as a person reads it; a moment in Tehran, a day in Jalali, nothing as a dash."""
        for kind, write in _WRITERS:
            if isinstance(value, kind):
                return write(self, value)
        return self.text(str(value))

    def inside(self, value: Any) -> str:
        """The value as it stands inside a sentence."""
        return self.shown(value)

    def asked(self, value: Any, way: str) -> str | None:
        """The value written in a way a sentence asks for by name; nothing when no such way is known."""
        if way == AMOUNT:
            return self.amount(value)
        return self.day(date.fromisoformat(value)) if way == DAY else None

    def day(self, value: date) -> str:
        """A day as 1405/09/02 in the digits of the language."""
        return wording.format_date(value, self.language)

    def moment(self, value: datetime) -> str:
        """Day and time of day in Tehran."""
        return wording.format_moment(value, self.language)

    def number(self, value: int) -> str:
        """A whole number, its thousands together."""
        return self.digits(str(value))

    def amount(self, value: int) -> str:
        """A whole number with its thousands apart."""
        return self.digits(f"{value:,}".replace(",", THOUSANDS[self.language]))

    def digits(self, text: str) -> str:
        """The text with its digits in the script of the language."""
        return wording.localized_digits(text, self.language)

    def text(self, value: str) -> str:
        """A text; digits alone in the digits of the language, Latin words kept and isolated if asked."""
        if ONLY_DIGITS.fullmatch(value):
            return self.digits(value)
        if not self.isolating or self.language is Language.ENGLISH:
            return value
        return LATIN_WORD.sub(lambda found: wording.isolate(found[0]), value)

    def listed(self, values: Any) -> str:
        """Several values in one line."""
        return _COMMA[self.language].join(self.shown(value) for value in values) or NOTHING

    def label(self, value: Mapping[str, str]) -> str:
        """A text given in three languages, in this one."""
        return self.text(value[self.language.value])


_WRITERS: tuple[tuple[type | tuple[type, ...], Callable[[Formats, Any], str]], ...] = (
    (type(None), lambda _, __: NOTHING),
    (datetime, lambda formats, value: formats.moment(value)),
    (date, lambda formats, value: formats.day(value)),
    (int, lambda formats, value: formats.number(value)),
    ((list, tuple, set, frozenset), lambda formats, value: formats.listed(value)),
    (Mapping, lambda formats, value: formats.label(value)),
)
