"""Shows keys as caps, on buttons, in hints and on the key sheet; keys are Latin and stand left to right."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.faces import advance, face
from desktop.views.widgets.lines import draw_line
from desktop.views.widgets.strokes import box

_GAP, _PAD, _LEAST, _RADIUS = 3, 5, 18, 3
HEIGHT = 19
FLAT_HEIGHT = 17


def caps_of(key: str) -> tuple[str, ...]:
    """The caps of a key as commands write it: "Ctrl+Enter" and "Y N" are two caps each, "+" is one."""
    caps: list[str] = []
    for chord in key.split():
        head, _, last = chord.rpartition("+") if len(chord) > 1 else ("", "", chord)
        caps += [part for part in head.split("+") if part] + [last or "+"]
    return tuple(caps)


def spoken(name: str, key: str) -> str:
    """A name with its key behind it, for tool tips; the Latin key does not disturb the line."""
    return f"{name} \u2068({key})\u2069" if key else name


def caps_width(caps: tuple[str, ...]) -> int:
    """How wide the caps are together."""
    if not caps:
        return 0
    gaps = look().px(_GAP) * (len(caps) - 1)
    return sum(_cap_width(cap) for cap in caps) + gaps


def paint_caps(
    painter: QtGui.QPainter,
    rect: QtCore.QRect,
    caps: tuple[str, ...],
    ink: QtGui.QColor | None = None,
) -> int:
    """Paint the caps from the left edge of `rect`, centred over its height; return the width used.

    With `ink` they are outlined in that colour, as on a button; without it they stand on their own ground.
    """
    worn, left = look(), rect.left()
    height = worn.px(HEIGHT if ink is None else FLAT_HEIGHT)
    top = rect.top() + (rect.height() - height) // 2
    for cap in caps:
        place = QtCore.QRect(left, top, _cap_width(cap), height)
        _paint_cap(painter, place, cap, ink)
        left += place.width() + worn.px(_GAP)
    return caps_width(caps)


def _paint_cap(painter: QtGui.QPainter, place: QtCore.QRect, cap: str, ink: QtGui.QColor | None) -> None:
    worn, radius = look(), look().px(_RADIUS)
    if ink is None:
        box(painter, place, worn.colour("border"), worn.colour("border"), radius=radius)
        box(
            painter,
            place.adjusted(0, 0, 0, -1),
            worn.colour("surface2"),
            worn.colour("border"),
            radius=radius,
        )
        painter.setPen(worn.colour("text2"))
    else:
        line = QtGui.QColor(ink)
        line.setAlphaF(0.6)
        box(painter, place, None, line, radius=radius)
        painter.setPen(ink)
    draw_line(painter, place, cap, face("micro", 500), QtCore.Qt.AlignmentFlag.AlignHCenter, cut=None)


def _cap_width(cap: str) -> int:
    worn = look()
    return max(worn.px(_LEAST), advance(cap, "micro", 500) + 2 * worn.px(_PAD))


class KeyCaps(QtWidgets.QWidget):
    """The caps of one key as a widget of their own."""

    def __init__(self, key: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps = caps_of(key)
        self.setAccessibleName(key)
        self.setFixedSize(caps_width(self._caps), look().px(HEIGHT))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Nothing but the caps."""
        paint_caps(QtGui.QPainter(self), self.rect(), self._caps)
