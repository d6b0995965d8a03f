"""Where the page lies on the canvas: shares of the upright page to points of the canvas and back."""

from dataclasses import dataclass

from PySide6 import QtCore

from desktop.services.page_images.drawing import Size
from desktop.services.page_images.limits import PIXELS_PER_INCH, POINTS_PER_INCH

_SIDEWAYS = (90, 270)
PAGE = QtCore.QRectF(0, 0, 1, 1)


def turned_size(size: Size, rotation: int) -> Size:
    """Width and height of a page after it was turned."""
    return size[::-1] if rotation in _SIDEWAYS else size


def full_size(size: Size, rotation: int) -> QtCore.QSizeF:
    """How large a turned page is on the canvas at 100 %, in the canvas's pixels."""
    width, height = turned_size(size, rotation)
    scale = PIXELS_PER_INCH / POINTS_PER_INCH
    return QtCore.QSizeF(width * scale, height * scale)


@dataclass(frozen=True)
class Placement:
    """A page that was turned clockwise and fills a rectangle of the canvas."""

    rect: QtCore.QRectF
    rotation: int = 0

    def to_canvas(self, place: QtCore.QRectF) -> QtCore.QRectF:
        """Where a place of the upright page lies on the canvas."""
        corners = (place.topLeft(), place.bottomRight())
        return _around(*(self.to_canvas_point(corner) for corner in corners))

    def to_page(self, rect: QtCore.QRectF) -> QtCore.QRectF:
        """The place of the upright page under a rectangle of the canvas; what lies beside it is cut."""
        corners = (rect.topLeft(), rect.bottomRight())
        return _around(*(self.to_page_point(corner) for corner in corners)).intersected(PAGE)

    def to_canvas_point(self, point: QtCore.QPointF) -> QtCore.QPointF:
        """Where a point of the upright page lies on the canvas."""
        across, down = point.x(), point.y()
        across, down = {
            0: (across, down),
            90: (1 - down, across),
            180: (1 - across, 1 - down),
            270: (down, 1 - across),
        }[self.rotation]
        return QtCore.QPointF(
            self.rect.x() + across * self.rect.width(), self.rect.y() + down * self.rect.height()
        )

    def to_page_point(self, point: QtCore.QPointF) -> QtCore.QPointF:
        """The point of the upright page under a point of the canvas."""
        across = (point.x() - self.rect.x()) / self.rect.width()
        down = (point.y() - self.rect.y()) / self.rect.height()
        across, down = {
            0: (across, down),
            90: (down, 1 - across),
            180: (1 - across, 1 - down),
            270: (1 - down, across),
        }[self.rotation]
        return QtCore.QPointF(across, down)


def _around(one: QtCore.QPointF, other: QtCore.QPointF) -> QtCore.QRectF:
    return QtCore.QRectF(one, other).normalized()
