"""The parts of a page in a row, the one that is shown underlined."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.focus_ring import ringed
from desktop.views.widgets.lines import draw_line, from_start

_HEIGHT, _APART, _GAP, _LINE = 36, 22, 5, 2


class Tabs(QtWidgets.QTabBar):
    """Tabs by code, each with a number behind its word. Signals: `shown(str)` when another was chosen."""

    shown = QtCore.Signal(str)

    def __init__(self, tabs: Sequence[tuple[str, str, str]], parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(False)
        self.setElideMode(QtCore.Qt.TextElideMode.ElideNone)
        self.setMouseTracking(True)
        self._codes = [code for code, _, _ in tabs]
        self._counts = {code: count for code, _, count in tabs}
        for number, (_, words, count) in enumerate(tabs):
            self.addTab(words)
            self.setAccessibleTabName(number, f"{words} {count}".strip())
        self.setFixedHeight(look().px(_HEIGHT))
        self.currentChanged.connect(lambda number: self.shown.emit(self._codes[number]))
        ringed(self)

    def code(self) -> str:
        """Which one is shown."""
        return self._codes[self.currentIndex()]

    def choose(self, code: str) -> None:
        """Show another."""
        self.setCurrentIndex(self._codes.index(code))

    def set_count(self, code: str, count: str) -> None:
        """Another number behind a word."""
        self._counts[code] = count
        number = self._codes.index(code)
        self.setAccessibleTabName(number, f"{self.tabText(number)} {count}".strip())
        self.setTabText(number, self.tabText(number))

    def tabSizeHint(self, index: int) -> QtCore.QSize:
        """Word and number, measured bold so that choosing moves nothing."""
        apart = look().px(_APART)
        return QtCore.QSize(self._words_wide(index) + self._count_wide(index) + apart, look().px(_HEIGHT))

    def minimumTabSizeHint(self, index: int) -> QtCore.QSize:
        """Words of tabs are not cut."""
        return self.tabSizeHint(index)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Words, numbers, and the line under the one that is shown."""
        painter = QtGui.QPainter(self)
        pointer = self.mapFromGlobal(QtGui.QCursor.pos())
        for index in range(self.count()):
            hovered = self.underMouse() and self.tabRect(index).contains(pointer)
            self._paint_tab(painter, index, hovered=hovered)

    def _paint_tab(self, painter: QtGui.QPainter, index: int, *, hovered: bool) -> None:
        worn, chosen = look(), index == self.currentIndex()
        rtl = self.layoutDirection() == QtCore.Qt.LayoutDirection.RightToLeft
        wide = self._words_wide(index) + self._count_wide(index)
        place = from_start(self.tabRect(index), worn.px(_APART) // 2, wide, rtl=rtl)
        ink = "accent" if chosen else "text" if hovered else "text2"
        painter.setPen(worn.colour(ink if self.isTabEnabled(index) else "text3"))
        words = from_start(place, 0, self._words_wide(index), rtl=rtl)
        draw_line(painter, words, self.tabText(index), face("button", 600 if chosen else 400))
        painter.setPen(worn.colour("text3"))
        number = from_start(place, self._words_wide(index), self._count_wide(index), rtl=rtl)
        count = self._counts[self._codes[index]]
        draw_line(painter, number, count, face("caption"), QtCore.Qt.AlignmentFlag.AlignRight)
        if chosen:
            line = QtCore.QRect(place.left(), self.height() - worn.px(_LINE), wide, worn.px(_LINE))
            painter.fillRect(line, worn.colour("accent"))

    def _words_wide(self, index: int) -> int:
        return face("button", 600).metrics.horizontalAdvance(self.tabText(index)) + 2

    def _count_wide(self, index: int) -> int:
        count = self._counts[self._codes[index]]
        return face("caption").metrics.horizontalAdvance(count) + look().px(_GAP) if count else 0
