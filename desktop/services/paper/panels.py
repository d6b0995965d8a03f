"""Sets what is filled in by hand: framed boxes with blanks, and the places to sign."""

from desktop.models.vocabulary import Language
from desktop.services.paper.document import Align, Panel, SignaturePlace, Signatures
from desktop.services.paper.faces import Typeface
from desktop.services.paper.slabs import (
    ACCENT,
    QUIET,
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

_TITLE = Style(Typeface.STRONG, 10, 18, ACCENT)
_TEXT = Style(Typeface.TEXT, 9.5, 16)
_LABEL = Style(Typeface.TEXT, 9, 14, QUIET)
_NAME = Style(Typeface.STRONG, 10, 17)
_NOTE = Style(Typeface.TEXT, 8.5, 14, QUIET)
_MARGIN = 10.0


def set_panel(panel: Panel, column: Column, _: Language) -> list[Slab]:
    """Return the panel as one slab; it is never parted by a page's end."""
    inner = column.part(_MARGIN, column.width - 2 * _MARGIN)
    title, title_height = text_marks(panel.title, _TITLE, inner, 0, Align.START)
    text, text_height = text_marks(panel.text, _TEXT, inner, title_height, Align.JUSTIFIED)
    rows = [_blank_row(labels, inner, panel.blank_height) for labels in panel.blanks]
    body = stacked([Slab(title_height + text_height, (*title, *text)), *rows])
    height = body.height + 2 * _MARGIN - 4
    box = BoxMark(column.x, 0, column.width, height, stroke=QUIET, thickness=0.7)
    marks = (box, *(moved(mark, _MARGIN - 2) for mark in body.marks))
    return [Slab(4, blank=True), Slab(height, marks), Slab(8, blank=True)]


def _blank_row(labels: tuple[str, ...], column: Column, height: float) -> Slab:
    """Return labels side by side, each with a dotted line to write on."""
    marks: list[Mark] = []
    width = column.width / len(labels)
    baseline = height - 6
    for index, label in enumerate(labels):
        place = column.part(index * width, width)
        words, _ = text_marks(label, _LABEL, place, height - _LABEL.leading, Align.START)
        marks += words
        used = natural_width(label, _LABEL) + 5
        dots = place.part(used, max(width - used - 12, 0))
        marks.append(RuleMark(dots.x, baseline, dots.x + dots.width, baseline, dotted=True))
    return Slab(height, tuple(marks))


def set_signatures(block: Signatures, column: Column, _: Language) -> list[Slab]:
    """Return the places to sign side by side as one slab."""
    width = column.width / max(len(block.places), 2)
    alone = len(block.places) == 1
    marks: list[Mark] = []
    height = 0.0
    for index, place in enumerate(block.places):
        # A single signature stands at the end of the lines, where a letter is signed.
        start = (column.width - width) / 2 if block.centred else (index + alone) * width
        position = column.part(start, width)
        placed, used = _signature(place, position, block.room)
        marks += placed
        height = max(height, used)
    return [Slab(6, blank=True), Slab(height, tuple(marks))]


def _signature(place: SignaturePlace, column: Column, room: float) -> tuple[list[Mark], float]:
    marks: list[Mark] = []
    height = 0.0
    for line in place.lines:
        words, used = text_marks(line, _NAME, column, height, Align.CENTRE)
        marks += words
        height += used
    height += room
    for note in place.notes:
        words, used = text_marks(note, _NOTE, column, height, Align.CENTRE)
        marks += words
        height += used
    return marks, height
