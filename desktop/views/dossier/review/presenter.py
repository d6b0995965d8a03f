"""Judging the items of one dossier: what is shown, which item is at hand, what becomes of each gesture."""

from typing import Protocol

from desktop.models.vocabulary import Verdict
from desktop.services import review
from desktop.services.changes import Baseline
from desktop.services.dossier_page import DossierPage, Standing
from desktop.services.notes import MarkRow, Rectangle
from desktop.services.review_desk import ReviewDesk
from desktop.views.dossier.asking import Asking
from desktop.views.dossier.nobody import Nobody
from desktop.views.dossier.one_by_one import OneByOne
from desktop.views.dossier.review.drafts import Drafts
from desktop.views.dossier.review.evidence_keeper import EvidenceKeeper
from desktop.views.dossier.review.items import (
    Facet,
    Progress,
    ShownGroup,
    ShownItem,
    grouped,
    progress_of,
    shown_items,
)
from desktop.views.dossier.review.verdicts import Verdicts


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
        self.evidence = EvidenceKeeper(line, dossier_id)
        self.facet = Facet.ALL
        self.closed_groups: set[str] = set()
        self.current: str | None = None
        self.document_id: int | None = None
        self.verdicts = Verdicts(desk, line, dossier_id, self.drafts, self._changed)
        self._waits_for_remark: str | None = None
        """The item that was to be rejected when its remark was still empty."""
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
        self.verdicts.settle()
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
        """Take an item at hand; the one left is rejected when only its remark was missing for that."""
        self._reject_with_remark()
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
            self._waits_for_remark = item
            self._view.show_remark_wanted()
            return
        self._waits_for_remark = None
        self.verdicts.give(item, verdict, remark)

    def _reject_with_remark(self) -> None:
        item, self._waits_for_remark = self._waits_for_remark, None
        if item is not None and item == self.current and self.text(item).strip():
            self.judge(Verdict.REJECTED, item)

    def confirm_group(self) -> int:
        """Confirm what stands accepted and unchanged in the group of the item at hand; gives how many."""
        group = next((one for one in self.groups if any(i.code == self.current for i in one.items)), None)
        codes = list(group.to_confirm) if group and self.may_judge else []
        if codes:
            self.verdicts.confirm([self.row(code) for code in codes])
        return len(codes)

    # --- documents and evidence

    def mark(self, document_id: int, page: int, place: Rectangle) -> None:
        """Tie a place on a page to the item at hand."""
        if self.current is not None and self.may_judge:
            self.evidence.mark(self.current, document_id, page, place, self.verdicts.remember)

    def choose_mark(self, mark_id: int) -> None:
        """Take the item at hand that a mark proves."""
        found = next((mark for mark in self.desk.marks if mark.id == mark_id), None)
        if found is not None and found.item != self.current:
            self.choose(found.item)

    def marks(self, code: str) -> list[MarkRow]:
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

    def _changed(self) -> None:
        self._arrange()
        self._view.show_review()

    def _arrange(self) -> None:
        language = self._desk.words.language.value
        self.items = tuple(shown_items(self.page, self.desk, self.verdicts.pending, language))
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
