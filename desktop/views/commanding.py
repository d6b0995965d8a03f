"""Brings keys to commands: those of the screen first, then those of the whole window."""

from collections.abc import Callable, Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.keys import belongs_to_widget, chord_of
from desktop.views.screen import Command

PATIENCE_MILLISECONDS = 1500
"""How long the first key of two ("Y N") waits for the second."""


class Commanding(QtCore.QObject):
    """Watches the keys of one window. Signals: `refused(str)` why a command cannot be done now."""

    refused = QtCore.Signal(str)

    def __init__(
        self,
        window: QtWidgets.QWidget,
        commands: Callable[[], Sequence[Command]],
        key_of: Callable[[Command], str],
    ) -> None:
        super().__init__(window)
        self._window, self._commands, self._key_of = window, commands, key_of
        self._begun = ""
        self._waiting = QtCore.QTimer(self, singleShot=True, interval=PATIENCE_MILLISECONDS)
        self._waiting.timeout.connect(self._forget)
        self.letters_act = True
        """Off for people who cannot use single-letter keys (WCAG 2.1.4)."""
        if (app := QtWidgets.QApplication.instance()) is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Take a key press that is a command; everything else goes its way."""
        if event.type() != QtCore.QEvent.Type.KeyPress or not isinstance(event, QtGui.QKeyEvent):
            return False
        if not isinstance(watched, QtWidgets.QWidget) or not self._is_ours(watched):
            return False
        chord = chord_of(event)
        if not chord or belongs_to_widget(chord, watched):
            return False
        return self._press(chord)

    def run(self, command: Command) -> None:
        """Do it, or say why not."""
        reason = command.why_not()
        if reason is None:
            command.run()
        else:
            self.refused.emit(reason)

    def _is_ours(self, watched: QtWidgets.QWidget) -> bool:
        if QtWidgets.QApplication.activeModalWidget() or QtWidgets.QApplication.activePopupWidget():
            return False
        # An unhandled key climbs from widget to widget; it is judged once, where it was pressed.
        focus = QtWidgets.QApplication.focusWidget()
        return watched.window() is self._window and watched is (focus or watched)

    def _press(self, chord: str) -> bool:
        wanted = f"{self._begun} {chord}".strip()
        commands = {self._key_of(command): command for command in reversed(self._commands())}
        if not self.letters_act:
            commands = {key: one for key, one in commands.items() if _is_no_letter(key)}
        if wanted in commands:
            self._forget()
            self.run(commands[wanted])
            return True
        begins = any(key.startswith(f"{wanted} ") for key in commands)
        self._forget()
        if begins:
            self._begun = wanted
            self._waiting.start()
        return begins

    def _forget(self) -> None:
        self._begun = ""
        self._waiting.stop()


def _is_no_letter(key: str) -> bool:
    return len(key) > 1 and not key[1:].startswith(" ") and not key.startswith("Shift+")
