"""A part of the home page: a heading, then lines that are links with their numbers."""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.home.presenter import Entry, Part
from desktop.views.navigation import Route
from desktop.views.theme.look import look
from desktop.views.widgets.chip_painting import is_rtl, paint_pill, pill_width
from desktop.views.widgets.faces import face
from desktop.views.widgets.focus_ring import ringed
from desktop.views.widgets.label import Label
from desktop.views.widgets.lines import after, draw_line, from_start
from desktop.views.widgets.strokes import box

_LINE, _PAD, _GAP = 32, 10, 8


class EntryLink(QtWidgets.QAbstractButton):
    """One line: words at the start, its number as a pill behind them, something small at the end."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry = entry
        self.setText(entry.words)
        self.setAccessibleName(" ".join(part for part in (entry.words, entry.count, entry.at_end) if part))
        self.setFixedHeight(look().px(_LINE))
        self.setCursor(QtCore.Qt.CursorShape.PointingHandCursor)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        ringed(self)

    def sizeHint(self) -> QtCore.QSize:
        """As wide as its words."""
        words = face("body").metrics.horizontalAdvance(self.entry.words)
        return QtCore.QSize(words + look().px(80), look().px(_LINE))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The words, the number, a ground under the mouse."""
        painter, worn, entry = QtGui.QPainter(self), look(), self.entry
        if self.underMouse():
            box(painter, self.rect(), worn.colour("surface2"))
        rtl, inside = is_rtl(painter), self.rect().adjusted(worn.px(_PAD), 0, -worn.px(_PAD), 0)
        words, small = face("body", 500 if entry.tone else 400), face("caption")
        at_end = small.metrics.horizontalAdvance(entry.at_end) + 1 if entry.at_end else 0
        painter.setPen(worn.colour("text3"))
        draw_line(painter, from_start(inside, inside.width() - at_end, at_end, rtl=rtl), entry.at_end, small)
        room = inside.width() - at_end - (pill_width(entry.count) + worn.px(_GAP) if entry.count else 0)
        wide = min(words.metrics.horizontalAdvance(entry.words) + 1, room)
        painter.setPen(worn.colour("text"))
        draw_line(painter, from_start(inside, 0, wide, rtl=rtl), entry.words, words)
        if entry.count:
            paint_pill(
                painter, after(inside, wide + worn.px(_GAP), rtl=rtl), entry.tone or "grey", entry.count
            )


class PartView(QtWidgets.QWidget):
    """A heading with its lines."""

    def __init__(self, part: Part, go: Callable[[Route], object]) -> None:
        super().__init__()
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(2))
        column.addWidget(Label(part.title, "h2"))
        self.links: list[EntryLink] = []
        for entry in part.entries:
            link = EntryLink(entry)
            if entry.to is not None:
                link.clicked.connect(lambda _checked=False, to=entry.to: go(to))
            self.links.append(link)
            column.addWidget(link)
        if not part.entries and part.nothing:
            column.addWidget(Label(part.nothing, "body", 400, "text3", wraps=True))
