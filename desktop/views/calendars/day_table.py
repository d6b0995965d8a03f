"""The days of a month as a table: screen readers read its cells, arrows follow the eye, days are painted."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.calendars.almanac import DAYS_OF_WEEK, WEEKS_SHOWN, Almanac
from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.lines import centred, draw_line
from desktop.views.widgets.strokes import RADIUS, box

_QT = QtCore.Qt
_ROLE = _QT.ItemDataRole
DAY_ROLE = int(_ROLE.UserRole)
"""The day of a cell, for the delegate."""
_Index = QtCore.QModelIndex | QtCore.QPersistentModelIndex
_NOWHERE = QtCore.QModelIndex()
CELL = 36
_BOX = 32
_TICK_WIDTH, _TICK_HEIGHT, _TICK_GAP = 5, 3, 2
_FAINT = 0.45


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


class DayDelegate(QtWidgets.QStyledItemDelegate):
    """Paints one day: number, today, the chosen one, days off, how full it is."""

    def paint(
        self,
        painter: QtGui.QPainter,
        option: QtWidgets.QStyleOptionViewItem,
        index: _Index,
    ) -> None:
        """Ground and outline, number, ticks, and the ring where the keyboard is."""
        model = index.model()
        if not isinstance(model, DayModel):
            raise TypeError("this delegate paints days")
        day: date = index.data(DAY_ROLE)
        place = centred(option.rect, look().px(_BOX), look().px(_BOX))
        painter.save()
        if not model.almanac.holds(day):
            painter.setOpacity(_FAINT)
        under_mouse = bool(option.state & QtWidgets.QStyle.StateFlag.State_MouseOver)
        _paint_ground(painter, place, model, day, under_mouse=under_mouse)
        painter.setPen(look().colour(_ink(model, day)))
        marked = day in (model.almanac.today, model.chosen)
        centre = _QT.AlignmentFlag.AlignHCenter
        draw_line(painter, place, model.almanac.number(day), face("dense", 600 if marked else 400), centre)
        _paint_ticks(painter, place, model.almanac.ticks(day), _ink(model, day))
        painter.restore()
        has_keys = option.widget.hasFocus()
        if day == model.current and has_keys:
            box(painter, option.rect.adjusted(0, 0, -1, -1), None, look().colour("focus"), thick=2)


class DayTable(QtWidgets.QTableView):
    """Signals: `day_picked(date)` by Enter or the mouse, `moved(date)` when the current day is another."""

    day_picked = QtCore.Signal(object)
    moved = QtCore.Signal(object)

    def __init__(self, almanac: Almanac, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.days = DayModel(almanac, self)
        self.setModel(self.days)
        self.setItemDelegate(DayDelegate(self))
        self._lay_out()
        self.go(self.days.current)

    def go(self, day: date) -> None:
        """Make another day the current one."""
        day = self.days.almanac.clipped(day)
        self.days.show(day)
        self.setCurrentIndex(self.days.index_of(day))
        self.viewport().update()
        self.moved.emit(day)

    def sizeHint(self) -> QtCore.QSize:
        """Seven cells by six."""
        return QtCore.QSize(look().px(CELL) * DAYS_OF_WEEK, look().px(CELL) * WEEKS_SHOWN)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Arrows, pages, Home and Enter; what is none of them goes to whoever contains the month."""
        step = self._steps().get(_QT.Key(event.key())) if _plain(event) else None
        if step is not None:
            self.go(step())
        elif event.key() in _PICKS:
            self.day_picked.emit(self.days.current)
        else:
            event.ignore()

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """The wheel turns the months."""
        turned = event.angleDelta().y()
        if turned:
            self.go(self.days.almanac.later(self.days.current, months=-1 if turned > 0 else 1))
        event.accept()

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """A click picks the day under it."""
        index = self.indexAt(event.position().toPoint())
        if event.button() == _QT.MouseButton.LeftButton and index.isValid():
            day = self.days.day_at(index)
            if self.days.almanac.holds(day):
                self.go(day)
                self.day_picked.emit(day)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """What happens, happens when the button is let go."""
        event.accept()

    def _steps(self) -> dict[QtCore.Qt.Key, Callable[[], date]]:
        later, current = self.days.almanac.later, self.days.current
        left = 1 if self.layoutDirection() == _QT.LayoutDirection.RightToLeft else -1
        return {
            _QT.Key.Key_Left: lambda: later(current, days=left),
            _QT.Key.Key_Right: lambda: later(current, days=-left),
            _QT.Key.Key_Up: lambda: later(current, days=-DAYS_OF_WEEK),
            _QT.Key.Key_Down: lambda: later(current, days=DAYS_OF_WEEK),
            _QT.Key.Key_PageUp: lambda: later(current, months=-1),
            _QT.Key.Key_PageDown: lambda: later(current, months=1),
            _QT.Key.Key_Home: lambda: self.days.almanac.today,
        }

    def _lay_out(self) -> None:
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QtWidgets.QAbstractItemView.SelectionMode.NoSelection)
        self.viewport().setAutoFillBackground(False)
        self.setEditTriggers(QtWidgets.QAbstractItemView.EditTrigger.NoEditTriggers)
        for bar in (self.horizontalHeader(), self.verticalHeader()):
            bar.hide()
            bar.setMinimumSectionSize(1)
            bar.setDefaultSectionSize(look().px(CELL))
            bar.setSectionResizeMode(QtWidgets.QHeaderView.ResizeMode.Fixed)
        off = _QT.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setHorizontalScrollBarPolicy(off)
        self.setVerticalScrollBarPolicy(off)
        self.setFixedSize(self.sizeHint())
        self.setAccessibleName(self.days.almanac.words.of("calendars")("grid"))


