"""The line in which a day is written: three segments from left to right, whatever the window's direction."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.calendars.date_entry import DateEntry
from desktop.views.theme.look import look
from desktop.views.widgets.fields import LineField

_QT = QtCore.Qt
_WIDTH = 148
_STEPS = {"+": 1, "-": -1}
_MONTHS = {_QT.Key.Key_PageUp: -1, _QT.Key.Key_PageDown: 1}
_SIDES = {_QT.Key.Key_Left: -1, _QT.Key.Key_Right: 1}


class DateEditor(LineField):
    """Signals: `written()` after each change of the text, `left()` when it is done with, `grid_wanted()`."""

    written = QtCore.Signal()
    left = QtCore.Signal()
    grid_wanted = QtCore.Signal()

    def __init__(self, entry: DateEntry) -> None:
        text = entry.almanac.words.of("calendars")
        super().__init__(entry.text, latin=True, placeholder=text("how_to_write"))
        self._entry = entry
        # Year, month and day keep their order in a Persian window.
        self.setLayoutDirection(_QT.LayoutDirection.LeftToRight)
        self.setMinimumWidth(look().px(_WIDTH))
        self.setAccessibleDescription(text("keys"))
        self.textEdited.connect(self._take)
        self._offer_grid(text("open_grid"))

    def show_entry(self) -> None:
        """Show what the entry holds, with the cursor and the segment where they were."""
        place, segment = self.cursorPosition(), self.selectedText()
        if self.text() != self._entry.text:
            self.setText(self._entry.text)
            self.setCursorPosition(min(place, len(self._entry.text)))
        if segment:
            self._select(self._entry.segment_at(place))

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """The keys of a date; all others write."""
        if not (self._isplain(event) and not self.isReadOnly() and self._acts(event)):
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """What is half written is judged when the keyboard goes elsewhere."""
        super().focusOutEvent(event)
        if event.reason() != _QT.FocusReason.PopupFocusReason:
            self.left.emit()

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """A click marks the segment under it."""
        super().mouseReleaseEvent(event)
        if not self.hasSelectedText():
            self._select(self._entry.segment_at(self.cursorPosition()))

    def _acts(self, event: QtGui.QKeyEvent) -> bool:
        key, sign = _QT.Key(event.key()), event.text()
        if key == _QT.Key.Key_Down:
            self.grid_wanted.emit()
        elif key in {_QT.Key.Key_Return, _QT.Key.Key_Enter}:
            self.left.emit()
            return False  # a dialog may want it too
        elif key in _SIDES:
            return self._select(self._entry.segment_beside(self._place(), _SIDES[key]))
        elif key in _MONTHS:
            self._step(months=_MONTHS[key])
        elif sign == "=":
            self._today()
        elif sign in _STEPS and (sign == "+" or self._entry.is_whole or self._entry.is_empty):
            self._step(days=_STEPS[sign])
        else:
            return False
        return True

    def _place(self) -> int:
        return self.selectionStart() if self.hasSelectedText() else self.cursorPosition()

    def _take(self, text: str) -> None:
        place = self.cursorPosition()
        at_end = place == len(text)
        self._entry.write(text)
        if self.text() != self._entry.text:
            self.setText(self._entry.text)
            self.setCursorPosition(len(self._entry.text) if at_end else place)
        segment = self._entry.segment_at(place)
        if segment and place == segment[1] and not at_end:
            self._select(self._entry.segment_beside(place, 1))
        self.written.emit()

    def _step(self, days: int = 0, months: int = 0) -> None:
        self._entry.step(days, months)
        self.show_entry()
        self.written.emit()

    def _today(self) -> None:
        almanac = self._entry.almanac
        self._entry.put(almanac.clipped(almanac.today))
        self.show_entry()
        self.written.emit()

    def _select(self, segment: tuple[int, int] | None) -> bool:
        if segment is None:
            return False
        self.setSelection(segment[0], segment[1] - segment[0])
        return True

    def _offer_grid(self, name: str) -> None:
        outer = QtWidgets.QLineEdit.ActionPosition
        place = outer.LeadingPosition if look().rtl else outer.TrailingPosition
        action = self.addAction(look().icon("calendar", "text2", 16), place)
        action.setToolTip(name)
        action.setText(name)
        action.triggered.connect(self.grid_wanted)

    @staticmethod
    def _isplain(event: QtGui.QKeyEvent) -> bool:
        allowed = _QT.KeyboardModifier.KeypadModifier | _QT.KeyboardModifier.ShiftModifier
        return not event.modifiers() & ~allowed
