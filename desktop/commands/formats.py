"""Dates, numbers and lists as one language writes them; the only place of this face that formats."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from desktop.models.vocabulary import Language
from desktop.services import wording

_NOTHING = "—"
_ONLY_DIGITS = re.compile(r"[0-9][0-9/:.,-]*")
_LATIN_WORD = re.compile(r"[A-Za-z0-9@$][A-Za-z0-9@$_./:\\#-]*[A-Za-z][A-Za-z0-9_./:\\#-]*|[A-Za-z]+")
_COMMA = {Language.PERSIAN: "، ", Language.ARABIC: "، ", Language.ENGLISH: ", "}
_THOUSANDS = {Language.PERSIAN: "٬", Language.ARABIC: "٬", Language.ENGLISH: ","}


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

    def day(self, value: date) -> str:
        """A day as 1405/09/02 in the digits of the language."""
        return wording.format_date(value, self.language)

    def moment(self, value: datetime) -> str:
        """Day and time of day in Tehran."""
        return wording.format_moment(value, self.language)

    def amount(self, value: int) -> str:
        """A whole number with its thousands apart."""
        return self.digits(f"{value:,}".replace(",", _THOUSANDS[self.language]))

    def digits(self, text: str) -> str:
        """The text with its digits in the script of the language."""
        return wording.localized_digits(text, self.language)

    def text(self, value: str) -> str:
        """A text; digits alone in the digits of the language, Latin words kept and isolated if asked."""
        if _ONLY_DIGITS.fullmatch(value):
            return self.digits(value)
        if not self.isolating or self.language is Language.ENGLISH:
            return value
        return _LATIN_WORD.sub(lambda found: wording.isolate(found[0]), value)

    def listed(self, values: Any) -> str:
        """Several values in one line."""
        return _COMMA[self.language].join(self.shown(value) for value in values) or _NOTHING

    def label(self, value: Mapping[str, str]) -> str:
        """A text given in three languages, in this one."""
        return self.text(value[self.language.value])


_WRITERS: tuple[tuple[type | tuple[type, ...], Callable[[Formats, Any], str]], ...] = (
    (type(None), lambda _, __: _NOTHING),
    (datetime, Formats.moment),
    (date, Formats.day),
    (int, lambda formats, value: formats.digits(str(value))),
    ((list, tuple, set, frozenset), Formats.listed),
    (Mapping, Formats.label),
)


def width(text: str) -> int:
    """How many columns a terminal gives the text; joiners, marks and direction signs take none."""
    return sum(unicodedata.category(sign) not in ("Mn", "Me", "Cf") for sign in text)
