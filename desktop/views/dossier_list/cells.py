"""Paints the cells of a dossier's row; what recurs from row to row is painted once and kept as a picture."""

from collections.abc import Callable, Mapping
from typing import Final

from PySide6 import QtCore, QtGui

from desktop.views.dossier_list.ink import Ink, Place
from desktop.views.dossier_list.lines import Line
from desktop.views.dossier_list.name_cell import Manner, paint_name
from desktop.views.dossier_list.pictures import PICTURES
from desktop.views.widgets.chip_painting import (
    BADGE,
    CHIP,
    badge_width,
    chip_width,
    paint_change_badge,
    paint_chip,
)
from desktop.views.widgets.due_ring import SIZE, paint_ring
from desktop.views.widgets.faces import advance

_ICON, _STATUS_ICON, _ICON_GAP, _PAD_END, _DUE_GAP = 16, 14, 4, 10, 8
_SHARES: Final = 48
"""So many wedges of a ring are told apart."""

Cell = Callable[[QtGui.QPainter, Ink, Place, Line, Manner], None]


def paint_cell(
    painter: QtGui.QPainter, ink: Ink, column: str, rect: QtCore.QRect, line: Line, manner: Manner
) -> None:
    """One cell; its end keeps a little distance to the next."""
    pad = ink.px(_PAD_END)
    left = rect.left() + pad if ink.rtl else rect.left()
    _CELLS[column](painter, ink, Place(left, rect.top(), rect.width() - pad, rect.height()), line, manner)


def _scheme(painter: QtGui.QPainter, ink: Ink, place: Place, line: Line, manner: Manner) -> None:
    colour, kind = ink.text3 if line.gone else ink.text, "" if manner.is_compact else line.kind
    size = (place.width, place.height)

    def paint(onto: QtGui.QPainter, _rect: QtCore.QRect) -> None:
        whole = Place(0, 0, *size)
        top = (place.height - ink.dense.line - (ink.caption.line if kind else 0)) // 2
        first = whole.line(top, ink.dense.line)
        ink.put(onto, first, ink.worn.pixmap(line.scheme_icon, "text2", _ICON))
        skipped = ink.px(_ICON + _ICON_GAP)
        ink.line(onto, first.after(skipped, rtl=ink.rtl), line.scheme, ink.dense, colour)
        second = whole.line(top + ink.dense.line, ink.caption.line).after(skipped, rtl=ink.rtl)
        ink.line(onto, second, kind, ink.caption, ink.text3)

    key = ("scheme", line.scheme, kind, size, bool(line.gone))
    ink.put(painter, place, PICTURES.find(painter, key, size, paint))


def _status(painter: QtGui.QPainter, ink: Ink, place: Place, line: Line, manner: Manner) -> None:
    wide = chip_width(line.status_icon, line.status)
    words = (line.family, line.status_icon, line.status)
    # Chips are never cut: where one does not fit, its words stand without it.
    is_plain = manner.is_compact or wide > place.width + ink.px(_PAD_END)
    size = (place.width, place.height) if is_plain else (wide, ink.px(CHIP))

    def paint(onto: QtGui.QPainter, rect: QtCore.QRect) -> None:
        if is_plain:
            _plain_status(onto, ink, Place(0, 0, *size), line)
        else:
            paint_chip(onto, rect, *words, dashed=line.is_dashed, selected=manner.is_selected)

    key = (*words, line.is_dashed, manner.is_selected, size)
    ink.put(painter, place, PICTURES.find(painter, key, size, paint))


def _plain_status(painter: QtGui.QPainter, ink: Ink, place: Place, line: Line) -> None:
    """Icon and word alone; the word is cut where the column is narrow."""
    colour = f"{line.family}Fg"
    ink.put(painter, place, ink.worn.pixmap(line.status_icon, colour, _STATUS_ICON))
    words = place.after(ink.px(_STATUS_ICON + _ICON_GAP), rtl=ink.rtl)
    ink.line(painter, words, line.status, ink.word, ink.worn.colour(colour))


def _changes(painter: QtGui.QPainter, ink: Ink, place: Place, line: Line, _manner: Manner) -> None:
    def paint(onto: QtGui.QPainter, rect: QtCore.QRect) -> None:
        paint_change_badge(onto, rect, line.changes)

    if line.changes:
        size = (badge_width(line.changes), ink.px(BADGE))
        ink.put(painter, place, PICTURES.find(painter, ("changes", line.changes), size, paint))


def _due(painter: QtGui.QPainter, ink: Ink, place: Place, line: Line, manner: Manner) -> None:
    due = line.due
    if due is None:
        return
    size, share = ink.px(SIZE), round(due.share * _SHARES) / _SHARES

    def paint(onto: QtGui.QPainter, rect: QtCore.QRect) -> None:
        paint_ring(onto, rect, share, due.kind)

    ink.put(painter, place, PICTURES.find(painter, ("ring", due.kind, share), (size, size), paint))
    words = place.after(size + ink.px(_DUE_GAP), rtl=ink.rtl)
    upper = ink.heavy if due.kind in {"over", "amber"} else ink.strong
    colour = {"over": ink.red, "paused": ink.text2}.get(due.kind, ink.text)
    if manner.is_compact:
        ink.line(painter, words, due.words, upper, colour)
        return
    top = place.top + (place.height - upper.line - ink.micro.line) // 2
    ink.line(painter, words.line(top, upper.line), due.words, upper, colour)
    ink.line(painter, words.line(top + upper.line, ink.micro.line), due.second, ink.micro, ink.text3)


def _round(painter: QtGui.QPainter, ink: Ink, place: Place, line: Line, _manner: Manner) -> None:
    size = (min(advance(line.round, "dense") + 2, place.width), ink.dense.line)

    def paint(onto: QtGui.QPainter, _rect: QtCore.QRect) -> None:
        ink.line(onto, Place(0, 0, *size), line.round, ink.dense, ink.text2)

    if line.round:
        ink.put(painter, place, PICTURES.find(painter, ("round", line.round, size), size, paint))


def _since(painter: QtGui.QPainter, ink: Ink, place: Place, line: Line, _manner: Manner) -> None:
    ink.line(painter, place, line.since, ink.dense, ink.text2)


def _holder(painter: QtGui.QPainter, ink: Ink, place: Place, line: Line, _manner: Manner) -> None:
    ink.line(painter, place, line.holder, ink.dense, ink.text2)


_CELLS: Final[Mapping[str, Cell]] = {
    "name": paint_name,
    "scheme": _scheme,
    "status": _status,
    "round": _round,
    "changes": _changes,
    "due": _due,
    "since": _since,
    "holder": _holder,
}
