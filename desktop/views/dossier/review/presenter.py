"""Judging the items of one dossier: what is shown, which item is at hand, what becomes of each gesture."""

from collections.abc import Callable
from typing import Any, Protocol

from desktop.models.errors import ParvandehError
from desktop.models.vocabulary import Verdict
from desktop.services import notes, review
from desktop.services.changes import Baseline
from desktop.services.dossier_page import DossierPage, Standing
from desktop.services.people import Actor
from desktop.services.review_desk import ReviewDesk
from desktop.services.verdict_undoing import undo_verdicts
from desktop.views.dossier.asking import Asking
from desktop.views.dossier.nobody import Nobody
from desktop.views.dossier.one_by_one import OneByOne
from desktop.views.dossier.review.drafts import Drafts
from desktop.views.dossier.review.items import (
    Facet,
    Progress,
    ShownGroup,
    ShownItem,
    grouped,
    progress_of,
    shown_items,
)


class ReviewView(Protocol):
    """What the presenter tells the review tab."""

    def show_review(self) -> None:
        """Everything may be different."""

    def show_item(self) -> None:
        """Another item is at hand."""

    def show_saved(self) -> None:
        """What was typed is in the office."""

    def show_remark_wanted(self) -> None:
        """The rejection of the item at hand wants a remark first."""

    def show_document(self, document_id: int, page: int | None) -> None:
        """Look at this document."""


