"""The field of a date: written or chosen from the month; it says how it was read or what is wrong."""

from datetime import date

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.calendars.almanac import Almanac
from desktop.views.calendars.date_editor import DateEditor
from desktop.views.calendars.date_entry import DateEntry
from desktop.views.calendars.month_grid import MonthGrid
from desktop.views.theme.look import look
from desktop.views.widgets.label import Label
from desktop.views.widgets.strokes import box

_QT = QtCore.Qt
_GAP, _BELOW = 4, 4


class DateField(QtWidgets.QWidget):
    """Signals: `day_changed(date | None)`, `said(str, bool)`: what stands below, and whether it is an error.

    With `speaks=False` the line below is left to whoever listens to `said`.
    """

    day_changed = QtCore.Signal(object)
    said = QtCore.Signal(str, bool)

    def __init__(
        self,
        almanac: Almanac,
        day: date | None = None,
        *,
        speaks: bool = True,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.entry = DateEntry(almanac)
        self.entry.put(day)
        self._told: date | None = day
        self.editor = DateEditor(self.entry)
        self._note = Label("", "caption", colour="text3", wraps=True)
        self._speaks = speaks
        self._lay_out()
        self.editor.written.connect(self._changed)
        self.editor.left.connect(self.judge)
        self.editor.grid_wanted.connect(self.open_grid)
        self.setFocusProxy(self.editor)
        self._show()

    def day(self) -> date | None:
        """The day in the field; nothing while it is empty or wrong."""
        return self.entry.day

    def set_day(self, day: date | None) -> None:
        """Put a day into the field, or empty it."""
        self.entry.put(day)
        self._show()
        self._changed()

    def problem(self) -> str:
        """What is wrong with the field as it stands; empty when nothing is."""
        return self.entry.complaint()

    def setAccessibleName(self, name: str) -> None:
        """The name of the field is that of the line in which one writes."""
        super().setAccessibleName(name)
        self.editor.setAccessibleName(name)

    def judge(self) -> None:
        """Write the day out and complain of what is none; the field was left."""
        self.entry.tidy()
        self._show()
        self._say(self.entry.complaint() or self.entry.said(), wrong=bool(self.entry.trouble))
        self._announce()

    def open_grid(self) -> "MonthPopup":
        """Open the month under the field."""
        popup = MonthPopup(self.entry.almanac, self.entry.day, self)
        popup.grid.day_picked.connect(self._pick)
        popup.show_below(self.editor)
        return popup

    def _pick(self, day: date) -> None:
        self.set_day(day)
        self.editor.setFocus()

    def _changed(self) -> None:
        # While somebody types the text is wrong until it is finished: only what was pasted is judged at once.
        wrong = bool(self.entry.trouble) and (self.entry.pasted or self.entry.is_whole)
        self._say(self.entry.complaint() if wrong else self.entry.said(), wrong=wrong)
        self._show()
        if self.entry.is_whole or self.entry.is_empty:
            self._announce()

    def _announce(self) -> None:
        if self.entry.day != self._told:
            self._told = self.entry.day
            self.day_changed.emit(self._told)

    def _say(self, sentence: str, *, wrong: bool) -> None:
        self.editor.set_wrong(wrong)
        self._note.setText(sentence)
        self._note.set_colour("redFg" if wrong else "text3")
        self._note.setVisible(self._speaks and bool(sentence))
        self.said.emit(sentence, wrong)

    def _show(self) -> None:
        self.editor.show_entry()
        day = self.entry.day
        self.editor.setToolTip(self.entry.almanac.told(day) if day else "")

    def _lay_out(self) -> None:
        layout = QtWidgets.QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look().px(_GAP))
        layout.addWidget(self.editor)
        layout.addWidget(self._note)
        self._note.hide()


class MonthPopup(QtWidgets.QFrame):
    """A month that floats under a field until a day is picked or it is left."""

    def __init__(self, almanac: Almanac, chosen: date | None, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent, _QT.WindowType.Popup)
        self.setAttribute(_QT.WidgetAttribute.WA_DeleteOnClose)
        self.grid = MonthGrid(almanac, chosen, self)
        layout = QtWidgets.QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.addWidget(self.grid)
        layout.setSizeConstraint(QtWidgets.QLayout.SizeConstraint.SetFixedSize)
        self.grid.day_picked.connect(lambda _day: self.close())

    def show_below(self, field: QtWidgets.QWidget) -> None:
        """Open at the start of the field, inside the screen it is on."""
        self.adjustSize()
        rtl = self.layoutDirection() == _QT.LayoutDirection.RightToLeft
        corner = field.mapToGlobal(QtCore.QPoint(0, field.height() + look().px(_BELOW)))
        left = corner.x() + field.width() - self.width() if rtl else corner.x()
        room = field.screen().availableGeometry()
        left = max(room.left(), min(left, room.right() + 1 - self.width()))
        above = corner.y() - 2 * look().px(_BELOW) - field.height() - self.height()
        top = corner.y() if corner.y() + self.height() <= room.bottom() else max(room.top(), above)
        self.move(left, top)
        self.show()
        self.grid.setFocus(_QT.FocusReason.PopupFocusReason)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """A sheet with the outline of a control."""
        painter = QtGui.QPainter(self)
        box(painter, self.rect(), look().colour("surface"), look().colour("borderStrong"), radius=0)
