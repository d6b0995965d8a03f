"""Grounds of the frame's parts, by colour token."""

from PySide6 import QtGui, QtWidgets

from desktop.views.theme.look import look


def on_ground(widget: QtWidgets.QWidget, token: str) -> None:
    """Give a widget the ground of a colour token."""
    widget.setAutoFillBackground(True)
    shade = widget.palette()
    shade.setColor(QtGui.QPalette.ColorRole.Window, look().colour(token))
    widget.setPalette(shade)
