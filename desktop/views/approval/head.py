"""What stands over the stack: its name and count, its parts as pills, the filter."""

from collections import Counter

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.language.window_formats import WindowFormats
from desktop.services.stack_rows import StackStanding
from desktop.views.approval.presenter import PARTS
from desktop.views.theme.look import look
from desktop.views.widgets.busy import Spinner
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.chips import FacetChip
from desktop.views.widgets.label import Label
from desktop.views.widgets.search_field import SearchField

_FIELD = 190
_TONES = {StackStanding.SINGLY: "", StackStanding.CLOSED: "bad"}


class StackHead(QtWidgets.QWidget):
    """Signals: `part_chosen(str)`, `preview_wanted()`."""

    part_chosen = QtCore.Signal(str)
    preview_wanted = QtCore.Signal()

    def __init__(self, text: Texts) -> None:
        super().__init__()
        self._text = text
        worn = look()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(worn.px(16), worn.px(10), worn.px(16), worn.px(10))
        column.setSpacing(worn.px(8))
        column.addLayout(self._title_row())
        column.addLayout(self._parts_row())

    def show_counts(self, counts: Counter[str], chosen: str, formats: WindowFormats) -> None:
        """Show how many rows each part has, and which is chosen."""
        self._count.setText(self._text("count", count=counts[PARTS[0]]))
        for part, chip in self.chips.items():
            chip.set_count(formats.number(counts[part]))
            chip.setChecked(part == chosen)

    def _title_row(self) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(8))
        row.addWidget(Label(self._text("title"), "h1"))
        self._count = Label("", "dense", 400, "text3")
        self.spinner = Spinner(self._text("reading"), 16)
        self.preview = SecondaryButton(self._text("command.preview"), "split", "Space", small=True)
        self.preview.setCheckable(True)
        self.preview.clicked.connect(lambda _checked: self.preview_wanted.emit())
        row.addWidget(self._count)
        row.addWidget(self.spinner)
        row.addStretch(1)
        row.addWidget(self.preview)
        return row

    def _parts_row(self) -> QtWidgets.QHBoxLayout:
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(6))
        self.chips = {
            str(part): FacetChip(self._text(f"part.{part}"), "", _TONES.get(part, "")) for part in PARTS
        }
        for part, chip in self.chips.items():
            chip.clicked.connect(lambda _checked=False, part=part: self.part_chosen.emit(part))
            row.addWidget(chip)
        row.addStretch(1)
        self.field = SearchField(self._text("filter"), "/", "filter", small=True)
        self.field.setFixedWidth(look().px(_FIELD))
        row.addWidget(self.field)
        return row
