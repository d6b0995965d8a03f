"""Sends a dossier back to the desk of the reviewer or of the documents officer, with the reason (G-07)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtWidgets

from desktop.models.errors import ParvandehError
from desktop.services import steps, undoing
from desktop.services.people import Actor
from desktop.views.approval.consequences import returns_of
from desktop.views.approval.lines import StackLine
from desktop.views.widgets.dialog import Choice, Dialog, Reason
from desktop.views.widgets.form_field import ChoiceField, FormField

if TYPE_CHECKING:
    from desktop.views.desk import Desk

Return = tuple[str, dict[str, str], bool]
"""Code of the step, its label, whether it can be taken back for some seconds."""


class Returning(QtCore.QObject):
    """One dossier on its way back; the dialog stays until the step is taken or refused."""

    def __init__(self, desk: "Desk", line: StackLine, over: QtWidgets.QWidget) -> None:
        super().__init__(over)
        self._desk, self._line, self._over = desk, line, over
        self._text = desk.words.of("approval")
        self._ways: dict[str, Return] = {}
        self.dialog: Dialog | None = None

    def open(self) -> None:
        """Find out where it can go, then ask."""
        self._desk.read(
            lambda session, actor: returns_of(session, actor, self._line.id), self._ask, owner=self
        )

    def _ask(self, ways: Sequence[Return]) -> None:
        text = self._text
        self._ways = {way[0]: way for way in ways}
        labels = [(code, self._desk.words.label(label)) for code, label, _ in ways]
        self.field = ChoiceField(labels)
        self.dialog = Dialog(
            text("return.title", name=self._line.name),
            [text("return.consequence")],
            [Choice("return", text("return.act"), "primary", "refer"), Choice("leave", text("leave"))],
            reason=Reason(text("return.reason"), text("return.explained")),
            body=FormField(text("return.to"), self.field, required=True),
            stays=True,
            parent=self._over,
        )
        if not ways:
            self.dialog.set_why_not("return", text("return.nowhere"))
        self.dialog.ask_for(self._answer)
        self.field.setFocus()

    def _answer(self, code: str, reason: str) -> None:
        if code != "return":
            return
        action, line = self.field.code(), self._line

        def work(session: Any, actor: Actor) -> object:
            return steps.take_step(session, actor, line.id, action, reason, line.version)

        self._desk.write(work, lambda _: self._done(action), self._refused, self)

    def _done(self, action: str) -> None:
        if self.dialog is not None:
            self.dialog.close()
        undo = self._undo if self._ways[action][2] else None
        self._desk.tell(self._text("return.done", name=self._line.name), undo)

    def _undo(self) -> None:
        dossier_id, said = self._line.id, self._text("return.undone", name=self._line.name)
        self._desk.write(
            lambda session, actor: undoing.undo(session, actor, dossier_id), lambda _: self._desk.tell(said)
        )

    def _refused(self, error: Exception) -> None:
        if self.dialog is not None and isinstance(error, ParvandehError):
            self.dialog.refuse(self._desk.words.error(error))
        else:
            self._desk.messages.show(error)
