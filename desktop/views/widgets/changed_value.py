"""A value that changed since the reader's last review: the old one struck out, the new one on turquoise."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.label import Label
from desktop.views.widgets.strokes import box


class ChangedValue(QtWidgets.QWidget):
    """Old and new beside each other; either may be missing. `told` is the sentence for screen readers."""

    def __init__(self, old: str, new: str, told: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(told)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(6))
        if old:
            row.addWidget(_Old(old, "dense", 400, "text3"))
        if new:
            row.addWidget(_New(f" {new} ", "dense", 400, "text"))
        row.addStretch(1)


class _Old(Label):
    """What stood there."""

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QtGui.QPainter(self)
        painter.setPen(look().colour("text3"))
        wide = min(self.sizeHint().width(), self.width())
        at_right = self.layoutDirection() == QtCore.Qt.LayoutDirection.RightToLeft
        left, middle = (self.width() - wide if at_right else 0), self.height() // 2 + 1
        painter.drawLine(left, middle, left + wide, middle)


class _New(Label):
    """What stands there now."""

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        box(QtGui.QPainter(self), self.rect().adjusted(0, 1, 0, -1), look().colour("turqBg"), radius=2)
        super().paintEvent(event)
