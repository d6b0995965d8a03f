"""The line of a certificate's life: what happened, a dot each, and dashed what comes by itself."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.certificate_state.wording import LifePoint
from desktop.views.theme.look import look
from desktop.views.widgets.label import Label
from desktop.views.widgets.lines import from_start
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.strokes import circle, disc, line_pen

_DOT, _ROW = 9, 24


class LifeLine(QtWidgets.QWidget):
    """Points under each other, the newest last."""

    def __init__(self, points: Sequence[LifePoint]) -> None:
        super().__init__()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, point in enumerate(points):
            column.addWidget(_Point(point, is_first=number == 0, is_last=number == len(points) - 1))
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)


class _Point(QtWidgets.QWidget):
    """One point with its day at the end."""

    def __init__(self, point: LifePoint, *, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self._point, self._is_first, self._is_last = point, is_first, is_last
        column = QtWidgets.QVBoxLayout(self)
        set_margins(column, _DOT + 11, 2, 0, 4)
        column.setSpacing(0)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(8))
        what = Label(point.what, "dense", 500, "text2" if point.is_ahead else "text", wraps=True)
        row.addWidget(what, 1)
        day = Label(point.day, "caption", 400, "text3")
        day.setMinimumWidth(day.sizeHint().width())
        row.addWidget(day, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        if point.note:
            column.addWidget(Label(point.note, "caption", 400, "text3", wraps=True))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The line and its dot; what lies ahead is open and dashed."""
        painter, worn = QtGui.QPainter(self), look()
        size = worn.px(_DOT)
        row = QtCore.QRect(0, (worn.px(_ROW) - size) // 2, self.width(), size)
        dot = from_start(row, worn.px(1), size, rtl=worn.rtl)
        middle, ahead = dot.center().x(), self._point.is_ahead
        pen = line_pen(worn.colour("borderStrong" if ahead else "border"), 1)
        if ahead:
            pen.setStyle(QtCore.Qt.PenStyle.DashLine)
        painter.setPen(pen)
        if not self._is_first:
            painter.drawLine(middle, 0, middle, dot.top() - 2)
        painter.setPen(line_pen(worn.colour("border"), 1))
        if not self._is_last:
            painter.drawLine(middle, dot.bottom() + 2, middle, self.height())
        if ahead:
            circle(painter, dot, worn.colour("borderStrong"), 2)
        else:
            disc(painter, dot, worn.colour("accentSolid"))
