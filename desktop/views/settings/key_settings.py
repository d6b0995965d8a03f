"""Other keys for commands: pressed instead of typed, refused where another command has them."""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.desk import Desk
from desktop.views.keys import TAKES_EVERY_KEY, chord_of
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import QuietButton
from desktop.views.widgets.label import Label

CHANGEABLE: Final = (
    ("next", "J"),
    ("previous", "K"),
    ("claim", "U"),
    ("refer", "S"),
    ("note", "N"),
    ("follow", "W"),
    ("accept", "1"),
    ("reject", "2"),
    ("not_applicable", "3"),
    ("next_unjudged", "F"),
    ("next_change", "C"),
    ("mark", "M"),
    ("compare", "D"),
    ("preview", "P"),
)
"""Commands by code with the key they have from the start."""


class KeySettings(QtWidgets.QWidget):
    """One line per command: its name, its key, a button to give it another."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._text = desk.words.of("settings")
        self._buttons: dict[str, KeyButton] = {}
        grid = QtWidgets.QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(look().px(4))
        grid.setColumnStretch(0, 1)
        for row, (code, key) in enumerate(CHANGEABLE):
            button = KeyButton(self._chosen(code, key), self._text("press"), self._text(f"key.{code}"))
            button.pressed_chord.connect(lambda chord, code=code: self._give(code, chord))
            self._buttons[code] = button
            grid.addWidget(Label(self._text(f"key.{code}"), "dense"), row, 0)
            grid.addWidget(button, row, 1)
        self._refusal = Label("", "caption", 500, "redFg", wraps=True)
        grid.addWidget(self._refusal, len(CHANGEABLE), 0, 1, 2)
        again = QuietButton(self._text("keys_as_shipped"), icon="undo")
        again.clicked.connect(self._as_shipped)
        grid.addWidget(again, len(CHANGEABLE) + 1, 0, QtCore.Qt.AlignmentFlag.AlignLeading)

    def _chosen(self, code: str, key: str) -> str:
        return str(self._desk.preferences.get("keys", {}).get(code, key))

    def _give(self, code: str, chord: str) -> None:
        taken = {one: self._chosen(one, key) for one, key in CHANGEABLE if one != code}
        other = next((one for one, key in taken.items() if key == chord), None)
        if other is not None:
            self._refusal.setText(self._text("key_taken", key=chord, command=self._text(f"key.{other}")))
            self._buttons[code].show_key(self._chosen(code, dict(CHANGEABLE)[code]))
            return
        self._refusal.setText("")
        self._desk.preferences.set("keys", {**self._desk.preferences.get("keys", {}), code: chord})
        self._buttons[code].show_key(chord)

    def _as_shipped(self) -> None:
        self._desk.preferences.set("keys", {})
        self._refusal.setText("")
        for code, key in CHANGEABLE:
            self._buttons[code].show_key(key)


class KeyButton(QtWidgets.QPushButton):
    """Shows a key; after a press of the button the next key becomes it. Signals: `pressed_chord(str)`."""

    pressed_chord = QtCore.Signal(str)

    def __init__(self, key: str, waiting: str, name: str) -> None:
        super().__init__(key)
        self._key, self._waiting, self._name = key, waiting, name
        self.setCheckable(True)
        self.setFixedSize(look().px(150), look().px(28))
        self.toggled.connect(self._show)
        self._show()

    def show_key(self, key: str) -> None:
        """Show this key and wait no more."""
        self._key = key
        self.setChecked(False)
        self._show()

    def event(self, event: QtCore.QEvent) -> bool:
        """Take the next key whatever it would do elsewhere; Esc leaves the key as it was."""
        if self.isChecked() and isinstance(event, QtGui.QKeyEvent) and event.type() == event.Type.KeyPress:
            chord = chord_of(event)
            if chord == "Esc":
                self.setChecked(False)
            elif chord:
                self.pressed_chord.emit(chord)
            return True
        return super().event(event)

    def _show(self) -> None:
        self.setProperty(TAKES_EVERY_KEY, self.isChecked())
        self.setText(self._waiting if self.isChecked() else self._key)
        self.setAccessibleName(f"{self._name}: {self.text()}")
