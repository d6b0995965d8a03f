"""Says in place of a page why it cannot be shown, and what can be done instead."""

from typing import Final

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.label import Label

_WIDTH: Final = 420
_ICON: Final = 24


class FailureNote(QtWidgets.QWidget):
    """A sentence and the ways on.

    Signals: `save_wanted()`, `again_wanted()`, `other_wanted()` for the other version.
    """

    save_wanted = QtCore.Signal()
    again_wanted = QtCore.Signal()
    other_wanted = QtCore.Signal()

    def __init__(self, texts: Texts, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self._icon = QtWidgets.QLabel(alignment=QtCore.Qt.AlignmentFlag.AlignHCenter)
        self._sentence = Label(role="body", weight=500, wraps=True).centre()
        self._hint = Label(texts("failed_hint"), role="dense", colour="text2", wraps=True).centre()
        self.save = SecondaryButton(texts("save"), "download", small=True)
        self.again = SecondaryButton(texts("again"), "refresh", small=True)
        self.other = SecondaryButton("", "swap", small=True)
        self.save.clicked.connect(self.save_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.other.clicked.connect(self.other_wanted)
        self._build()
        self.hide()

    def say(self, sentence: str, *, again: bool, save: bool, other: int | None, hint: bool = True) -> None:
        """Show a sentence; `other` is the number of a version that may be looked at instead."""
        self._icon.setPixmap(look().pixmap("alert", "amberFg", _ICON))
        self._sentence.setText(sentence)
        self._hint.setVisible(hint)
        self.save.setVisible(save)
        self.again.setVisible(again)
        self.other.setVisible(other is not None)
        if other is not None:
            self.other.set_text(self._texts("see_version", number=other))
        self.setAccessibleName(sentence)
        self.show()
        self.raise_()

    @property
    def sentence(self) -> str:
        """What is said."""
        return self._sentence.text()

    def _build(self) -> None:
        worn = look()
        column = QtWidgets.QWidget()
        column.setFixedWidth(worn.px(_WIDTH))
        lines = QtWidgets.QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(worn.px(8))
        for line in (self._icon, self._sentence, self._hint):
            lines.addWidget(line)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(worn.px(8))
        row.addStretch()
        for button in (self.save, self.again, self.other):
            row.addWidget(button)
        row.addStretch()
        lines.addSpacing(worn.px(4))
        lines.addLayout(row)
        around = QtWidgets.QGridLayout(self)
        around.addWidget(column, 0, 0, QtCore.Qt.AlignmentFlag.AlignCenter)
