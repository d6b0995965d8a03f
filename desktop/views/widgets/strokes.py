"""The few shapes all is painted of: boxes with one-pixel outlines, dashed where provisional, and circles."""

from PySide6 import QtCore, QtGui

from desktop.views.theme.look import look

_QT = QtCore.Qt
RADIUS = 4


def box(
    painter: QtGui.QPainter,
    rect: QtCore.QRect,
    fill: QtGui.QColor | None = None,
    outline: QtGui.QColor | None = None,
    *,
    radius: float | None = None,
    dashed: bool = False,
    thick: float = 1,
) -> None:
    """A rounded box just inside `rect`."""
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.setBrush(fill if fill is not None else _QT.BrushStyle.NoBrush)
    painter.setPen(line_pen(outline, thick, dashed=dashed) if outline is not None else _QT.PenStyle.NoPen)
    inset = thick / 2 if outline is not None else 0
    inside = QtCore.QRectF(rect).adjusted(inset, inset, -inset, -inset)
    corner = look().px(RADIUS) if radius is None else radius
    painter.drawRoundedRect(inside, corner, corner)
    painter.restore()


def line_pen(colour: QtGui.QColor, thick: float = 1, *, dashed: bool = False) -> QtGui.QPen:
    """The pen of an outline; dashes are 3 px long at every scale."""
    pen = QtGui.QPen(colour, thick)
    if dashed:
        pen.setDashPattern([3 / thick, 2.5 / thick])
        pen.setCapStyle(_QT.PenCapStyle.FlatCap)
    return pen


def disc(painter: QtGui.QPainter, rect: QtCore.QRect, fill: QtGui.QColor) -> None:
    """A filled circle."""
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.setPen(_QT.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawEllipse(QtCore.QRectF(rect))
    painter.restore()


def circle(
    painter: QtGui.QPainter, rect: QtCore.QRect, outline: QtGui.QColor, thick: float, *, dashed: bool = False
) -> None:
    """An empty circle just inside `rect`."""
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.setBrush(_QT.BrushStyle.NoBrush)
    painter.setPen(line_pen(outline, thick, dashed=dashed))
    inset = thick / 2
    painter.drawEllipse(QtCore.QRectF(rect).adjusted(inset, inset, -inset, -inset))
    painter.restore()
