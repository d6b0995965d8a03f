"""The header of a list, painted flat: titles over their columns, an arrow at the one that sorts."""

from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.dossier_list.columns import (
    COLUMNS,
    HIDDEN_AT_FIRST,
    LEAST_NEEDED,
    NAME,
    NARROWEST,
    Column,
)
from desktop.views.dossier_list.name_cell import LEAD
from desktop.views.theme.look import look
from desktop.views.widgets.chip_painting import is_rtl
from desktop.views.widgets.faces import face
from desktop.views.widgets.lines import after, centred, draw_line, from_start

HEIGHT: Final = 32
_REST_MILLISECONDS: Final = 300
_ARROW, _ARROW_GAP, _PAD_END = 12, 4, 6


class ListHeader(QtWidgets.QHeaderView):
    """Signals: `sorted_by(str)` when a title was clicked; `arranged()` when a width was changed by hand."""

    sorted_by = QtCore.Signal(str)
    arranged = QtCore.Signal()

    def __init__(self, parent: QtWidgets.QWidget) -> None:
        super().__init__(QtCore.Qt.Orientation.Horizontal, parent)
        self._sort, self._descending = "", False
        self._widths: dict[str, int] = {}
        self._left_out = HIDDEN_AT_FIRST
        self.setFixedHeight(look().px(HEIGHT))
        # Qt would take the least width from the font, which is 125 px with ours.
        self.setMinimumSectionSize(look().px(NARROWEST))
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMouseTracking(True)
        self.sectionClicked.connect(self._sort_by)
        # A drag is many widths; the last one counts.
        self._rest = QtCore.QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._rest.timeout.connect(self.arranged)
        self.sectionResized.connect(self._note_width)

    def arrange(self, widths: dict[str, int], hidden: frozenset[str] | None = None) -> None:
        """Give the columns their widths (at 100 % text) and leave some out."""
        self._left_out = HIDDEN_AT_FIRST if hidden is None else hidden
        self._widths = {one.code: widths.get(one.code, _usual(one)) for one in COLUMNS}
        blocker = QtCore.QSignalBlocker(self)
        for number, one in enumerate(COLUMNS):
            self.setSectionResizeMode(number, QtWidgets.QHeaderView.ResizeMode.Interactive)
            self.resizeSection(number, self._wide(one.code))
        blocker.unblock()
        self.fit(self.width())

    def fit(self, room: int) -> None:
        """Leave out what does not fit beside the name, the least needed first, until there is room again."""
        blocker = QtCore.QSignalBlocker(self)
        wide = {one.code: self._wide(one.code) for one in COLUMNS if one.code not in self._left_out}
        for code in LEAST_NEEDED:
            if sum(wide.values()) <= room:
                break
            wide.pop(code, None)
        for number, one in enumerate(COLUMNS):
            self.setSectionHidden(number, one.code not in wide)
        modes = QtWidgets.QHeaderView.ResizeMode
        self.setSectionResizeMode(0, modes.Stretch if sum(wide.values()) <= room else modes.Interactive)
        blocker.unblock()

    def widths(self) -> dict[str, int]:
        """The widths at 100 % text of the columns that were made wider or narrower."""
        usual = {one.code: _usual(one) for one in COLUMNS}
        return {code: width for code, width in self._widths.items() if width != usual[code]}

    def show_sort(self, code: str, *, descending: bool) -> None:
        """Show by which column the list is sorted."""
        self._sort, self._descending = code, descending
        self.viewport().update()

    def paintSection(self, painter: QtGui.QPainter, rect: QtCore.QRect, logical_index: int) -> None:
        """A title on the flat ground."""
        worn, rtl, dress = look(), is_rtl(painter), face("caption", 500)
        painter.fillRect(rect, worn.colour("surface2"))
        for edge in (rect.top(), rect.bottom()):
            painter.fillRect(rect.left(), edge, rect.width(), 1, worn.colour("border"))
        code = COLUMNS[logical_index].code
        is_sorted = code == self._sort
        lead = worn.px(LEAD) if code == NAME else 0
        words = after(rect, lead, rtl=rtl)
        title = str(self.model().headerData(logical_index, self.orientation()))
        painter.setPen(worn.colour("text" if is_sorted else "text2"))
        taken = min(dress.metrics.horizontalAdvance(title) + 1, words.width())
        draw_line(painter, from_start(words, 0, taken, rtl=rtl), title, dress)
        if is_sorted:
            self._paint_arrow(painter, after(words, taken + worn.px(_ARROW_GAP), rtl=rtl))

    def _wide(self, code: str) -> int:
        return look().px(self._widths[code])

    def _note_width(self, section: int, _before: int, now: int) -> None:
        code = COLUMNS[section].code
        if code != NAME and now:
            self._widths[code] = round(now / look().scale)
            self._rest.start()

    def _paint_arrow(self, painter: QtGui.QPainter, rect: QtCore.QRect) -> None:
        size = look().px(_ARROW)
        at = centred(from_start(rect, 0, size, rtl=is_rtl(painter)), size, size)
        icon = "chevron-down" if self._descending else "chevron-up"
        painter.drawPixmap(at.topLeft(), look().pixmap(icon, "text", _ARROW))

    def _sort_by(self, section: int) -> None:
        if COLUMNS[section].sort is not None:
            self.sorted_by.emit(COLUMNS[section].code)


def _usual(one: Column) -> int:
    return one.width if look().rtl else one.latin_width
