"""How large a page is shown in the room there is, and what has to be drawn for that."""

from math import sqrt
from typing import Final

from PySide6 import QtCore

from desktop.services.page_images.drawing import Drawing
from desktop.services.page_images.limits import LARGEST_DRAWING
from desktop.views.documents.view import Fit, bounded

MARGIN: Final = 16
"""Between page and edge, at a text scale of 100 %."""
COARSE_DRAWING: Final = 3_000_000
"""Pixels of a page that is too large to be drawn as a whole; its visible part is drawn sharp on top."""
_AHEAD: Final = 0.2
"""How much more than the visible part is drawn on each side, for the next scroll."""


def factor_of(zoom: float | Fit, full: QtCore.QSizeF, room: QtCore.QSizeF) -> float:
    """The magnification of a page that is `full` large at 100 %."""
    if isinstance(zoom, int | float):
        return float(zoom)
    across = room.width() / full.width()
    return bounded(across if zoom == "width" else min(across, room.height() / full.height()))


def whole_drawing(extent: QtCore.QSizeF, rotation: int, ratio: float) -> Drawing:
    """The page as large as it is shown, on a screen of this device pixel ratio."""
    width, height = extent.width() * ratio, extent.height() * ratio
    if width * height > LARGEST_DRAWING:
        shrink = sqrt(COARSE_DRAWING / (width * height))
        width, height = width * shrink, height * shrink
    return Drawing.whole(max(1, round(width)), max(1, round(height)), rotation)


def part_drawing(
    extent: QtCore.QSizeF, rotation: int, ratio: float, visible: QtCore.QRectF
) -> Drawing | None:
    """The visible part of a page whose whole drawing is coarse; nothing where the whole is sharp."""
    width, height = max(1, round(extent.width() * ratio)), max(1, round(extent.height() * ratio))
    if width * height <= LARGEST_DRAWING or visible.isEmpty():
        return None
    ahead_across, ahead_down = visible.width() * _AHEAD, visible.height() * _AHEAD
    wanted = visible.adjusted(-ahead_across, -ahead_down, ahead_across, ahead_down)
    if wanted.width() * wanted.height() * ratio**2 > LARGEST_DRAWING:
        wanted = visible
    left, top = max(0, int(wanted.left() * ratio)), max(0, int(wanted.top() * ratio))
    right, bottom = min(width, int(wanted.right() * ratio) + 1), min(height, int(wanted.bottom() * ratio) + 1)
    if right <= left or bottom <= top or (right - left) * (bottom - top) > LARGEST_DRAWING:
        return None
    return Drawing(width, height, rotation, left, top, right - left, bottom - top)
