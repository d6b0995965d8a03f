"""The rows of the checklist for Qt: headings and items as they were arranged, with what readers say."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtCore

from desktop.language.window import Texts
from desktop.views.dossier.review.items import ShownGroup, ShownItem

_QT = QtCore.Qt
RECORD = _QT.ItemDataRole.UserRole
Row = ShownGroup | ShownItem
Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex


class ChecklistTable(QtCore.QAbstractListModel):
    """Headings and the items under them; `RECORD` gives the frozen row itself."""

    def __init__(self, text: Texts, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self._rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these; where only contents differ, places, scroll bar and keyboard stay."""
        same = [_name(row) for row in rows] == [_name(row) for row in self._rows]
        if same:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def place_of(self, code: str) -> QtCore.QModelIndex:
        """Where an item stands; no index when it is not shown."""
        for place, row in enumerate(self._rows):
            if isinstance(row, ShownItem) and row.code == code:
                return self.index(place)
        return QtCore.QModelIndex()

    def rowCount(self, _parent: Index | None = None) -> int:
        """How many rows there are."""
        return len(self._rows)

    def data(self, index: Index, role: int = _QT.ItemDataRole.DisplayRole) -> Any:
        """The record, and its words for screen readers."""
        row = self._rows[index.row()]
        if role == RECORD:
            return row
        if role in {_QT.ItemDataRole.DisplayRole, _QT.ItemDataRole.AccessibleTextRole}:
            return self._group(row) if isinstance(row, ShownGroup) else self.spoken(row)
        return None

    def flags(self, index: Index) -> QtCore.Qt.ItemFlag:
        """Items can be at hand, headings cannot."""
        if isinstance(self._rows[index.row()], ShownGroup):
            return _QT.ItemFlag.ItemIsEnabled
        return _QT.ItemFlag.ItemIsEnabled | _QT.ItemFlag.ItemIsSelectable

    def spoken(self, item: ShownItem) -> str:
        """An item in one sentence: code, title, verdict, and what else the signs of its row say."""
        text = self._text
        verdict = text(f"verdict.{item.verdict.value if item.verdict else 'none'}")
        if item.is_hollow:
            verdict = text("item.hollow", verdict=verdict)
        parts = [text("item.spoken", code=item.code, title=item.title, verdict=verdict)]
        if item.changes:
            parts.append(text("item.changed", count=item.changes))
        if item.marks:
            parts.append(text("item.marks", count=item.marks))
        if item.has_draft:
            parts.append(text("item.draft"))
        if item.by:
            parts.append(text("item.by", person=item.by))
        return "، ".join(parts)

    def _group(self, group: ShownGroup) -> str:
        done = self._text("group.done", done=group.done, total=len(group.items))
        return f"{group.title}، {done}"


def _name(row: Row) -> tuple[str, str]:
    return type(row).__name__, row.code
