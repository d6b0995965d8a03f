"""The program's sign: a folder with a seal, in its own colours; the only picture that is not recoloured."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look

_GROUND, _SEAL, _TICK, _FOLDER = "#1D4F91", "#3FC0C3", "#0E2E57", "#FFFFFF"
"""The sign keeps its colours in every theme, and is drawn before one is put on."""


class Emblem(QtWidgets.QWidget):
    """The sign in a square of `size`, drawn on a grid of 30."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.setFixedSize(look().px(size), look().px(size))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Paint the sign."""
        paint_emblem(QtGui.QPainter(self), self.width())


def paint_emblem(painter: QtGui.QPainter, size: float) -> None:
    """Paint the sign into the square at the origin."""
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.scale(size / 30, size / 30)
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(QtGui.QColor(_GROUND))
    painter.drawRoundedRect(QtCore.QRectF(0, 0, 30, 30), 6, 6)
    painter.setPen(_pen(_FOLDER, 1.7))
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    folder = QtGui.QPolygonF()
    for x, y in ((7, 9), (12.6, 9), (14.5, 11.2), (23, 11.2), (23, 22), (7, 22), (7, 9)):
        folder.append(QtCore.QPointF(x, y))
    painter.drawPolygon(folder)
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(QtGui.QColor(_SEAL))
    painter.drawEllipse(QtCore.QPointF(11.4, 17.2), 3.2, 3.2)
    painter.setPen(_pen(_TICK, 1.2))
    tick = (QtCore.QPointF(10, 17.2), QtCore.QPointF(11, 18.2), QtCore.QPointF(12.9, 16.3))
    painter.drawPolyline(list(tick))


def app_icon() -> QtGui.QIcon:
    """The sign as the icon of the window, in the sizes desks and task bars ask for."""
    icon = QtGui.QIcon()
    for size in (16, 32, 64, 128):
        picture = QtGui.QPixmap(size, size)
        picture.fill(QtCore.Qt.GlobalColor.transparent)
        painter = QtGui.QPainter(picture)
        paint_emblem(painter, size)
        painter.end()
        icon.addPixmap(picture)
    return icon


def _pen(colour: str, width: float) -> QtGui.QPen:
    return QtGui.QPen(
        QtGui.QColor(colour),
        width,
        QtCore.Qt.PenStyle.SolidLine,
        QtCore.Qt.PenCapStyle.RoundCap,
        QtCore.Qt.PenJoinStyle.RoundJoin,
    )
