"""Two versions of a scheme beside each other: which two, and what differs."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.views.records.cells import Column
from desktop.views.schemes.details import Listing
from desktop.views.schemes.listing_page import ListingPage
from desktop.views.theme.look import look
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.fields import ChoiceField
from desktop.views.widgets.form_field import FormField
from desktop.views.widgets.margins import set_margins


class ComparePage(QtWidgets.QWidget):
    """Signals: `asked(int, int)` the older and the newer version to compare."""

    asked = QtCore.Signal(int, int)

    def __init__(self, text: Texts, columns: Sequence[Column], side: str) -> None:
        super().__init__()
        self._text = text
        self.old, self.new = ChoiceField([]), ChoiceField([])
        self.page = ListingPage(columns, text("tab.compare"), side)
        self._none = EmptyState(text("no_difference"))
        self._one = EmptyState(text("one_version"))
        self._pages = QtWidgets.QStackedWidget()
        for page in (self.page, self._none, self._one):
            self._pages.addWidget(page)
        self._pages.setCurrentWidget(self._one)
        self._fields = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(self._fields)
        set_margins(row, 16, 10, 16, 10)
        row.setSpacing(look().px(12))
        for name, field in (("old_version", self.old), ("new_version", self.new)):
            field.chosen.connect(self._ask)
            row.addWidget(FormField(text(name), field))
        row.addStretch(1)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._fields)
        whole.addWidget(self._pages, 1)

    def offer(self, versions: Sequence[tuple[str, str]], pair: tuple[int, int] | None) -> None:
        """Offer these versions and ask for the difference of two of them, where there are two."""
        self._fields.setVisible(pair is not None)
        if pair is None:
            self._pages.setCurrentWidget(self._one)
            return
        for field, chosen in zip((self.old, self.new), pair, strict=True):
            field.clear()
            for code, words in versions:
                field.addItem(words, code)
            field.choose(str(chosen))
        self._ask()

    def show_listing(self, listing: Listing) -> None:
        """Show what differs."""
        self.page.show_listing(listing)
        self._pages.setCurrentWidget(self.page if listing.rows else self._none)

    def _ask(self) -> None:
        self.asked.emit(int(self.old.code()), int(self.new.code()))
