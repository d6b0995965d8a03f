"""The keys of the review desk, each with the reason when it cannot act."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from desktop.models.vocabulary import Verdict
from desktop.services.dossier_page import Standing
from desktop.services.step_natures import StepNature
from desktop.views.dossier.decision.choices import Offer
from desktop.views.screen import Command

if TYPE_CHECKING:
    from desktop.views.dossier.screen import DossierScreen

_Why = Callable[[], str | None]


class DossierCommands:
    """What can be done by key on the page of a dossier."""

    def __init__(self, screen: "DossierScreen") -> None:
        self._screen = screen

    def all(self) -> list[Command]:
        """In the order of the key sheet."""
        return [*self._judging(), *self._looking(), *self._deciding()]

    def _judging(self) -> list[Command]:
        screen, review = self._screen, self._screen.presenter.review
        judge, here = self._why_not_judge, self._why_not_here
        return [
            Command("accept", "1", lambda: review.judge(Verdict.ACCEPTED), judge),
            Command("reject", "2", lambda: review.judge(Verdict.REJECTED), judge),
            Command("not_applicable", "3", lambda: review.judge(Verdict.NOT_APPLICABLE), judge),
            Command("confirm_group", "Shift+1", screen.gestures.confirm_group, judge),
            Command("next_item", "J", lambda: review.step(1), here),
            Command("previous_item", "K", lambda: review.step(-1), here),
            Command("next_left", "F", self._next_left, here),
            Command("next_change", "C", screen.review.next_change, self._why_no_change),
        ]

    def _looking(self) -> list[Command]:
        pane = self._screen.review.viewer
        viewer, document = pane.viewer, self._why_no_document
        return [
            Command("mark", "M", viewer.toggle_marking, self._why_not_judge),
            Command("compare", "D", viewer.toggle_comparing, document),
            Command("previous_document", "[", lambda: viewer.step_document(-1), document),
            Command("next_document", "]", lambda: viewer.step_document(1), document),
            Command("previous_page", "PgUp", lambda: pane.step_page(-1), document),
            Command("next_page", "PgDn", lambda: pane.step_page(1), document),
            Command("zoom_in", "+", lambda: pane.zoom(1), document),
            Command("zoom_out", "-", lambda: pane.zoom(-1), document),
            Command("fit", "0", viewer.fit, document),
            Command("rotate", "Ctrl+R", pane.rotate, document),
        ]

    def _deciding(self) -> list[Command]:
        gestures, decision = self._screen.gestures, self._screen.presenter.decision
        # Without anything of its own the page leaves the key to the window, whose last act may be undone.
        undo = [Command("undo", "Z", gestures.undo)] if gestures.may_undo else []
        return [
            *undo,
            Command("leave", "Esc", gestures.leave),
            Command("preview", "P", gestures.preview, self._why_no_preview),
            Command("refer", "S", gestures.refer, self._why_not_refer),
            Command("note", "N", gestures.note),
            Command("claim", "U", gestures.claim_or_release, self._why_not_claim),
            Command("follow", "W", gestures.follow),
            Command("demand", "R", self._demand, self._why_no_demand),
            Command("copy_number", "Y N", gestures.copy_number),
            Command("copy_link", "Y L", gestures.copy_link),
            Command("decide", "Ctrl+Enter", gestures.decide_main, self._why_no_decision),
            Command("next_dossier", "Ctrl+.", decision.go_to_next),
        ]

    # --- doing

    def _next_left(self) -> None:
        if not self._screen.presenter.review.next_left():
            self._screen.desk.tell(self._screen.text("checklist.none_left"))

    def _demand(self) -> None:
        offer = self._offer(StepNature.DEMAND)
        if offer is not None:
            self._screen.gestures.decide(offer)

    # --- why not

    def _why_not_here(self) -> str | None:
        on_review = self._screen.head.tabs.code() == "review"
        return None if on_review else self._screen.text("why.not_here")

    def _why_not_judge(self) -> str | None:
        presenter, text = self._screen.presenter, self._screen.text
        if presenter.page is None:
            return text("loading")
        if presenter.review.may_judge:
            return self._why_not_here()
        in_hand = presenter.page.standing is Standing.IN_HAND
        return text("why.not_reviewing" if in_hand else "why.not_in_hand")

    def _why_no_change(self) -> str | None:
        page, entries = self._screen.presenter.page, self._screen.review.changes.entries
        if page is None or not entries:
            return self._screen.text("why.no_changes")
        return self._why_not_here()

    def _why_no_document(self) -> str | None:
        has_document = self._screen.review.viewer.has_document
        return self._why_not_here() if has_document else self._screen.text("why.no_document")

    def _why_no_preview(self) -> str | None:
        return self._why_closed(self._offer(StepNature.DEFICIENCY))

    def _why_no_demand(self) -> str | None:
        return self._why_closed(self._offer(StepNature.DEMAND))

    def _why_no_decision(self) -> str | None:
        page = self._screen.presenter.page
        main = self._screen.presenter.decision.bar.main if page else None
        if main is None:
            return self._screen.text("decision.no_main")
        return main.reason

    def _why_not_refer(self) -> str | None:
        page = self._screen.presenter.page
        may = page is not None and self._screen.presenter.decision.may_refer
        return None if may else self._screen.text("why.may_not_refer")

    def _why_not_claim(self) -> str | None:
        page = self._screen.presenter.page
        may = page is not None and page.standing in {Standing.FREE, Standing.IN_HAND}
        return None if may else self._screen.text("why.not_your_desk")

    def _why_closed(self, offer: Offer | None) -> str | None:
        return self._screen.text("why.nothing_open") if offer is None else offer.reason

    def _offer(self, nature: StepNature) -> Offer | None:
        presenter = self._screen.presenter
        if presenter.page is None:
            return None
        bar = presenter.decision.bar
        offers = [*([bar.main] if bar.main else []), *bar.beside, *bar.menu]
        return next((offer for offer in offers if offer.nature is nature), None)
