"""One reading of Persian and Arabic text for searching, sorting, storing and showing.

One name is typed with many keyboards, digits and joiners; the office must find it all the same.
"""

import unicodedata
from string import ascii_lowercase
from typing import Final

_ALPHABET: Final = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
"""Persian alphabetical order; آ stands first, as in dictionaries."""

_ONE_LETTER: Final = str.maketrans(
    dict.fromkeys("يىېے", "ی")
    | dict.fromkeys("كڪ", "ک")
    | dict.fromkeys("ةۃەہھ", "ه")
    | {"ٱ": "ا"}
    # Hamza alone, high hamza and tatweel are letters to Unicode, but no more than marks to a reader.
    | dict.fromkeys("\u0621\u0674\u0640")
)
_DIRECTION_MARKS: Final = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A))
_STORED_LETTERS: Final = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک"} | dict.fromkeys(map(chr, _DIRECTION_MARKS))
)

_DIGITS: Final = {"fa": "۰۱۲۳۴۵۶۷۸۹", "ar": "٠١٢٣٤٥٦٧٨٩", "en": "0123456789"}
_ALL_DIGITS: Final = "".join(_DIGITS.values())
_DIGIT_TABLES: Final = {
    language: str.maketrans(_ALL_DIGITS, digits * 3) for language, digits in _DIGITS.items()
}
_UNSEEN: Final = frozenset({"Mn", "Me", "Mc", "Cf", "Cc"})
"""Unicode categories that a search ignores: marks, hidden format signs and control characters."""


class _FoldingTable(dict[int, str]):
    """Works out each character once, when it is first met; `str.translate` then folds in one pass."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = _fold_character(chr(code))
        return folded


class _SortTable(dict[int, str]):
    """Codes of the sort key; those of signs outside the alphabets are made when first met."""

    def __missing__(self, code: int) -> str:
        # Six places make it begin with 0 or 1, before the code of any digit, which begins with a letter.
        coded = self[code] = f"1{code:06x}"
        return coded


def _fold_character(character: str) -> str:
    opened = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold()).casefold()
    kept = "".join(sign for sign in opened if sign.isspace() or unicodedata.category(sign) not in _UNSEEN)
    return kept.translate(_ONE_LETTER).translate(_DIGIT_TABLES["en"])


_FOLDING: Final = _FoldingTable()
_FOLDING_FOR_ORDER: Final = _FoldingTable({ord("آ"): "آ"})
_SORTING: Final = _SortTable(
    {ord(letter): code for letter, code in zip(_ALPHABET, "23456789" + ascii_lowercase[:-1], strict=True)}
    | {ord(letter): f"z{letter}" for letter in ascii_lowercase}
    | {ord(digit): f"1{letter}" for digit, letter in zip(_DIGITS["en"], "abcdefghij", strict=True)}
    | {ord(" "): "0"}
)


def fold(text: str) -> str:
    """The searchable form of a text: what looks or is typed differently but means the same becomes equal.

    Arabic and Persian forms of a letter are one; hamza, harakat, tatweel, ZWNJ, bidi controls and all other
    marks are gone; digits of all three scripts are 0-9, letters small, and runs of white space one space.
    """
    return " ".join(text.translate(_FOLDING).split())


def sort_key(text: str) -> str:
    """A key of 0-9 and a-z only, which every collation of both databases sorts in Persian alphabetical order.

    Blank, then other signs, digits, Persian letters (پ چ ژ گ in their places) and Latin letters.
    """
    folded = unicodedata.normalize("NFC", text).translate(_FOLDING_FOR_ORDER)
    return " ".join(folded.split()).translate(_SORTING)


def western_digits(text: str) -> str:
    """The text with Persian and Arabic digits as 0-9; nothing else changes."""
    return text.translate(_DIGIT_TABLES["en"])


def localized_digits(text: str, language: str) -> str:
    """The text with its digits in the script of `language` (fa, ar, en); nothing else changes."""
    return text.translate(_DIGIT_TABLES[language])


def normalize_persian(text: str) -> str:
    """A name as stored: Persian ی and ک, single spaces, no hidden direction marks; ZWNJ and hamza stay."""
    return " ".join(unicodedata.normalize("NFC", text).translate(_STORED_LETTERS).split())


def isolate(text: str) -> str:
    """The text between U+2068 and U+2069: ids and Latin words keep their order inside a Persian line."""
    return f"\u2068{text}\u2069"
