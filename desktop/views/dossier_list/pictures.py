"""Keeps what rows paint again and again, such as the chip of a status, as pictures of the look that is on."""

from collections.abc import Callable, Hashable

from PySide6 import QtCore, QtGui

from desktop.views.theme.look import Look, look

MOST = 1_024
"""Pictures kept; statuses, badges and their states on chosen rows are far fewer."""

Paint = Callable[[QtGui.QPainter, QtCore.QRect], object]


class Pictures:
    """Pictures by what they show; another look or screen begins anew."""

    def __init__(self) -> None:
        self._look: Look | None = None
        self._kept: dict[Hashable, QtGui.QPixmap] = {}

    def find(
        self, painter: QtGui.QPainter, shows: Hashable, size: tuple[int, int], paint: Paint
    ) -> QtGui.QPixmap:
        """The picture of this name, painted now if it was not before; sharp where `painter` paints."""
        worn, ratio = look(), painter.device().devicePixelRatio()
        if worn is not self._look or len(self._kept) > MOST:
            self._look, self._kept = worn, {}
        key = (shows, ratio)
        known = self._kept.get(key)
        if known is None:
            known = self._kept[key] = _painted(worn, size, ratio, paint)
        return known


def _painted(worn: Look, size: tuple[int, int], ratio: float, paint: Paint) -> QtGui.QPixmap:
    picture = QtGui.QPixmap(QtCore.QSize(*size) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QtGui.QPainter(picture)
    direction = QtCore.Qt.LayoutDirection
    painter.setLayoutDirection(direction.RightToLeft if worn.rtl else direction.LeftToRight)
    paint(painter, QtCore.QRect(0, 0, *size))
    painter.end()
    return picture


PICTURES = Pictures()
"""Of this window; there is one look in a process."""
