"""Offers ready sentences while one writes: `::` opens the list, more letters narrow it, Enter takes one."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.fields import one_form
from desktop.views.widgets.lines import two_lines
from desktop.views.widgets.strokes import box
from desktop.views.widgets.text_field import TextField

SIGN = "::"
_ROW, _WIDE, _SHOWN, _PAD = 44, 380, 6, 10
_KEYS = QtCore.Qt.Key
_TAKE = frozenset({_KEYS.Key_Return, _KEYS.Key_Enter, _KEYS.Key_Tab})
_STEPS = {_KEYS.Key_Down: 1, _KEYS.Key_Up: -1}

Canned = tuple[str, str]
"""The name of a ready sentence and the sentence, its variables filled in."""


class CannedTexts(QtCore.QObject):
    """Watches one text field and opens the list beside the cursor."""

    def __init__(self, field: TextField, texts: Sequence[Canned]) -> None:
        super().__init__(field)
        self._field, self._texts = field, tuple(texts)
        self.popup = _Popup(field)
        self.popup.taken.connect(self.put)
        field.installEventFilter(self)
        field.edited.connect(self._narrow)
        field.cursorPositionChanged.connect(self._narrow)

    def open(self) -> None:
        """Open the list as if the sign had been typed."""
        self._field.setFocus()
        self._field.textCursor().insertText(SIGN)
        self._narrow()

    def put(self, sentence: str) -> None:
        """Put the sentence where the sign stands."""
        cursor, written = self._field.textCursor(), self._wanted()
        if written is not None:
            before = QtGui.QTextCursor.MoveOperation.PreviousCharacter
            hold = QtGui.QTextCursor.MoveMode.KeepAnchor
            cursor.movePosition(before, hold, len(written) + len(SIGN))
        cursor.insertText(sentence)
        self.popup.hide()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Give the list its keys while it is open."""
        if event.type() == QtCore.QEvent.Type.FocusOut:
            self.popup.hide()
        elif event.type() == QtCore.QEvent.Type.KeyPress and isinstance(event, QtGui.QKeyEvent):
            return self.popup.isVisible() and self._press(event)
        return super().eventFilter(watched, event)

    def _press(self, event: QtGui.QKeyEvent) -> bool:
        key = QtCore.Qt.Key(event.key())
        if key in _STEPS:
            self.popup.step(_STEPS[key])
        elif key in _TAKE and not event.modifiers():
            self.popup.take()
        elif key == _KEYS.Key_Escape:
            self.popup.hide()
        else:
            return False
        return True

    def _wanted(self) -> str | None:
        """What was typed behind the last sign before the cursor; None when no sign is open."""
        cursor = self._field.textCursor()
        before = cursor.block().text()[: cursor.positionInBlock()]
        head, sign, typed = before.rpartition(SIGN)
        return typed if sign and "\u2029" not in typed and len(typed) <= len(head) + 40 else None

    def _narrow(self) -> None:
        wanted = self._wanted()
        if wanted is None:
            self.popup.hide()
            return
        parts = one_form(wanted).split()
        found = [one for one in self._texts if all(part in one_form(" ".join(one)) for part in parts)]
        self.popup.show_texts(found, self._field)


class _Popup(QtWidgets.QListWidget):
    """The list; it never takes the keyboard from the text. Signals: `taken(str)` the chosen sentence."""

    taken = QtCore.Signal(str)

    def __init__(self, field: QtWidgets.QWidget) -> None:
        super().__init__(field)
        self.setWindowFlags(QtCore.Qt.WindowType.ToolTip | QtCore.Qt.WindowType.FramelessWindowHint)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.NoFocus)
        self.setItemDelegate(_Row(self))
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(lambda _item: self.take())

    def show_texts(self, texts: Sequence[Canned], field: QtWidgets.QTextEdit) -> None:
        """Show these below the cursor; nothing when there are none."""
        self.clear()
        for name, sentence in texts:
            item = QtWidgets.QListWidgetItem(name, self)
            item.setData(QtCore.Qt.ItemDataRole.UserRole, sentence)
            item.setToolTip(sentence)
        self.setCurrentRow(0)
        self.setVisible(bool(texts))
        if texts:
            self._place(field, min(len(texts), _SHOWN))

    def step(self, by: int) -> None:
        """Choose the next or the one before."""
        self.setCurrentRow((self.currentRow() + by) % self.count())

    def take(self) -> None:
        """Put the chosen one into the text."""
        item = self.currentItem()
        if item is not None:
            self.taken.emit(item.data(QtCore.Qt.ItemDataRole.UserRole))

    def _place(self, field: QtWidgets.QTextEdit, rows: int) -> None:
        self.resize(look().px(_WIDE), look().px(_ROW) * rows + 2)
        at = field.cursorRect()
        across = at.right() - self.width() if look().rtl else at.left()
        corner = field.viewport().mapToGlobal(QtCore.QPoint(across, at.bottom() + look().px(4)))
        room = field.screen().availableGeometry()
        corner.setX(max(room.left(), min(corner.x(), room.right() - self.width())))
        if corner.y() + self.height() > room.bottom():
            corner.setY(field.viewport().mapToGlobal(at.topLeft()).y() - self.height())
        self.move(corner)


class _Row(QtWidgets.QStyledItemDelegate):
    """The name of a ready sentence over its beginning."""

    def sizeHint(
        self,
        _option: QtWidgets.QStyleOptionViewItem,
        _index: QtCore.QModelIndex | QtCore.QPersistentModelIndex,
    ) -> QtCore.QSize:
        """Two lines."""
        return QtCore.QSize(look().px(_WIDE), look().px(_ROW))

    def paint(
        self,
        painter: QtGui.QPainter,
        option: QtWidgets.QStyleOptionViewItem,
        index: QtCore.QModelIndex | QtCore.QPersistentModelIndex,
    ) -> None:
        """Tinted when chosen."""
        place: QtCore.QRect = option.rect
        if option.state & QtWidgets.QStyle.StateFlag.State_Selected:
            box(painter, place, look().colour("tint"), radius=0)
        two_lines(
            painter,
            place.adjusted(look().px(_PAD), 0, -look().px(_PAD), 0),
            index.data(),
            index.data(QtCore.Qt.ItemDataRole.UserRole),
            upper=face("dense", 500),
            lower=face("caption"),
            ink=look().colour("text"),
            faint=look().colour("text3"),
        )
