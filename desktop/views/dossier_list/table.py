"""What Qt sees of a list of dossiers: headings and prepared lines, fetched a page at a time when in sight."""

from array import array
from collections.abc import Callable, Collection, Sequence
from typing import Any, Final

from PySide6 import QtCore

from desktop.views.dossier_list.columns import COLUMNS
from desktop.views.dossier_list.groups import Group, Heading, Rows
from desktop.views.dossier_list.lines import Line
from desktop.views.dossier_list.pages import Pages

RECORD: Final = QtCore.Qt.ItemDataRole.UserRole + 1
"""The role that gives a whole row: a Line, a Heading, or None while its page is on the way."""

_NOWHERE: Final = QtCore.QModelIndex()
_SPOKEN: Final = QtCore.Qt.ItemDataRole.AccessibleTextRole
_TIP: Final = QtCore.Qt.ItemDataRole.ToolTipRole
_DISPLAY: Final = QtCore.Qt.ItemDataRole.DisplayRole


class DossierTable(QtCore.QAbstractTableModel):
    """Rows over a rank snapshot; nothing is computed when Qt asks.

    Signals: `wanted(list[int])` pages of these places are in sight and not here.
    """

    wanted = QtCore.Signal(object)

    def __init__(self, titles: Sequence[str], parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._titles = list(titles)
        self._groups: Sequence[Group] = ()
        self._closed: frozenset[str] = frozenset()
        self.pages = Pages(array("q"), lambda _number, _ids: None)
        self.rows = Rows(0)
        self._missing: set[int] = set()
        # What is missing is asked for once the whole page has been painted, not cell by cell.
        self._ask = QtCore.QTimer(self, singleShot=True, interval=0)
        self._ask.timeout.connect(self._want_missing)

    # --- what is shown

    def show(self, pages: Pages, groups: Sequence[Group], closed: Collection[str]) -> None:
        """Show another order of dossiers."""
        self.beginResetModel()
        self.pages, self._groups, self._closed = pages, groups, frozenset(closed)
        self.rows = Rows(len(pages.ids), groups, self._closed)
        self._missing.clear()
        self.endResetModel()

    def toggle(self, code: str) -> frozenset[str]:
        """Open or close a group; gives the codes of all that are closed now."""
        row = self.rows.row_of_heading(code)
        group = next((group for group in self._groups if group.code == code), None)
        if row is None or group is None:
            return self._closed
        closed = self._closed ^ {code}
        if group.count == 0:
            self._close(closed)
        elif code in closed:
            self.beginRemoveRows(_NOWHERE, row + 1, row + group.count)
            self._close(closed)
            self.endRemoveRows()
        else:
            self.beginInsertRows(_NOWHERE, row + 1, row + group.count)
            self._close(closed)
            self.endInsertRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(COLUMNS) - 1))
        return self._closed

    def came(self, places: range) -> None:
        """Lines for these places have come."""
        rows = [row for row in map(self.rows.row_of, places) if row is not None]
        if rows:
            self.dataChanged.emit(self.index(rows[0], 0), self.index(rows[-1], len(COLUMNS) - 1))

    # --- what a row is

    def record(self, row: int) -> Line | Heading | None:
        """The whole row; one whose page is not here is asked for."""
        heading = self.rows.heading(row)
        if heading is not None:
            return heading
        place = self.rows.place(row)
        if place is None:
            return None
        if not self.pages.is_here(place):
            self._missing.add(place)
            self._ask.start()
        return self.pages.line(place)

    def dossier_at(self, row: int) -> int | None:
        """The id of the dossier in this row; None for a heading."""
        place = self.rows.place(row)
        return None if place is None else self.pages.ids[place]

    def row_of_dossier(self, dossier_id: int) -> int | None:
        """The row that shows this dossier; None when it is not in the list or its group is closed."""
        try:
            return self.rows.row_of(self.pages.ids.index(dossier_id))
        except ValueError:
            return None

    # --- Qt asks

    def rowCount(self, parent: QtCore.QModelIndex | QtCore.QPersistentModelIndex = _NOWHERE) -> int:
        """Headings and dossiers of open groups."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QtCore.QModelIndex | QtCore.QPersistentModelIndex = _NOWHERE) -> int:
        """Every column there is; the header hides some."""
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: QtCore.QModelIndex | QtCore.QPersistentModelIndex, role: int = _DISPLAY) -> Any:
        """The record, or what a screen reader and a tool tip say of it."""
        if role not in _ANSWERS:
            return None
        return _ANSWERS[role](self.record(index.row()), index.column())

    def headerData(self, section: int, orientation: QtCore.Qt.Orientation, role: int = _DISPLAY) -> Any:
        """The title of a column."""
        if role == _DISPLAY and orientation == QtCore.Qt.Orientation.Horizontal:
            return self._titles[section]
        return None

    def _close(self, closed: frozenset[str]) -> None:
        self._closed = closed
        self.rows = Rows(len(self.pages.ids), self._groups, closed)

    def _want_missing(self) -> None:
        places = sorted(self._missing)
        self._missing.clear()
        self.wanted.emit(places)


def _spoken(record: Line | Heading | None, _column: int) -> str:
    if isinstance(record, Line):
        return record.spoken
    return "" if record is None else f"{record.group.title} {record.group.shown_count}"


def _tip(record: Line | Heading | None, column: int) -> str | None:
    return record.tips.get(COLUMNS[column].code) if isinstance(record, Line) else None


_ANSWERS: Final[dict[int, Callable[[Line | Heading | None, int], Any]]] = {
    int(RECORD): lambda record, _column: record,
    int(_SPOKEN): _spoken,
    int(_TIP): _tip,
}
