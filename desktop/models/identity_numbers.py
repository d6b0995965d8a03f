"""Numbers that identify people, companies and places, checked by their own rules before anybody is asked.

Digits of any script are accepted. Leading zeros belong to a number: a shorter one is refused, not filled up,
since a number stored in two lengths is never found again.
"""

import re
from typing import Final, Literal

from desktop.models.text import western_digits

NumberProblem = Literal["digits", "length", "same_digits", "middle_zeros", "check_digit"]
"""Which rule an identity number breaks; faces have a sentence for each."""

PostalCodeProblem = Literal["length", "pattern"]
"""`length` is an error; `pattern` only a warning, because published sources disagree on it."""

_PERSON_CHECKS: Final = "01987654321"
"""Check digit by remainder; remainders 1 and 10 share one."""

_LEGAL_WEIGHTS: Final = (29, 27, 23, 19, 17) * 2
_AREA_CODES: Final = frozenset(
    "11 13 17 21 23 24 25 26 28 31 34 35 38 41 44 45 51 54 56 58 61 66 71 74 76 77 81 83 84 86 87".split()
)
_COUNTRY_PREFIX: Final = r"(?:\+98|0098|98|0)"
_MOBILE: Final = re.compile(_COUNTRY_PREFIX + r"?(9[0-9]{9})")
_LANDLINE: Final = re.compile(_COUNTRY_PREFIX + r"(([0-9]{2})[0-9]{8})")
_POSTAL_CODE: Final = re.compile(r"(?!(.)\1{3})[13-9]{4}[1346-9][013-9]{5}")
_PHONE_SEPARATORS: Final = str.maketrans("", "", " -()\u200c\u200e\u200f")


def why_not_national_id(text: str) -> NumberProblem | None:
    """Which rule a person's national id breaks, or None when it is a possible one (10 digits, facts B5)."""
    digits = _digits(text)
    return _shape_problem(digits, length=10) or _check_problem(digits, with_check_digit(digits[:-1]))


def is_national_id(text: str) -> bool:
    """Whether the text can be a person's national id."""
    return why_not_national_id(text) is None


def with_check_digit(first_nine: str) -> str:
    """The ten digits that begin with these nine; `first_nine` are Western digits."""
    remainder = sum(int(digit) * (10 - place) for place, digit in enumerate(first_nine)) % 11
    return first_nine + _PERSON_CHECKS[remainder]


def why_not_legal_national_id(text: str) -> NumberProblem | None:
    """Which rule a legal person's national id breaks, or None (11 digits, C-20)."""
    digits = _digits(text)
    return _shape_problem(digits, length=11) or _check_problem(digits, legal_with_check_digit(digits[:-1]))


def is_legal_national_id(text: str) -> bool:
    """Whether the text can be a legal person's national id."""
    return why_not_legal_national_id(text) is None


def legal_with_check_digit(first_ten: str) -> str:
    """The eleven digits that begin with these ten; `first_ten` are Western digits."""
    shift = int(first_ten[9]) + 2
    weighted = zip(first_ten, _LEGAL_WEIGHTS, strict=True)
    return first_ten + str(sum((int(digit) + shift) * weight for digit, weight in weighted) % 11 % 10)


def is_foreigner_code(text: str) -> bool:
    """Whether the text can be a foreigners' inclusive code: 12 digits; no check digit is published."""
    return _is_digits(_digits(text), 12)


def is_economic_number(text: str) -> bool:
    """Whether the text can be an economic number by the tax circular 260/21017 of 1403.

    A legal person's is its national id; a person's the national id and four digits from 0001, a foreigner's
    the inclusive code and two digits from 01. The old twelve digits are no longer usable.
    """
    digits = _digits(text)
    if not _is_digits(digits, 14):
        return is_legal_national_id(digits)
    return (is_national_id(digits[:10]) and digits[10:] != "0000") or digits[12:] != "00"


def normalize_mobile(text: str) -> str | None:
    """A mobile number as 09 and nine digits, from any usual way of writing it; None when it is none."""
    found = _MOBILE.fullmatch(_phone_digits(text))
    return f"0{found[1]}" if found else None


def normalize_landline(text: str) -> str | None:
    """A landline as 0, the province's code and eight digits; None when it is none or the code is unknown."""
    found = _LANDLINE.fullmatch(_phone_digits(text))
    return f"0{found[1]}" if found and found[2] in _AREA_CODES else None


def postal_code_problem(text: str) -> PostalCodeProblem | None:
    """What is wrong with a postal code: `length` (not ten digits), `pattern` (unusual digits) or None."""
    digits = _digits(text)
    if not _is_digits(digits, 10):
        return "length"
    return None if _POSTAL_CODE.fullmatch(digits) else "pattern"


def is_sheba(text: str) -> bool:
    """Whether the text can be an Iranian account number (IR and 24 digits, remainder 1 by 97)."""
    compact = western_digits(text).replace(" ", "").upper()
    if not re.fullmatch(r"IR[0-9]{24}", compact):
        return False
    return int(compact[4:] + "1827" + compact[2:4]) % 97 == 1


def is_saudi_id(text: str) -> bool:
    """Whether the text can be a Saudi national id (begins with 1) or residence id (begins with 2)."""
    digits = _digits(text)
    if not re.fullmatch(r"[12][0-9]{9}", digits):
        return False
    doubled = sum(sum(divmod(2 * int(digit), 10)) for digit in digits[::2])
    return (doubled + sum(map(int, digits[1::2]))) % 10 == 0


def _digits(text: str) -> str:
    return western_digits(text).strip()


def _phone_digits(text: str) -> str:
    return _digits(text).translate(_PHONE_SEPARATORS)


def _is_digits(text: str, length: int) -> bool:
    return len(text) == length and text.isascii() and text.isdigit()


def _shape_problem(digits: str, length: int) -> NumberProblem | None:
    if not (digits.isascii() and digits.isdigit()):
        return "digits"
    if len(digits) != length:
        return "length"
    if len(set(digits)) == 1:
        return "same_digits"
    return "middle_zeros" if digits[3:9] == "000000" else None


def _check_problem(digits: str, expected: str) -> NumberProblem | None:
    return None if digits == expected else "check_digit"
