"""Lays specimens out: under a heading, in rows, each with the name of the state it is shown in."""

from collections.abc import Iterable

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.focus_ring import FocusRing
from desktop.views.widgets.label import Label

Specimen = tuple[QtWidgets.QWidget, str]
"""A widget and what is said under it."""

_GAP, _APART, _LARGE = 6, 20, 1.5


class Shelf(QtWidgets.QWidget):
    """One kind of part with everything it can look like."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._column = QtWidgets.QVBoxLayout(self)
        space = look().px(16)
        self._column.setContentsMargins(space, space, space, space)
        self._column.setSpacing(look().px(14))
        self._column.addWidget(Label(title, "h2"))
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Minimum)

    def row(self, *specimens: Specimen) -> None:
        """Specimens beside each other."""
        row = Flow(gap=_APART, below=12)
        for widget, state in specimens:
            row.addWidget(_captioned(widget, state))
        self._column.addLayout(row)

    def wide(self, widgets: Iterable[QtWidgets.QWidget], columns: int = 1) -> None:
        """Specimens that take the width they get, `columns` beside each other unless the text is large."""
        columns = columns if look().scale < _LARGE else 1
        grid = QtWidgets.QGridLayout()
        grid.setHorizontalSpacing(look().px(_APART))
        grid.setVerticalSpacing(look().px(14))
        for number, widget in enumerate(widgets):
            grid.addWidget(widget, number // columns, number % columns, QtCore.Qt.AlignmentFlag.AlignTop)
            grid.setColumnStretch(number % columns, 1)
        self._column.addLayout(grid)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The surface that parts stand on, with a line below."""
        painter = QtGui.QPainter(self)
        painter.fillRect(self.rect(), look().colour("surface"))
        painter.setPen(look().colour("border"))
        painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())


def pointed_at(widget: QtWidgets.QWidget) -> QtWidgets.QWidget:
    """The widget as under the mouse."""
    widget.setAttribute(QtCore.Qt.WidgetAttribute.WA_UnderMouse)
    return widget


def with_keyboard(widget: QtWidgets.QWidget) -> QtWidgets.QWidget:
    """The widget with the ring it has when it has the keyboard."""
    # The ring needs a parent of its widget to lie in; it has one once the gallery is laid out.
    QtCore.QTimer.singleShot(0, widget, lambda: FocusRing(widget.window()).setWidget(widget))
    return widget


def _captioned(widget: QtWidgets.QWidget, state: str) -> QtWidgets.QWidget:
    both = QtWidgets.QWidget()
    column = QtWidgets.QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look().px(_GAP))
    column.addWidget(widget, 0, QtCore.Qt.AlignmentFlag.AlignLeft)
    column.addWidget(Label(state, "micro", 400, "text3"))
    column.addStretch(1)
    return both
