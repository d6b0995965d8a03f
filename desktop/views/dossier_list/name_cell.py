"""Paints the first cell of a row: the dot or box before it, name and number, signs behind the name."""

from dataclasses import dataclass
from typing import Final

from PySide6 import QtCore, QtGui

from desktop.views.dossier_list.ink import Ink, Place, Type
from desktop.views.dossier_list.lines import Line
from desktop.views.dossier_list.marked_text import draw_found
from desktop.views.dossier_list.pictures import PICTURES
from desktop.views.widgets.chip_painting import DOT, paint_unread
from desktop.views.widgets.lines import IN_MIDDLE, centred
from desktop.views.widgets.strokes import box

LEAD: Final = 28
"""Room before the name, for the dot of what is unread or the box of what is marked."""

_LEAD_PAD, _BOX, _TICK, _CORNER = 8, 16, 12, 3
_SIGN, _SIGN_GAP, _NAME_GAP = 14, 4, 10


@dataclass(frozen=True, slots=True)
class Manner:
    """How a row is painted at this moment."""

    is_compact: bool
    is_selected: bool
    is_marked: bool | None
    """None while nothing in the list is marked, so that no boxes stand there."""


def paint_name(painter: QtGui.QPainter, ink: Ink, place: Place, line: Line, manner: Manner) -> None:
    """Name over number and subject; in one line where rows are compact."""
    if manner.is_marked is not None or line.is_unread:
        _paint_lead(painter, ink, place, manner.is_marked)
    upper = ink.unread if line.is_unread else ink.name
    words = place.after(ink.px(LEAD), rtl=ink.rtl)
    if manner.is_compact:
        _paint_compact(painter, ink, words, line, upper)
        return
    top = place.top + (place.height - upper.line - ink.caption.line) // 2
    first = words.line(top, upper.line)
    if line.caution or line.is_followed:
        first = _paint_signs(painter, ink, first, line, upper)
    second = words.line(top + upper.line, ink.caption.line)
    colour, below = ink.text3 if line.gone else ink.text, line.gone or line.below
    if line.found:
        painter.setPen(colour)
        draw_found(painter, first.rect(), line.name, upper.face, line.found)
        painter.setPen(ink.text3)
        draw_found(painter, second.rect(), below, ink.caption.face, line.found, IN_MIDDLE)
    else:
        ink.line(painter, first, line.name, upper, colour)
        ink.line(painter, second, below, ink.caption, ink.text3, IN_MIDDLE)


def _paint_compact(painter: QtGui.QPainter, ink: Ink, place: Place, line: Line, upper: Type) -> None:
    wide = min(upper.face.metrics.horizontalAdvance(line.name) + 2, place.width)
    colour = ink.text3 if line.gone else ink.text
    ink.line(painter, place.first(wide, rtl=ink.rtl), line.name, upper, colour)
    signs = _signs_of(line)
    _paint_signs(painter, ink, place, line, upper)
    skipped = wide + ink.px(_NAME_GAP) + len(signs) * ink.px(_SIGN + _SIGN_GAP)
    below = line.gone or line.below
    ink.line(painter, place.after(skipped, rtl=ink.rtl), below, ink.caption, ink.text3)


def _paint_lead(painter: QtGui.QPainter, ink: Ink, place: Place, is_marked: bool | None) -> None:  # noqa: FBT001 - a state
    lead = place.after(ink.px(_LEAD_PAD), rtl=ink.rtl).first(ink.px(_BOX), rtl=ink.rtl)
    if is_marked is None:
        paint_unread(painter, centred(lead.rect(), ink.px(DOT), place.height))
    else:
        ink.put(painter, lead, _box(painter, ink, is_marked))


def _signs_of(line: Line) -> list[tuple[str, str]]:
    return [("alert", f"{line.caution}Fg")] * bool(line.caution) + [("flag", "text3")] * line.is_followed


def _paint_signs(painter: QtGui.QPainter, ink: Ink, place: Place, line: Line, upper: Type) -> Place:
    """Warning and flag follow the name; what is left of the place is for the name."""
    signs, size, gap = _signs_of(line), ink.px(_SIGN), ink.px(_SIGN_GAP)
    room = place.width - (size + gap) * len(signs)
    across = min(upper.face.metrics.horizontalAdvance(line.name), room) + gap
    for icon, colour in signs:
        at = place.after(across, rtl=ink.rtl).first(size, rtl=ink.rtl)
        ink.put(painter, at, ink.worn.pixmap(icon, colour, _SIGN))
        across += size + gap
    return place.first(room, rtl=ink.rtl)


def _box(painter: QtGui.QPainter, ink: Ink, is_marked: bool) -> QtGui.QPixmap:  # noqa: FBT001 - one of two
    size, tick, worn = ink.px(_BOX), ink.px(_TICK), ink.worn

    def paint(onto: QtGui.QPainter, rect: QtCore.QRect) -> None:
        fill, outline = ("accentSolid", "accentSolid") if is_marked else ("surface", "borderStrong")
        box(onto, rect, worn.colour(fill), worn.colour(outline), radius=worn.px(_CORNER))
        if is_marked:
            onto.drawPixmap(centred(rect, tick, tick).topLeft(), worn.pixmap("check", "onAccent", _TICK))

    return PICTURES.find(painter, ("box", is_marked), (size, size), paint)
