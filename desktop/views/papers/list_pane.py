"""The start of the desk of papers: a number typed or scanned, the parts of the desk, who waits in them."""

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.language.window_formats import WindowFormats
from desktop.services.papers_desk import PapersPart
from desktop.views.layouts import empty
from desktop.views.papers.presenter import PapersPresenter
from desktop.views.records.cells import Column
from desktop.views.records.list import TWO_LINES, RecordList
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.busy import Spinner
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.fields import ChoiceField
from desktop.views.widgets.label import Label
from desktop.views.widgets.search_field import SearchField

_STAND = 118


class ListPane(QtWidgets.QWidget):
    """Signals: `found(str)` Enter on a typed number, `registering()`, `part_chosen(object)`."""

    found = QtCore.Signal(str)
    registering = QtCore.Signal()
    part_chosen = QtCore.Signal(object)

    def __init__(self, text: Texts) -> None:
        super().__init__()
        self._text = text
        on_ground(self, "surface")
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._head())
        columns = [Column("dossier", text("column.dossier")), Column("stand", text("column.stand"), _STAND)]
        self.rows = RecordList(columns, text("title"), height=TWO_LINES)
        self._nothing = QtWidgets.QWidget()
        self._sentence = QtWidgets.QVBoxLayout(self._nothing)
        self._places = QtWidgets.QStackedWidget()
        self._places.addWidget(self.rows)
        self._places.addWidget(self._nothing)
        column.addWidget(self._places, 1)
        self.setFocusProxy(self.rows)

    def show_list(self, presenter: PapersPresenter, formats: WindowFormats) -> None:
        """Show who waits, and how many wait in each part."""
        self.spinner.stop()
        self.count.setText(self._text("count", count=len(presenter.ids)))
        for place in range(self.parts.count()):
            part = PapersPart(self.parts.itemData(place))
            count, more = presenter.counts[part]
            counted = formats.count_capped(count, more)
            said = self._text("part_and_count", part=self._text(f"part.{part}"), count=counted)
            self.parts.setItemText(place, said)
        self.parts.choose(presenter.part)
        self.rows.show_keys(presenter.ids)
        self._places.setCurrentIndex(0 if presenter.ids else 1)
        empty(self._sentence)
        if not presenter.ids:
            self._sentence.addWidget(EmptyState(self._text(f"empty.{presenter.part}")))

    def _head(self) -> QtWidgets.QVBoxLayout:
        worn = look()
        head = QtWidgets.QVBoxLayout()
        head.setContentsMargins(worn.px(14), worn.px(10), worn.px(14), worn.px(10))
        head.setSpacing(worn.px(8))
        title = QtWidgets.QHBoxLayout()
        title.setSpacing(worn.px(8))
        self.count = Label("", "dense", 400, "text3")
        self.spinner = Spinner(self._text("reading"), 16)
        title.addWidget(Label(self._text("title"), "h1"))
        title.addWidget(self.count)
        title.addWidget(self.spinner)
        title.addStretch(1)
        self.field = SearchField(self._text("find"), "/", "qr")
        self.field.returnPressed.connect(lambda: self.found.emit(self.field.value()))
        self.parts = ChoiceField([(str(part), self._text(f"part.{part}")) for part in PapersPart])
        self.parts.setAccessibleName(self._text("parts"))
        self.parts.chosen.connect(lambda code: self.part_chosen.emit(PapersPart(code)))
        self.register = SecondaryButton(self._text("command.register"), "inbox", "B")
        self.register.clicked.connect(lambda _checked: self.registering.emit())
        head.addLayout(title)
        for widget in (self.field, self.parts, self.register):
            head.addWidget(widget)
        return head