_PICKS = frozenset({_QT.Key.Key_Return, _QT.Key.Key_Enter, _QT.Key.Key_Space})


def _plain(event: QtGui.QKeyEvent) -> bool:
    held = event.modifiers() & ~_QT.KeyboardModifier.KeypadModifier
    return held == _QT.KeyboardModifier.NoModifier


def _ink(model: DayModel, day: date) -> str:
    almanac = model.almanac
    if day == almanac.today:
        return "onAccent"
    if day == model.chosen:
        return "accent"
    if not almanac.same_month(day, model.current):
        return "text3"
    if day in almanac.closures:
        return "amberFg"
    return "redFg" if almanac.is_weekend(day) else "text"


def _paint_ground(
    painter: QtGui.QPainter, place: QtCore.QRect, model: DayModel, day: date, *, under_mouse: bool
) -> None:
    worn = look()
    is_today, is_chosen = day == model.almanac.today, day == model.chosen
    if is_today:
        box(painter, place, worn.colour("accentSolid"))
    elif is_chosen:
        box(painter, place, worn.colour("tint"), worn.colour("accent"))
    elif under_mouse:
        box(painter, place, worn.colour("surface2"), worn.colour("border"))
    if is_today and is_chosen:
        inner = place.adjusted(2, 2, -2, -2)
        box(painter, inner, None, worn.colour("onAccent"), radius=worn.px(RADIUS) - 1)
    if day in model.almanac.closures:
        outline = worn.colour("amberFg")
        box(painter, place, None, outline, thick=1.5, radius=worn.px(RADIUS))


def _paint_ticks(painter: QtGui.QPainter, place: QtCore.QRect, count: int, ink: str) -> None:
    if not count:
        return
    px = look().px
    wide = count * px(_TICK_WIDTH) + (count - 1) * px(_TICK_GAP)
    left = place.center().x() - wide // 2 + 1
    top = place.bottom() - px(_TICK_HEIGHT) - px(2)
    for number in range(count):
        at = left + number * (px(_TICK_WIDTH) + px(_TICK_GAP))
        painter.fillRect(QtCore.QRect(at, top, px(_TICK_WIDTH), px(_TICK_HEIGHT)), look().colour(ink))
