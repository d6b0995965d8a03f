"""The place of a list: its rows, or the sentence that stands where there are none, and the news over them."""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.dossier_list.view import DossierList
from desktop.views.theme.look import look
from desktop.views.widgets.banner import Banner, Linked
from desktop.views.widgets.buttons import PrimaryButton
from desktop.views.widgets.empty_state import EmptyState

_NEWS_TOP = 44
Act = tuple[str, str, Callable[[], object]]
"""Words of a button, its key, and what it does."""


class ListPlace(QtWidgets.QWidget):
    """Signals: `news_wanted()` when somebody wants to see what has come."""

    news_wanted = QtCore.Signal()

    def __init__(self, rows: DossierList) -> None:
        super().__init__()
        self.rows = rows
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._banner: Banner | None = None
        self._empty: EmptyState | None = None
        self._column.addWidget(rows, 1)
        self.setFocusProxy(rows)
        self.news = PrimaryButton("", icon="arrow-up", small=True, parent=self)
        self.news.clicked.connect(self.news_wanted)
        self.news.hide()

    def show_rows(self) -> None:
        """The list has rows."""
        had_keyboard = self._holds_keyboard()
        self._drop_empty()
        self.rows.show()
        self.setFocusProxy(self.rows)
        if had_keyboard:
            self.rows.setFocus()

    def show_empty(self, sentence: str, act: Act | None = None) -> None:
        """Nothing is here: say so, and what can be done about it."""
        had_keyboard = self.rows.hasFocus() or self._holds_keyboard()
        self._drop_empty()
        self.rows.hide()
        self._empty = EmptyState(sentence, *act) if act is not None else EmptyState(sentence)
        if act is not None:
            self._empty.setFocusProxy(self._empty.button)
        else:
            self._empty.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self._column.addWidget(self._empty, 1)
        self.setFocusProxy(self._empty)
        if had_keyboard:
            self._empty.setFocus()

    def show_banner(self, sentence: str, links: list[Linked]) -> None:
        """Something could not be read; what was read last stays."""
        self.drop_banner()
        self._banner = Banner("amber", sentence, links)
        self._column.insertWidget(0, self._banner)

    def drop_banner(self) -> None:
        """All was read."""
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None

    def show_news(self, sentence: str) -> None:
        """Offer to show what has come; nothing to offer when empty."""
        self.news.set_text(sentence)
        self.news.setVisible(bool(sentence))
        self._place_news()

    @property
    def empty(self) -> EmptyState | None:
        """What stands where there are no rows."""
        return self._empty

    @property
    def banner(self) -> Banner | None:
        """What could not be read."""
        return self._banner

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """The news stay in the middle over the rows."""
        super().resizeEvent(event)
        self._place_news()

    def _place_news(self) -> None:
        self.news.adjustSize()
        self.news.move((self.width() - self.news.width()) // 2, look().px(_NEWS_TOP))
        self.news.raise_()

    def _holds_keyboard(self) -> bool:
        focus = QtWidgets.QApplication.focusWidget()
        if self._empty is None or focus is None:
            return False
        return focus is self._empty or self._empty.isAncestorOf(focus)

    def _drop_empty(self) -> None:
        if self._empty is not None:
            self._empty.hide()
            self._empty.deleteLater()
            self._empty = None
