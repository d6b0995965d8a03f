"""What stands round the text: letterhead, running head of later pages, foot, and a certificate's frame."""

import math
from itertools import product

from desktop.services.paper.document import Align, Letterhead
from desktop.services.paper.drawing import PAGE_HEIGHT, PAGE_WIDTH
from desktop.services.paper.faces import Typeface
from desktop.services.paper.slabs import (
    ACCENT,
    GOLD,
    QUIET,
    TINT,
    BoxMark,
    Column,
    Mark,
    PathMark,
    RuleMark,
    Slab,
    Style,
    natural_width,
    text_marks,
)

_OFFICE = Style(Typeface.DISPLAY, 13, 24, ACCENT)
_UNIT = Style(Typeface.TEXT, 9.5, 16, QUIET)
_DETAIL = Style(Typeface.TEXT, 9, 15)
_FOOT = Style(Typeface.TEXT, 8, 13, QUIET)
_BAND = 39.5
"""How far inside the page's edge the middle of a certificate's band of stars runs."""
_STARS_ACROSS, _STARS_DOWN = 28, 41
_CERTIFICATE_OFFICE = Style(Typeface.DISPLAY, 15, 28, ACCENT)


def head(letterhead: Letterhead, column: Column, *, ornate: bool) -> list[Slab]:
    """Return the letterhead: the office at the beginning, number and date at the end of the line."""
    if ornate:
        return _certificate_head(letterhead, column)
    details = [f"{label}: {value}" for label, value in letterhead.details]
    detail_width = max((natural_width(detail, _DETAIL) for detail in details), default=0.0)
    names, height = _stacked_lines(letterhead.names, column.part(0, column.width - detail_width))
    marks: list[Mark] = list(names)
    place = column.part(column.width - detail_width, detail_width)
    detail_height = 0.0
    for detail in details:
        words, used = text_marks(detail, _DETAIL, place, detail_height, Align.START)
        marks += words
        detail_height += used
    bottom = max(height, detail_height) + 8
    marks.append(RuleMark(column.x, bottom, column.x + column.width, bottom, 1.4, ACCENT))
    marks.append(RuleMark(column.x, bottom + 2.6, column.x + column.width, bottom + 2.6, 0.5, GOLD))
    return [Slab(bottom + 10, tuple(marks))]


def _stacked_lines(names: tuple[str, ...], column: Column) -> tuple[list[Mark], float]:
    marks: list[Mark] = []
    height = 0.0
    for index, name in enumerate(names):
        words, used = text_marks(name, _UNIT if index else _OFFICE, column, height, Align.START)
        marks += words
        height += used
    return marks, height


def _certificate_head(letterhead: Letterhead, column: Column) -> list[Slab]:
    slabs = []
    for index, name in enumerate(letterhead.names):
        words, used = text_marks(name, _UNIT if index else _CERTIFICATE_OFFICE, column, 0, Align.CENTRE)
        slabs.append(Slab(used, tuple(words)))
    middle = column.x + column.width / 2
    rule = RuleMark(middle - 60, 6, middle + 60, 6, 0.7, GOLD)
    return [*slabs, Slab(18, (rule, PathMark(_khatam(middle, 6, 5), GOLD)))]


def running_head(title: str, column: Column) -> list[Slab]:
    """Return what a second and later page begins with: the paper's title, small."""
    words, used = text_marks(title, _FOOT, column, 0, Align.START)
    rule = RuleMark(column.x, used + 3, column.x + column.width, used + 3, 0.5, QUIET)
    return [Slab(used + 14, (*words, rule))]


def foot(label: str, note: str, column: Column) -> Slab:
    """Return the foot of a page: a note at the beginning, the page number at the end of the line."""
    if not label and not note:
        return Slab(0)
    width = column.width * 0.22
    marks: list[Mark] = [RuleMark(column.x, 4, column.x + column.width, 4, 0.4, QUIET)]
    marks += text_marks(note, _FOOT, column.part(0, column.width - width), 9, Align.START)[0]
    marks += text_marks(label, _FOOT, column.part(column.width - width, width), 9, Align.END)[0]
    return Slab(30, tuple(marks))


def frame() -> Slab:
    """Return a certificate's frame: two lines, a star at each corner and a band of stars above and below."""
    marks: list[Mark] = []
    for inset, thickness, colour in ((26.0, 2.2, ACCENT), (31.0, 0.6, GOLD), (48.0, 0.6, ACCENT)):
        size = (PAGE_WIDTH - 2 * inset, PAGE_HEIGHT - 2 * inset)
        marks.append(BoxMark(inset, inset, *size, stroke=colour, thickness=thickness))
    for x, y in _band_places():
        marks.append(PathMark(_khatam(x, y, 5.4), TINT, ACCENT))
    corners = product((_BAND, PAGE_WIDTH - _BAND), (_BAND, PAGE_HEIGHT - _BAND))
    marks += [PathMark(_khatam(x, y, 8.2), GOLD, ACCENT) for x, y in corners]
    return Slab(0, tuple(marks))


def _band_places() -> list[tuple[float, float]]:
    """Return where the stars of the frame's band stand, evenly spaced on all four sides."""
    across, down = PAGE_WIDTH - 2 * _BAND, PAGE_HEIGHT - 2 * _BAND
    columns = [_BAND + across * step / _STARS_ACROSS for step in range(1, _STARS_ACROSS)]
    rows = [_BAND + down * step / _STARS_DOWN for step in range(1, _STARS_DOWN)]
    above_and_below = product(columns, (_BAND, PAGE_HEIGHT - _BAND))
    return [*above_and_below, *product((_BAND, PAGE_WIDTH - _BAND), rows)]


def _khatam(x: float, y: float, radius: float) -> tuple[tuple[float, float], ...]:
    """Return the eight-pointed star of Persian tilework: two squares, one turned by 45 degrees."""
    inner = radius * math.cos(math.pi / 4) / math.cos(math.pi / 8)
    return tuple(
        (
            x + (radius if corner % 2 == 0 else inner) * math.cos(math.pi * corner / 8),
            y + (radius if corner % 2 == 0 else inner) * math.sin(math.pi * corner / 8),
        )
        for corner in range(16)
    )
