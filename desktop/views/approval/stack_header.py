"""The titles over the stack, with the box that marks every ready row."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Texts
from desktop.views.approval.row_painting import BOXES, SCHEMES, columns_of, paint_check_box
from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.focus_ring import ringed
from desktop.views.widgets.lines import after, draw_line, from_start

_HEIGHT = 32


class StackHeader(QtWidgets.QAbstractButton):
    """One press marks all rows that are ready, another none of them; `state` is "on", "some" or "off"."""

    def __init__(self, text: Texts) -> None:
        super().__init__()
        self._text, self._state = text, "off"
        self.setFixedHeight(look().px(_HEIGHT))
        self.setAccessibleName(text("command.mark_all"))
        self.setToolTip(text("command.mark_all"))
        self._room = 0
        ringed(self, 0)

    def show_state(self, state: str) -> None:
        """Show how many of the rows are marked."""
        self._state = state
        self.update()

    def fit(self, width: int) -> None:
        """Follow the rows: as wide as they are beside their scroll bar."""
        self._room = width
        self.update()

    def hitButton(self, point: QtCore.QPoint) -> bool:
        """Only the box is pressed, not the titles."""
        start, wide = columns_of(self._width())[BOXES]
        return from_start(self._row(), start, wide, rtl=look().rtl).contains(point)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The box, and a title over each column."""
        painter, worn = QtGui.QPainter(self), look()
        painter.fillRect(self.rect(), worn.colour("surface2"))
        for edge in (0, self.height() - 1):
            painter.fillRect(0, edge, self.width(), 1, worn.colour("border"))
        for code, (start, wide) in columns_of(self._width()).items():
            place = from_start(self._row(), start, wide, rtl=worn.rtl)
            if code == BOXES:
                paint_check_box(painter, after(place, worn.px(16), rtl=worn.rtl), self._state)
            elif code != SCHEMES:
                painter.setPen(worn.colour("text2"))
                draw_line(painter, place, self._text(f"column.{code}"), face("caption", 500))

    def _width(self) -> int:
        return self._room or self.width()

    def _row(self) -> QtCore.QRect:
        left = self.width() - self._width() if look().rtl else 0
        return QtCore.QRect(left, 0, self._width(), self.height())
