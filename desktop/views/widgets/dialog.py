"""Asks before something is done that matters: the question names its object, the buttons say what they do."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.keys import chord_of
from desktop.views.theme.look import look
from desktop.views.widgets.button_base import Button
from desktop.views.widgets.buttons import DestructiveButton, PrimaryButton, SecondaryButton
from desktop.views.widgets.form_field import FormField
from desktop.views.widgets.label import Label
from desktop.views.widgets.notice import Notice
from desktop.views.widgets.own_words import own
from desktop.views.widgets.text_field import TextField

_PADDING, _WIDE = 20, 480
_COMMIT = "Ctrl+Enter"


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a dialog, with a verb on it; neither "primary" nor "danger" means the safe side."""

    code: str
    text: str
    kind: Literal["primary", "danger", ""] = ""
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Reason:
    """The field where the reason is written; without one what is `required` is not done."""

    label: str
    explained: str = ""
    required: bool = True
    text: str = ""


class Dialog(QtWidgets.QDialog):
    """Signals: `answered(code, reason)` when a button was chosen; closing with Esc answers nothing.

    With `stays` it waits after a decision, busy, until `close()` or `refuse()` is called.
    """

    answered = QtCore.Signal(str, str)

    def __init__(
        self,
        title: str,
        consequences: Sequence[str] = (),
        choices: Sequence[Choice] = (),
        *,
        reason: Reason | None = None,
        body: QtWidgets.QWidget | None = None,
        stays: bool = False,
        wide: int = _WIDE,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._answer, self._stays, self._reason = "", stays, reason
        self._main = next((choice for choice in choices if choice.kind), None)
        self.buttons: dict[str, Button] = {}
        self._column = QtWidgets.QVBoxLayout(self)
        space = look().px(_PADDING)
        self._column.setContentsMargins(space, space, space, space)
        self._column.setSpacing(look().px(12))
        self._column.addWidget(Label(title, "h2", wraps=True))
        if consequences:
            self._column.addWidget(_Consequences(consequences))
        if body is not None:
            self._column.addWidget(body)
        self._field = self._add_reason(reason)
        self._refusal: Notice | None = None
        self._column.addStretch(1)
        self._column.addLayout(self._row(choices))
        self.setFixedWidth(look().px(wide))
        self._first(choices, body).setFocus()

    def ask(self) -> str:
        """Show it and wait; the code of the chosen button, empty when it was closed."""
        self.exec()
        return self._answer

    def ask_for(self, then: Callable[[str, str], object]) -> None:
        """Show it and go on; `then(code, reason)` comes when a button was chosen."""
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        self.answered.connect(then)
        self.open()

    def reason(self) -> str:
        """The reason as written."""
        return self._field.value() if self._field is not None else ""

    def refuse(self, sentence: str) -> None:
        """Say why it was not done; what was written stays."""
        self._set_busy(busy=False)
        if self._refusal is not None:
            self._refusal.deleteLater()
        self._refusal = Notice("red", sentence)
        self._column.insertWidget(self._column.count() - 2, self._refusal)

    def set_why_not(self, code: str, sentence: str | None) -> None:
        """Why a choice cannot be made now; None when it can."""
        self.buttons[code].set_reason(sentence)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Ctrl+Enter makes the main choice; Esc closes."""
        if chord_of(event) == _COMMIT:
            self._commit()
        elif event.key() not in {QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter}:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The surface, whatever the window behind it is."""
        QtGui.QPainter(self).fillRect(self.rect(), look().colour("surface"))

    def _commit(self) -> None:
        if self._main is not None:
            self.buttons[self._main.code].click()

    def _choose(self, choice: Choice) -> None:
        if choice.kind and self._lacks_reason():
            self._reason_field.set_error(own("reason_needed"))
            self._reason_field.field.setFocus()
            return
        self._answer = choice.code
        if choice.kind and self._stays:
            self._set_busy(busy=True)
            self.answered.emit(choice.code, self.reason())
            return
        self.accept()
        self.answered.emit(choice.code, self.reason())

    def _lacks_reason(self) -> bool:
        return self._reason is not None and self._reason.required and not self.reason()

    def _add_reason(self, reason: Reason | None) -> TextField | None:
        if reason is None:
            return None
        field = TextField(reason.text, rows=3)
        self._reason_field = FormField(
            reason.label, field, required=reason.required, explained=reason.explained
        )
        field.edited.connect(self._reason_written)
        field.submitted.connect(self._commit)
        self._column.addWidget(self._reason_field)
        return field

    def _reason_written(self) -> None:
        if not self._lacks_reason():
            self._reason_field.set_error(None)
        self._arm()

    def _arm(self) -> None:
        main = self.buttons[self._main.code] if self._main is not None else None
        if isinstance(main, DestructiveButton):
            main.set_armed(not self._lacks_reason())

    def _row(self, choices: Sequence[Choice]) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addStretch(1)
        for choice in sorted(choices, key=lambda one: bool(one.kind)):
            button = _button(choice, is_main=choice is self._main)
            button.clicked.connect(lambda _checked=False, choice=choice: self._choose(choice))
            self.buttons[choice.code] = button
            row.addWidget(button)
        self._arm()
        return row

    def _first(self, choices: Sequence[Choice], body: QtWidgets.QWidget | None) -> QtWidgets.QWidget:
        safe = next((one for one in choices if not one.kind), None)
        if self._main is not None and self._main.kind == "danger" and safe is not None:
            return self.buttons[safe.code]
        if body is not None:
            return body
        if self._field is not None:
            return self._field
        return self.buttons[self._main.code] if self._main is not None else self

    def _set_busy(self, *, busy: bool) -> None:
        for code, button in self.buttons.items():
            if self._main is not None and code == self._main.code:
                button.set_busy(busy)
            else:
                button.setEnabled(not busy)


class _Consequences(QtWidgets.QWidget):
    """What will follow, one line each behind a dash."""

    def __init__(self, sentences: Sequence[str]) -> None:
        super().__init__()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        for sentence in sentences:
            row = QtWidgets.QHBoxLayout()
            row.setSpacing(look().px(8))
            dash = Label("–", "body", 400, "text3")
            row.addWidget(dash, 0, QtCore.Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(sentence, "body", 400, "text2", wraps=True), 1)
            column.addLayout(row)


def _button(choice: Choice, *, is_main: bool) -> Button:
    key = _COMMIT if is_main else ""
    if choice.kind == "primary":
        return PrimaryButton(choice.text, choice.icon, key)
    if choice.kind == "danger":
        return DestructiveButton(choice.text, choice.icon, key)
    return SecondaryButton(choice.text, choice.icon)
