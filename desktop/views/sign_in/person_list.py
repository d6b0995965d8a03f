"""The people of an office to choose from: name, user name and roles; one press or Enter sits down."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Words, capital
from desktop.services.people import PersonRow
from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.lines import draw_line

ROW_HEIGHT = 52
_PERSON = QtCore.Qt.ItemDataRole.UserRole


class PersonList(QtWidgets.QListWidget):
    """Signals: `chosen(PersonRow)`."""

    chosen = QtCore.Signal(object)

    def __init__(self, people: Sequence[PersonRow], words: Words) -> None:
        super().__init__()
        self.setItemDelegate(_PersonDelegate(words, self))
        self.setAccessibleName(words.of("sign_in")("who"))
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for person in people:
            item = QtWidgets.QListWidgetItem(person.name, self)
            item.setData(_PERSON, person)
        self.setCurrentRow(0)
        shown = min(len(people), 7)
        self.setFixedHeight(shown * look().px(ROW_HEIGHT) + 2 * self.frameWidth())
        self.itemClicked.connect(lambda _: self.choose())

    def choose(self) -> None:
        """Sit down as the person marked."""
        item = self.currentItem()
        if item is not None:
            self.chosen.emit(item.data(_PERSON))

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Enter sits down; the arrows and letters choose."""
        if event.key() in {QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter}:
            self.choose()
        else:
            super().keyPressEvent(event)


class _PersonDelegate(QtWidgets.QStyledItemDelegate):
    def __init__(self, words: Words, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self._words = words

    def sizeHint(
        self,
        option: QtWidgets.QStyleOptionViewItem,
        index: QtCore.QModelIndex | QtCore.QPersistentModelIndex,  # noqa: ARG002 - as Qt calls it
    ) -> QtCore.QSize:
        """All lines are equally high."""
        return QtCore.QSize(option.rect.width(), look().px(ROW_HEIGHT))

    def paint(
        self,
        painter: QtGui.QPainter,
        option: QtWidgets.QStyleOptionViewItem,
        index: QtCore.QModelIndex | QtCore.QPersistentModelIndex,
    ) -> None:
        """Paint name over roles, the user name at the end."""
        person: PersonRow = index.data(_PERSON)
        painter.save()
        if option.state & QtWidgets.QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, look().colour("tint"))
        row = option.rect.adjusted(look().px(14), look().px(4), -look().px(14), -look().px(4))
        half = row.height() // 2
        upper, lower = QtCore.QRect(row), QtCore.QRect(row)
        upper.setHeight(half)
        lower.setTop(row.top() + half)
        painter.setPen(look().colour("text"))
        draw_line(painter, upper, person.name, face("body", 600))
        painter.setPen(look().colour("text3"))
        roles = capital(self._words.formats.listed([self._words.word("role", role) for role in person.roles]))
        draw_line(painter, lower, roles, face("caption", 400))
        draw_line(painter, upper, person.username, face("caption", 400), QtCore.Qt.AlignmentFlag.AlignRight)
        painter.restore()
