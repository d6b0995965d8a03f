"""Paints the cells of a dossier's row; what recurs from row to row is painted once and kept as a picture."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6 import QtCore, QtGui

from desktop.views.dossier_list.lines import Line
from desktop.views.dossier_list.marked_text import draw_found
from desktop.views.dossier_list.pictures import PICTURES
from desktop.views.theme.look import look
from desktop.views.widgets.chip_painting import (
    CHIP,
    DOT,
    Due,
    badge_width,
    chip_width,
    is_rtl,
    paint_change_badge,
    paint_chip,
    paint_due,
    paint_plain_status,
    paint_unread,
)
from desktop.views.widgets.faces import Face, face
from desktop.views.widgets.lines import IN_MIDDLE, after, centred, draw_line, from_start, two_lines
from desktop.views.widgets.strokes import box

LEAD: Final = 28
"""Room before the name, for the dot of what is unread or the box of what is marked."""

_ICON, _ICON_GAP, _PAD_END, _SIGN = 16, 4, 10, 14
_LEAD_PAD, _BOX, _TICK, _CORNER = 8, 16, 12, 3


@dataclass(frozen=True, slots=True)
class Manner:
    """How a row is painted at this moment."""

    is_compact: bool
    is_selected: bool
    is_marked: bool | None
    """None while nothing in the list is marked, so that no boxes stand there."""


Cell = Callable[[QtGui.QPainter, QtCore.QRect, Line, Manner], None]


def paint_cell(painter: QtGui.QPainter, column: str, rect: QtCore.QRect, line: Line, manner: Manner) -> None:
    """One cell; its end keeps a little distance to the next."""
    _CELLS[column](painter, _short(rect, painter), line, manner)


def _short(rect: QtCore.QRect, painter: QtGui.QPainter) -> QtCore.QRect:
    width = rect.width() - look().px(_PAD_END)
    return from_start(rect, 0, width, rtl=is_rtl(painter))


def _name(painter: QtGui.QPainter, rect: QtCore.QRect, line: Line, manner: Manner) -> None:
    rtl = is_rtl(painter)
    lead = from_start(after(rect, look().px(_LEAD_PAD), rtl=rtl), 0, look().px(_BOX), rtl=rtl)
    if manner.is_marked is not None:
        _paint_box(painter, lead, is_marked=manner.is_marked)
    elif line.is_unread:
        paint_unread(painter, centred(lead, look().px(DOT), lead.height()))
    upper = face("body", 700 if line.is_unread else 500)
    words = after(rect, look().px(LEAD), rtl=rtl)
    words = _paint_signs(painter, words, line, upper, is_compact=manner.is_compact)
    ink = look().colour("text3" if line.gone else "text")
    below = line.gone or line.below
    if line.found and not manner.is_compact:
        _found(painter, words, line, upper, ink)
    elif manner.is_compact:
        _one_line(painter, words, line, upper, ink)
    else:
        faint = look().colour("text3")
        two_lines(painter, words, line.name, below, upper=upper, ink=ink, faint=faint, cut=IN_MIDDLE)


def _paint_signs(
    painter: QtGui.QPainter, rect: QtCore.QRect, line: Line, upper: Face, *, is_compact: bool
) -> QtCore.QRect:
    """Warning and flag follow the name; what is left of `rect` is for the words."""
    signs = [("alert", f"{line.caution}Fg")] * bool(line.caution) + [("flag", "text3")] * line.is_followed
    if not signs:
        return rect
    worn, rtl, size = look(), is_rtl(painter), look().px(_SIGN)
    taken = (size + worn.px(_ICON_GAP)) * len(signs)
    room = rect.width() - taken
    across = min(upper.metrics.horizontalAdvance(line.name), room) + worn.px(_ICON_GAP)
    high = rect.height() if is_compact else upper.line + face("caption").line
    top = rect.top() + (rect.height() - high) // 2
    row = QtCore.QRect(rect.left(), top, rect.width(), rect.height() if is_compact else upper.line)
    for icon, ink in signs:
        at = centred(from_start(row, across, size, rtl=rtl), size, size)
        painter.drawPixmap(at.topLeft(), worn.pixmap(icon, ink, _SIGN))
        across += size + worn.px(_ICON_GAP)
    return from_start(rect, 0, room, rtl=rtl)


def _found(painter: QtGui.QPainter, rect: QtCore.QRect, line: Line, upper: Face, ink: QtGui.QColor) -> None:
    """The two lines of a name with what a search has found marked in them."""
    lower = face("caption")
    top = rect.top() + (rect.height() - upper.line - lower.line) // 2
    painter.setPen(ink)
    first = QtCore.QRect(rect.left(), top, rect.width(), upper.line)
    draw_found(painter, first, line.name, upper, line.found)
    painter.setPen(look().colour("text3"))
    second = QtCore.QRect(rect.left(), top + upper.line, rect.width(), lower.line)
    draw_found(painter, second, line.below, lower, line.found, IN_MIDDLE)


def _one_line(
    painter: QtGui.QPainter, rect: QtCore.QRect, line: Line, upper: Face, ink: QtGui.QColor
) -> None:
    rtl, gap = is_rtl(painter), look().px(10)
    wide = min(upper.metrics.horizontalAdvance(line.name) + 2, rect.width())
    painter.setPen(ink)
    draw_line(painter, from_start(rect, 0, wide, rtl=rtl), line.name, upper)
    painter.setPen(look().colour("text3"))
    signs = (bool(line.caution) + line.is_followed) * look().px(_SIGN + _ICON_GAP)
    draw_line(painter, after(rect, wide + gap + signs, rtl=rtl), line.gone or line.below, face("caption"))


def _scheme(painter: QtGui.QPainter, rect: QtCore.QRect, line: Line, manner: Manner) -> None:
    worn, rtl, upper, lower = look(), is_rtl(painter), face("dense"), face("caption")
    taken = worn.px(_ICON + _ICON_GAP)
    words = after(rect, taken, rtl=rtl)
    height = upper.line + (0 if manner.is_compact else lower.line)
    top = rect.top() + (rect.height() - height) // 2
    size = worn.px(_ICON)
    row = QtCore.QRect(rect.left(), top, rect.width(), upper.line)
    at = centred(from_start(row, 0, size, rtl=rtl), size, size)
    painter.drawPixmap(at.topLeft(), worn.pixmap(line.scheme_icon, "text2", _ICON))
    painter.setPen(worn.colour("text3" if line.gone else "text"))
    draw_line(painter, QtCore.QRect(words.left(), top, words.width(), upper.line), line.scheme, upper)
    if not manner.is_compact:
        painter.setPen(worn.colour("text3"))
        below = QtCore.QRect(words.left(), top + upper.line, words.width(), lower.line)
        draw_line(painter, below, line.kind, lower)


def _status(painter: QtGui.QPainter, rect: QtCore.QRect, line: Line, manner: Manner) -> None:
    wide = chip_width(line.status_icon, line.status)
    if manner.is_compact or wide > rect.width() + look().px(_PAD_END):
        # Chips are never cut: where one does not fit, its words stand without it.
        paint_plain_status(painter, rect, line.family, line.status_icon, line.status)
        return
    words = (line.family, line.status_icon, line.status)

    def paint(onto: QtGui.QPainter, place: QtCore.QRect) -> None:
        paint_chip(onto, place, *words, dashed=line.is_dashed, selected=manner.is_selected)

    size = (wide, look().px(CHIP))
    key = (*words, line.is_dashed, manner.is_selected)
    _put(painter, rect, PICTURES.find(painter, key, size, paint))


def _changes(painter: QtGui.QPainter, rect: QtCore.QRect, line: Line, _manner: Manner) -> None:
    def paint(onto: QtGui.QPainter, place: QtCore.QRect) -> None:
        paint_change_badge(onto, place, line.changes)

    if line.changes:
        size = (badge_width(line.changes), look().px(CHIP))
        _put(painter, rect, PICTURES.find(painter, ("changes", line.changes), size, paint))


def _due(painter: QtGui.QPainter, rect: QtCore.QRect, line: Line, manner: Manner) -> None:
    if line.due is None:
        return
    second = "" if manner.is_compact else line.due.second
    paint_due(painter, rect, Due(line.due.kind, line.due.share, line.due.words, second))


def _round(painter: QtGui.QPainter, rect: QtCore.QRect, line: Line, _manner: Manner) -> None:
    _faint(painter, rect, line.round)


def _since(painter: QtGui.QPainter, rect: QtCore.QRect, line: Line, _manner: Manner) -> None:
    _faint(painter, rect, line.since)


def _holder(painter: QtGui.QPainter, rect: QtCore.QRect, line: Line, _manner: Manner) -> None:
    _faint(painter, rect, line.holder)


def _faint(painter: QtGui.QPainter, rect: QtCore.QRect, text: str) -> None:
    painter.setPen(look().colour("text2"))
    draw_line(painter, rect, text, face("dense"))


def _paint_box(painter: QtGui.QPainter, rect: QtCore.QRect, *, is_marked: bool) -> None:
    worn = look()
    place = centred(rect, worn.px(_BOX), worn.px(_BOX))
    if is_marked:
        box(painter, place, worn.colour("accentSolid"), radius=worn.px(_CORNER))
        size = worn.px(_TICK)
        painter.drawPixmap(centred(place, size, size).topLeft(), worn.pixmap("check", "onAccent", _TICK))
    else:
        box(painter, place, worn.colour("surface"), worn.colour("borderStrong"), radius=worn.px(_CORNER))


def _put(painter: QtGui.QPainter, rect: QtCore.QRect, picture: QtGui.QPixmap) -> None:
    size = picture.deviceIndependentSize().toSize()
    at = from_start(rect, 0, size.width(), rtl=is_rtl(painter))
    painter.drawPixmap(at.left(), rect.top() + (rect.height() - size.height()) // 2, picture)


_CELLS: Final[Mapping[str, Cell]] = {
    "name": _name,
    "scheme": _scheme,
    "status": _status,
    "round": _round,
    "changes": _changes,
    "due": _due,
    "since": _since,
    "holder": _holder,
}
