"""A picture that stands beside words which say the same."""

from PySide6 import QtWidgets

from desktop.views.theme.look import look


class Icon(QtWidgets.QLabel):
    """An icon in the colour of a token; screen readers pass over it."""

    def __init__(
        self, name: str, colour: str = "text2", size: int = 16, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setPixmap(look().pixmap(name, colour, size))
        self.setFixedSize(look().px(size), look().px(size))
