"""The days of a month under the keyboard and the mouse: arrows follow the eye, Enter and a click pick."""

from collections.abc import Callable
from datetime import date

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.calendars.almanac import DAYS_OF_WEEK, WEEKS_SHOWN, Almanac
from desktop.views.calendars.day_delegate import DayDelegate
from desktop.views.calendars.day_model import DayModel
from desktop.views.theme.look import look

_QT = QtCore.Qt
CELL = 36
_PICKS = frozenset({_QT.Key.Key_Return, _QT.Key.Key_Enter, _QT.Key.Key_Space})


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


def _plain(event: QtGui.QKeyEvent) -> bool:
    held = event.modifiers() & ~_QT.KeyboardModifier.KeypadModifier
    return held == _QT.KeyboardModifier.NoModifier
