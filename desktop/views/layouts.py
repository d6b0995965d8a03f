"""Emptying a layout, for parts that are shown anew."""

from PySide6 import QtWidgets


def empty(layout: QtWidgets.QLayout) -> None:
    """Take everything out of a layout; its widgets go as soon as Qt is back in its loop."""
    while (item := layout.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            empty(inner)
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
