"""The titles over a list of records; a press on one that sorts turns its order."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.records.cells import Column
from desktop.views.records.delegate import BAR
from desktop.views.theme.look import look
from desktop.views.widgets.faces import advance, face
from desktop.views.widgets.lines import after, draw_line, from_start

HEIGHT, PAD, ARROW = 32, 8, 12
LEAST = 200
"""What the column without a width of its own gets at least, while others can go."""


class RecordHeader(QtWidgets.QHeaderView):
    """Signals: `sorted_by(str, bool)` column and whether downwards."""

    sorted_by = QtCore.Signal(str, bool)

    def __init__(self, parent: QtWidgets.QWidget, columns: Sequence[Column]) -> None:
        super().__init__(QtCore.Qt.Orientation.Horizontal, parent)
        self._columns = list(columns)
        self._order = ("", False)
        self.setFixedHeight(look().px(HEIGHT))
        self.setMinimumSectionSize(look().px(32))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.sectionClicked.connect(self._press)

    def fit(self, columns: Sequence[Column]) -> None:
        """Give every column its width; those without one share what is left."""
        for place, column in enumerate(columns):
            mode = QtWidgets.QHeaderView.ResizeMode
            self.setSectionResizeMode(place, mode.Interactive if column.width else mode.Stretch)
            if column.width:
                self.resizeSection(place, look().px(column.width))

    def make_room(self, width: int) -> None:
        """Hide the columns that may go, the last ones first, until the widest has room to be read."""
        fixed = sum(look().px(column.width) for column in self._columns)
        for place in range(len(self._columns) - 1, -1, -1):
            column = self._columns[place]
            short = width - fixed < look().px(LEAST)
            self.setSectionHidden(place, bool(short and column.goes))
            if short and column.goes:
                fixed -= look().px(column.width)

    def show_order(self, code: str, *, descending: bool) -> None:
        """Show by which column the list is sorted."""
        self._order = (code, descending)
        self.viewport().update()

    def paintSection(self, painter: QtGui.QPainter, rect: QtCore.QRect, logicalIndex: int) -> None:  # noqa: N803
        """Flat: the ground of headers, the title, an arrow where it sorts."""
        column = self._columns[logicalIndex]
        painter.save()
        painter.setLayoutDirection(self.layoutDirection())
        painter.fillRect(rect, look().colour("surface2"))
        painter.setPen(look().colour("border"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        sorts = column.code == self._order[0]
        inside = rect.adjusted(look().px(PAD), 0, -look().px(PAD), 0)
        if logicalIndex == 0:
            # The rows leave room for the bar of the chosen one before their first cell.
            inside = after(inside, look().px(BAR), rtl=look().rtl)
        painter.setPen(look().colour("text" if sorts else "text2"))
        draw_line(painter, inside, column.title, face("caption", 600 if sorts else 500))
        if sorts:
            size = look().px(ARROW)
            skipped = advance(column.title, "caption", 600) + look().px(5)
            place = from_start(inside, skipped, size, rtl=look().rtl)
            icon = "chevron-down" if self._order[1] else "chevron-up"
            painter.drawPixmap(place.x(), rect.center().y() - size // 2, look().pixmap(icon, "text", ARROW))
        painter.restore()

    def _press(self, place: int) -> None:
        column = self._columns[place]
        if column.sorts:
            descending = self._order[0] == column.code and not self._order[1]
            self.show_order(column.code, descending=descending)
            self.sorted_by.emit(column.code, descending)
