"""The line under everything: where the data lies, today and the office's hours, keys, the version."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop import __version__
from desktop.language.window import Words
from desktop.views.layouts import empty
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.key_cap import KeyCaps
from desktop.views.widgets.label import Label

HEIGHT = 28


class StatusBar(QtWidgets.QWidget):
    """Three groups, from the start: the office, the keys of the screen, the program."""

    def __init__(self, words: Words, *, is_demo: bool) -> None:
        super().__init__()
        self._text = words.of("shell")
        self.setFixedHeight(look().px(HEIGHT))
        on_ground(self, "rail")
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(look().px(14), 0, look().px(14), 0)
        row.setSpacing(look().px(16))
        row.addLayout(self._place())
        self._today = Label("", "caption", 400, "text2")
        row.addWidget(self._today)
        row.addStretch(1)
        self._hints = QtWidgets.QHBoxLayout()
        self._hints.setSpacing(look().px(6))
        row.addLayout(self._hints)
        row.addStretch(1)
        if is_demo:
            row.addWidget(_DemoMark(self._text("demo")))
        row.addWidget(Label(self._text("version", version=__version__), "caption", 400, "text2"))

    def show_today(self, sentence: str) -> None:
        """Show today's date and the office's hours."""
        self._today.setText(sentence)

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show keys and what they do."""
        empty(self._hints)
        for key, said in hints:
            self._hints.addWidget(KeyCaps(key))
            label = Label(said, "caption", 400, "text3")
            label.setContentsMargins(0, 0, look().px(10), 0)
            self._hints.addWidget(label)

    def _place(self) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(6))
        icon = QtWidgets.QLabel()
        icon.setPixmap(look().pixmap("check", "greenFg", 14))
        row.addWidget(icon)
        row.addWidget(Label(self._text("embedded"), "caption", 500, "greenFg"))
        return row


class _DemoMark(QtWidgets.QLabel):
    """Says in a dashed frame that nothing here is real."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.setFont(look().font("caption", 500))
        self.setFixedHeight(look().px(20))
        self.setContentsMargins(look().px(8), 0, look().px(8), 0)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Paint the dashed frame and the words in it."""
        painter = QtGui.QPainter(self)
        painter.setPen(QtGui.QPen(look().colour("borderStrong"), 1, QtCore.Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QtCore.QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.end()
        super().paintEvent(event)
