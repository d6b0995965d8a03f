"""What happened to a dossier, newest first: a dot for each event on one line."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.lines import from_start
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.strokes import circle, disc, line_pen

_DOT, _ROW = 9, 24


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One event; `note` says who and what else; internal ones carry the lock."""

    what: str
    when: str
    note: str = ""
    kind: Literal["past", "now", "stopped"] = "past"
    internal: str = ""
    """What the lock means, for those who do not see it; empty for events the applicant may see."""


class Timeline(QtWidgets.QWidget):
    """Events under each other."""

    def __init__(self, entries: Sequence[TimelineEntry], parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, entry in enumerate(entries, 1):
            column.addWidget(_Event(entry, is_first=number == 1, is_last=number == len(entries)))
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)


class _Event(QtWidgets.QWidget):
    """One event with its dot."""

    def __init__(self, entry: TimelineEntry, *, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self._kind, self._is_first, self._is_last = entry.kind, is_first, is_last
        column = QtWidgets.QVBoxLayout(self)
        set_margins(column, _DOT + 11, 2, 0, 2)
        column.setSpacing(0)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(6))
        if entry.internal:
            lock = Icon("lock", "text3", 12)
            lock.setToolTip(entry.internal)
            lock.setAccessibleName(entry.internal)
            row.addWidget(lock)
        row.addWidget(Label(entry.what, "dense", 500, wraps=True), 1)
        when = Label(entry.when, "caption", 400, "text3")
        when.setMinimumWidth(when.sizeHint().width())
        row.addWidget(when, 0, QtCore.Qt.AlignmentFlag.AlignTop)
        column.addLayout(row)
        if entry.note:
            column.addWidget(Label(entry.note, "caption", 400, "text3", wraps=True))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The line, and on it the dot: filled for now, a square while the clock stood."""
        painter, size = QtGui.QPainter(self), look().px(_DOT)
        rtl = self.layoutDirection() == QtCore.Qt.LayoutDirection.RightToLeft
        top = (look().px(_ROW) - size) // 2
        dot = from_start(QtCore.QRect(0, top, self.width(), size), look().px(1), size, rtl=rtl)
        painter.setPen(look().colour("border"))
        if not self._is_first:
            painter.drawLine(dot.center().x(), 0, dot.center().x(), dot.top() - 2)
        if not self._is_last:
            painter.drawLine(dot.center().x(), dot.bottom() + 2, dot.center().x(), self.height())
        if self._kind == "now":
            disc(painter, dot, look().colour("accentSolid"))
        elif self._kind == "stopped":
            painter.setPen(line_pen(look().colour("amberFg"), 2))
            painter.drawRect(dot.adjusted(1, 1, -1, -1))
        else:
            circle(painter, dot, look().colour("borderStrong"), 2)
