"""The rail at the window's start edge: where a person's work is, with counts that never move the lines."""

from collections.abc import Sequence
from itertools import groupby

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Words
from desktop.views.layouts import empty
from desktop.views.navigation import Route
from desktop.views.shell.emblem import Emblem
from desktop.views.shell.rail_button import RailButton
from desktop.views.shell.rail_items import RailItem
from desktop.views.theme.look import look
from desktop.views.widgets.label import Label

WIDTH, COLLAPSED_WIDTH = 232, 56
_LOGO = 30
PAGES = frozenset({"dossier", "notice", "certificate"})
"""Pages of one thing, which belong to the list they were opened from."""


class Rail(QtWidgets.QWidget):
    """Signals: `chosen(Route)` when a line is pressed."""

    chosen = QtCore.Signal(object)

    def __init__(self, office: str, words: Words) -> None:
        super().__init__()
        self._office, self._words = office, words
        self._buttons: list[RailButton] = []
        self._way: Sequence[Route] = ()
        self._shown: tuple[list[RailItem], bool] | None = None
        self.collapsed = False
        self.setAutoFillBackground(True)
        shade = self.palette()
        shade.setColor(QtGui.QPalette.ColorRole.Window, look().colour("rail"))
        self.setPalette(shade)
        self._lines = QtWidgets.QVBoxLayout(self)
        self._lines.setContentsMargins(0, look().px(8), 0, look().px(8))
        self._lines.setSpacing(0)

    def show_items(self, items: Sequence[RailItem], *, collapsed: bool) -> None:
        """Show these lines; what is chosen stays chosen, and nothing is made anew when nothing changed."""
        if (list(items), collapsed) == self._shown:
            return
        self._shown = (list(items), collapsed)
        self.collapsed = collapsed
        self.setFixedWidth(look().px(COLLAPSED_WIDTH if collapsed else WIDTH))
        self._clear()
        self._lines.addWidget(_Brand(self._office, self._words, collapsed=collapsed))
        for section, group in groupby(items, key=lambda item: item.section):
            if section == "end":
                self._lines.addStretch(1)
            elif not collapsed:
                self._lines.addWidget(_heading(self._words.of("shell")(f"section.{section}")))
            else:
                self._lines.addSpacing(look().px(10))
            for item in group:
                self._add(item)
        self.mark(self._way)

    def mark(self, way: Sequence[Route]) -> None:
        """Mark the line that leads to where the person is; a page opened from a list marks that list.

        `way` is where he is and how he came there, the last place first.
        """
        self._way = way
        here = next((place for place in way if place.screen not in PAGES), None)
        for button in self._buttons:
            to = button.item.to
            same = here is not None and to.screen == here.screen
            button.setChecked(same and to.get("queue") == (here.get("queue") if here else None))

    def _add(self, item: RailItem) -> None:
        button = RailButton(item, self._words, collapsed=self.collapsed)
        button.clicked.connect(lambda: self.chosen.emit(item.to))
        self._buttons.append(button)
        self._lines.addWidget(button)

    def _clear(self) -> None:
        self._buttons.clear()
        empty(self._lines)


class _Brand(QtWidgets.QWidget):
    """The program's sign and name, and whose office this is."""

    def __init__(self, office: str, words: Words, *, collapsed: bool) -> None:
        super().__init__()
        self.setFixedHeight(look().px(52))
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(look().px(13), 0, look().px(13), 0)
        row.setSpacing(look().px(10))
        row.addWidget(Emblem(_LOGO))
        if collapsed:
            return
        lines = QtWidgets.QVBoxLayout()
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addWidget(Label(words.of("shell")("program"), "body", 700, "text"))
        lines.addWidget(Label(office, "micro", 400, "text3"))
        lines.addStretch(1)
        row.addLayout(lines, 1)


def _heading(said: str) -> QtWidgets.QWidget:
    line = QtWidgets.QWidget()
    line.setFixedHeight(look().px(34))
    row = QtWidgets.QHBoxLayout(line)
    row.setContentsMargins(look().px(18), look().px(8), look().px(18), 0)
    row.addWidget(Label(said, "caption", 500, "text3"))
    return line
