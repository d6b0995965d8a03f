"""The queue as a screen: the list with its head and its preview."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6 import QtCore, QtWidgets

from desktop.services.facets import Facet, FacetCount
from desktop.services.queues import Sort
from desktop.views.changes import Change
from desktop.views.desk import Desk
from desktop.views.dossier_list.columns import COLUMNS, column
from desktop.views.dossier_list.groups import Group
from desktop.views.dossier_list.lines import Line
from desktop.views.dossier_list.pages import Pages
from desktop.views.dossier_list.table import DossierTable
from desktop.views.dossier_list.view import DossierList
from desktop.views.navigation import Route, route
from desktop.views.queue import menus
from desktop.views.queue.acts import Acts
from desktop.views.queue.head import QueueHead
from desktop.views.queue.list_place import ListPlace
from desktop.views.queue.presenter import QueuePresenter
from desktop.views.queue.queue_commands import queue_commands
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import on_ground

_HEARD = frozenset({"dossier", "internal_note", "followed_dossier", "seen_dossier"})


class QueueScreen(Screen):
    """One queue."""

    code = "queue"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        on_ground(self, "surface")
        self.presenter = QueuePresenter(desk, self, dict(route.arguments))
        self.rows = self._rows()
        self.head = self._head()
        self.place = ListPlace(self.rows)
        self.place.news_wanted.connect(self.presenter.show_news)
        self.acts = Acts(desk, self, lambda: self.rows.chosen_line, self.presenter.has_left)
        self._sought: dict[str, Any] = {}
        column_ = QtWidgets.QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(0)
        column_.addWidget(self.head)
        column_.addWidget(self.place, 1)
        self._show_asked()
        self.head.spinner.start()
        self.presenter.load()
        self.presenter.count()

    # --- what a screen is

    def title(self) -> str:
        """The name of the queue."""
        return self.desk.words.word("queue", self.presenter.asked.queue)

    def commands(self) -> Sequence[Command]:
        """Everything that can be done in a queue."""
        return queue_commands(self)

    def hints(self) -> Sequence[str]:
        """What the status bar reminds of."""
        return ("next", "previous", "preview", "mark", "undo")

    def refresh(self) -> None:
        """Look again without moving a row."""
        self.presenter.look_again({0})

    def interested_in(self, changes: frozenset[Change]) -> bool:
        """Whether a dossier may stand otherwise now."""
        return any(noun in _HEARD for noun, _ in changes)

    def kept(self) -> dict[str, Any]:
        """The chosen dossier at its height, and what was asked."""
        row = self.rows.currentIndex().row()
        asked = self.presenter.asked
        return {
            "dossier": self.rows.chosen_id,
            "height": self.rows.rowViewportPosition(row) if row >= 0 else 0,
            "facet": asked.facet,
            "typed": asked.typed,
        }

    def restore(self, kept: dict[str, Any]) -> None:
        """Ask the same, and find the row again."""
        asked = self.presenter.asked
        self._sought = kept
        if (asked.facet, asked.typed) != (kept["facet"], kept["typed"]):
            self.presenter.ask(facet=kept["facet"], typed=kept["typed"])
        elif self.presenter.is_loaded:
            self._find_again()

    def first_focus(self) -> QtWidgets.QWidget:
        """The list."""
        return self.rows

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
            return
        self.place.show_rows()
        if self._sought:
            self._find_again()
        elif not (before is not None and self.rows.choose(before)):
            self.rows.move(1, start=max(row, 0) - 1)

    def show_lines(self, places: range) -> None:
        """Lines have come."""
        self.rows.table.came(places)

    def show_counts(self, counts: Sequence[FacetCount]) -> None:
        """The parts of the queue have been counted."""
        self.head.show_counts(counts, self.desk.words.formats)

    def show_news(self, arrived: int) -> None:
        """Dossiers have come; the rows wait until somebody wants to see them."""
        self.place.show_news(self.text("news", count=arrived) if arrived else "")

    def show_failure(self, error: Exception) -> None:
        """The list could not be read; what was read last stays."""
        self.head.spinner.stop()
        retry = (self.text("try_again"), self._try_again)
        read_at = self.desk.words.formats.clock(self.presenter.read_at)
        self.place.show_banner(self.text("not_read", since=read_at), [retry])
        self.desk.messages.show(error)

    # --- what is pressed

    def open(self, dossier_id: int | None = None) -> None:
        """Open a dossier, the chosen one when none is named; on a heading, open or close the group."""
        heading = self.rows.heading_here()
        if dossier_id is None and heading is not None:
            self.rows.toggle_group(heading.group.code)
            return
        wanted = dossier_id or self.rows.chosen_id
        if wanted is not None:
            self.desk.go(route("dossier", id=wanted, queue=self.presenter.asked.queue))

    def chosen(self) -> Line | None:
        """The line under the cursor."""
        return self.rows.chosen_line

    def filter(self) -> None:
        """Write into the filter."""
        self.head.filter.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.head.filter.selectAll()

    def clear_filter(self) -> None:
        """Show the whole queue again."""
        self.presenter.ask(facet=Facet.ALL, typed="")
        self.rows.setFocus()

    # --- inside

    def _rows(self) -> DossierList:
        table = DossierTable([self.text(f"column.{one.code}") for one in COLUMNS], self)
        rows = DossierList(table, self.presenter.marks, is_compact=self.presenter.manners.now.is_compact)
        manner = self.presenter.manners.now
        rows.header.arrange(manner.widths, frozenset(manner.hidden))
        table.wanted.connect(self.presenter.want)
        rows.opened.connect(self.open)
        rows.header.sorted_by.connect(self._sort_by_column)
        rows.header.arranged.connect(lambda: self.presenter.manners.change(widths=rows.header.widths()))
        rows.folded.connect(lambda closed: self.presenter.manners.change(closed=tuple(sorted(closed))))
        return rows

    def _head(self) -> QueueHead:
        head = QueueHead(self.text, self.title())
        head.facet_chosen.connect(lambda facet: self.presenter.ask(facet=facet))
        head.pressed.connect(self._open_menu)
        head.filter.searched.connect(self._filter_by)
        head.filter.left.connect(self.rows.setFocus)
        head.filter.entered.connect(lambda: self.presenter.learn(head.filter.offer))
        return head

    def _filter_by(self, typed: str) -> None:
        if typed != self.presenter.asked.typed:
            self.head.spinner.start()
            self.presenter.ask(typed=typed)

    def _sort_by_column(self, code: str) -> None:
        sort = column(code).sort
        if sort is not None:
            self.presenter.sort_by(sort)

    def _open_menu(self, name: str) -> None:
        button = self.head.buttons[name]
        menu = self._menu(name)
        menu.exec(button.mapToGlobal(button.rect().bottomLeft()))

    def _menu(self, name: str) -> QtWidgets.QMenu:
        if name == "sort":
            return menus.sort_menu(self.text, self.presenter.asked, self._sort)
        if name == "columns":
            return menus.columns_menu(self.text, self.presenter.manners.now, self._hide, self._set_compact)
        entries = [
            (self.text(f"command.{one.code}"), one.key, one.why_not(), one.run) for one in self.commands()
        ]
        return menus.acts_menu(entries)

    def _sort(self, sort: Sort, descending: bool) -> None:  # noqa: FBT001 - the two halves of an order
        self.presenter.ask(sort=sort, descending=descending)

    def _hide(self, hidden: tuple[str, ...]) -> None:
        manner = self.presenter.manners.change(hidden=hidden)
        self.rows.header.arrange(manner.widths, frozenset(hidden))

    def _set_compact(self, compact: bool) -> None:  # noqa: FBT001 - one of two densities
        self.presenter.manners.change(is_compact=compact)
        self.rows.set_compact(is_compact=compact)

    def _show_asked(self) -> None:
        asked = self.presenter.asked
        self.head.show_facet(asked.facet)
        self.head.filter.show_text(asked.typed)
        self.head.show_sort(self.text(menus.order_code(asked.sort, descending=asked.descending)))
        self.head.show_count(
            self.text("count", count=self.presenter.size) if self.presenter.is_loaded else ""
        )
        sorting = next((one.code for one in COLUMNS if one.sort is asked.sort), "")
        self.rows.header.show_sort(sorting, descending=asked.descending)

    def _show_empty(self) -> None:
        if self.presenter.asked.is_narrowed:
            typed = self.presenter.asked.typed
            sentence = self.text("empty.search", typed=typed) if typed else self.text("empty.facet")
            self.place.show_empty(sentence, self.text("clear_filter"), "Esc", self.clear_filter)
        else:
            self.place.show_empty(
                self.text("empty.queue"), self.text("command.take_next"), "Ctrl+.", self.acts.take_next
            )

    def _find_again(self) -> None:
        sought, self._sought = self._sought, {}
        if sought.get("dossier") is None or not self.rows.choose(sought["dossier"]):
            self.rows.choose_first()
            return
        row = self.rows.currentIndex().row()
        QtCore.QTimer.singleShot(0, self, partial(self._to_height, row, sought["height"]))

    def _to_height(self, row: int, height: int) -> None:
        bar = self.rows.verticalScrollBar()
        bar.setValue(bar.value() + self.rows.rowViewportPosition(row) - height)

    def _try_again(self) -> None:
        self.place.drop_banner()
        self.presenter.load()
        self.presenter.count()
