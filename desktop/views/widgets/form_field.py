"""A field of a form with everything round it: its label, whether it must be filled, help or what is wrong."""

from typing import Protocol, cast

from PySide6 import QtCore, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.fields import CheckField, ChoiceField, LineField
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.own_words import joined, own
from desktop.views.widgets.text_field import TextField

__all__ = ["CheckField", "ChoiceField", "FormField", "LineField", "TextField"]


class _Judged(Protocol):
    """A field that can be outlined in red."""

    def set_wrong(self, wrong: bool) -> None: ...  # noqa: FBT001 - a setter of one flag, as Qt's are


class FormField(QtWidgets.QWidget):
    """Label above, field, help below; an error takes the place of the help and is read with the field."""

    def __init__(
        self,
        label: str,
        field: QtWidgets.QWidget,
        *,
        required: bool = False,
        explained: str = "",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field, self._explained = field, explained
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(4))
        column.addLayout(_heading(label, field, required=required))
        column.addWidget(field)
        self._icon = Icon("alert", "redFg", 14)
        self._below = Label("", "caption", 400, "text3", wraps=True)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(5))
        row.addWidget(self._icon, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._below, 1)
        column.addLayout(row)
        field.setAccessibleName(joined(label, own("required") if required else ""))
        self.set_error(None)

    def set_error(self, sentence: str | None) -> None:
        """What is wrong and what would be right; None when all is well."""
        shown = sentence or self._explained
        self._icon.setVisible(sentence is not None)
        self._below.setVisible(bool(shown))
        self._below.setText(shown)
        self._below.set_colour("redFg" if sentence else "text3")
        self.field.setAccessibleDescription(shown)
        if hasattr(self.field, "set_wrong"):
            cast("_Judged", self.field).set_wrong(sentence is not None)


def _heading(label: str, field: QtWidgets.QWidget, *, required: bool) -> QtWidgets.QHBoxLayout:
    row = QtWidgets.QHBoxLayout()
    row.setSpacing(look().px(6))
    words = Label(label, "dense", 500, "text2")
    words.setBuddy(field)
    row.addWidget(words)
    if required:
        row.addWidget(Label(f"* {own('required')}", "caption", 400, "text3"))
    row.addStretch(1)
    return row
