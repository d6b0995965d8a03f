"""What the side says about one thing of a scheme, and lists of such things under headings; no Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop.views.records.cells import Cell, Row

HEADING = "heading"
"""Keys of rows that are headings begin so."""


@dataclass(frozen=True, slots=True)
class Chip:
    """A word on the ground of a colour family."""

    family: str
    icon: str
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a part; with `to` it leads to another thing of the same page."""

    text: str
    to: Any = None


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with lines or facts under it."""

    title: str
    icon: str = ""
    lines: tuple[Line, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Details:
    """One thing whole: what kind of thing, its name, chips, facts, parts."""

    kind: str
    title: str
    chips: tuple[Chip, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    parts: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a list and what the side says about it."""

    code: str
    cells: tuple[Cell, ...]
    details: Details | None = None
    faded: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Entries under a heading."""

    code: str
    title: str
    entries: tuple[Entry, ...]
    count: str = ""


@dataclass(frozen=True)
class Listing:
    """Rows ready for a list, which of them are headings, and what is said about each."""

    rows: tuple[Row, ...] = ()
    headings: tuple[int, ...] = ()
    details: dict[Any, Details | None] = field(default_factory=dict)

    @property
    def first(self) -> Any:
        """The key of the first thing that is no heading."""
        return next((key for key in self.details if not is_heading(key)), None)


def is_heading(key: Any) -> bool:
    """Whether a row's key is that of a heading."""
    return isinstance(key, tuple) and bool(key) and key[0] == HEADING


def listing(groups: Iterable[Group], columns: int) -> Listing:
    """A list of `columns` columns; groups with nothing in them are left out."""
    rows: list[Row] = []
    headings: list[int] = []
    details: dict[Any, Details | None] = {}
    for group in groups:
        if not group.entries:
            continue
        headings.append(len(rows))
        rows.append(_heading(group, columns))
        details[rows[-1].key] = None
        for entry in group.entries:
            key = (group.code, entry.code)
            rows.append(Row(key, entry.cells, faded=entry.faded))
            details[key] = entry.details
    return Listing(tuple(rows), tuple(headings), details)


def lines(texts: Iterable[str]) -> tuple[Line, ...]:
    """Lines that lead nowhere."""
    return tuple(Line(text) for text in texts)


def _heading(group: Group, columns: int) -> Row:
    said = f"{group.title}  {group.count}".strip()
    cells: Sequence[Cell] = [Cell(said, weight=600, colour="text2"), *(Cell() for _ in range(columns - 1))]
    return Row((HEADING, group.code), tuple(cells), spoken=said)