class ReviewPresenter:
    """The checklist of one dossier in one person's hands."""

    def __init__(self, desk: Asking, line: OneByOne, dossier_id: int, view: ReviewView) -> None:
        self._desk, self._line, self._dossier_id = desk, line, dossier_id
        self._view: ReviewView = view
        self.drafts = Drafts(desk, line, dossier_id, self._saved)
        self.facet = Facet.ALL
        self.closed_groups: set[str] = set()
        self.current: str | None = None
        self.document_id: int | None = None
        self._pending: dict[str, tuple[Verdict, str]] = {}
        self._settled: set[str] = set()
        """Items whose verdict was written: the next reading brings it."""
        self._done: list[Callable[[], None]] = []
        self.items: tuple[ShownItem, ...] = ()
        self.groups: tuple[ShownGroup, ...] = ()
        self.page: DossierPage
        self.desk: ReviewDesk

    # --- what is shown

    def leave(self) -> None:
        """The page is about to go; what is still under way is told to nobody."""
        self._view = Nobody()

    def show(self, page: DossierPage, desk: ReviewDesk) -> None:
        """Take what was read anew; the item at hand and everything typed stay."""
        self.page, self.desk = page, desk
        for code in self._settled:
            self._pending.pop(code, None)
        self._settled.clear()
        is_first = not self.items
        self._arrange()
        if is_first and self.items:
            self._begin()
        self._view.show_review()

    @property
    def baseline(self) -> Baseline:
        """What the changes are held against."""
        return self.desk.changes.baseline

    @property
    def may_judge(self) -> bool:
        """Whether verdicts can be given here and now."""
        return self.page.standing is Standing.IN_HAND and self.page.details.phase == "review"

    @property
    def progress(self) -> Progress:
        """How far the review is."""
        return progress_of(self.items)

    def item(self, code: str | None = None) -> ShownItem | None:
        """The item with this code, or the one at hand."""
        wanted = code or self.current
        return next((item for item in self.items if item.code == wanted), None)

    def row(self, code: str) -> review.ItemRow:
        """What the office knows of an item."""
        return next(row for row in self.desk.items if row.code == code)

    def shown(self) -> list[ShownItem]:
        """The items under the chosen facet, closed groups too."""
        return [item for item in self.items if item.passes(self.facet)]

    def text(self, code: str) -> str:
        """The remark of an item as it stands in its comment box."""
        return self.drafts.text_of(code, self.desk, self.page.details.round)

    # --- going from item to item

    def choose(self, code: str) -> None:
        """Take an item at hand."""
        self.current = code
        self._open_group_of(code)
        self._follow_document()
        self._view.show_item()

    def step(self, by: int) -> None:
        """Go to the next or previous item that is shown."""
        codes = [item.code for item in self.shown()]
        if not codes:
            return
        if self.current not in codes:
            self.choose(codes[0 if by > 0 else -1])
            return
        place = codes.index(self.current) + by
        if 0 <= place < len(codes):
            self.choose(codes[place])

    def next_left(self) -> bool:
        """Go to the next item that wants a look, from the item at hand on and then from the beginning."""
        codes = [item.code for item in self.items]
        start = codes.index(self.current) + 1 if self.current in codes else 0
        around = self.items[start:] + self.items[:start]
        found = next((item.code for item in around if item.is_left), None)
        if found is not None:
            self.choose(found)
        return found is not None

    def restore(self, code: str | None, facet: str | None) -> None:
        """Find the item and the facet again that were left."""
        self.facet = Facet(facet) if facet else Facet.ALL
        self.current = code or self.current
        if self.items:
            self._open_group_of(self.current or "")
            self._changed()
            self._follow_document()

    def choose_facet(self, facet: Facet) -> None:
        """Show only some items; the first of them is at hand when the one before is not among them."""
        self.facet = facet
        shown = [item.code for item in self.shown()]
        if shown and self.current not in shown:
            self.current = shown[0]
            self._follow_document()
        self._view.show_review()

    def toggle_group(self, code: str) -> None:
        """Close a group or open it."""
        self.closed_groups ^= {code}
        self._view.show_review()

    # --- judging

    def typed(self, text: str) -> None:
        """Take what was typed into the comment box of the item at hand."""
        if self.current is not None:
            self.drafts.typed(self.current, text)

    def judge(self, verdict: Verdict, code: str | None = None) -> None:
        """Give a verdict on an item, with what stands in its comment box as the remark."""
        item = code or self.current
        if item is None or not self.may_judge:
            return
        remark = self.text(item).strip()
        if verdict is Verdict.REJECTED and not remark:
            if item != self.current:
                self.choose(item)
            self._view.show_remark_wanted()
            return
        self._pending[item] = (verdict, remark)
        self.drafts.hold_back(item)
        self._changed()
        self._line.write(
            lambda session, actor: review.judge(session, actor, self._dossier_id, item, verdict, remark),
            lambda _: self._judged([item]),
            lambda error: self._not_judged([item], error),
        )

    def confirm_group(self) -> int:
        """Confirm what stands accepted and unchanged in the group of the item at hand; gives how many."""
        group = next((one for one in self.groups if any(i.code == self.current for i in one.items)), None)
        codes = list(group.to_confirm) if group and self.may_judge else []
        if codes:
            for code in codes:
                row = self.row(code)
                self._pending[code] = (row.verdict or Verdict.ACCEPTED, row.remark)
            self._changed()
            self._line.write(
                lambda session, actor: review.confirm(session, actor, self._dossier_id, codes),
                lambda _: self._judged(codes),
                lambda error: self._not_judged(codes, error),
            )
        return len(codes)

    @property
    def may_undo(self) -> bool:
        """Whether a verdict or a mark was given here that can be taken back."""
        return bool(self._done)

    def undo(self) -> bool:
        """Take back what was done last here; False when there is nothing."""
        if not self._done:
            return False
        self._done.pop()()
        return True

    # --- evidence

    def mark(self, document_id: int, page: int, place: notes.Rectangle) -> None:
        """Tie a place on a page to the item at hand."""
        item = self.current
        if item is None or not self.may_judge:
            return

        def work(session: Any, actor: Actor) -> int:
            return notes.mark(session, actor, self._dossier_id, item, document_id, page, place)

        self._line.write(work, lambda mark_id: self._done.append(lambda: self.remove_mark(mark_id)))

    def write_note(self, note: str, ended: Callable[[str | None], object]) -> None:
        """Keep an internal note on the dossier; `ended` is told None, or the sentence why not."""
        words = self._desk.words

        def written(_: int) -> None:
            ended(None)
            self._desk.tell(words.of("dossier")("told.note_written"))

        def refused(error: Exception) -> None:
            if isinstance(error, ParvandehError):
                ended(words.error(error))
            else:
                self._desk.messages.show(error)

        self._line.write(
            lambda session, actor: notes.write_note(session, actor, self._dossier_id, note), written, refused
        )

    def remove_mark(self, mark_id: int) -> None:
        """Take back one's own mark."""
        self._line.write(lambda session, actor: notes.remove_mark(session, actor, mark_id), lambda _: None)

    def choose_mark(self, mark_id: int) -> None:
        """Take the item at hand that a mark proves."""
        found = next((mark for mark in self.desk.marks if mark.id == mark_id), None)
        if found is not None and found.item != self.current:
            self.choose(found.item)

    def marks(self, code: str) -> list[notes.MarkRow]:
        """The marks of an item."""
        return [mark for mark in self.desk.marks if mark.item == code]

    def look_at(self, document_id: int, page: int | None = None) -> None:
        """Show a document."""
        self.document_id = document_id
        self._view.show_document(document_id, page)

    # --- within

    def _saved(self) -> None:
        self._view.show_saved()

    def _begin(self) -> None:
        """Take the item that was wanted at hand, else the first that wants a look; close what is done."""
        self.closed_groups = {group.code for group in self.groups if group.done == len(group.items)}
        if self.item() is None:
            self.current = next((item.code for item in self.items if item.is_left), self.items[0].code)
        self._open_group_of(self.current or "")
        self._follow_document()

    def _judged(self, codes: list[str]) -> None:
        self._settled.update(codes)
        for code in codes:
            self.drafts.recorded(code)
        self._done.append(lambda: self._take_back(codes))

    def _take_back(self, codes: list[str]) -> None:
        self._line.write(
            lambda session, actor: undo_verdicts(session, actor, self._dossier_id, codes), lambda _: None
        )

    def _not_judged(self, codes: list[str], error: Exception) -> None:
        for code in codes:
            self._pending.pop(code, None)
        self._changed()
        self._desk.messages.show(error)

    def _changed(self) -> None:
        self._arrange()
        self._view.show_review()

    def _arrange(self) -> None:
        language = self._desk.words.language.value
        self.items = tuple(shown_items(self.page, self.desk, self._pending, language))
        self.groups = grouped(self.items, self.page.guide.item_groups, language)

    def _open_group_of(self, code: str) -> None:
        self.closed_groups -= {item.group for item in self.items if item.code == code}

    def _follow_document(self) -> None:
        wanted = self.page.guide.held_against[self.current or ""].documents if self.current else ()
        present = [row for row in self.desk.documents if not row.replaced]
        fitting = [row.id for row in present if row.rule in wanted]
        if fitting and self.document_id not in fitting:
            changed = {change.new_document_id for change in self.desk.changes.documents}
            self.look_at(next((one for one in fitting if one in changed), fitting[0]))
        elif self.document_id is None and present:
            self.look_at(present[0].id)
