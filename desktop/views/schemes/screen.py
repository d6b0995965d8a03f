"""Schemes and their versions at the start, the chosen version in five pages; nothing is changed here."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtWidgets

from desktop.views.desk import Desk
from desktop.views.layouts import empty
from desktop.views.navigation import Route
from desktop.views.records.cells import Column
from desktop.views.records.list import TWO_LINES
from desktop.views.schemes.checklist import checklist
from desktop.views.schemes.compare_page import ComparePage
from desktop.views.schemes.comparison import comparison
from desktop.views.schemes.course_page import CoursePage
from desktop.views.schemes.documents import documents
from desktop.views.schemes.listing_page import ListingPage, headed_list, put_headings
from desktop.views.schemes.other_rules import other_rules
from desktop.views.schemes.presenter import SchemesPresenter
from desktop.views.schemes.tabs import CHECKLIST, COMPARE, COURSE, DOCUMENTS, RULES, TABS, columns_of
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import Line, on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.chips import StatusChip
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.tabs import Tabs

if TYPE_CHECKING:
    from desktop.views.schemes.course import Thing

VERSIONS = 272
_CONCERNED = frozenset({"scheme", "scheme_version"})


class SchemesScreen(Screen):
    """Everybody may read under which rules dossiers live."""

    code = "schemes"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        self._presenter = SchemesPresenter(desk, self)
        self._wanted: int | None = route.get("version")
        self._thing: Thing | None = None
        on_ground(self, "surface")
        columns = [Column("version", self.text("versions")), Column("standing", self.text("standing"), 116)]
        self.versions = headed_list(columns, self.text("versions"), TWO_LINES)
        self.versions.setFixedWidth(look().px(VERSIONS))
        self.versions.chosen.connect(self._choose_version)
        self.course = CoursePage(self.text("side"), self.text("leads_back"))
        self.lists = {code: self._list(code) for code in (CHECKLIST, DOCUMENTS, RULES)}
        self.compare = ComparePage(self.text, columns_of(COMPARE, self.text), self.text("side"))
        self.compare.asked.connect(self._compare)
        self.tabs = Tabs([(code, self.text(f"tab.{code}"), "") for code in TABS])
        self._heading, self._dates = Label("", "h1"), Label("", "caption", 400, "text2")
        self._chip = QtWidgets.QHBoxLayout()
        self._pages = QtWidgets.QStackedWidget()
        for page in (self.course, *self.lists.values(), self.compare):
            self._pages.addWidget(page)
        self.tabs.shown.connect(self._show_tab)
        self._lay_out()
        self.refresh()

    def commands(self) -> Sequence[Command]:
        """Walking through what is shown, and from page to page."""
        return [
            Command("next", "J", lambda: self._step(1)),
            Command("previous", "K", lambda: self._step(-1)),
            Command("follow", "O", self.course.graph.follow, self._why_not_followed),
            Command("next_tab", "]", lambda: self._turn(1)),
            Command("previous_tab", "[", lambda: self._turn(-1)),
            Command("compare", "D", lambda: self.tabs.choose(COMPARE)),
        ]

    def hints(self) -> Sequence[str]:
        """Following a step is only reminded of where there are steps."""
        return [one.code for one in self.commands() if one.why_not() is None]

    def refresh(self) -> None:
        """Read schemes and versions again."""
        self._presenter.read(self._show_versions)

    def interested_in(self, changes: frozenset[tuple[str, int]]) -> bool:
        """Schemes and their versions."""
        return any(noun in _CONCERNED for noun, _ in changes)

    def kept(self) -> dict[str, Any]:
        """Which version and page were shown, and what was chosen in the course."""
        opened = self._presenter.opened
        version = opened.page.row.id if opened else None
        return {"version": version, "tab": self.tabs.code(), "thing": self.course.graph.current}

    def restore(self, kept: dict[str, Any]) -> None:
        """Show it again."""
        self.tabs.choose(kept["tab"])
        self._wanted, self._thing = kept["version"], kept["thing"]
        self.refresh()

    def first_focus(self) -> QtWidgets.QWidget:
        """What is read on the open page."""
        return self._page().reading

    def panes(self) -> Sequence[QtWidgets.QWidget]:
        """Versions, page, side."""
        page = self._page()
        return [self.versions, page.reading, page.panel]

    def _list(self, code: str) -> ListingPage:
        return ListingPage(columns_of(code, self.text), self.text(f"tab.{code}"), self.text("side"))

    def _lay_out(self) -> None:
        title = QtWidgets.QHBoxLayout()
        title.setSpacing(look().px(10))
        title.addWidget(self._heading)
        title.addLayout(self._chip)
        title.addStretch(1)
        head = QtWidgets.QVBoxLayout()
        set_margins(head, 16, 10, 16, 0)
        head.setSpacing(look().px(2))
        head.addLayout(title)
        head.addWidget(self._dates)
        head.addWidget(self.tabs)
        page = QtWidgets.QVBoxLayout()
        page.setSpacing(0)
        page.addLayout(head)
        page.addWidget(self._pages, 1)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.versions)
        row.addWidget(Line())
        row.addLayout(page, 1)

    def _show_versions(self) -> None:
        listing = self._presenter.versions()
        wanted = self._presenter.key_of(self._wanted or self._presenter.usual() or 0)
        self.versions.show_rows(listing.rows)
        put_headings(self.versions, listing)
        self.versions.choose(wanted)

    def _choose_version(self, key: Any) -> None:
        row = self._presenter.version_of(key)
        if row is not None:
            self._wanted = row.id
            self._presenter.open(row.id, self._show_version)

    def _show_version(self) -> None:
        opened = self._presenter.opened
        if opened is None:
            return
        title, chip, dates = self._presenter.heading()
        self._heading.setText(title)
        self._dates.setText(dates)
        empty(self._chip)
        self._chip.addWidget(StatusChip(chip.family, chip.icon, chip.text))
        self.course.show_course(opened.course)
        self.course.graph.choose(self._thing)
        self._thing = None
        self.lists[CHECKLIST].show_listing(checklist(opened.saying))
        self.lists[DOCUMENTS].show_listing(documents(opened.saying))
        self.lists[RULES].show_listing(other_rules(opened.saying))
        self.compare.offer(self._presenter.others(), self._presenter.pair())
        self.head_changed.emit()

    def _compare(self, old: int, new: int) -> None:
        self._presenter.compare(old, new, self._show_comparison)

    def _show_comparison(self) -> None:
        if self._presenter.compared is not None:
            self.compare.show_listing(comparison(self._presenter.compared))

    def _show_tab(self, code: str) -> None:
        focused = QtWidgets.QApplication.focusWidget()
        reads = focused is not None and self._pages.isAncestorOf(focused)
        self._pages.setCurrentIndex(TABS.index(code))
        if reads:
            self._page().reading.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
        self.head_changed.emit()

    def _turn(self, by: int) -> None:
        self.tabs.choose(TABS[(TABS.index(self.tabs.code()) + by) % len(TABS)])

    def _step(self, by: int) -> None:
        (self.versions if self.versions.hasFocus() else self._page()).step(by)

    def _page(self) -> CoursePage | ListingPage:
        """The page that is shown."""
        code = self.tabs.code()
        if code == COURSE:
            return self.course
        return self.compare.page if code == COMPARE else self.lists[code]

    def _why_not_followed(self) -> str | None:
        return None if self.tabs.code() == COURSE else self.text("only_in_course")
