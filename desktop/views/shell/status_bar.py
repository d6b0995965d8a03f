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
_APART = 14
"""Between one hint and the next."""


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
        self._hints = _Hints()
        row.addWidget(self._hints, 1)
        if is_demo:
            row.addWidget(_DemoMark(self._text("demo")))
        row.addWidget(Label(self._text("version", version=__version__), "caption", 400, "text2"))

    def show_today(self, sentence: str) -> None:
        """Show today's date and the office's hours."""
        self._today.setText(sentence)

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show keys and what they do."""
        self._hints.show_hints(hints)

    def _place(self) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(6))
        icon = QtWidgets.QLabel()
        icon.setPixmap(look().pixmap("check", "greenFg", 14))
        row.addWidget(icon)
        row.addWidget(Label(self._text("embedded"), "caption", 500, "greenFg"))
        return row


class _Hints(QtWidgets.QWidget):
    """Keys with what they do, in the middle; where room is short whole hints go, the last one never."""

    def __init__(self) -> None:
        super().__init__()
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Preferred)
        self._shown: list[QtWidgets.QWidget] = []
        self._row = QtWidgets.QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(look().px(_APART))

    def show_hints(self, hints: Sequence[tuple[str, str]]) -> None:
        """Show these keys, as many as fit."""
        empty(self._row)
        self._shown = [_hint(key, said) for key, said in hints]
        self._row.addStretch(1)
        for hint in self._shown:
            self._row.addWidget(hint)
        self._row.addStretch(1)
        self._fit()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Show as many as fit now."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        gap = look().px(_APART)
        # The sheet of all keys comes last and leads to the others: it keeps its place.
        left = self.width() - 2 * gap
        for hint in [*self._shown[-1:], *self._shown[:-1]]:
            left -= hint.sizeHint().width() + gap
            hint.setVisible(left >= 0 or hint is self._shown[-1])


def _hint(key: str, said: str) -> QtWidgets.QWidget:
    hint = QtWidgets.QWidget()
    row = QtWidgets.QHBoxLayout(hint)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(look().px(6))
    row.addWidget(KeyCaps(key))
    row.addWidget(Label(said, "caption", 400, "text3"))
    return hint


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
