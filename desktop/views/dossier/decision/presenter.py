"""Taking decisions and passing the dossier on: asks, acts, tells, and goes where the person wants next."""

from collections.abc import Callable
from typing import Any, Protocol

from desktop.models.errors import ParvandehError
from desktop.services import claims, undoing
from desktop.services.dossier_page import DossierPage, Standing
from desktop.services.people import Actor, PersonRow
from desktop.services.queue_neighbours import QueuePlace, place_in
from desktop.services.receivers import receivers_of
from desktop.services.steps import StepTaken, take_step
from desktop.services.wording import isolate
from desktop.views.dossier.asking import Asking
from desktop.views.dossier.decision.choices import Bar, Offer, bar_of
from desktop.views.dossier.decision.questions import Question, question_of
from desktop.views.dossier.nobody import Nobody
from desktop.views.dossier.one_by_one import OneByOne
from desktop.views.navigation import route

Ended = Callable[[str | None], object]
"""Told how an act ended: None for well, else the sentence why not."""

AFTER = "after_decision"
NEXT, STAY, BACK = "next", "stay", "back"


class DecisionView(Protocol):
    """What the presenter tells the decision bar."""

    def show_decisions(self) -> None:
        """What can be decided may be different."""

    def show_place(self) -> None:
        """The place in the queue is known."""


class DecisionPresenter:
    """The decisions open on one dossier."""

    def __init__(
        self, desk: Asking, line: OneByOne, dossier_id: int, queue: str | None, view: DecisionView
    ) -> None:
        self._desk, self._line, self._dossier_id = desk, line, dossier_id
        self._queue = queue
        self._view: DecisionView = view
        self._is_gone = False
        self.place: QueuePlace | None = None
        self.page: DossierPage
        self.bar: Bar
        self.left: list[str] = []
        self.rejected = 0
        self.words = desk.words
        self.has_acted = False
        """Since the page was read last: what moved then was moved by this person."""

    def leave(self) -> None:
        """The page is about to go: what ends from now on leads nowhere."""
        self._view, self._is_gone = Nobody(), True

    def show(self, page: DossierPage, left: list[str], rejected: int) -> None:
        """Take what was read anew."""
        self.page, self.left, self.rejected = page, left, rejected
        self.words = self._desk.words.with_scheme(page.guide.words)
        self.bar = bar_of(page, [isolate(code) for code in left], rejected, self.words)
        self._view.show_decisions()

    def find_place(self, owner: Any) -> None:
        """Find out where in its queue the dossier stands; beside everything else."""
        queue = self._queue
        if queue is not None:
            self._desk.read(
                lambda session, actor: place_in(session, actor, queue, self._dossier_id),
                self._placed,
                owner=owner,
                lane="place",
            )

    def question(self, offer: Offer) -> Question:
        """What to ask before this decision."""
        return question_of(offer, self.page, self.left, self.rejected, self.words)

    def take(self, offer: Offer, note: str, ended: Ended | None = None) -> None:
        """Take the decision as this person saw the dossier; an older state is refused, never merged."""
        seen = self.page.details.version

        def work(session: Any, actor: Actor) -> StepTaken:
            return take_step(session, actor, self._dossier_id, offer.action, note or None, seen)

        def taken(_: StepTaken) -> None:
            if ended is not None:
                ended(None)
            self._taken(offer)

        self._line.write(work, taken, lambda error: self._refused(error, ended))

    def claim(self) -> None:
        """Take the dossier in hand."""
        self._line.write(
            lambda session, actor: claims.claim(session, actor, self._dossier_id), lambda _: self._acted()
        )

    def release(self) -> None:
        """Put it back."""
        self._line.write(
            lambda session, actor: claims.release(session, actor, self._dossier_id),
            lambda _: self._released(),
        )

    def refer(self, receiver: PersonRow, reason: str, ended: Ended | None = None) -> None:
        """Hand it to a colleague."""

        def referred(_: None) -> None:
            if ended is not None:
                ended(None)
            self._referred(receiver)

        self._line.write(
            lambda session, actor: claims.reassign(
                session, actor, self._dossier_id, receiver.username, reason
            ),
            referred,
            lambda error: self._refused(error, ended),
        )

    def read_receivers(self, then: Any, owner: Any) -> None:
        """Find out to whom it can be referred: `then(people)`."""
        self._desk.read(
            lambda session, _: receivers_of(session, self._dossier_id), then, owner=owner, lane="receivers"
        )

    @property
    def may_refer(self) -> bool:
        """Whether this person may pass the dossier on: who has it, or a supervisor."""
        in_hand = self.page.standing is Standing.IN_HAND
        leads = "supervisor" in self._desk.person.roles
        return in_hand or (leads and self.page.standing in {Standing.WITH_COLLEAGUE, Standing.OTHER_DESK})

    def undo(self) -> None:
        """Take back the newest act on the dossier."""
        self._line.write(
            lambda session, actor: undoing.undo(session, actor, self._dossier_id),
            lambda _: self._undone(),
        )

    def go_to_neighbour(self, dossier_id: int | None) -> None:
        """Open another dossier of the same queue."""
        if dossier_id is not None:
            self._desk.go(route("dossier", id=dossier_id, queue=self._queue))

    def go_to_next(self) -> None:
        """Open the next dossier of the queue; without one, take the most urgent free one in hand."""
        if self.place is not None and self.place.following is not None:
            self.go_to_neighbour(self.place.following)
            return
        self._desk.write(claims.claim_next, lambda taken: self.go_to_neighbour(taken.dossier_id))

    # --- within

    def _placed(self, place: QueuePlace | None) -> None:
        self.place = place
        self._view.show_place()

    def _refused(self, error: Exception, ended: Ended | None) -> None:
        """Say why not where the person is: in the dialog he answered, else by the one door."""
        if ended is not None and isinstance(error, ParvandehError):
            ended(self.words.error(error))
        else:
            self._desk.messages.show(error)

    def _acted(self) -> None:
        self.has_acted = True

    def _released(self) -> None:
        self._acted()
        self._tell("told.released")

    def _taken(self, offer: Offer) -> None:
        self._acted()
        code = "told.taken" if offer.can_be_undone else "told.taken_for_good"
        self._tell(code, undoable=offer.can_be_undone, offer=offer)
        self._move_on()

    def _referred(self, receiver: PersonRow) -> None:
        self._acted()
        self._tell("told.referred", undoable=True, receiver=receiver.name)
        self._move_on()

    def _tell(
        self, code: str, *, undoable: bool = True, offer: Offer | None = None, receiver: str = ""
    ) -> None:
        text, details = self.words.of("dossier"), self.page.details
        action = self.words.word("action", offer.action) if offer else ""
        sentence = text(code, number=details.number, name=self.page.title, action=action, receiver=receiver)
        self._desk.tell(sentence, self.undo if undoable else None)

    def _undone(self) -> None:
        self._acted()
        self._desk.tell(self.words.of("dossier")("told.undone", number=self.page.details.number))
        self._desk.go(route("dossier", id=self._dossier_id, queue=self._queue))

    def _move_on(self) -> None:
        if self._is_gone:
            return
        wanted = self._desk.preferences.get(AFTER, NEXT)
        following = self.place.following if self.place else None
        if wanted == STAY:
            return
        if wanted == NEXT and following is not None:
            self.go_to_neighbour(following)
        else:
            self._desk.back()
