"""The dossier's page as a screen: head, conditions, tabs, and under them the decisions."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtGui, QtWidgets

from desktop.views.changes import Change
from desktop.views.desk import Desk
from desktop.views.dossier.commands import DossierCommands
from desktop.views.dossier.decision.bar import PageDecisions
from desktop.views.dossier.gestures import Gestures
from desktop.views.dossier.head import TABS, DossierHead
from desktop.views.dossier.history import short_history
from desktop.views.dossier.presenter import DossierPresenter
from desktop.views.dossier.review.pane import ReviewPane
from desktop.views.dossier.tabs import Tab, make_tab
from desktop.views.layouts import empty
from desktop.views.navigation import Route
from desktop.views.screen import Command, Position, Screen
from desktop.views.theme.look import look
from desktop.views.widgets.banner import Banner, Banners

REVIEW = "review"


class DossierScreen(Screen):
    """One dossier: `route("dossier", id=…, queue=…, tab=…, item=…)`."""

    code = "dossier"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        self.presenter = DossierPresenter(desk, int(route.get("id")), route.get("queue"), self)
        self.head = DossierHead(desk.words)
        self.banners = Banners()
        self.review = ReviewPane(desk, self.presenter, desk.words)
        self.decisions = PageDecisions(self.presenter.decision, self.text)
        self.gestures = Gestures(self)
        self._commands = DossierCommands(self)
        self._tabs: dict[str, Tab] = {}
        self._wanted = ""
        """The tab to show as soon as the page has come."""
        self._lay_out()
        self._connect()
        self.show_tab(route.get("tab", REVIEW))
        self.presenter.review.restore(route.get("item"), None)
        self.presenter.open()

    # --- what the window asks

    def title(self) -> str:
        """The applicant's name, once it is known."""
        page = self.presenter.page
        return self.text("title") if page is None else self.text("title_of", name=page.title)

    def back_title(self) -> str | None:
        """Back to the queue it was opened from, or to whatever was there."""
        queue = self.route.get("queue")
        return self.desk.words.word("queue", queue) if queue else self.text("back")

    def position(self) -> Position | None:
        """The place in the queue."""
        decision = self.presenter.decision
        place = decision.place
        if place is None:
            return None
        return Position(
            place.number,
            place.of,
            lambda: decision.go_to_neighbour(place.previous),
            lambda: decision.go_to_neighbour(place.following),
        )

    def commands(self) -> Sequence[Command]:
        """All keys of the desk."""
        return self._commands.all()

    def hints(self) -> Sequence[str]:
        """What the status bar reminds of."""
        return ("accept", "reject", "not_applicable", "next_document", "next_page", "mark", "next_change")

    def refresh(self) -> None:
        """Read again; typed text stays."""
        self.presenter.read()

    def interested_in(self, changes: frozenset[Change]) -> bool:
        """Whether these changes show here."""
        return self.presenter.concerns(changes)

    def kept(self) -> dict[str, Any]:
        """The tab and the item at hand."""
        review = self.presenter.review
        return {"tab": self.head.tabs.code(), "item": review.current, "facet": review.facet.value}

    def restore(self, kept: dict[str, Any]) -> None:
        """Find them again."""
        self.show_tab(kept.get("tab", REVIEW))
        self.presenter.review.restore(kept.get("item"), kept.get("facet"))

    def first_focus(self) -> QtWidgets.QWidget:
        """The checklist, with the first item that wants a look."""
        return self.review.checklist.list

    def panes(self) -> Sequence[QtWidgets.QWidget]:
        """The panes of the tab that is shown."""
        tab = self.head.tabs.code()
        return self.review.panes() if tab == REVIEW else [self._tabs[tab]]

    def decision_bar(self) -> QtWidgets.QWidget | None:
        """The decisions."""
        return self.decisions

    def close_screen(self) -> None:
        """Bring typed text to safety, and remember how things were looked at."""
        self.presenter.close()
        self.review.remember()

    # --- what the presenter tells

    def show_page(self) -> None:
        """Head, banners, and the tabs that were opened."""
        page = self.presenter.page
        if page is None:
            return
        self.head.show_page(page, self.desk.now())
        documents = {row.rule for row in self.presenter.review.desk.documents}
        self.head.show_counts(
            {
                "documents": len(documents),
                "history": page.counts.journal,
                "notes": page.counts.notes,
                "letters": page.counts.notices,
                "certificates": int(page.has_certificate),
            }
        )
        self._show_conditions()
        self._offer_changes()
        if self._wanted:
            wanted, self._wanted = self._wanted, ""
            self.show_tab(wanted)
        for tab in self._tabs.values():
            tab.set_stale()
        self.head_changed.emit()

    def show_review(self) -> None:
        """The review tab, and with it the decisions."""
        self.review.show_review()
        self.presenter.show_decisions()

    def show_item(self) -> None:
        """Another item is at hand."""
        self.review.show_item()

    def show_saved(self) -> None:
        """What was typed is safe."""
        self.review.checklist.show_saved()

    def show_remark_wanted(self) -> None:
        """A rejection needs a remark."""
        self.review.checklist.show_remark_wanted()

    def show_document(self, document_id: int, page: int | None) -> None:
        """Look at a document."""
        self.review.viewer.show_document(document_id, page)

    def show_decisions(self) -> None:
        """The bar of decisions."""
        review = self.presenter.review
        self.decisions.show_bar(review.progress if review.items else None)

    def show_place(self) -> None:
        """The place in the queue is known."""
        self.head_changed.emit()

    def show_history(self) -> None:
        """The journal has come."""
        presenter = self.presenter
        if presenter.page is not None:
            acts = short_history(
                presenter.entries, presenter.page, presenter.words, self.desk.now(), self.desk.person.name
            )
            self.review.show_history(acts, len(presenter.entries))

    def show_failure(self, error: Exception) -> None:
        """The page could not be read: what stands there stays, with a way to try again."""
        self.desk.messages.show(error)

    def show_tab(self, code: str) -> None:
        """Show a tab, made when it is first wanted; one that is wanted too early waits for the page."""
        if code not in TABS:
            return
        if self.presenter.page is None:
            self._wanted = code
            return
        if code != REVIEW and code not in self._tabs:
            self._tabs[code] = make_tab(code, self.desk, self.presenter)
            self._stack.addWidget(self._tabs[code])
        self._stack.setCurrentWidget(self._tabs.get(code, self.review))
        if self.head.tabs.code() != code:
            self.head.tabs.choose(code)
        self._offer_changes()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The ground behind the panes."""
        QtGui.QPainter(self).fillRect(self.rect(), look().colour("surface"))

    # --- within

    def _offer_changes(self) -> None:
        review = self.presenter.review
        count = review.desk.changes.count if self.presenter.page else 0
        here = self.review.is_narrow and self.head.tabs.code() == REVIEW
        self.head.offer_changes(offered=here, count=count)

    def _show_conditions(self) -> None:
        empty(self._conditions)
        for condition in self.presenter.conditions():
            acts = {"claim": self.presenter.decision.claim, "see_change": self.presenter.see_change}
            links = []
            if condition.action:
                links = [(self.text(f"condition.{condition.action}"), acts[condition.action])]
            self._conditions.addWidget(Banner(condition.kind, condition.sentence, links))

    def _lay_out(self) -> None:
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._conditions = QtWidgets.QVBoxLayout()
        self._conditions.setSpacing(0)
        self._stack = QtWidgets.QStackedWidget()
        self._stack.addWidget(self.review)
        column.addWidget(self.head)
        column.addLayout(self._conditions)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        gestures = self.gestures
        self.head.tab_wanted.connect(self.show_tab)
        self.head.menu_wanted.connect(gestures.open_menu)
        self.head.changes_wanted.connect(self.review.toggle_drawer)
        self.review.narrowed.connect(self._offer_changes)
        self.decisions.decided.connect(gestures.decide)
        self.decisions.preview_wanted.connect(gestures.preview)
        self.decisions.refer_wanted.connect(gestures.refer)
        self.decisions.claim_wanted.connect(self.presenter.decision.claim)
        self.decisions.note_wanted.connect(gestures.note)
        self.review.changes.history_wanted.connect(lambda: self.show_tab("history"))
