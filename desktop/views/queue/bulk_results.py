"""Says how work on many dossiers ended, dossier by dossier, those that were refused first."""

from collections.abc import Sequence
from typing import Protocol

from PySide6 import QtWidgets

from desktop.language.window import Words
from desktop.views.theme.look import look
from desktop.views.widgets.dialog import Choice, Dialog
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label

_MOST_HIGH, _WIDE = 320, 600


class Ended(Protocol):
    """How it ended for one dossier."""

    @property
    def number(self) -> str:
        """Of the dossier."""

    @property
    def name(self) -> str:
        """Of the applicant."""

    @property
    def refused(self) -> str:
        """Why it was not done; empty when it was."""


class BulkResults(Dialog):
    """One line for each dossier."""

    def __init__(
        self, words: Words, title: str, outcomes: Sequence[Ended], parent: QtWidgets.QWidget
    ) -> None:
        text = words.of("queue")
        refused = sum(bool(one.refused) for one in outcomes)
        summary = text("bulk.summary", count=len(outcomes) - refused, refused=refused)
        self.lines = [self._line(words, one) for one in sorted(outcomes, key=lambda one: not one.refused)]
        super().__init__(
            title, [summary], [Choice("close", text("close"))], body=self._area(), wide=_WIDE, parent=parent
        )

    def _area(self) -> QtWidgets.QScrollArea:
        inside = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(6))
        for line in self.lines:
            column.addWidget(line)
        column.addStretch(1)
        area = QtWidgets.QScrollArea()
        area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setWidget(inside)
        area.setFixedHeight(look().px(_MOST_HIGH))
        return area

    @staticmethod
    def _line(words: Words, one: Ended) -> QtWidgets.QWidget:
        holder = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        row.addWidget(Icon("x" if one.refused else "check", "redFg" if one.refused else "greenFg"))
        row.addWidget(Label(words.formats.id(one.number), "dense", 500))
        row.addWidget(Label(one.refused or one.name, "dense", 400, "text2", wraps=True), 1)
        return holder
