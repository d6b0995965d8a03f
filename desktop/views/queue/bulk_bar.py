"""The bar of what can be done with all marked dossiers; it stands where a decision bar would."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.views.queue.marking import ALL_AT_ONCE, Marking
from desktop.views.widgets.buttons import PrimaryButton, QuietButton, SecondaryButton
from desktop.views.widgets.decision_bar import DecisionBar
from desktop.views.widgets.label import Label

if TYPE_CHECKING:
    from desktop.views.widgets.button_base import Button

_HEIGHT = 60


class BulkBar(DecisionBar):
    """Signals: `pressed(str)` one of "refer", "release", "note", "export", "clear"."""

    pressed = QtCore.Signal(str)

    def __init__(self, text: Texts) -> None:
        self._text = text
        self.count = Label("", "body", 600)
        self.hint = Label("", "caption", 400, "text3")
        clear = QuietButton(text("bulk.clear"), "x", "Esc")
        self.buttons: dict[str, Button] = {
            "clear": clear,
            "export": SecondaryButton(text("export"), "download", "E"),
            "note": SecondaryButton(text("command.note"), "note", "N"),
            "release": SecondaryButton(text("bulk.release"), "undo", "U"),
            "refer": PrimaryButton(text("command.refer"), "refer", "S"),
        }
        actions: list[QtWidgets.QWidget] = [self.buttons[name] for name in self.buttons if name != "clear"]
        super().__init__([self.count, self.hint, clear], actions, _HEIGHT)
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, name=name: self.pressed.emit(name))
        self.setFocusProxy(self.buttons["refer"])
        self.hide()

    def show_marks(self, marking: Marking, in_sight: int) -> None:
        """Say how many are marked; nothing is shown when none is."""
        count = marking.count
        self.setVisible(count > 0)
        self.count.setText(self._text("bulk.count", count=count))
        everything = self._text("bulk.all", count=count, seen=in_sight) if marking.is_all else ""
        self.hint.setText(everything)
        too_many = self._text("bulk.too_many", most=ALL_AT_ONCE) if count > ALL_AT_ONCE else None
        for name in ("refer", "release", "note"):
            self.buttons[name].set_reason(too_many)
