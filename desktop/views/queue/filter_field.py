"""The small field that filters the list of a queue, with words to choose from while one is typed."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.queue.query_box import completed, completing
from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.search_field import SearchField

_WIDE, _WIDEST, _BESIDE = 176, 320, 64
_MOST_SHOWN = 8
_TO_LIST = frozenset({QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter, QtCore.Qt.Key.Key_Down})


class FilterField(SearchField):
    """Signals: `left()` when somebody wants back to the list, `entered()` when he begins to write."""

    left = QtCore.Signal()
    entered = QtCore.Signal()

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder, "/", "filter", small=True)
        self.setFont(face("dense").font)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Fixed, QtWidgets.QSizePolicy.Policy.Fixed)
        self.textChanged.connect(lambda _text: self.updateGeometry())
        self.textEdited.connect(self._suggest)
        self._words: Sequence[str] = ()
        self._found = QtCore.QStringListModel(self)
        self._offer = QtWidgets.QCompleter(self._found, self)
        self._offer.setWidget(self)
        self._offer.setCompletionMode(QtWidgets.QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._offer.setMaxVisibleItems(_MOST_SHOWN)
        self._offer.activated.connect(self._take)

    def offer(self, words: Sequence[str]) -> None:
        """Words to choose from: «وضعیت: اعلام نقص» and the like."""
        self._words = words

    def show_text(self, text: str) -> None:
        """Show what the list is filtered by, without asking for it again."""
        blocker = QtCore.QSignalBlocker(self)
        self.setText(text)
        blocker.unblock()
        self.updateGeometry()

    def sizeHint(self) -> QtCore.QSize:
        """Narrow, and wider for a long filter."""
        wide = face("dense").metrics.horizontalAdvance(self.text()) + look().px(_BESIDE)
        wide = min(max(wide, look().px(_WIDE)), look().px(_WIDEST))
        return QtCore.QSize(wide, self.height())

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """The words to choose from are fetched when they may be needed."""
        super().focusInEvent(event)
        self.entered.emit()

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Enter and Down go to the list, and Esc when nothing is left to empty."""
        if event.key() in _TO_LIST:
            self.search()
            self.left.emit()
        elif event.key() == QtCore.Qt.Key.Key_Escape and not self.text():
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _suggest(self, text: str) -> None:
        found = completing(text, self._words)[:_MOST_SHOWN]
        self._found.setStringList(found)
        popup = self._offer.popup()
        if found:
            self._offer.complete()
        elif popup is not None:
            popup.hide()

    def _take(self, word: str) -> None:
        self.setText(completed(self.text(), word))
        self.search()
