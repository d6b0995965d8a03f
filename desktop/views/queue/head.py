"""What stands over the list of a queue: its name and count, its tools, its parts as chips, the filter."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.language.window_formats import WindowFormats
from desktop.services.facets import Facet, FacetCount
from desktop.views.queue.asked import TONES
from desktop.views.queue.filter_field import FilterField
from desktop.views.theme.look import look
from desktop.views.widgets.busy import Spinner
from desktop.views.widgets.buttons import IconButton, QuietButton
from desktop.views.widgets.chips import FacetChip
from desktop.views.widgets.flow import Flow
from desktop.views.widgets.label import Label


class QueueHead(QtWidgets.QWidget):
    """Signals: `facet_chosen(object)`, `pressed(str)` one of "sort", "columns", "export", "more"."""

    facet_chosen = QtCore.Signal(object)
    pressed = QtCore.Signal(str)

    def __init__(self, text: Texts, title: str) -> None:
        super().__init__()
        self._text = text
        worn = look()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(worn.px(16), worn.px(10), worn.px(16), worn.px(10))
        column.setSpacing(worn.px(8))
        column.addLayout(self._title_row(title))
        column.addLayout(self._facet_row())
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)
        self.setFocusProxy(self.filter)

    def show_count(self, sentence: str) -> None:
        """Say how many dossiers the list has."""
        self._count.setText(sentence)

    def show_sort(self, sentence: str) -> None:
        """Say how the list is sorted."""
        self.buttons["sort"].set_text(sentence)

    def show_facet(self, chosen: Facet) -> None:
        """Show which part of the queue is shown."""
        for facet, chip in self.chips.items():
            chip.setChecked(facet is chosen)

    def show_counts(self, counts: Sequence[FacetCount], formats: WindowFormats) -> None:
        """Show how many dossiers each part has."""
        for one in counts:
            self.chips[one.facet].set_count(formats.count_capped(one.count, one.more))

    def _title_row(self, title: str) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(6))
        row.addWidget(Label(title, "h1"))
        self._count = Label("", "dense", 400, "text3")
        row.addWidget(self._count)
        self.spinner = Spinner(self._text("reading"), 16)
        row.addWidget(self.spinner)
        row.addStretch(1)
        self.buttons = {
            "sort": QuietButton(self._text("sort.due"), icon="sort"),
            "columns": QuietButton(self._text("columns"), icon="columns"),
            "export": QuietButton(self._text("export"), icon="download"),
            "more": IconButton("more", self._text("more")),
        }
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, name=name: self.pressed.emit(name))
            row.addWidget(button)
        return row

    def _facet_row(self) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(10))
        flow = Flow(gap=6, below=6)
        self.chips = {
            facet: FacetChip(self._text(f"facet.{facet}"), "", TONES.get(facet, "")) for facet in Facet
        }
        for facet, chip in self.chips.items():
            chip.clicked.connect(lambda _checked=False, facet=facet: self.facet_chosen.emit(facet))
            flow.addWidget(chip)
        row.addLayout(flow, 1)
        self.filter = FilterField(self._text("filter"))
        row.addWidget(self.filter, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        return row
