"""What a list of records shows: columns, and rows whose texts are ready before Qt asks for them; no Qt."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Column:
    """One column: code, title, width at 100 % (0 takes what is left), whether its title sorts.

    One that `goes` is hidden where the list is too narrow.
    """

    code: str
    title: str
    width: int = 0
    sorts: bool = False
    goes: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: a text, perhaps a second line, perhaps as a chip of a family or with an icon before it."""

    text: str = ""
    second: str = ""
    weight: int = 400
    colour: str = "text"
    icon: str = ""
    family: str = ""
    """With a family the cell is a status chip."""
    tip: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its key, its cells in the order of the columns, and what a screen reader says of it."""

    key: Any
    cells: tuple[Cell, ...]
    faded: bool = False
    spoken: str = ""

    def said(self) -> str:
        """What a screen reader says: composed, or all texts one after the other."""
        parts = (part for cell in self.cells for part in (cell.text, cell.second) if part)
        return self.spoken or "، ".join(parts)
