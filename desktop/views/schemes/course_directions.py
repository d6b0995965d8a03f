"""Which status lies next in a direction of the eye."""

from collections.abc import Sequence
from typing import Final

from PySide6 import QtCore

_KEY = QtCore.Qt.Key

ARROWS: Final[dict[int, tuple[int, int]]] = {
    _KEY.Key_Left: (-1, 0),
    _KEY.Key_Right: (1, 0),
    _KEY.Key_Up: (0, -1),
    _KEY.Key_Down: (0, 1),
}
"""How far each arrow goes to the right and down."""


def nearest(rects: Sequence[QtCore.QRect], here: int, across: int, down: int) -> int | None:
    """The place of the nearest box in a direction; None where there is none."""
    at = rects[here].center()
    found = [
        (distance, place)
        for place, rect in enumerate(rects)
        if (distance := _distance(rect.center() - at, across, down)) is not None
    ]
    return min(found)[1] if found else None


def _distance(way: QtCore.QPoint, across: int, down: int) -> int | None:
    """How far something lies in a direction, aside counting double; None when it lies elsewhere.

    Columns stand far apart and boxes of one close together, so up and down are taken narrowly.
    """
    ahead, aside = (way.x() * across, way.y()) if across else (way.y() * down, way.x())
    lies_there = ahead > abs(aside) // (4 if across else 1) and ahead > 0
    return ahead + 2 * abs(aside) if lies_there else None
