"""Grounds of the window's parts, by colour token, and the line between two of them."""

from PySide6 import QtGui, QtWidgets

from desktop.views.theme.look import look


def on_ground(widget: QtWidgets.QWidget, token: str) -> None:
    """Give a widget the ground of a colour token."""
    widget.setAutoFillBackground(True)
    shade = widget.palette()
    shade.setColor(QtGui.QPalette.ColorRole.Window, look().colour(token))
    widget.setPalette(shade)


class Line(QtWidgets.QWidget):
    """A line between two panes, as long as they are."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedWidth(1)
        on_ground(self, "border")
