"""The tab of internal notes: those that were written, and a field for a new one that keeps what is typed."""

from typing import Any

from PySide6 import QtWidgets

from desktop.models.vocabulary import Role
from desktop.services.notes import NoteRow, notes_of
from desktop.services.people import Actor
from desktop.views.desk import Desk
from desktop.views.dossier.presenter import DossierPresenter
from desktop.views.dossier.tabs.tab import Tab
from desktop.views.theme.look import look
from desktop.views.widgets.avatar import Avatar
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.form_field import FormField, TextField
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.section import Card

_WIDEST = 900
_ONLY_READ = {Role.AUDITOR, Role.ADMINISTRATOR}


class NotesTab(Tab):
    """What colleagues tell each other."""

    columns_wide = (2, 1)

    def __init__(self, desk: Desk, presenter: DossierPresenter) -> None:
        super().__init__(desk, presenter)
        if not set(desk.person.roles) <= _ONLY_READ:
            self.below(self._writing())

    def work(self, session: Any, actor: Actor) -> Any:  # noqa: ARG002 - everybody reads the same
        """Read the notes."""
        return notes_of(session, self.presenter.dossier_id)

    def show_data(self, data: Any) -> None:
        """Show them, the newest first."""
        if not data:
            self.columns[0].addWidget(Label(self.text("notes.none"), "body", 400, "text2", wraps=True))
        for note in reversed(data):
            self.columns[0].addWidget(self._note(note))

    def _note(self, note: NoteRow) -> QtWidgets.QWidget:
        card = Card("surface2", dashed=True)
        head = QtWidgets.QHBoxLayout()
        head.setSpacing(look().px(8))
        head.addWidget(Avatar(note.person, 22))
        head.addWidget(Label(note.person, "dense", 600), 1)
        when = self.words.formats.when(note.written_at, self.desk.now())
        head.addWidget(Label(when, "caption", 400, "text3"))
        card.body.addLayout(head)
        card.body.addWidget(Label(note.text, "body", wraps=True))
        return card

    def _writing(self) -> QtWidgets.QWidget:
        holder = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(holder)
        set_margins(column, 24, 8, 24, 12)
        notes = self.presenter.notes
        self.field = TextField(notes.text(), rows=3, placeholder=self.text("notes.hint"))
        self.field.edited.connect(notes.typed)
        self.form = FormField(self.text("notes.write"), self.field)
        self.form.setMaximumWidth(look().px(_WIDEST))
        self.keep = SecondaryButton(self.text("notes.keep"), "lock")
        self.keep.clicked.connect(self._write)
        row = QtWidgets.QHBoxLayout()
        row.addWidget(self.keep)
        row.addStretch(1)
        column.addWidget(self.form)
        column.addLayout(row)
        return holder

    def _write(self) -> None:
        note = self.field.value()
        if not note:
            self.form.set_error(self.text("notes.empty"))
            return
        self.presenter.notes.write(note, self._ended)

    def _ended(self, refusal: str | None) -> None:
        self.form.set_error(refusal)
        if refusal is None:
            self.field.set_text("")
