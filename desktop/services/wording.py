"""How numbers, dates and digits are read from people and written for them: the faces' door to one reading."""

from desktop.models.jalali import (
    MONTHS,
    TEHRAN,
    WEEKDAYS,
    format_clock,
    format_date,
    format_long,
    format_moment,
    from_jalali,
    in_tehran,
    jalali_year,
    parse_date,
    to_jalali,
)
from desktop.models.text import fold, isolate, localized_digits, western_digits

__all__ = [
    "MONTHS",
    "TEHRAN",
    "WEEKDAYS",
    "fold",
    "format_clock",
    "format_date",
    "format_long",
    "format_moment",
    "from_jalali",
    "in_tehran",
    "isolate",
    "jalali_year",
    "localized_digits",
    "parse_date",
    "stored_number",
    "to_jalali",
    "western_digits",
]

_SERIAL_DIGITS = 5


def stored_number(written: str) -> str:
    """A dossier's or certificate's number as it is stored, 1405/04217, from any digits and `/` or `-`."""
    year, slash, serial = western_digits(written).strip().replace("-", "/").partition("/")
    return f"{year}/{serial.zfill(_SERIAL_DIGITS)}" if slash else year
