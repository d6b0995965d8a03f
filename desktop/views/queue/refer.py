"""Asks to whom dossiers go, and why; the dialog stays until each of them has been handed over or refused."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from desktop.models.errors import ParvandehError
from desktop.services import claims, receivers
from desktop.services.people import PersonRow
from desktop.views.desk import Desk
from desktop.views.widgets.dialog import Choice, Dialog, Reason
from desktop.views.widgets.form_field import ChoiceField, FormField


class ReferDialog(QtCore.QObject):
    """Signals: `referred(str)` who got it; `chosen(PersonRow, str)` when many are to be referred."""

    referred = QtCore.Signal(str)
    chosen = QtCore.Signal(object, str)

    def __init__(
        self, desk: Desk, over: QtWidgets.QWidget, ids: Sequence[int], name: str = "", staying: int = 0
    ) -> None:
        super().__init__(over)
        self._staying = staying
        self._desk, self._over, self._ids, self._name = desk, over, list(ids), name
        self._text = desk.words.of("queue")
        self._people: dict[str, PersonRow] = {}
        self.dialog: Dialog | None = None

    def open(self) -> None:
        """Read who may have them, then ask."""

        def read(session: Any, _actor: Any) -> list[PersonRow]:
            found = [receivers.receivers_of(session, dossier_id) for dossier_id in self._ids[:1]]
            return found[0] if found else []

        self._desk.read(read, self._ask, owner=self)

    def _ask(self, people: Sequence[PersonRow]) -> None:
        text, count = self._text, len(self._ids)
        self._people = {person.username: person for person in people}
        self.field = ChoiceField([(person.username, person.name) for person in people])
        title = text("refer.title", name=self._name) if self._name else text("refer.title_many", count=count)
        self.dialog = Dialog(
            title,
            [
                text("refer.consequence"),
                *([text("bulk.staying", count=self._staying)] if self._staying else []),
            ],
            [Choice("refer", text("refer.act"), "primary", "refer"), Choice("leave", text("leave"))],
            reason=Reason(text("refer.reason")),
            body=FormField(text("refer.to"), self.field, required=True),
            stays=True,
            parent=self._over,
        )
        if not people:
            self.dialog.set_why_not("refer", text("refer.nobody"))
        self.dialog.ask_for(self._answer)

    def _answer(self, code: str, reason: str) -> None:
        if code != "refer" or self.dialog is None:
            return
        receiver = self._people[self.field.code()]
        if not self._name:
            self.dialog.close()
            self.chosen.emit(receiver, reason)
            return
        self._desk.write(
            lambda session, actor: claims.reassign(session, actor, self._ids[0], receiver.username, reason),
            lambda _: self._done(receiver),
            self._refused,
            self,
        )

    def _done(self, receiver: PersonRow) -> None:
        if self.dialog is not None:
            self.dialog.close()
        self.referred.emit(receiver.name)

    def _refused(self, error: Exception) -> None:
        if self.dialog is not None and isinstance(error, ParvandehError):
            self.dialog.refuse(self._desk.words.error(error))
        else:
            self._desk.messages.show(error)
