"""The list itself: one row chosen, opened with Enter or a double press, sorted by its titles."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.records.cells import Column, Row
from desktop.views.records.delegate import CellDelegate
from desktop.views.records.header import RecordHeader
from desktop.views.records.table import RecordTable
from desktop.views.theme.look import look

ONE_LINE, TWO_LINES = 34, 48
_SELECT: Final = (
    QtCore.QItemSelectionModel.SelectionFlag.ClearAndSelect | QtCore.QItemSelectionModel.SelectionFlag.Rows
)


class RecordList(QtWidgets.QTableView):
    """A table with a cursor on one record.

    Signals: `chosen(key)` the cursor is on another record (None on nothing), `opened(key)`,
    `sorted_by(str, bool)` a title was pressed: column and whether downwards.
    """

    chosen = QtCore.Signal(object)
    opened = QtCore.Signal(object)
    sorted_by = QtCore.Signal(str, bool)

    def __init__(self, columns: Sequence[Column], name: str, *, height: int = TWO_LINES) -> None:
        super().__init__()
        self.table = RecordTable(columns, self)
        self.setModel(self.table)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(name)
        self.setShowGrid(False)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QtWidgets.QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(look().px(height))
        self.head = RecordHeader(self, columns)
        self.setHorizontalHeader(self.head)
        self.head.fit(columns)
        self.head.sorted_by.connect(self.sorted_by)
        self.selectionModel().currentRowChanged.connect(
            lambda index, _: self.chosen.emit(self.table.key_at(index.row()))
        )
        self.doubleClicked.connect(lambda index: self.opened.emit(self.table.key_at(index.row())))

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these records; the cursor stays on the record it was on."""
        self._keeping_cursor(lambda: self.table.show_rows(rows))

    def show_keys(self, keys: Sequence[Any]) -> None:
        """Show a rank snapshot, see `RecordTable.wanted`."""
        self._keeping_cursor(lambda: self.table.show_keys(keys))

    @property
    def chosen_key(self) -> Any:
        """The key of the record under the cursor, None where it is on none."""
        return self.table.key_at(self.currentIndex().row())

    def choose(self, key: Any) -> bool:
        """Put the cursor on a record; False when it is not in the list."""
        place = self.table.place_of(key) if key is not None else None
        if place is not None:
            self._put(place)
        return place is not None

    def choose_first(self) -> None:
        """Put the cursor on the first record."""
        if self.table.rowCount():
            self._put(0)

    def step(self, by: int) -> None:
        """Put the cursor on the next or the previous record."""
        place = self.currentIndex().row() + by
        if 0 <= place < self.table.rowCount():
            self._put(place)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Enter opens; the rest is Qt's."""
        if event.key() in {QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter} and not event.modifiers():
            if self.chosen_key is not None:
                self.opened.emit(self.chosen_key)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Columns that may go make room where there is little."""
        super().resizeEvent(event)
        self.head.make_room(self.viewport().width())

    def _put(self, place: int) -> None:
        index = self.table.index(place, 0)
        self.selectionModel().setCurrentIndex(index, _SELECT)
        self.scrollTo(index)

    def _keeping_cursor(self, change: Callable[[], None]) -> None:
        kept, scrolled = self.chosen_key, self.verticalScrollBar().value()
        change()
        if not self.choose(kept):
            self.choose_first()
        self.verticalScrollBar().setValue(scrolled)
