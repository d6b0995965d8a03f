"""The code of an item as a small tag that leads to it."""

from PySide6 import QtCore

from desktop.views.theme.look import look
from desktop.views.widgets.button_base import Button, Dress
from desktop.views.widgets.faces import Face, face

_HIGH, _PAD = 20, 6


class CodeTag(Button):
    """Pressed with the mouse; by key the change itself leads to its item."""

    def __init__(self, code: str) -> None:
        super().__init__(code, small=True)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)

    def minimumSizeHint(self) -> QtCore.QSize:
        """A code is not cut."""
        return self.sizeHint()

    def _dress(self) -> Dress:
        return Dress("tint" if self._hovered() else "surface", "border", "accent", "accent")

    def _face(self) -> Face:
        return face("caption", 600)

    def _height(self) -> int:
        return look().px(_HIGH)

    def _pad(self) -> int:
        return look().px(_PAD)
