"""What stands over the register: its name and count, facets as chips with how many they hold, the search."""

from collections.abc import Sequence
from typing import Final

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.language.window_formats import WindowFormats
from desktop.services.certificate_register import Facet, FacetCount
from desktop.views.theme.look import look
from desktop.views.widgets.busy import Spinner
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.chips import FacetChip
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.search_field import SearchField

_SEARCH: Final = 250


class RegisterHead(QtWidgets.QWidget):
    """Signals: `facet_chosen(object)`, `searched(str)`, `print_wanted()`."""

    facet_chosen = QtCore.Signal(object)
    searched = QtCore.Signal(str)
    print_wanted = QtCore.Signal()

    def __init__(self, text: Texts) -> None:
        super().__init__()
        self._text = text
        column = QtWidgets.QVBoxLayout(self)
        set_margins(column, 16, 10, 16, 10)
        column.setSpacing(look().px(8))
        column.addLayout(self._title_row())
        column.addLayout(self._facet_row())
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)

    def show_facet(self, chosen: Facet) -> None:
        """Show which facet is chosen."""
        for facet, chip in self.chips.items():
            chip.setChecked(facet is chosen)

    def show_counts(self, counts: Sequence[FacetCount], formats: WindowFormats) -> None:
        """Show how many each facet holds; beyond the cap nobody counts."""
        for one in counts:
            self.chips[one.facet].set_count(formats.count_capped(one.count, one.more))

    def show_count(self, sentence: str) -> None:
        """Say how many the list has."""
        self._count.setText(sentence)

    def set_why_not_print(self, reason: str | None) -> None:
        """Why the chosen certificate cannot be printed; None when it can."""
        self.print.set_reason(reason)

    def _title_row(self) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addWidget(Label(self._text("title"), "h1"))
        self._count = Label("", "dense", 400, "text3")
        row.addWidget(self._count)
        self.spinner = Spinner(self._text("reading"), 16)
        row.addWidget(self.spinner)
        row.addStretch(1)
        self.print = SecondaryButton(self._text("print"), "printer", "Ctrl+P", small=True)
        self.print.clicked.connect(self.print_wanted)
        row.addWidget(self.print)
        return row

    def _facet_row(self) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(10))
        flow = Flow(gap=6, below=6)
        self.chips = {facet: FacetChip(self._text(f"facet.{facet}")) for facet in Facet}
        for facet, chip in self.chips.items():
            chip.clicked.connect(lambda _checked=False, facet=facet: self.facet_chosen.emit(facet))
            flow.addWidget(chip)
        row.addLayout(flow, 1)
        self.search = SearchField(self._text("search"), "/", small=True)
        self.search.setFixedWidth(look().px(_SEARCH))
        self.search.searched.connect(self.searched)
        row.addWidget(self.search, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        return row
