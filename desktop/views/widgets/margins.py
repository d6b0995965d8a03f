"""Margins that follow the reading direction; Qt's own keep left and right."""

from PySide6 import QtWidgets

from desktop.views.theme.look import look


def set_margins(layout: QtWidgets.QLayout, start: int, top: int, end: int, bottom: int) -> None:
    """Margins at a text scale of 100 %, from the start of the row to its end."""
    px = look().px
    left, right = (end, start) if look().rtl else (start, end)
    layout.setContentsMargins(px(left), px(top), px(right), px(bottom))
