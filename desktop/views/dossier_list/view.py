"""The list itself: paints only the rows in sight, moves by keys and mouse, marks, opens and closes groups."""

from collections.abc import Collection, Sequence
from typing import Any, Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.dossier_list.columns import COLUMNS
from desktop.views.dossier_list.delegate import HEADING, RowDelegate, Standing, paint_heading
from desktop.views.dossier_list.groups import Group, Heading
from desktop.views.dossier_list.header import ListHeader
from desktop.views.dossier_list.lines import Line
from desktop.views.dossier_list.marks import Marks
from desktop.views.dossier_list.pages import Pages
from desktop.views.dossier_list.sticky import StickyHeading
from desktop.views.dossier_list.table import DossierTable
from desktop.views.theme.look import look

_SELECT: Final = (
    QtCore.QItemSelectionModel.SelectionFlag.ClearAndSelect | QtCore.QItemSelectionModel.SelectionFlag.Rows
)
_KEYBOARD: Final = {
    QtCore.Qt.FocusReason.TabFocusReason,
    QtCore.Qt.FocusReason.BacktabFocusReason,
    QtCore.Qt.FocusReason.ShortcutFocusReason,
}


class DossierList(QtWidgets.QTableView):
    """A list of dossiers.

    Signals: `chosen(object)` the id of the dossier under the cursor, None on a heading; `opened(int)` a
    dossier was opened; `folded(object)` the closed groups; `marking(int, str)` a row was clicked with Ctrl
    ("one") or Shift ("range").
    """

    chosen = QtCore.Signal(object)
    opened = QtCore.Signal(int)
    folded = QtCore.Signal(object)
    marking = QtCore.Signal(int, str)

    def __init__(self, table: DossierTable, marks: Marks, *, is_compact: bool) -> None:
        super().__init__()
        self.table, self.marks = table, marks
        self._delegate = RowDelegate(is_compact=is_compact)
        self._hovered = -1
        self._by_keys = False
        self._dress()
        self.header = ListHeader(self)
        self.setHorizontalHeader(self.header)
        self.setModel(table)
        self._sticky = StickyHeading(self)
        self._sticky.folded.connect(self.toggle_group)
        self.verticalScrollBar().valueChanged.connect(self._sticky.follow)
        self.selectionModel().currentRowChanged.connect(self._tell_chosen)

    # --- what is shown

    def show_list(self, pages: Pages, groups: list[Group], closed: Collection[str]) -> None:
        """Show another order of dossiers; the cursor goes to nowhere."""
        before = self.table.rows.headings
        self.table.show(pages, groups, closed)
        self._size_headings(before)
        self._sticky.follow()

    def set_compact(self, *, is_compact: bool) -> None:
        """Show rows in one line or in two."""
        self._delegate = RowDelegate(is_compact=is_compact)
        self.verticalHeader().setDefaultSectionSize(self._delegate.height)
        self._size_headings()
        self.viewport().update()

    def toggle_group(self, code: str) -> None:
        """Open or close a group."""
        self.folded.emit(self.table.toggle(code))
        self._size_headings()
        self._sticky.follow()

    # --- the cursor

    @property
    def chosen_id(self) -> int | None:
        """The dossier under the cursor."""
        row = self.currentIndex().row()
        return self.table.dossier_at(row) if row >= 0 else None

    @property
    def chosen_line(self) -> Line | None:
        """Its row, when it is here."""
        row = self.currentIndex().row()
        record = self.table.record(row) if row >= 0 else None
        return record if isinstance(record, Line) else None

    def choose_row(self, row: int) -> None:
        """Put the cursor on a row and bring it into sight."""
        index = self.table.index(row, 0)
        if index.isValid():
            self.selectionModel().setCurrentIndex(index, _SELECT)
            self._bring_into_sight(row)

    def choose(self, dossier_id: int) -> bool:
        """Put the cursor on a dossier; False when the list does not show it."""
        row = self.table.row_of_dossier(dossier_id)
        if row is not None:
            self.choose_row(row)
        return row is not None

    def choose_first(self) -> bool:
        """Put the cursor on the first dossier; False when no group is open."""
        return self.step(1, start=-1)

    def step(self, by: int, start: int | None = None) -> bool:
        """Go to the next (1) or previous (-1) dossier, over headings."""
        self._by_keys = start is None or self._by_keys
        row = (self.currentIndex().row() if start is None else start) + by
        while 0 <= row < len(self.table.rows):
            if self.table.rows.heading(row) is None:
                self.choose_row(row)
                return True
            row += by
        return False

    def heading_here(self) -> Heading | None:
        """The heading under the cursor, if it is on one."""
        return self.table.rows.heading(self.currentIndex().row())

    def rows_in_sight(self) -> tuple[int, int]:
        """The first and the last row in sight."""
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return max(first, 0), last if last >= 0 else len(self.table.rows) - 1

    def row_below_line(self, line: int) -> int:
        """Where the row at the cursor stands, so that it is found again at the same height."""
        return self.rowViewportPosition(self.currentIndex().row()) - line

    # --- Qt's events

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The rows of the part that needs it."""
        painter = QtGui.QPainter(self.viewport())
        area = event.rect()
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        if first >= 0:
            last = last if last >= 0 else len(self.table.rows) - 1
            columns = self._columns_across(area)
            for row in range(first, last + 1):
                self._paint_row(painter, row, columns)
        bottom = self.verticalHeader().length() - self.verticalHeader().offset()
        painter.fillRect(
            0, bottom, self.viewport().width(), area.bottom() + 1 - bottom, look().colour("surface")
        )

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Columns that no longer fit go; the sticky heading is as wide as the list."""
        super().resizeEvent(event)
        self.header.fit(self.viewport().width())
        self._sticky.follow()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Arrows and pages move the cursor; the ring shows from now on."""
        self._by_keys = True
        super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Who comes by the keyboard sees the ring."""
        self._by_keys = self._by_keys or event.reason() in _KEYBOARD
        super().focusInEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Choose, mark with Ctrl or Shift, open or close a group."""
        self._by_keys = False
        row = self.rowAt(event.position().toPoint().y())
        heading = self.table.rows.heading(row)
        if heading is not None:
            self.toggle_group(heading.group.code)
            return
        dossier_id = self.table.dossier_at(row) if row >= 0 else None
        way = self._marking_of(event)
        if dossier_id is not None and way:
            self.marking.emit(dossier_id, way)
        if row >= 0:
            self.selectionModel().setCurrentIndex(self.table.index(row, 0), _SELECT)

    def mouseDoubleClickEvent(self, event: QtGui.QMouseEvent) -> None:
        """Open the dossier."""
        row = self.rowAt(event.position().toPoint().y())
        dossier_id = self.table.dossier_at(row) if row >= 0 else None
        if dossier_id is not None:
            self.opened.emit(dossier_id)

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Light up the row under the mouse."""
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """No row is under the mouse."""
        super().leaveEvent(event)
        self._hover(-1)

    # --- inside

    def _dress(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QtWidgets.QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QtWidgets.QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        down = self.verticalHeader()
        down.hide()
        # The style gives headers a least size when it meets them; ours must come after it.
        down.ensurePolished()
        down.setSectionResizeMode(QtWidgets.QHeaderView.ResizeMode.Fixed)
        down.setMinimumSectionSize(1)
        down.setDefaultSectionSize(self._delegate.height)

    def _size_headings(self, before: Sequence[int] = ()) -> None:
        down = self.verticalHeader()
        # A header keeps the sizes of its rows when the rows are others.
        for row in before:
            if row < down.count():
                down.resizeSection(row, self._delegate.height)
        for row in self.table.rows.headings:
            down.resizeSection(row, look().px(HEADING))

    def _columns_across(self, area: QtCore.QRect) -> list[tuple[str, int, int]]:
        across = []
        for number, one in enumerate(COLUMNS):
            left, width = self.columnViewportPosition(number), self.columnWidth(number)
            if width and left <= area.right() and left + width > area.left():
                across.append((one.code, left, width))
        return across

    def _paint_row(self, painter: QtGui.QPainter, row: int, columns: list[tuple[str, int, int]]) -> None:
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        rect = QtCore.QRect(0, top, self.viewport().width(), height)
        record = self.table.record(row)
        has_keys = self.hasFocus() and self._by_keys and row == self.currentIndex().row()
        if isinstance(record, Heading):
            paint_heading(painter, rect, record, has_ring=has_keys)
            return
        places = [(code, QtCore.QRect(left, top, width, height - 1)) for code, left, width in columns]
        self._delegate.paint_line(painter, rect, places, record, self._standing(row, has_ring=has_keys))

    def _standing(self, row: int, *, has_ring: bool) -> Standing:
        dossier_id = self.table.dossier_at(row)
        return Standing(
            is_current=row == self.currentIndex().row(),
            has_ring=has_ring,
            is_hovered=row == self._hovered,
            is_marked=dossier_id in self.marks if self.marks and dossier_id is not None else None,
        )

    def _hover(self, row: int) -> None:
        before, self._hovered = self._hovered, row
        for changed in {before, row} - {-1}:
            if before != row:
                self.viewport().update(
                    0, self.rowViewportPosition(changed), self.viewport().width(), self.rowHeight(changed)
                )

    def _marking_of(self, event: QtGui.QMouseEvent) -> str:
        held = event.modifiers()
        if held & QtCore.Qt.KeyboardModifier.ShiftModifier:
            return "range"
        if held & QtCore.Qt.KeyboardModifier.ControlModifier:
            return "one"
        return "one" if self.marks and self._is_on_box(event.position().x()) else ""

    def _is_on_box(self, x: float) -> bool:
        lead = look().px(36)
        return x > self.viewport().width() - lead if look().rtl else x < lead

    def _bring_into_sight(self, row: int) -> None:
        self.scrollTo(self.table.index(row, 0))
        # The sticky heading covers the first rows of the view.
        hidden = self._sticky.covered() - self.rowViewportPosition(row)
        if hidden > 0:
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() - hidden)

    def _tell_chosen(self, current: QtCore.QModelIndex, before: Any) -> None:
        self.viewport().update()
        del before
        self.chosen.emit(self.table.dossier_at(current.row()) if current.isValid() else None)
