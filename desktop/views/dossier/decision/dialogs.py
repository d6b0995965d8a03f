"""The dialogs of the page: before a decision, before a referral, for a note.

Each stays until the act has ended well, so that what was written in it is not lost when it is refused.
"""

from collections.abc import Callable, Sequence

from PySide6 import QtWidgets

from desktop.language.window import Texts
from desktop.services.people import PersonRow
from desktop.views.dossier.decision.questions import Question
from desktop.views.widgets.dialog import Choice, Dialog, Reason
from desktop.views.widgets.form_field import ChoiceField, FormField

GO, STAY = "go", "stay"
Ended = Callable[[str | None], object]
"""Told how the act ended: None for well, else the sentence why not."""


def ask_decision(question: Question, parent: QtWidgets.QWidget, go: Callable[[str, Ended], object]) -> Dialog:
    """Ask before a decision; `go(note, ended)` when it is taken."""
    reason = None
    if question.note_label:
        reason = Reason(question.note_label, question.note_explained, question.note_required)
    choices = [
        Choice(GO, question.verb, "danger" if question.is_final else "primary"),
        Choice(STAY, question.safe),
    ]
    dialog = Dialog(question.title, question.consequences, choices, reason=reason, stays=True, parent=parent)
    if question.is_hasty:
        dialog.buttons[STAY].setFocus()
    _ask(dialog, go)
    return dialog


def ask_referral(
    name: str,
    people: Sequence[PersonRow],
    text: Texts,
    parent: QtWidgets.QWidget,
    go: Callable[[PersonRow, str, Ended], object],
) -> Dialog:
    """Ask to whom a dossier is referred and why; `go(receiver, reason, ended)`."""
    if not people:
        return _nobody(name, text, parent)
    receivers = {person.username: person for person in people}
    field = ChoiceField(
        [(person.username, person.name) for person in people], placeholder=text("refer.choose")
    )
    dialog = Dialog(
        text("refer.title", name=name),
        (),
        [Choice(GO, text("refer.verb"), "primary", "refer"), Choice(STAY, text("question.cancel"))],
        reason=Reason(text("question.reason"), text("refer.explained")),
        body=FormField(text("refer.to"), field, required=True),
        stays=True,
        parent=parent,
    )
    dialog.set_why_not(GO, text("refer.choose"))
    field.chosen.connect(lambda _code: dialog.set_why_not(GO, None))
    _ask(dialog, lambda reason, ended: go(receivers[field.code()], reason, ended))
    return dialog


def ask_note(name: str, text: Texts, parent: QtWidgets.QWidget, go: Callable[[str, Ended], object]) -> Dialog:
    """Ask for an internal note; `go(note, ended)`."""
    choices = [Choice(GO, text("note.verb"), "primary", "note"), Choice(STAY, text("question.cancel"))]
    reason = Reason(text("note.label"), text("notes.hint"))
    dialog = Dialog(text("note.title", name=name), (), choices, reason=reason, stays=True, parent=parent)
    _ask(dialog, go)
    return dialog


def _nobody(name: str, text: Texts, parent: QtWidgets.QWidget) -> Dialog:
    choices = [Choice(STAY, text("question.cancel"))]
    dialog = Dialog(text("refer.title", name=name), [text("refer.nobody")], choices, parent=parent)
    dialog.open()
    return dialog


def _ask(dialog: Dialog, go: Callable[[str, Ended], object]) -> None:
    def ended(refusal: str | None) -> None:
        if refusal is None:
            dialog.accept()
        else:
            dialog.refuse(refusal)

    dialog.ask_for(lambda code, written: go(written, ended) if code == GO else None)
