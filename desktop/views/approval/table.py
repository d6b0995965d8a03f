"""What Qt sees of the stack: ready lines by place, nothing is looked up while it paints."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6 import QtCore

from desktop.views.approval.lines import StackLine

LINE: Final = QtCore.Qt.ItemDataRole.UserRole + 1
"""The role that gives the whole line."""

_NOWHERE: Final = QtCore.QModelIndex()
_SPOKEN: Final = (QtCore.Qt.ItemDataRole.DisplayRole, QtCore.Qt.ItemDataRole.AccessibleTextRole)

Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex


class StackTable(QtCore.QAbstractListModel):
    """Lines by place."""

    def __init__(self, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self.lines: Sequence[StackLine] = ()

    def show_lines(self, lines: Sequence[StackLine]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def place_of(self, dossier_id: int | None) -> int | None:
        """Where a dossier stands."""
        return next((place for place, line in enumerate(self.lines) if line.id == dossier_id), None)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """One row for each dossier."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = QtCore.Qt.ItemDataRole.DisplayRole) -> Any:
        """The line, or what a screen reader says of it."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role in _SPOKEN:
            return line.spoken
        return line.why if role == QtCore.Qt.ItemDataRole.ToolTipRole and line.why else None
