"""How numbers, dates and digits are read from people and written for them: the faces' door to one reading."""

from desktop.models.jalali import (
    TEHRAN,
    format_clock,
    format_date,
    format_long,
    format_moment,
    in_tehran,
    jalali_year,
    parse_date,
)
from desktop.models.text import isolate, localized_digits, western_digits

__all__ = [
    "TEHRAN",
    "format_clock",
    "format_date",
    "format_long",
    "format_moment",
    "in_tehran",
    "isolate",
    "jalali_year",
    "localized_digits",
    "parse_date",
    "stored_number",
    "western_digits",
]

_SERIAL_DIGITS = 5


def stored_number(written: str) -> str:
    """A dossier's or certificate's number as it is stored, 1405/04217, from any digits and `/` or `-`."""
    year, slash, serial = western_digits(written).strip().replace("-", "/").partition("/")
    return f"{year}/{serial.zfill(_SERIAL_DIGITS)}" if slash else year
