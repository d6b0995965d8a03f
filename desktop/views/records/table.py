"""What Qt sees of a list of records: ready rows, all here or fetched a page at a time when in sight."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6 import QtCore

from desktop.views.records.cells import Column, Row

ROW: Final = QtCore.Qt.ItemDataRole.UserRole + 1
"""The role that gives a whole row, None while its page is on the way."""

PAGE: Final = 64
_NOWHERE: Final = QtCore.QModelIndex()
_DISPLAY: Final = QtCore.Qt.ItemDataRole.DisplayRole
_SPOKEN: Final = QtCore.Qt.ItemDataRole.AccessibleTextRole
_TIP: Final = QtCore.Qt.ItemDataRole.ToolTipRole

Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex


class RecordTable(QtCore.QAbstractTableModel):
    """Rows by place. Signals: `wanted(int, object)` the keys of this page are in sight and not here."""

    wanted = QtCore.Signal(int, object)

    def __init__(self, columns: Sequence[Column], parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self._keys: Sequence[Any] = ()
        self._rows: dict[int, Row] = {}
        self._asked: set[int] = set()
        self._missing: set[int] = set()
        # Asked for once the whole page has been painted, not cell by cell.
        self._ask = QtCore.QTimer(self, singleShot=True, interval=0)
        self._ask.timeout.connect(self._ask_for_missing)

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show rows that are all here."""
        self.beginResetModel()
        self._keys = [row.key for row in rows]
        self._rows = dict(enumerate(rows))
        self._asked.clear()
        self.endResetModel()

    def show_keys(self, keys: Sequence[Any]) -> None:
        """Show a rank snapshot; its rows are asked for as they come into sight."""
        self.beginResetModel()
        self._keys, self._rows = keys, {}
        self._asked.clear()
        self.endResetModel()

    def came(self, page: int, rows: Sequence[Row]) -> None:
        """Rows of a page have come; one that is gone meanwhile leaves its line empty."""
        known = {row.key: row for row in rows}
        first = page * PAGE
        last = min(first + PAGE, len(self._keys)) - 1
        for place in range(first, last + 1):
            if self._keys[place] in known:
                self._rows[place] = known[self._keys[place]]
        if last >= first:
            self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))

    def row(self, place: int) -> Row | None:
        """The row at a place; one that is not here is asked for."""
        found = self._rows.get(place)
        if found is None and 0 <= place < len(self._keys) and place // PAGE not in self._asked:
            self._missing.add(place // PAGE)
            self._ask.start()
        return found

    def key_at(self, place: int) -> Any:
        """The key of the record at a place; None outside."""
        return self._keys[place] if 0 <= place < len(self._keys) else None

    def place_of(self, key: Any) -> int | None:
        """Where the record with this key stands."""
        try:
            return list(self._keys).index(key)
        except ValueError:
            return None

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """As many as there are keys."""
        return 0 if parent.isValid() else len(self._keys)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """As many as were declared."""
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        """The row, or what a screen reader and a tool tip say of it."""
        answer = _ANSWERS.get(role)
        row = self.row(index.row()) if answer else None
        return answer(row, index.column()) if answer and row else None

    def headerData(self, section: int, orientation: QtCore.Qt.Orientation, role: int = _DISPLAY) -> Any:
        """The title of a column."""
        if role == _DISPLAY and orientation == QtCore.Qt.Orientation.Horizontal:
            return self.columns[section].title
        return None

    def _ask_for_missing(self) -> None:
        for page in sorted(self._missing):
            self._asked.add(page)
            self.wanted.emit(page, self._keys[page * PAGE : (page + 1) * PAGE])
        self._missing.clear()


_ANSWERS: Final[dict[int, Callable[[Row, int], Any]]] = {
    int(ROW): lambda row, _column: row,
    int(_SPOKEN): lambda row, _column: row.said(),
    int(_TIP): lambda row, column: row.cells[column].tip or None,
}
