"""Asks for the name under which a search is saved, or forgets one that was saved before."""

from PySide6 import QtWidgets

from desktop.views.desk import Desk
from desktop.views.queue.asked import Asked
from desktop.views.queue.saved import SavedSearches
from desktop.views.widgets.dialog import Choice, Dialog
from desktop.views.widgets.fields import LineField
from desktop.views.widgets.form_field import FormField

_LONGEST = 40


class SaveSearchDialog(Dialog):
    """The name, and for a search that is saved already the way to forget it."""

    def __init__(self, desk: Desk, asked: Asked, over: QtWidgets.QWidget) -> None:
        text = desk.words.of("queue")
        self._desk, self._asked, self._saved = desk, asked, SavedSearches(desk.preferences)
        self._known = self._saved.name_of(asked)
        self.name = LineField(self._known or asked.typed[:_LONGEST], most=_LONGEST)
        choices = [Choice("save", text("search.save"), "primary"), Choice("leave", text("leave"))]
        if self._known is not None:
            choices.append(Choice("forget", text("search.forget")))
        body = FormField(text("search.name"), self.name, required=True)
        super().__init__(text("search.title"), [text("search.explained")], choices, body=body, parent=over)
        self.name.setFocus()
        self.name.textChanged.connect(self._judge)
        self._judge()
        self.ask_for(self._decide)

    def _judge(self) -> None:
        missing = None if self.name.value() else self._desk.words.of("queue")("search.name_missing")
        self.set_why_not("save", missing)

    def _decide(self, code: str, _reason: str) -> None:
        text = self._desk.words.of("queue")
        if code == "save" and self.name.value():
            self._saved.save(self.name.value(), self._asked)
            self._desk.tell(text("search.saved", name=self.name.value()))
        elif code == "forget" and self._known is not None:
            self._saved.forget(self._known)
            self._desk.tell(text("search.forgotten", name=self._known))
