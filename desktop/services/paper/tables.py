"""Sets rows: labels with their values, and ruled tables whose header comes again on every page."""

from dataclasses import replace
from itertools import zip_longest

from desktop.models.vocabulary import Language
from desktop.services.paper.document import Align, KeyValues, Table
from desktop.services.paper.faces import Typeface
from desktop.services.paper.slabs import (
    GOLD,
    QUIET,
    TINT,
    BoxMark,
    Column,
    Mark,
    RuleMark,
    Slab,
    Style,
    moved,
    natural_width,
    stacked,
    text_marks,
)

LABEL = Style(Typeface.TEXT, 9.5, 18, QUIET)
VALUE = Style(Typeface.STRONG, 10.5, 18)
HEADER = Style(Typeface.STRONG, 9.5, 15)
CELL = Style(Typeface.TEXT, 9.5, 14)
_PADDING = 5.0
_BOX_PADDING = 20.0
_PAIR_GAP = 8.0
_LONGEST_UNBROKEN_ROW = 12
"""A row of more lines than this may be parted by a page's end."""


def set_key_values(block: KeyValues, column: Column, language: Language) -> list[Slab]:
    """Return one slab per line of pairs; labels share one width so that the values stand in a column."""
    if block.centred:
        return [_boxed(block, column, language), Slab(8, blank=True)]
    count = block.pairs_per_line
    width = column.width / count
    label_width = min(max(natural_width(label, LABEL) for label, _ in block.rows) + 14, width * 0.5)
    slabs = []
    for start in range(0, len(block.rows), count):
        marks: list[Mark] = []
        height = 0.0
        for index, (label, value) in enumerate(block.rows[start : start + count]):
            pair = column.part(index * width, width)
            labels, label_height = text_marks(label, LABEL, pair.part(0, label_width), 0, Align.START)
            rest = pair.part(label_width, width - label_width - _PAIR_GAP * (count > 1))
            values, value_height = text_marks(value, VALUE, rest, 0, Align.START)
            marks += [*labels, *values]
            height = max(height, label_height, value_height)
        slabs.append(Slab(height, tuple(marks)))
    return [*slabs, Slab(6, blank=True)]


def _boxed(block: KeyValues, column: Column, language: Language) -> Slab:
    """Return labels and values as a tinted box in the middle, as wide as they need."""
    label_width = max(natural_width(label, LABEL) for label, _ in block.rows) + 16
    value_width = max(natural_width(value, VALUE) for _, value in block.rows)
    width = min(label_width + value_width + 2 * _BOX_PADDING, column.width)
    box = column.part((column.width - width) / 2, width)
    inner = box.part(_BOX_PADDING, width - 2 * _BOX_PADDING)
    rows = stacked(set_key_values(replace(block, centred=False), inner, language)[:-1])
    frame = BoxMark(box.x, 0, width, rows.height + _BOX_PADDING, TINT, GOLD)
    return Slab(rows.height + _BOX_PADDING, (frame, *(moved(mark, _BOX_PADDING / 2) for mark in rows.marks)))


def set_table(block: Table, column: Column, _: Language) -> list[Slab]:
    """Return the header and the rows; each row repeats the header when it begins a page."""
    columns = _columns(block, column)
    header = stacked(_row(block.header, columns, column, HEADER, fill=True), keeps_next=True)
    top = RuleMark(column.x, 0, column.x + column.width, 0)
    header = Slab(header.height, (*header.marks, top), keeps_next=True)
    slabs = [header]
    for row in block.rows:
        slabs += [
            Slab(slab.height, slab.marks, slab.keeps_next, (header,))
            for slab in _row(row, columns, column, CELL, fill=False)
        ]
    return [*slabs, Slab(8, blank=True)]


def _columns(block: Table, column: Column) -> list[Column]:
    own = [0.0 if share else _longest(block, index) for index, share in enumerate(block.shares)]
    rest = column.width - sum(own)
    start, columns = 0.0, []
    for share, natural in zip(block.shares, own, strict=True):
        width = natural or rest * share / sum(block.shares)
        columns.append(column.part(start, width))
        start += width
    return columns


def _longest(block: Table, index: int) -> float:
    """Return the width a column needs for its longest text to stay on one line."""
    widths = [natural_width(row[index], CELL) for row in block.rows]
    return max([natural_width(block.header[index], HEADER), *widths]) + 2 * _PADDING


def _row(
    cells: tuple[str, ...], columns: list[Column], column: Column, style: Style, *, fill: bool
) -> list[Slab]:
    """Return a row as slabs of one text line each, so that a very long row can go over a page's end."""
    texts = [
        text_marks(cell, style, place.part(_PADDING, place.width - 2 * _PADDING), 0, Align.START)[0]
        for cell, place in zip(cells, columns, strict=True)
    ]
    rows = list(zip_longest(*texts)) or [()]
    drop = next((marks[0].y for marks in texts if marks), 0.0)
    slabs = []
    for index, row in enumerate(rows):
        above = _PADDING if index == 0 else 0.0
        below = _PADDING if index == len(rows) - 1 else 0.0
        height = above + style.leading + below
        marks = _frame(columns, column, height, fill=fill, closed=index == len(rows) - 1)
        marks += [replace(mark, y=above + drop) for mark in row if mark is not None]
        slabs.append(Slab(height, tuple(marks), index < len(rows) - 1 and _bound(index, len(rows))))
    return slabs


def _bound(index: int, lines: int) -> bool:
    return lines <= _LONGEST_UNBROKEN_ROW or index in (0, lines - 2)


def _frame(columns: list[Column], column: Column, height: float, *, fill: bool, closed: bool) -> list[Mark]:
    """Return the shade, the upright rules and, for the last line of a row, the rule below."""
    marks: list[Mark] = [BoxMark(column.x, 0, column.width, height, fill=TINT)] if fill else []
    edges = {place.x for place in columns} | {column.x + column.width}
    marks += [RuleMark(x, 0, x, height) for x in sorted(edges)]
    if closed:
        marks.append(RuleMark(column.x, height, column.x + column.width, height))
    return marks
