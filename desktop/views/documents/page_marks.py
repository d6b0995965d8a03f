"""Paints marks on a page: numbered pins that prove something, and dashed boxes where versions differ.

Marks lie on paper, which is light in every theme, so they always have the light theme's colours.
"""

from collections.abc import Iterable
from typing import Final

from PySide6 import QtCore, QtGui

from desktop.views.documents.pins import Pin
from desktop.views.documents.placement import Placement
from desktop.views.theme.look import look
from desktop.views.theme.tokens import LIGHT
from desktop.views.widgets.faces import face
from desktop.views.widgets.lines import draw_line, from_start
from desktop.views.widgets.strokes import line_pen

DIM: Final = QtGui.QColor(0, 0, 0, 26)
"""A tenth darker, over pages in a dark window."""
_LINE: Final = 2
_DISC: Final = 20
_TINT: Final = 24
_FAINT: Final = 13
"""How much of the colour the inside of a mark has, of 255."""
_LABEL_ICON: Final = 12
_LABEL: Final = (20, 8)
"""Height of the word on a differing place, and the room at its ends."""


def paint_pins(
    painter: QtGui.QPainter, placement: Placement, pins: Iterable[Pin], chosen: int | None
) -> None:
    """Every pin of the page; the chosen one is filled more strongly."""
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    for pin in pins:
        rect = pin_rect(placement, pin)
        painter.setPen(line_pen(_light("accent"), look().px(_LINE)))
        painter.setBrush(_light("accent", _TINT * 2 if pin.id == chosen else _TINT))
        painter.drawRect(rect)
        disc = disc_rect(rect)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(_light("accentSolid"))
        painter.drawEllipse(disc)
        painter.setPen(_light("onAccent"))
        draw_line(
            painter, disc.toRect(), pin.label, face("caption", 600), QtCore.Qt.AlignmentFlag.AlignHCenter
        )
    painter.restore()


def pin_rect(placement: Placement, pin: Pin) -> QtCore.QRectF:
    """The rectangle of a pin on the canvas."""
    return placement.to_canvas(pin.place)


def disc_rect(rect: QtCore.QRectF) -> QtCore.QRectF:
    """The disc at the top left corner of a pin."""
    side = look().px(_DISC)
    return QtCore.QRectF(rect.left() - side / 2, rect.top() - side / 2, side, side)


def paint_differences(
    painter: QtGui.QPainter, placement: Placement, boxes: Iterable[QtCore.QRectF], label: str
) -> None:
    """Every place that differs, the first with the words which version it differs from."""
    painter.save()
    for number, box in enumerate(boxes):
        rect = placement.to_canvas(box)
        painter.fillRect(rect, _light("turqSolid", _FAINT))
        painter.setPen(line_pen(_light("turqSolid"), look().px(_LINE), dashed=True))
        painter.drawRect(rect)
        if number == 0 and label:
            _paint_label(painter, rect, label)
    painter.restore()


def paint_region(painter: QtGui.QPainter, rect: QtCore.QRectF) -> None:
    """The rectangle that is being drawn."""
    painter.save()
    painter.setPen(line_pen(_light("accent"), look().px(_LINE)))
    painter.setBrush(_light("accent", _TINT))
    painter.drawRect(rect)
    painter.restore()


def _paint_label(painter: QtGui.QPainter, rect: QtCore.QRectF, label: str) -> None:
    worn = look()
    height, pad = (worn.px(length) for length in _LABEL)
    words = face("micro", 600)
    icon = worn.pixmap("swap", LIGHT["turqFg"], _LABEL_ICON)
    beside = round(icon.deviceIndependentSize().width()) + pad // 2
    width = words.metrics.horizontalAdvance(label) + 2 * pad + beside + 2
    place = QtCore.QRect(round(rect.left()) + pad, round(rect.top() - height / 2), width, height)
    painter.fillRect(place, _light("turqBg"))
    painter.setPen(_light("turqFg"))
    inside = place.adjusted(pad, 0, -pad, 0)
    at_icon = from_start(inside, 0, beside - pad // 2, rtl=worn.rtl)
    painter.drawPixmap(at_icon.left(), at_icon.center().y() - at_icon.width() // 2 + 1, icon)
    room = from_start(inside, beside, inside.width() - beside, rtl=worn.rtl)
    draw_line(painter, room, label, words, QtCore.Qt.AlignmentFlag.AlignHCenter)


def _light(token: str, alpha: int = 255) -> QtGui.QColor:
    colour = QtGui.QColor(LIGHT[token])
    colour.setAlpha(alpha)
    return colour
