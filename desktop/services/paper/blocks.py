"""Sets each block of a document as slabs: how a heading, a paragraph, a list looks is decided here."""

import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

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
from desktop.services.paper.slabs import (
    ACCENT,
    GOLD,
    Column,
    PathMark,
    Slab,
    Style,
    natural_width,
    stacked,
    text_marks,
)
from desktop.services.paper.tables import set_key_values, set_table

TITLE = Style(Typeface.DISPLAY, 17, 32, ACCENT)
SUBTITLE = Style(Typeface.STRONG, 11.5, 22, ACCENT)
BODY = Style(Typeface.TEXT, 10.5, 17)
STRONG_BODY = Style(Typeface.STRONG, 10.5, 17)
SMALL = Style(Typeface.TEXT, 9, 15)
STRONG_SMALL = Style(Typeface.STRONG, 9, 15)
_NUMBER_GAP = 6.0
"""Narrow enough for readers of PDF to take the number and its clause for one line."""
_SMALLEST_VERBATIM = 9.0
"""A long domain name shrinks to this size to stay on one line; only a longer one is broken."""
_STAR_RADIUS = 10.0
_STAR_STEP = 26.0


def set_blocks(blocks: Iterable[Block], column: Column, language: Language) -> list[Slab]:
    """Return the slabs of blocks one below the other."""
    return [slab for block in blocks for slab in _SETTERS[type(block)](block, column, language)]


def _set_heading(heading: Heading, column: Column, _: Language) -> list[Slab]:
    style = TITLE if heading.level == 1 else SUBTITLE
    if heading.size:
        style = replace(style, size=heading.size, leading=heading.size * 1.8)
    marks, height = text_marks(heading.text, style, column, 0, heading.align)
    return [Slab(5, blank=True), Slab(height + 3, tuple(marks), keeps_next=True)]


def _set_paragraph(paragraph: Paragraph, column: Column, _: Language) -> list[Slab]:
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
    signs = [localized_digits(f"{number}.", language) for number in range(1, len(block.items) + 1)]
    if not block.numbered:
        signs = ["•"] * len(signs)
    width = max((natural_width(sign, BODY) for sign in signs), default=0)
    text_column = column.part(width + _NUMBER_GAP, column.width - width - _NUMBER_GAP)
    for sign, item in zip(signs, block.items, strict=True):
        lines = _line_slabs(item, BODY, text_column, Align.JUSTIFIED)
        number, _ = text_marks(sign, BODY, column.part(0, width), 0, Align.END)
        slabs.append(Slab(lines[0].height, (*number, *lines[0].marks), lines[0].keeps_next))
        slabs += [*lines[1:], Slab(0.8, blank=True)]
    return [*slabs, Slab(4, blank=True)]


def _set_verbatim(block: Verbatim, column: Column, _: Language) -> list[Slab]:
    widest = natural_width(block.text, Style(Typeface.STRONG, block.size, 0))
    fitting = math.floor(block.size * column.width / widest * 10) / 10
    size = min(block.size, max(fitting, _SMALLEST_VERBATIM))
    style = Style(Typeface.STRONG, size, size * 1.7, ACCENT)
    latin = Column(column.x, column.width, Direction.LEFT_TO_RIGHT)
    marks, height = text_marks(block.text, style, latin, 0, Align.CENTRE)
    return [Slab(height, tuple(marks)), Slab(4, blank=True)]


def _set_stars(block: Stars, column: Column, _: Language) -> list[Slab]:
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


def _set_gap(block: Gap, _: Column, __: Language) -> list[Slab]:
    return [Slab(block.height, blank=True)]


def _set_together(block: Together, column: Column, language: Language) -> list[Slab]:
    return [stacked(set_blocks(block.blocks, column, language))]


_SETTERS: dict[type[Block], Callable[[Any, Column, Language], list[Slab]]] = {
    Heading: _set_heading,
    Paragraph: _set_paragraph,
    ListOf: _set_list,
    KeyValues: set_key_values,
    Table: set_table,
    Verbatim: _set_verbatim,
    Stars: _set_stars,
    Panel: set_panel,
    Signatures: set_signatures,
    Gap: _set_gap,
    Together: _set_together,
}
