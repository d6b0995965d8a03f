"""The list of the stack: one cursor, marks by box or key, opened with Enter or a double press."""

from collections.abc import Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.approval.choosing import Marked
from desktop.views.approval.lines import StackLine
from desktop.views.approval.row_painting import ROW, Standing, box_at, paint_row
from desktop.views.approval.table import LINE, Index, StackTable
from desktop.views.theme.look import look

_SELECT: Final = QtCore.QItemSelectionModel.SelectionFlag.ClearAndSelect
_STATE: Final = QtWidgets.QStyle.StateFlag
_REASON: Final = QtCore.Qt.FocusReason
_BY_KEYS: Final = {_REASON.TabFocusReason, _REASON.BacktabFocusReason, _REASON.ShortcutFocusReason}


class StackList(QtWidgets.QListView):
    """Signals: `chosen(object)` the dossier under the cursor or None, `opened()`, `marking()` its box."""

    chosen = QtCore.Signal(object)
    opened = QtCore.Signal()
    marking = QtCore.Signal()

    def __init__(self, marked: Marked, name: str) -> None:
        super().__init__()
        self.table, self.marked = StackTable(self), marked
        self._by_keys = False
        self.setModel(self.table)
        self.setItemDelegate(_RowDelegate(self))
        self.setAccessibleName(name)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QtWidgets.QAbstractItemView.EditTrigger.NoEditTriggers)
        self.selectionModel().currentChanged.connect(lambda index, _: self.chosen.emit(self._id_at(index)))
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def show_lines(self, lines: Sequence[StackLine]) -> None:
        """Show these; the cursor stays on its dossier, or where it was, and the list where it is."""
        kept, row = self._id_at(self.currentIndex()), self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        if [line.id for line in lines] == [line.id for line in self.table.lines]:
            self.table.lines = lines
            self.viewport().update()
            return
        blocked = QtCore.QSignalBlocker(self.selectionModel())
        self.table.show_lines(lines)
        blocked.unblock()
        place = self.table.place_of(kept)
        self.choose_place(max(0, min(row, len(lines) - 1)) if place is None else place)
        self.verticalScrollBar().setValue(scrolled)
        if not lines:
            self.chosen.emit(None)

    def choose(self, dossier_id: int | None) -> bool:
        """Put the cursor on a dossier; False when it is not in the list."""
        place = self.table.place_of(dossier_id)
        if place is not None:
            self.choose_place(place)
        return place is not None

    def choose_place(self, place: int) -> None:
        """Put the cursor on a row."""
        index = self.table.index(place)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _SELECT)
            self.scrollTo(index)

    def step(self, by: int) -> None:
        """Put the cursor on the next or the previous row."""
        self._by_keys = True
        self.choose_place(self.currentIndex().row() + by)

    def keyboardSearch(self, _search: str) -> None:
        """Letters are commands here."""

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Enter opens; the rest is Qt's."""
        if event.key() in {QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter} and not event.modifiers():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """A press on a box marks its row; anywhere else it puts the cursor there."""
        self._by_keys = False
        super().mousePressEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid() and box_at(self.visualRect(index)).contains(point):
            self.marking.emit()

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Whoever comes by keys sees where the keyboard is."""
        self._by_keys = event.reason() in _BY_KEYS
        super().focusInEvent(event)

    @property
    def shows_ring(self) -> bool:
        """Whether the current row wears the ring."""
        return self._by_keys and self.hasFocus()

    def _id_at(self, index: Index) -> int | None:
        line: StackLine | None = index.data(LINE)
        return None if line is None else line.id


class _RowDelegate(QtWidgets.QStyledItemDelegate):
    """Paints rows; all words come ready in the line."""

    def __init__(self, rows: StackList) -> None:
        super().__init__(rows)
        self._rows = rows

    def sizeHint(self, option: QtWidgets.QStyleOptionViewItem, _index: Index) -> QtCore.QSize:
        """Three facts high."""
        return QtCore.QSize(option.rect.width(), look().px(ROW))

    def paint(self, painter: QtGui.QPainter, option: QtWidgets.QStyleOptionViewItem, index: Index) -> None:
        """One row."""
        line: StackLine = index.data(LINE)
        is_current = index.row() == self._rows.currentIndex().row()
        standing = Standing(
            is_current=is_current,
            is_hovered=bool(option.state & _STATE.State_MouseOver),
            is_marked=line.id in self._rows.marked,
            has_ring=is_current and self._rows.shows_ring,
        )
        paint_row(painter, option.rect, line, standing)
