"""What a command answers: plain data for programs, lines for people, and whether all of it went well."""

import json
import unicodedata
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, timedelta
from enum import Enum
from pathlib import Path
from typing import Any

_BETWEEN = "  "


@dataclass(frozen=True, slots=True)
class Answer:
    """`data` is what --json prints, `lines` what people read; `failed` when a part of a batch was refused."""

    data: Any
    lines: Iterable[str] = ()
    failed: bool = False


def as_json(data: Any) -> str:
    """One JSON document; days and moments in ISO, words of the vocabulary as their codes."""
    return json.dumps(plain(data), ensure_ascii=False, indent=2)


def plain(value: Any) -> Any:
    """The value as JSON knows it."""
    if is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple | array):
        return [plain(one) for one in value]
    if isinstance(value, set | frozenset):
        return sorted(plain(one) for one in value)
    return next((write(value) for kind, write in _PLAIN if isinstance(value, kind)), value)


_PLAIN: tuple[tuple[type, Callable[[Any], Any]], ...] = (
    (Enum, lambda value: value.value),
    (date, lambda value: value.isoformat()),
    (timedelta, timedelta.total_seconds),
    (Path, str),
)


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    """Columns side by side under their headings; nothing at all without rows."""
    body = [[_one_line(cell) for cell in row] for row in rows]
    if not body:
        return []
    return _aligned([list(headings), *body])


def facts(pairs: Iterable[tuple[str, str]]) -> list[str]:
    """Names and values, one pair a line."""
    return _aligned([[name, _one_line(value)] for name, value in pairs])


def _aligned(rows: list[list[str]]) -> list[str]:
    widths = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    return [
        _BETWEEN.join(
            cell + " " * (wide - width(cell)) for cell, wide in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def width(text: str) -> int:
    """How many columns a terminal gives the text; joiners, marks and direction signs take none."""
    return sum(unicodedata.category(sign) not in ("Mn", "Me", "Cf") for sign in text)
