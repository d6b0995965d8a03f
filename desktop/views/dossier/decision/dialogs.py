"""The dialogs of the page: before a decision, before a referral, for a note."""

from collections.abc import Callable, Sequence

from PySide6 import QtWidgets

from desktop.language.window import Texts
from desktop.services.people import PersonRow
from desktop.views.dossier.decision.questions import Question
from desktop.views.widgets.dialog import Choice, Dialog, Reason
from desktop.views.widgets.form_field import ChoiceField, FormField

GO, STAY = "go", "stay"


def ask_decision(question: Question, parent: QtWidgets.QWidget, go: Callable[[str], object]) -> Dialog:
    """Ask before a decision; `go(note)` when it is taken."""
    reason = None
    if question.note_label:
        reason = Reason(question.note_label, question.note_explained, question.note_required)
    choices = [
        Choice(GO, question.verb, "danger" if question.is_final else "primary"),
        Choice(STAY, question.safe),
    ]
    dialog = Dialog(question.title, question.consequences, choices, reason=reason, parent=parent)
    if question.is_hasty:
        dialog.buttons[STAY].setFocus()
    dialog.ask_for(lambda code, note: go(note) if code == GO else None)
    return dialog


def ask_referral(
    name: str,
    people: Sequence[PersonRow],
    text: Texts,
    parent: QtWidgets.QWidget,
    go: Callable[[PersonRow, str], object],
) -> Dialog:
    """Ask to whom a dossier is referred and why; `go(receiver, reason)`."""
    field = ChoiceField(
        [(person.username, person.name) for person in people], placeholder=text("refer.choose")
    )
    form = FormField(text("refer.to"), field, required=True)
    consequences = [] if people else [text("refer.nobody")]
    choices = [Choice(STAY, text("question.cancel"))]
    if people:
        choices.insert(0, Choice(GO, text("refer.verb"), "primary", "refer"))
    dialog = Dialog(
        text("refer.title", name=name),
        consequences,
        choices,
        reason=Reason(text("question.reason"), text("refer.explained")) if people else None,
        body=form if people else None,
        parent=parent,
    )
    if people:
        dialog.set_why_not(GO, text("refer.choose"))
        field.chosen.connect(lambda _code: dialog.set_why_not(GO, None))

    def answered(code: str, reason: str) -> None:
        receiver = next((person for person in people if person.username == field.code()), None)
        if code == GO and receiver is not None:
            go(receiver, reason)

    dialog.ask_for(answered)
    return dialog


def ask_note(name: str, text: Texts, parent: QtWidgets.QWidget, go: Callable[[str], object]) -> Dialog:
    """Ask for an internal note; `go(note)`."""
    choices = [Choice(GO, text("note.verb"), "primary", "note"), Choice(STAY, text("question.cancel"))]
    reason = Reason(text("note.label"), text("card.note_hint"))
    dialog = Dialog(text("note.title", name=name), (), choices, reason=reason, parent=parent)
    dialog.ask_for(lambda code, note: go(note) if code == GO else None)
    return dialog
