"""The list of a queue with its head: shows what the presenter has read, hands on what is pressed."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from desktop.services.facets import Facet, FacetCount
from desktop.services.queues import Queue, Sort
from desktop.views.desk import Desk
from desktop.views.dossier_list.columns import COLUMNS, column
from desktop.views.dossier_list.groups import Group
from desktop.views.dossier_list.pages import Pages
from desktop.views.dossier_list.table import DossierTable
from desktop.views.dossier_list.view import DossierList
from desktop.views.queue import menus
from desktop.views.queue.head import QueueHead
from desktop.views.queue.list_place import ListPlace
from desktop.views.queue.presenter import QueuePresenter
from desktop.views.shell.grounds import on_ground


class ListPane(QtWidgets.QWidget):
    """A list with its head.

    Signals: `loaded()` when another list is shown; `asked()` when something else was asked for;
    `menu_wanted(str)` when "more" or "export" was pressed; `next_wanted()` on an empty queue.
    """

    loaded = QtCore.Signal()
    asked = QtCore.Signal()
    menu_wanted = QtCore.Signal(str)
    next_wanted = QtCore.Signal()

    def __init__(self, desk: Desk, title: str, arguments: dict[str, Any]) -> None:
        super().__init__()
        on_ground(self, "surface")
        self._desk, self._text = desk, desk.words.of("queue")
        self.presenter = QueuePresenter(desk, self, arguments)
        self.rows = self._rows()
        self.head = self._head(title)
        self.place = ListPlace(self.rows)
        self.place.news_wanted.connect(self.presenter.show_news)
        self._sought: dict[str, Any] = {}
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.head)
        whole.addWidget(self.place, 1)
        self._show_asked()

    def load(self) -> None:
        """Read the list and the numbers of its parts."""
        self.head.spinner.start()
        self.place.drop_banner()
        self.presenter.load()
        self.presenter.count()

    def kept(self) -> dict[str, Any]:
        """The chosen dossier at its height, and what was asked."""
        row, asked = self.rows.currentIndex().row(), self.presenter.asked
        height = self.rows.rowViewportPosition(row) if row >= 0 else 0
        return {
            "dossier": self.rows.chosen_id,
            "height": height,
            "facet": asked.facet.value,
            "typed": asked.typed,
        }

    def restore(self, kept: dict[str, Any]) -> None:
        """Ask the same, and find the row again."""
        self._sought = kept
        facet, typed = Facet(kept["facet"]), kept["typed"]
        asked = self.presenter.asked
        if (asked.facet, asked.typed) != (facet, typed):
            self.presenter.ask(facet=facet, typed=typed)
        elif self.presenter.is_loaded:
            self._find_again()

    # --- what the presenter tells

    def show_list(self, pages: Pages, headings: list[Group]) -> None:
        """Another list is there; the cursor stays on its dossier, or on the row where it was."""
        before, row = self.rows.chosen_id, self.rows.currentIndex().row()
        self.head.spinner.stop()
        self.place.drop_banner()
        self.rows.show_list(pages, headings, self.presenter.manners.now.closed)
        self._show_asked()
        if self.presenter.size == 0:
            self._show_empty()
        else:
            self.place.show_rows()
            self._choose(before, row)
        self._tell_unknown()
        self.loaded.emit()

    def show_lines(self, places: range) -> None:
        """Lines have come."""
        self.rows.table.came(places)

    def show_counts(self, counts: Sequence[FacetCount]) -> None:
        """The parts of the queue have been counted."""
        self.head.show_counts(counts, self._desk.words.formats)
        self._whole = next((one.count for one in counts if one.facet is Facet.ALL), 0)
        if self.presenter.is_loaded and self.presenter.size == 0:
            self._show_empty()

    def show_news(self, arrived: int) -> None:
        """Dossiers have come; the rows wait until somebody wants to see them."""
        self.place.show_news(self._text("news", count=arrived) if arrived else "")

    def show_failure(self, error: Exception) -> None:
        """The list could not be read; what was read last stays."""
        self.head.spinner.stop()
        read_at = self._desk.words.formats.clock(self.presenter.read_at)
        self.place.show_banner(self._text("not_read", since=read_at), [(self._text("try_again"), self.load)])
        self._desk.messages.show(error)

    # --- what is pressed

    def filter(self) -> None:
        """Write into the filter."""
        self.head.filter.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.head.filter.selectAll()

    def clear_filter(self) -> None:
        """Show the whole queue again."""
        self.presenter.ask(facet=Facet.ALL, typed="")
        self.rows.setFocus()

    # --- inside

    _whole = 0
    """How many dossiers the queue has without its facet."""

    def _rows(self) -> DossierList:
        table = DossierTable([self._text(f"column.{one.code}") for one in COLUMNS], self)
        manners = self.presenter.manners
        rows = DossierList(table, self.presenter.marks, is_compact=manners.now.is_compact)
        rows.setAccessibleName(self._text("title"))
        rows.header.arrange(manners.now.widths, frozenset(manners.now.hidden))
        table.wanted.connect(self.presenter.want)
        rows.header.sorted_by.connect(self._sort_by_column)
        rows.header.arranged.connect(lambda: manners.change(widths=rows.header.widths()))
        rows.folded.connect(lambda closed: manners.change(closed=tuple(sorted(closed))))
        return rows

    def _head(self, title: str) -> QueueHead:
        head = QueueHead(self._text, title)
        head.facet_chosen.connect(lambda facet: self._ask(facet=facet))
        head.pressed.connect(self._press)
        head.filter.searched.connect(self._filter_by)
        head.filter.left.connect(self.rows.setFocus)
        head.filter.entered.connect(lambda: self.presenter.learn(head.filter.offer))
        return head

    def _ask(self, **otherwise: Any) -> None:
        self.head.spinner.start()
        self.presenter.ask(**otherwise)
        self.asked.emit()

    def _filter_by(self, typed: str) -> None:
        if typed != self.presenter.asked.typed:
            self._ask(typed=typed)

    def _sort_by_column(self, code: str) -> None:
        sort = column(code).sort
        if sort is not None:
            self.presenter.sort_by(sort)

    def _press(self, name: str) -> None:
        if name not in {"sort", "columns"}:
            self.menu_wanted.emit(name)
            return
        button = self.head.buttons[name]
        self._menu(name).exec(button.mapToGlobal(button.rect().bottomLeft()))

    def _menu(self, name: str) -> QtWidgets.QMenu:
        if name == "sort":
            return menus.sort_menu(self._text, self.presenter.asked, self._sort)
        return menus.columns_menu(self._text, self.presenter.manners.now, self._hide, self._set_compact)

    def _sort(self, sort: Sort, descending: bool) -> None:  # noqa: FBT001 - the two halves of an order
        self._ask(sort=sort, descending=descending)

    def _hide(self, hidden: tuple[str, ...]) -> None:
        manner = self.presenter.manners.change(hidden=hidden)
        self.rows.header.arrange(manner.widths, frozenset(hidden))

    def _set_compact(self, compact: bool) -> None:  # noqa: FBT001 - one of two densities
        self.presenter.manners.change(is_compact=compact)
        self.rows.set_compact(is_compact=compact)

    def _show_asked(self) -> None:
        asked, size = self.presenter.asked, self.presenter.size
        self.head.show_facet(asked.facet)
        self.head.filter.show_text(asked.typed)
        self.head.show_sort(self._text(menus.order_code(asked.sort, descending=asked.descending)))
        self.head.show_count(self._text("count", count=size) if self.presenter.is_loaded else "")
        sorting = next((one.code for one in COLUMNS if one.sort is asked.sort), "")
        self.rows.header.show_sort(sorting, descending=asked.descending)

    def _show_empty(self) -> None:
        asked = self.presenter.asked
        if asked.typed:
            sentence = self._text("empty.search", typed=asked.typed)
        elif asked.is_narrowed:
            sentence = self._text("empty.facet", count=self._whole)
        else:
            sentence = self._text("empty.queue" if asked.queue == Queue.MINE else "empty.other")
        if asked.is_narrowed:
            self.place.show_empty(sentence, (self._text("clear_filter"), "Esc", self.clear_filter))
        else:
            self.place.show_empty(sentence)
            if asked.queue == Queue.MINE:
                self.presenter.count_free(self._tell_free)

    def _tell_free(self, count: int) -> None:
        if count and self.place.empty is not None and not self.presenter.asked.is_narrowed:
            act = (self._text("command.take_next"), "Ctrl+.", self.next_wanted.emit)
            self.place.show_empty(self._text("empty.free", count=count), act)

    def _tell_unknown(self) -> None:
        for field, value in self.presenter.unknown[:1]:
            self.place.show_banner(self._text("not_understood", field=field, value=value), [])

    def _choose(self, before: int | None, row: int) -> None:
        if self._sought:
            self._find_again()
        elif before is None or not self.rows.choose(before):
            self.rows.step(1, start=max(row, 0) - 1)

    def _find_again(self) -> None:
        sought, self._sought = self._sought, {}
        if sought["dossier"] is None or not self.rows.choose(sought["dossier"]):
            self.rows.choose_first()
            return
        row = self.rows.currentIndex().row()
        # Only once the list has its size can it be scrolled.
        QtCore.QTimer.singleShot(0, self, lambda: self._to_height(row, sought["height"]))

    def _to_height(self, row: int, height: int) -> None:
        bar = self.rows.verticalScrollBar()
        bar.setValue(bar.value() + self.rows.rowViewportPosition(row) - height)
