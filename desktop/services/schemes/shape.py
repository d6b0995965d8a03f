"""The shapes of a scheme file's tables, and the checks that need to see one value only."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from desktop.models.jalali import parse_date
from desktop.services.schemes.problems import Path, Problems

LANGUAGES: Final = ("fa", "ar", "en")
_PERSIAN: Final = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک"})
_ARABIC: Final = str.maketrans({"ی": "ي", "ک": "ك"})
_LETTERS: Final = {"fa": _PERSIAN, "ar": _ARABIC, "en": {}}
_NAME: Final = re.compile(r"[a-z][a-z0-9_]{0,63}")
_MARK: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
_TYPES: Final = {str: "string", int: "integer", bool: "boolean", list: "array", dict: "table"}


@dataclass(frozen=True, slots=True)
class Key:
    """What may stand at one key.

    `kind` is one of: name, mark (an index such as B7), text, texts, word, words, label, integer, flag, date,
    scalar, scalars, tables (of `shape`).
    """

    kind: str
    required: bool = True
    words: tuple[str, ...] = ()
    least: int = 0
    shape: "Shape | None" = None


@dataclass(frozen=True, slots=True)
class Shape:
    """The keys of one table; `open` tables may have more, which another rule judges."""

    keys: Mapping[str, Key] = field(default_factory=dict)
    open: bool = False


def check_table(table: object, path: Path, shape: Shape, problems: Problems) -> None:
    """Judge a table against its shape, all the way down."""
    if not isinstance(table, dict):
        problems.add(path, "wrong_type", "table", type_name(table))
        return
    for name, value in table.items():
        if name in shape.keys:
            _check_value(value, (*path, name), shape.keys[name], problems)
        elif not shape.open:
            problems.unknown((*path, name), "unknown_key", shape.keys, name)
    for name, key in shape.keys.items():
        if key.required and name not in table:
            problems.add((*path, name), "missing_key", name, "")


def type_name(value: object) -> str:
    """TOML's name for the type of a value."""
    return _TYPES.get(type(value), type(value).__name__)


def _check_value(value: Any, path: Path, key: Key, problems: Problems) -> None:
    """Judge one value; a value of the wrong type is not looked at any further."""
    wanted = _WANTED[key.kind]
    if wanted and type(value) is not wanted:
        problems.add(path, "wrong_type", _TYPES[wanted], type_name(value))
        return
    _CHECKS[key.kind](value, path, key, problems)


def _check_name(value: str, path: Path, _key: Key, problems: Problems) -> None:
    if not _NAME.fullmatch(value):
        problems.add(path, "malformed_code", "a-z 0-9 _", value)


def _check_mark(value: str, path: Path, _key: Key, problems: Problems) -> None:
    if not _MARK.fullmatch(value):
        problems.add(path, "malformed_code", "A-Z a-z 0-9 . _ -", value)


def _check_text(value: str, path: Path, _key: Key, problems: Problems) -> None:
    if not value.strip():
        problems.add(path, "empty_text", "", value)


def _check_word(value: str, path: Path, key: Key, problems: Problems) -> None:
    if value not in key.words:
        problems.unknown(path, "wrong_word", key.words, value)


def _check_list(value: list[Any], path: Path, key: Key, problems: Problems) -> None:
    """Every element as the singular kind; each at most once; at least `least` of them."""
    one = Key(key.kind.removesuffix("s"), words=key.words, shape=key.shape)
    if len(value) < key.least:
        problems.add(path, "empty_list", key.least, len(value))
    for index, element in enumerate(value):
        _check_value(element, (*path, index), one, problems)
        if key.kind != "tables" and element in value[:index]:
            problems.add((*path, index), "duplicate", "", element)


def _check_nested(value: dict[str, Any], path: Path, key: Key, problems: Problems) -> None:
    check_table(value, path, key.shape or Shape(), problems)


def _check_label(value: dict[str, Any], path: Path, _key: Key, problems: Problems) -> None:
    """Three languages, none empty, each with the letters of its own alphabet."""
    check_table(value, path, _LABEL, problems)
    for language in LANGUAGES:
        text = value.get(language)
        if isinstance(text, str) and text != text.translate(_LETTERS[language]):
            problems.add((*path, language), "wrong_letter", text.translate(_LETTERS[language]), text)


def _check_integer(value: int, path: Path, key: Key, problems: Problems) -> None:
    if value < key.least:
        problems.add(path, "too_small", key.least, value)


def _check_date(value: str, path: Path, _key: Key, problems: Problems) -> None:
    try:
        parse_date(value)
    except ValueError:
        problems.add(path, "not_a_jalali_date", "1405/09/02", value)


def _check_scalar(value: object, path: Path, _key: Key, problems: Problems) -> None:
    if type(value) not in (str, int, bool):
        problems.add(path, "wrong_type", "string | integer | boolean", type_name(value))


def _check_nothing(_value: object, _path: Path, _key: Key, _problems: Problems) -> None:
    """The type alone was the rule."""


_LABEL: Final = Shape({language: Key("text") for language in LANGUAGES})
_WANTED: Final[dict[str, type | None]] = {
    "name": str,
    "mark": str,
    "text": str,
    "word": str,
    "date": str,
    "names": list,
    "marks": list,
    "texts": list,
    "words": list,
    "scalars": list,
    "tables": list,
    "table": dict,
    "label": dict,
    "integer": int,
    "flag": bool,
    "scalar": None,
}
_CHECKS: Final[dict[str, Callable[[Any, Path, Key, Problems], None]]] = {
    "name": _check_name,
    "mark": _check_mark,
    "text": _check_text,
    "word": _check_word,
    "date": _check_date,
    "names": _check_list,
    "marks": _check_list,
    "texts": _check_list,
    "words": _check_list,
    "scalars": _check_list,
    "tables": _check_list,
    "table": _check_nested,
    "label": _check_label,
    "integer": _check_integer,
    "flag": _check_nothing,
    "scalar": _check_scalar,
}
