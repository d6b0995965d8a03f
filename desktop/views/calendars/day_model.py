"""The days of a month as a table of Qt's, so that screen readers find every cell and hear what it is."""

from datetime import date
from typing import Any

from PySide6 import QtCore

from desktop.views.calendars.almanac import DAYS_OF_WEEK, WEEKS_SHOWN, Almanac

_QT = QtCore.Qt
_ROLE = _QT.ItemDataRole
DAY_ROLE = int(_ROLE.UserRole)
"""The day of a cell, for the delegate."""
_Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex
_NOWHERE = QtCore.QModelIndex()


class DayModel(QtCore.QAbstractTableModel):
    """Six weeks about one month."""

    def __init__(self, almanac: Almanac, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self.almanac = almanac
        self.current = almanac.clipped(almanac.today)
        self.chosen: date | None = None
        self._days = almanac.weeks_about(self.current)

    def show(self, day: date) -> None:
        """Make `day` the current one and show its month."""
        same = self.almanac.same_month(day, self.current)
        self.current = day
        if not same:
            self.beginResetModel()
            self._days = self.almanac.weeks_about(day)
            self.endResetModel()

    def choose(self, day: date | None) -> None:
        """Mark the day the field holds."""
        self.chosen = day
        self._all_changed()

    def know(self, almanac: Almanac) -> None:
        """Show what is newly known of the days."""
        self.beginResetModel()
        self.almanac = almanac
        self._days = almanac.weeks_about(self.current)
        self.endResetModel()

    def index_of(self, day: date) -> QtCore.QModelIndex:
        """The cell of a day that is shown."""
        row, column = divmod(self._days.index(day), DAYS_OF_WEEK)
        return self.index(row, column)

    def day_at(self, index: _Index) -> date:
        """The day of a cell."""
        return self._days[index.row() * DAYS_OF_WEEK + index.column()]

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Always six, so that the grid keeps its height."""
        return 0 if parent.isValid() else WEEKS_SHOWN

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """The days of a week."""
        return 0 if parent.isValid() else DAYS_OF_WEEK

    def headerData(
        self, section: int, orientation: QtCore.Qt.Orientation, role: int = int(_ROLE.DisplayRole)
    ) -> Any:
        """The names of the days of the week, which screen readers say with a cell."""
        if orientation is _QT.Orientation.Horizontal and role == _ROLE.DisplayRole:
            return self.almanac.weekday_names()[section]
        return None

    def data(self, index: _Index, role: int = int(_ROLE.DisplayRole)) -> Any:
        """Its number; in words for those who listen or wait with the mouse."""
        day = self.day_at(index)
        if role == _ROLE.DisplayRole:
            return self.almanac.number(day)
        if role in {_ROLE.ToolTipRole, _ROLE.AccessibleTextRole}:
            return self.almanac.told(day)
        return day if role == DAY_ROLE else None

    def flags(self, index: _Index) -> QtCore.Qt.ItemFlag:
        """A day outside the bounds cannot be chosen."""
        flag = _QT.ItemFlag
        can = self.almanac.holds(self.day_at(index))
        return flag.ItemIsEnabled | flag.ItemIsSelectable if can else flag.NoItemFlags

    def _all_changed(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(WEEKS_SHOWN - 1, DAYS_OF_WEEK - 1))
