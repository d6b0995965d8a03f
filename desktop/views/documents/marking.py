"""Draws a rectangle on a page, by dragging or by the arrow keys, while marking is on."""

from typing import Final

from PySide6 import QtCore, QtGui

from desktop.views.documents.placement import Placement

_FIRST: Final = QtCore.QRectF(0.3, 0.3, 0.3, 0.08)
"""Where a rectangle begins that is drawn by keys, in shares of the page as it is seen."""
_STEP: Final = 0.01
_LEAST: Final = 0.004
"""A rectangle narrower than this share of the page was a click."""
_DIGITS: Final = 6
_KEY = QtCore.Qt.Key
_MOVES: Final = {
    _KEY.Key_Left: (-1, 0),
    _KEY.Key_Right: (1, 0),
    _KEY.Key_Up: (0, -1),
    _KEY.Key_Down: (0, 1),
}


class Marking(QtCore.QObject):
    """A rectangle in the making.

    Signals: `changed()` when the rectangle is another or marking went on or off, `marked(QRectF)` with the
    place of the upright page when it is finished.
    """

    changed = QtCore.Signal()
    marked = QtCore.Signal(QtCore.QRectF)

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = False
        self._start: QtCore.QPointF | None = None
        self._rect: QtCore.QRectF | None = None
        """In shares of the page as it is seen, so that it stays in place while the page moves."""

    def turn(self, on: bool) -> None:  # noqa: FBT001 - a setter of one flag, as Qt's are
        """Begin or leave."""
        self.is_on, self._start, self._rect = on, None, None
        self.changed.emit()

    def rect(self, placement: Placement) -> QtCore.QRectF | None:
        """What is drawn so far, on the canvas."""
        return _seen(placement).to_canvas(self._rect) if self._rect is not None else None

    def press(self, at: QtCore.QPointF) -> None:
        """Begin a rectangle."""
        self._start = at

    def drag(self, placement: Placement, at: QtCore.QPointF) -> None:
        """Draw it larger."""
        if self._start is not None:
            drawn = QtCore.QRectF(self._start, at).normalized()
            self._rect = _seen(placement).to_page(drawn)
            self.changed.emit()

    def release(self, placement: Placement) -> None:
        """Finish it, when it is more than a click."""
        self._start = None
        if self._rect is not None and min(self._rect.width(), self._rect.height()) > _LEAST:
            self._finish(placement)
        else:
            self._rect = None
            self.changed.emit()

    def key(self, placement: Placement, event: QtGui.QKeyEvent) -> bool:
        """Arrows move it, with Shift they size it, Enter finishes, Escape leaves; False for other keys."""
        key = QtCore.Qt.Key(event.key())
        if key == _KEY.Key_Escape:
            self.turn(on=False)
        elif key in (_KEY.Key_Return, _KEY.Key_Enter):
            self._rect = self._rect or QtCore.QRectF(_FIRST)
            self._finish(placement)
        elif key in _MOVES:
            sizes = bool(event.modifiers() & QtCore.Qt.KeyboardModifier.ShiftModifier)
            self._move(*_MOVES[key], sizes=sizes)
        else:
            return False
        return True

    def _move(self, across: int, down: int, *, sizes: bool) -> None:
        if self._rect is None:
            self._rect = QtCore.QRectF(_FIRST)
        elif sizes:
            self._rect.setRight(_within(self._rect.right() + across * _STEP, self._rect.left() + _STEP, 1))
            self._rect.setBottom(_within(self._rect.bottom() + down * _STEP, self._rect.top() + _STEP, 1))
        else:
            left = _within(self._rect.left() + across * _STEP, 0, 1 - self._rect.width())
            top = _within(self._rect.top() + down * _STEP, 0, 1 - self._rect.height())
            self._rect.moveTo(left, top)
        self.changed.emit()

    def _finish(self, placement: Placement) -> None:
        drawn = self.rect(placement)
        self.turn(on=False)
        if drawn is not None:
            self.marked.emit(_rounded(placement.to_page(drawn)))


def _seen(placement: Placement) -> Placement:
    return Placement(placement.rect, 0)


def _rounded(place: QtCore.QRectF) -> QtCore.QRectF:
    """Within the page to the last bit, which the difference of two shares is not."""
    left, top = round(place.left(), _DIGITS), round(place.top(), _DIGITS)
    width, height = round(place.width(), _DIGITS), round(place.height(), _DIGITS)
    return QtCore.QRectF(left, top, min(width, 1 - left), min(height, 1 - top))


def _within(value: float, least: float, most: float) -> float:
    return max(least, min(value, most))
