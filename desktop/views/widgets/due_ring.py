"""The working-day clock: a ring whose wedge is the share of working time that is left."""

from typing import Literal

from PySide6 import QtCore, QtGui

from desktop.views.theme.look import look
from desktop.views.widgets.strokes import line_pen

DueKind = Literal["blue", "amber", "over", "paused"]
"""More than a working day left, at most one, overdue, and stopped."""

SIZE = 15
_INK = {"blue": "accent", "amber": "amberFg", "paused": "text3"}
_TOP, _SIXTEENTHS, _FULL = 90, 16, 360
_SLIVER = 0.04
"""The least that is drawn of a wedge, so that a few minutes are still seen."""


def ink_of(kind: DueKind) -> QtGui.QColor:
    """The colour of the ring."""
    if kind == "over":
        return look().colour("redFg" if look().is_dark else "redSolid")
    return look().colour(_INK[kind])


def paint_ring(painter: QtGui.QPainter, rect: QtCore.QRect, share: float, kind: DueKind) -> None:
    """Paint the ring into the square `rect`; the wedge begins at twelve and always runs clockwise."""
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 16, rect.height() / 16)
    {"over": _overdue, "paused": _paused}.get(kind, _running)(painter, ink_of(kind), share)
    painter.restore()


def _running(painter: QtGui.QPainter, ink: QtGui.QColor, share: float) -> None:
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    painter.setPen(QtGui.QPen(ink, 1.3))
    painter.drawEllipse(QtCore.QRectF(1.4, 1.4, 13.2, 13.2))
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    left = min(max(share, _SLIVER), 1.0)
    painter.drawPie(QtCore.QRectF(3.4, 3.4, 9.2, 9.2), _TOP * _SIXTEENTHS, -round(left * _FULL * _SIXTEENTHS))


def _overdue(painter: QtGui.QPainter, ink: QtGui.QColor, _share: float) -> None:
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(QtCore.QRectF(1, 1, 14, 14))
    painter.setPen(_round_pen(look().colour("surface"), 1.8))
    painter.drawLine(QtCore.QPointF(8, 4.2), QtCore.QPointF(8, 8.6))
    painter.drawPoint(QtCore.QPointF(8, 11.3))


def _paused(painter: QtGui.QPainter, ink: QtGui.QColor, _share: float) -> None:
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    painter.setPen(line_pen(ink, 1.3, dashed=True))
    painter.drawEllipse(QtCore.QRectF(1.7, 1.7, 12.6, 12.6))
    painter.setPen(_round_pen(ink, 1.6))
    for across in (6.4, 9.6):
        painter.drawLine(QtCore.QPointF(across, 5.8), QtCore.QPointF(across, 10.2))


def _round_pen(colour: QtGui.QColor, thick: float) -> QtGui.QPen:
    pen = QtGui.QPen(colour, thick)
    pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    return pen
