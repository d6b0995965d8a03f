"""One dossier's page: reads it in one call, keeps it fresh, and hands it to review and decisions."""

from typing import Any, Protocol

from desktop.services.changes import Baseline
from desktop.services.dossier_page import DossierPage, Standing, page_of
from desktop.services.people import Actor
from desktop.services.review_desk import ReviewDesk, desk_of
from desktop.services.seen import mark_seen
from desktop.services.timeline import TimelineEntry, timeline_of
from desktop.views.dossier.asking import Asking
from desktop.views.dossier.conditions import Condition, conditions_of
from desktop.views.dossier.decision.presenter import DecisionPresenter, DecisionView
from desktop.views.dossier.note_drafts import NoteDrafts
from desktop.views.dossier.one_by_one import OneByOne
from desktop.views.dossier.review.presenter import ReviewPresenter, ReviewView

Change = tuple[str, int]
_UNSEEN = {("finding_draft", 0), ("seen_dossier", 0)}
"""What is kept for one person alone and shows nowhere on the page."""


class PageView(ReviewView, DecisionView, Protocol):
    """What the presenter tells the page."""

    def show_page(self) -> None:
        """The head may be different, and what the tabs count."""

    def show_history(self) -> None:
        """The journal was read."""

    def show_tab(self, code: str) -> None:
        """Another tab is wanted."""

    def show_failure(self, error: Exception) -> None:
        """The page could not be read; what stands there stays."""


class DossierPresenter:
    """The page of one dossier for one person."""

    def __init__(self, desk: Asking, dossier_id: int, queue: str | None, view: PageView) -> None:
        self._desk, self.dossier_id, self._view = desk, dossier_id, view
        self.line = OneByOne(desk)
        self.notes = NoteDrafts(desk, self.line, dossier_id)
        self.review = ReviewPresenter(desk, self.line, dossier_id, view)
        self.decision = DecisionPresenter(desk, self.line, dossier_id, queue, view)
        self.page: DossierPage | None = None
        self.words = desk.words
        self.baseline = Baseline.MY_LAST_REVIEW
        self.entries: list[TimelineEntry] = []
        """The journal, oldest first."""
        self._moved: Condition | None = None

    def open(self) -> None:
        """Read the page for the first time, note that it was seen, and find its place in the queue."""
        self.read()
        self.decision.find_place(self._view)
        self.line.write(lambda session, actor: mark_seen(session, actor, self.dossier_id), lambda _: None)

    def read(self) -> None:
        """Read everything again; what stands there stays until it has come."""
        dossier_id, baseline = self.dossier_id, self.baseline

        def work(session: Any, actor: Actor) -> tuple[DossierPage, ReviewDesk]:
            return page_of(session, actor, dossier_id), desk_of(session, actor, dossier_id, baseline)

        self._desk.read(work, self._show, self._view.show_failure, owner=self._view, lane="page")
        self._desk.read(
            lambda session, _: timeline_of(session, dossier_id),
            self._show_history,
            self._view.show_failure,
            owner=self._view,
            lane="history",
        )

    def compare_with(self, baseline: Baseline) -> None:
        """Hold what changed against another state."""
        self.baseline = baseline
        self.read()

    def concerns(self, changes: frozenset[Change]) -> bool:
        """Whether these changes show on the page; a kept draft and a look at it do not."""
        ours = ("dossier", self.dossier_id)
        rest = changes - {ours}
        return ours in changes and not (rest and rest <= _UNSEEN)

    def conditions(self) -> list[Condition]:
        """The banners above the page."""
        if self.page is None:
            return []
        return [*([self._moved] if self._moved else []), *conditions_of(self.page, self.words)]

    def see_change(self) -> None:
        """The person has seen that somebody else moved the dossier."""
        self._moved = None
        self._view.show_page()

    def open_item(self, code: str) -> None:
        """Go to an item of the checklist."""
        self._view.show_tab("review")
        self.review.choose(code)

    def open_document(self, document_id: int) -> None:
        """Go to a document in the viewer."""
        self._view.show_tab("review")
        self.review.look_at(document_id)

    def close(self) -> None:
        """Bring typed text to safety."""
        self.review.drafts.save_at_once()
        self.notes.save()
        self.review.leave()
        self.decision.leave()

    def save_typed(self) -> None:
        """The same while the page stays."""
        self.review.drafts.save()
        self.notes.save()

    # --- within

    def _show(self, read: tuple[DossierPage, ReviewDesk]) -> None:
        page, desk = read
        self._note_moves(self.page, page)
        self.page = page
        self.words = self._desk.words.with_scheme(page.guide.words)
        self.review.show(page, desk)
        self.show_decisions()
        self._view.show_page()
        if self.entries:
            self._view.show_history()

    def _show_history(self, entries: list[TimelineEntry]) -> None:
        self.entries = entries
        if self.page is not None:
            self._view.show_history()

    def show_decisions(self) -> None:
        """Weigh the decisions anew; verdicts under way count."""
        if self.page is not None:
            left = [item.code for item in self.review.items if item.is_left]
            rejected = sum(item.verdict == "rejected" for item in self.review.items)
            self.decision.show(self.page, left, rejected)

    def _note_moves(self, before: DossierPage | None, now: DossierPage) -> None:
        """Somebody else has moved the dossier under this person's hands."""
        mine, self.decision.has_acted = self.decision.has_acted, False
        if before is None or mine:
            return
        was_mine = before.standing is Standing.IN_HAND
        moved = before.details.version != now.details.version
        if moved or (was_mine and now.standing is not Standing.IN_HAND):
            sentence = self._desk.words.of("dossier")("condition.moved", status=now.details.status_label)
            self._moved = Condition("blue", sentence, "see_change")
