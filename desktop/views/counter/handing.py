"""Hands the open draft in, or writes its package to a file; what is wrong is shown first. No Qt."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.models.errors import RuleBroken
from desktop.services.dossiers import find_dossier
from desktop.services.intake import counter
from desktop.services.intake.counter import Draft, PackedDraft
from desktop.services.intake.outcomes import Outcome, Quarantined, Receipt
from desktop.views.counter.troubles import Troubles
from desktop.views.navigation import route

if TYPE_CHECKING:
    from desktop.views.counter.presenter import CounterPresenter


class Handing:
    """What is done with a draft that is ready; `shown` is called with whatever comes of it."""

    def __init__(self, presenter: "CounterPresenter", shown: Callable[[], object]) -> None:
        self._presenter, self._shown = presenter, shown
        self._desk, self._text = presenter.desk, presenter.text
        self.is_busy = False
        self.quarantined: Quarantined | None = None

    def why_not(self) -> str | None:
        """Why nothing can be handed in now."""
        if self._presenter.draft is None:
            return self._text("no_draft")
        return self._text("busy") if self.is_busy else None

    def when_ready(self, then: Callable[[], object]) -> None:
        """Go on when nothing is wrong; otherwise all that is wrong is shown from now on."""
        self._presenter.tried = True

        def checked() -> None:
            if self._presenter.troubles:
                self._shown()
            else:
                then()

        self._presenter.check(checked)

    def hand_in(self) -> None:
        """Keep, pack, and hand in: the office either takes the draft, or says what is wrong."""
        self.when_ready(self._send)

    def _send(self) -> None:
        self.is_busy = True
        self._shown()
        self._kept(lambda draft: self._pack(draft, self._deliver))

    def write(self, path: Path) -> None:
        """Write the package to a file, to be handed in elsewhere."""
        now = self._desk.now()

        def written(draft: Draft) -> None:
            self._desk.aside(
                lambda: counter.write_counter_package(draft, now, path),
                lambda _: self._desk.tell(self._text("written", file=path.name)),
            )

        self._kept(written)

    def open_dossier(self) -> None:
        """Show the dossier of the receipt."""
        receipt = self._presenter.receipt
        if receipt is not None:
            self._desk.read(
                lambda session, _: find_dossier(session, receipt.dossier),
                lambda dossier_id: self._desk.go(route("dossier", id=dossier_id)),
                owner=self._presenter.owner,
            )

    def _kept(self, then: Callable[[Draft], object]) -> None:
        """Keep what stands in the form and go on with the draft as the office holds it."""
        draft = self._presenter.as_entered()
        if draft is None:
            return

        def work(session: Any, actor: Any) -> Draft:
            counter.keep_counter_draft(session, actor, draft.id, draft.document, draft.files)
            return counter.counter_draft(session, actor, draft.id)

        self._presenter.is_unkept = False
        self._desk.write(work, then, self._failed)

    def _pack(self, draft: Draft, then: Callable[[PackedDraft], object]) -> None:
        now = self._desk.now()
        self._desk.aside(lambda: counter.pack(draft, now), then, self._failed)

    def _deliver(self, packed: PackedDraft) -> None:
        self._desk.write(
            lambda session, actor: counter.hand_in(session, actor, packed), self._delivered, self._failed
        )

    def _delivered(self, outcome: Outcome) -> None:
        self.is_busy = False
        if isinstance(outcome, Receipt):
            self.quarantined = None
            # Whoever has gone elsewhere in the meantime is told, too.
            self._desk.tell(self._text("told_taken", number=outcome.dossier))
            self._presenter.leave()
            self._presenter.receipt = outcome
        else:
            self.quarantined = outcome
            self._show_findings(outcome.findings)
        self._shown()

    def _failed(self, error: Exception) -> None:
        self.is_busy = False
        if isinstance(error, RuleBroken) and error.code == "counter.not_ready":
            self._show_findings(error.values["findings"])
        self._desk.messages.show(error)
        self._shown()

    def _show_findings(self, findings: Any) -> None:
        presenter = self._presenter
        troubles = Troubles(self._desk.words, self._text)
        presenter.troubles = troubles.of(findings, presenter.sheet, presenter.values)
