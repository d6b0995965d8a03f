"""A page with a list of things under headings, and the chosen one whole at the side."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from desktop.views.records.cells import Column
from desktop.views.records.list import ONE_LINE, RecordList
from desktop.views.schemes.detail_panel import DetailPanel
from desktop.views.schemes.details import Listing
from desktop.views.schemes.heading_delegate import HeadingDelegate
from desktop.views.shell.grounds import Line
from desktop.views.theme.look import look


class ListingPage(QtWidgets.QWidget):
    """List and side. Signals: `chosen(key)`."""

    chosen = QtCore.Signal(object)

    def __init__(self, columns: Sequence[Column], name: str, side: str) -> None:
        super().__init__()
        self._listing = Listing()
        self.list = self.reading = headed_list(columns, name, ONE_LINE)
        self.panel = DetailPanel(side)
        self.list.chosen.connect(self._choose)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        row.addWidget(Line())
        row.addWidget(self.panel)

    def step(self, by: int) -> None:
        """Choose the next or previous line."""
        self.list.step(by)

    def show_listing(self, listing: Listing) -> None:
        """Show other things; the first that is no heading is chosen where the old one is gone."""
        self._listing = listing
        kept = self.list.chosen_key
        self.list.show_rows(listing.rows)
        put_headings(self.list, listing)
        self.list.choose(kept if listing.details.get(kept) else listing.first)
        self._choose(self.list.chosen_key)

    def _choose(self, key: Any) -> None:
        self.panel.show_details(self._listing.details.get(key))
        self.chosen.emit(key)


def headed_list(columns: Sequence[Column], name: str, height: int) -> RecordList:
    """A list whose rows stand under headings."""
    made = RecordList(columns, name, height=height)
    made.setItemDelegate(HeadingDelegate(made))
    # Qt would not go below the height of the font's own line, which is higher than our rows.
    made.verticalHeader().setMinimumSectionSize(look().px(height))
    made.verticalHeader().setDefaultSectionSize(look().px(height))
    return made


def put_headings(table: RecordList, listing: Listing) -> None:
    """Let headings have the whole line."""
    table.clearSpans()
    for row in listing.headings:
        table.setSpan(row, 0, 1, table.table.columnCount())
