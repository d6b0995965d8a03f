"""Paints Qt's own controls in our manner: flat, outlined, with a focus ring that is never missing."""

from typing import TYPE_CHECKING

from PySide6 import QtWidgets

if TYPE_CHECKING:
    from desktop.views.theme.look import Look


class WindowStyle(QtWidgets.QProxyStyle):
    """Fusion with our colours, sizes and indicators."""

    def __init__(self, look: "Look") -> None:
        super().__init__("Fusion")
        self._look = look
