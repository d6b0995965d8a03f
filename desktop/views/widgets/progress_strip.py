"""How far a checklist is: accepted, rejected and what is left, from the start of the row to its end."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.lines import from_start
from desktop.views.widgets.strokes import box

_HEIGHT, _APART, _LEAST = 8, 2, 3
Parts = Sequence[tuple[int, str]]
"""How many, and the token of their colour."""


def paint_strip(painter: QtGui.QPainter, rect: QtCore.QRect, parts: Parts) -> None:
    """The parts of a whole, each as long as its share; what is there is at least seen."""
    shown = [(count, token) for count, token in parts if count > 0]
    whole = sum(count for count, _ in shown)
    if not whole:
        box(painter, rect, look().colour("border"), radius=2)
        return
    apart, least = look().px(_APART), look().px(_LEAST)
    room = rect.width() - apart * (len(shown) - 1)
    rtl = painter.layoutDirection() == QtCore.Qt.LayoutDirection.RightToLeft
    widths = [max(least, room * count // whole) for count, _ in shown]
    widths[widths.index(max(widths))] += room - sum(widths)
    skipped = 0
    for wide, (_, token) in zip(widths, shown, strict=True):
        box(painter, from_start(rect, skipped, wide, rtl=rtl), look().colour(token), radius=2)
        skipped += wide + apart


class ProgressStrip(QtWidgets.QWidget):
    """Accepted in green, rejected in red, the rest in grey; `told` says it in words."""

    def __init__(
        self, accepted: int, rejected: int, left: int, told: str, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setFixedHeight(look().px(_HEIGHT))
        self.show_counts(accepted, rejected, left, told)

    def show_counts(self, accepted: int, rejected: int, left: int, told: str) -> None:
        """Show other numbers."""
        self._parts = ((accepted, "greenSolid"), (rejected, "redSolid"), (left, "border"))
        self.setAccessibleName(told)
        self.setToolTip(told)
        self.update()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Nothing but the strip."""
        paint_strip(QtGui.QPainter(self), self.rect(), self._parts)


class Tally(QtWidgets.QWidget):
    """A sign, a number and its word in one colour, as under a strip: ✓ 33 accepted."""

    def __init__(
        self, icon: str, words: str, colour: str, weight: int = 400, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(5))
        row.addWidget(Icon(icon, colour, 14))
        self._words = Label(words, "caption", weight, colour)
        row.addWidget(self._words)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Fixed, QtWidgets.QSizePolicy.Policy.Fixed)

    def set_words(self, words: str) -> None:
        """Another number."""
        self._words.setText(words)
