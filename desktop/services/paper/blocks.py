"""Sets each block of a document as slabs: how a heading, a paragraph, a list looks is decided here."""

import math
from collections.abc import Iterable
from dataclasses import replace

from desktop.models.text import localized_digits
from desktop.models.vocabulary import Language
from desktop.services.paper.document import (
    Align,
    Block,
    Gap,
    Heading,
    KeyValues,
    ListOf,
    Panel,
    Paragraph,
    Signatures,
    Stars,
    Table,
    Together,
    Verbatim,
)
from desktop.services.paper.faces import Typeface
from desktop.services.paper.levels import Direction
from desktop.services.paper.panels import set_panel, set_signatures
from desktop.services.paper.slabs import ACCENT, GOLD, Column, PathMark, Slab, Style, stacked, text_marks
from desktop.services.paper.tables import set_key_values, set_table

TITLE = Style(Typeface.DISPLAY, 17, 32, ACCENT)
SUBTITLE = Style(Typeface.STRONG, 11.5, 22, ACCENT)
BODY = Style(Typeface.TEXT, 10.5, 18.5)
STRONG_BODY = Style(Typeface.STRONG, 10.5, 18.5)
SMALL = Style(Typeface.TEXT, 9, 15)
STRONG_SMALL = Style(Typeface.STRONG, 9, 15)
_NUMBER_WIDTH = 20.0
_NUMBER_GAP = 6.0
"""Narrow enough for readers of PDF to take the number and its clause for one line."""
_STAR_RADIUS = 10.0
_STAR_STEP = 26.0


def set_blocks(blocks: Iterable[Block], column: Column, language: Language) -> list[Slab]:
    """Return the slabs of blocks one below the other."""
    return [slab for block in blocks for slab in _set_block(block, column, language)]


def _set_block(block: Block, column: Column, language: Language) -> list[Slab]:
    match block:
        case Heading():
            style = TITLE if block.level == 1 else SUBTITLE
            marks, height = text_marks(block.text, style, column, 0, block.align)
            return [Slab(6, blank=True), Slab(height + 4, tuple(marks), keeps_next=True)]
        case Paragraph():
            return _set_paragraph(block, column)
        case ListOf():
            return _set_list(block, column, language)
        case KeyValues():
            return set_key_values(block, column)
        case Table():
            return set_table(block, column)
        case Verbatim():
            return _set_verbatim(block, column)
        case Stars():
            return _set_stars(block, column)
        case Panel():
            return set_panel(block, column)
        case Signatures():
            return set_signatures(block, column)
        case Gap():
            return [Slab(block.height, blank=True)]
        case Together():
            return [stacked(set_blocks(block.blocks, column, language))]


def _set_paragraph(paragraph: Paragraph, column: Column) -> list[Slab]:
    styles = (STRONG_SMALL, SMALL) if paragraph.small else (STRONG_BODY, BODY)
    style = styles[0] if paragraph.strong else styles[1]
    return [*_line_slabs(paragraph.text, style, column, paragraph.align), Slab(5, blank=True)]


def _line_slabs(text: str, style: Style, column: Column, align: Align) -> list[Slab]:
    """Return a slab per line; neither the first nor the last line ever stands alone on a page."""
    marks, _ = text_marks(text, style, column, 0, align)
    last = len(marks) - 1
    drop = marks[0].y if marks else 0
    return [
        Slab(style.leading, (replace(mark, y=drop),), keeps_next=index < last and index in (0, last - 1))
        for index, mark in enumerate(marks)
    ]


def _set_list(block: ListOf, column: Column, language: Language) -> list[Slab]:
    slabs: list[Slab] = []
    text_column = column.part(_NUMBER_WIDTH, column.width - _NUMBER_WIDTH)
    for number, item in enumerate(block.items, start=1):
        sign = localized_digits(f"{number}.", language) if block.numbered else "•"
        lines = _line_slabs(item, BODY, text_column, Align.JUSTIFIED)
        signs, _ = text_marks(sign, BODY, column.part(0, _NUMBER_WIDTH - _NUMBER_GAP), 0, Align.END)
        slabs.append(Slab(lines[0].height, (*signs, *lines[0].marks), lines[0].keeps_next))
        slabs += [*lines[1:], Slab(2, blank=True)]
    return [*slabs, Slab(3, blank=True)]


def _set_verbatim(block: Verbatim, column: Column) -> list[Slab]:
    style = Style(Typeface.STRONG, block.size, block.size * 1.7, ACCENT)
    latin = Column(column.x, column.width, Direction.LEFT_TO_RIGHT)
    marks, height = text_marks(block.text, style, latin, 0, Align.CENTRE)
    return [Slab(height, tuple(marks)), Slab(4, blank=True)]


def _set_stars(block: Stars, column: Column) -> list[Slab]:
    if not block.count:
        return []
    start = column.x + column.width / 2 - _STAR_STEP * (block.count - 1) / 2
    marks = tuple(
        PathMark(_star(start + _STAR_STEP * index, _STAR_RADIUS + 3, _STAR_RADIUS), GOLD)
        for index in range(block.count)
    )
    return [Slab(2 * _STAR_RADIUS + 6, marks)]


def _star(x: float, y: float, radius: float) -> tuple[tuple[float, float], ...]:
    """Return the ten corners of a five-pointed star, its first point upwards."""
    radii = (radius, radius * 0.42)
    angles = [math.pi * corner / 5 for corner in range(10)]
    return tuple(
        (x + radii[corner % 2] * math.sin(angle), y - radii[corner % 2] * math.cos(angle))
        for corner, angle in enumerate(angles)
    )
