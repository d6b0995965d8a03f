"""Adds inkless direction marks to a line so that readers of PDF tell its text back in the order of writing.

Readers see only positions and guess the order again; without these marks they turn round brackets, signs and
Latin phrases that stand in a right-to-left line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop.services.paper.levels import (
    LEFT_TO_RIGHT_MARK,
    RIGHT_TO_LEFT_MARK,
    ZERO_WIDTH_NON_JOINER,
    Direction,
    is_bracket,
)

_TURNING_SIGNS = frozenset(":،.,!?؟…-–—/٪%؛«»")


@dataclass(frozen=True, slots=True)
class Cell:
    """One glyph on a line: `number` None means a carrier; `level` is the level of its run."""

    number: int | None
    text: str
    advance: float
    level: int


_RLM = Cell(None, RIGHT_TO_LEFT_MARK, 0, 1)
_LRM = Cell(None, LEFT_TO_RIGHT_MARK, 0, 1)


def with_carriers(cells: Sequence[Cell], direction: Direction) -> list[Cell]:
    """Return the cells of a line, in the order of the eye, with its direction marks."""
    if direction is Direction.RIGHT_TO_LEFT:
        return _marked(cells)
    marked: list[Cell] = []
    for _, stretch in groupby(cells, key=lambda cell: cell.level > 0):
        island = list(stretch)
        turns = any(cell.level & 1 for cell in island)
        marked += [_RLM, *island, _RLM] if turns else island
    return marked


def _marked(cells: Sequence[Cell]) -> list[Cell]:
    marked: list[Cell] = []
    for position, cell in enumerate(folded := _non_joiners_folded(cells)):
        if _turns(folded, position):
            marked.append(_RLM)
        if not cell.level & 1:
            marked.append(cell)
        elif is_bracket(cell.text):
            marked += [_RLM, cell, _LRM]
        elif cell.text in _TURNING_SIGNS:
            marked += [_RLM, cell]
        else:
            marked.append(cell)
    if folded and not folded[-1].level & 1:
        marked.append(_RLM)
    return marked


def _turns(cells: Sequence[Cell], position: int) -> bool:
    """Whether a left-to-right stretch begins or ends before this cell."""
    before_is_odd = position == 0 or cells[position - 1].level & 1
    return bool(before_is_odd) != bool(cells[position].level & 1)


def _non_joiners_folded(cells: Sequence[Cell]) -> list[Cell]:
    """Let a ZWNJ ride on the letter before it: as a character of its own some readers lose it."""
    folded: list[Cell] = []
    waiting = ""
    for cell in cells:
        if cell.number is None and cell.level & 1 and cell.text == ZERO_WIDTH_NON_JOINER:
            waiting += cell.text
            continue
        folded.append(Cell(cell.number, waiting + cell.text, cell.advance, cell.level) if waiting else cell)
        waiting = ""
    return folded
