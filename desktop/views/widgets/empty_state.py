"""What stands where nothing is: one sentence, and the one thing to do about it."""

from collections.abc import Callable

from PySide6 import QtCore, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.label import Label

_WIDE = 460


class EmptyState(QtWidgets.QWidget):
    """In the middle of the place that would be full."""

    def __init__(
        self,
        sentence: str,
        action: str = "",
        key: str = "",
        act: Callable[[], object] | None = None,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QtWidgets.QVBoxLayout(self)
        column.setSpacing(look().px(14))
        column.addStretch(2)
        words = Label(sentence, "body", 400, "text2", wraps=True).centre()
        words.setMaximumWidth(look().px(_WIDE))
        row = QtWidgets.QHBoxLayout()
        row.addStretch(1)
        row.addWidget(words, 4)
        row.addStretch(1)
        column.addLayout(row)
        if act is not None:
            self.button = SecondaryButton(action, key=key)
            self.button.clicked.connect(lambda _checked: act())
            column.addWidget(self.button, 0, QtCore.Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)
