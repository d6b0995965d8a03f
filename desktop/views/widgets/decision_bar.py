"""The bar under a page where something is decided: progress and what is in the way, then the actions."""

from collections.abc import Sequence

from PySide6 import QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.margins import set_margins

_HEIGHT = 56


class DecisionBar(QtWidgets.QWidget):
    """Widgets at the start and actions at the end, the primary outermost; `height` 60 for batches."""

    def __init__(
        self,
        start: Sequence[QtWidgets.QWidget],
        actions: Sequence[QtWidgets.QWidget],
        height: int = _HEIGHT,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QtWidgets.QHBoxLayout(self)
        set_margins(row, 16, 1, 16, 0)
        row.setSpacing(look().px(14))
        for widget in start:
            row.addWidget(widget)
        row.addStretch(1)
        for action in actions:
            row.addWidget(action)
        self.setFixedHeight(look().px(height))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The surface under a strong line."""
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), look().colour("surface"))
        painter.setPen(look().colour("borderStrong"))
        painter.drawLine(self.rect().topLeft(), self.rect().topRight())
