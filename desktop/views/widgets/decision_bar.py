"""The bar under a page where something is decided: progress and what is in the way, then the actions."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.margins import set_margins

_HEIGHT, _TWO_LINES = 56, 96
_PAD, _APART = 16, 14
_UNDER = 9
"""Under the actions when they stand below, as much as the line they stand on leaves over them."""


class DecisionBar(QtWidgets.QWidget):
    """Widgets at the start and actions at the end, the primary outermost; `height` 60 for batches.

    Where both do not fit one line, the actions stand below.
    """

    def __init__(
        self,
        start: Sequence[QtWidgets.QWidget],
        actions: Sequence[QtWidgets.QWidget],
        height: int = _HEIGHT,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._height = height
        self._start, self._actions = QtWidgets.QHBoxLayout(), QtWidgets.QHBoxLayout()
        self._both = QtWidgets.QBoxLayout(QtWidgets.QBoxLayout.Direction.LeftToRight, self)
        set_margins(self._both, _PAD, 1, _PAD, 0)
        self._both.setSpacing(0)
        for part, widgets in ((self._start, start), (self._actions, actions)):
            part.setSpacing(look().px(_APART))
            for widget in widgets:
                part.addWidget(widget)
            self._both.addLayout(part)
        self._start.addStretch(1)
        self._actions.insertStretch(0, 1)
        self.setFixedHeight(look().px(height))

    def minimumSizeHint(self) -> QtCore.QSize:
        """The wider of the two parts, which may stand below each other."""
        wide = max(self._start.minimumSize().width(), self._actions.minimumSize().width())
        return QtCore.QSize(wide + look().px(2 * _PAD), self.height())

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Stand in one line or two."""
        super().resizeEvent(event)
        wanted = self._start.sizeHint().width() + self._actions.sizeHint().width()
        fits = wanted + look().px(2 * _PAD + _APART) <= self.width()
        ways = QtWidgets.QBoxLayout.Direction
        self._both.setDirection(ways.LeftToRight if fits else ways.TopToBottom)
        set_margins(self._both, _PAD, 1, _PAD, 0 if fits else _UNDER)
        self.setFixedHeight(look().px(self._height if fits else _TWO_LINES))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The surface under a strong line."""
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), look().colour("surface"))
        painter.setPen(look().colour("borderStrong"))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
