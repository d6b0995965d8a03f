"""The right field for each kind of value; every change is told at once."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6 import QtWidgets

from desktop.services.wording import format_date, parse_date
from desktop.views.calendars.almanac import Almanac
from desktop.views.calendars.date_field import DateField
from desktop.views.counter.sheet import Entry, EntryType
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.form_field import CheckField, ChoiceField, FormField, LineField, TextField

Changed = Callable[[Any], object]
_NOTHING = "—"
_LONG_ROWS, _MOST_ROWS = 3, 8


class ChoicesField(QtWidgets.QWidget):
    """Several of several, each with its own box."""

    def __init__(self, entry: Entry, chosen: Sequence[str], changed: Changed) -> None:
        super().__init__()
        flow = Flow(self, gap=18, below=6)
        self.boxes: dict[str, CheckField] = {}
        for code, words in entry.choices:
            box = CheckField(words, checked=code in chosen)
            box.setToolTip(entry.tips.get(code, ""))
            box.setAccessibleDescription(entry.tips.get(code, ""))
            box.toggled.connect(lambda _on: changed(self.value()))
            self.boxes[code] = box
            flow.addWidget(box)
        if self.boxes:
            self.setFocusProxy(next(iter(self.boxes.values())))
        policy = QtWidgets.QSizePolicy(
            QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Minimum
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def value(self) -> list[str]:
        """The codes that are ticked, in the order of the list."""
        return [code for code, box in self.boxes.items() if box.isChecked()]


class AskedField(FormField):
    """A field of the sheet with its label; what the field itself complains of goes before anything else."""

    def __init__(self, entry: Entry, editor: QtWidgets.QWidget) -> None:
        super().__init__(entry.label, editor, required=entry.required, explained=entry.explained)
        self.entry = entry
        self._complaint, self._error = "", ""
        if isinstance(editor, DateField):
            editor.said.connect(self._said)

    def show_error(self, sentence: str) -> None:
        """What intake says is wrong; empty when nothing is."""
        self._error = sentence
        wrong = self._complaint or self._error
        self.set_error(wrong or None)
        if isinstance(self.field, DateField):
            self.field.editor.set_wrong(bool(wrong))

    def _said(self, sentence: str, wrong: bool) -> None:  # noqa: FBT001 - a slot of DateField.said
        self._complaint = sentence if wrong else ""
        self.show_error(self._error)


def field_for(entry: Entry, value: Any, almanac: Almanac, yes: str, changed: Changed) -> AskedField:
    """The field of an entry with its value; `yes` stands beside the box of a flag."""
    return AskedField(entry, _editor(entry, value, almanac, yes, changed))


def _editor(entry: Entry, value: Any, almanac: Almanac, yes: str, changed: Changed) -> QtWidgets.QWidget:
    if entry.type is EntryType.FLAG:
        box = CheckField(yes, checked=bool(value))
        box.toggled.connect(changed)
        return box
    if entry.type is EntryType.CHOICES:
        return ChoicesField(entry, value or (), changed)
    if entry.type is EntryType.CHOICE:
        return _choice(entry, str(value or ""), changed)
    if entry.type is EntryType.DATE:
        return _date(value, almanac, changed)
    if entry.type is EntryType.LONG:
        text = TextField(str(value or ""), rows=_LONG_ROWS, most_rows=_MOST_ROWS)
        text.edited.connect(lambda _: changed(text.value()))
        return text
    line = LineField(str(value or ""), latin=entry.type is EntryType.LATIN)
    line.textEdited.connect(lambda _: changed(line.value()))
    return line


def _choice(entry: Entry, code: str, changed: Changed) -> ChoiceField:
    choices = entry.choices if entry.required else [("", _NOTHING), *entry.choices]
    field = ChoiceField(choices, code, placeholder=_NOTHING)
    field.chosen.connect(changed)
    return field


def _date(value: Any, almanac: Almanac, changed: Changed) -> DateField:
    field = DateField(almanac, parse_date(value) if value else None, speaks=False)
    field.day_changed.connect(lambda day: changed(format_date(day, "en") if day else ""))
    return field
