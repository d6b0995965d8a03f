"""What belongs to a queue, as conditions that the indexes of `dossier` can follow."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import false, not_, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.finding import FindingDraft
from desktop.models.vocabulary import STANDING_PHASES, Phase
from desktop.services.paper_states import are_papers
from desktop.services.people import Actor
from desktop.services.queue_places import Condition, Place, in_one_of, places_of
from desktop.services.queue_query import Papers, Queue, QueueQuery, Sort
from desktop.services.search_index import among, candidates, held, words_of
from desktop.services.seen import is_followed_by, is_unread_by
from desktop.services.work_done import has_worked_on

_NOT_STANDING: Final = frozenset(Phase) - STANDING_PHASES


@dataclass(frozen=True, slots=True)
class Selection:
    """The dossiers of one queue: in one of `places` and meeting every condition."""

    places: tuple[Place, ...]
    conditions: tuple[Condition, ...]
    is_everywhere: bool
    """The places are all there are, so they narrow nothing."""
    is_narrow: bool
    """The conditions alone leave few dossiers, so the places need no index of their own."""

    def where(self) -> list[Condition]:
        """All of it as the conditions of one statement."""
        return list(self.conditions) if self.is_everywhere else [in_one_of(self.places), *self.conditions]

    def that(self, condition: Condition) -> "Selection":
        """The part of it that meets one more condition."""
        return replace(self, conditions=(*self.conditions, condition))

    def at(self, phases: Collection[Phase]) -> "Selection":
        """The part of it that stands in one of these phases."""
        places = tuple(place for place in self.places if place.phase in phases)
        return replace(self, places=places, is_everywhere=False)

    def running(self) -> "Selection":
        """The part of it whose clock runs towards a due moment."""
        return self.that(Dossier.due_at.is_not(None))

    def paused(self) -> "Selection":
        """The part of it whose clock stands."""
        return self.at(STANDING_PHASES).that(Dossier.due_at.is_(None))

    def without_clock(self) -> "Selection":
        """The rest of it: in preparation, in force, ended, or in a status without a time limit."""
        rest = self.that(Dossier.due_at.is_(None))
        if not self.is_everywhere:
            return rest.at(_NOT_STANDING)
        # Out of a few places is read from one index, where being in all others would merge many; said one by
        # one it takes half the time of a list.
        outside = tuple(not_(place.condition()) for place in self.at(STANDING_PHASES).places)
        return replace(rest, conditions=rest.conditions + outside)

    def branches(self) -> list[list[Condition]]:
        """The same, one list of conditions per place: within one place the indexes are already in order."""
        if self.is_everywhere or self.is_narrow:
            return [self.where()]
        return [[place.condition(), *self.conditions] for place in self.places] or [[false()]]


def select_queue(session: Session, actor: Actor, query: QueueQuery) -> Selection:
    """The dossiers of a queue as this person sees it.

    Raises RuleBroken("queue.unknown"), RuleBroken("scheme.unknown") and RuleBroken("status.unknown").
    """
    places, are_narrowed = places_of(session, actor, query)
    is_found, searched = _of_search(session, query.search)
    is_own = query.queue in _OWN or query.claimed_by is not None or query.followed
    narrow = is_found or is_own or query.papers is Papers.ARRIVED_TODAY
    return Selection(
        places=places,
        conditions=(*_of_queue(actor, query.queue), *_of_marks(actor, query), *searched),
        # No index has all dossiers by the age of their status: that order is merged from all statuses.
        is_everywhere=not are_narrowed and (narrow or query.sort is not Sort.SINCE),
        is_narrow=narrow,
    )


def _of_queue(actor: Actor, queue: str) -> list[Condition]:
    if queue in _OWN:
        return [_OWN[Queue(queue)](actor.known_id)]
    if queue == Queue.UNCLAIMED:
        return [Dossier.claimed_by_id.is_(None)]
    return [Dossier.due_at < actor.at] if queue == Queue.OVERDUE else []


def _of_marks(actor: Actor, query: QueueQuery) -> list[Condition]:
    asked: list[Condition | None] = [
        Dossier.claimed_by_id == query.claimed_by if query.claimed_by is not None else None,
        Dossier.kind.in_(query.kinds) if query.kinds else None,
        Dossier.due_at < actor.at if query.overdue else None,
        Dossier.due_at >= query.due_from if query.due_from else None,
        Dossier.due_at < query.due_until if query.due_until else None,
        Dossier.round > 1 if query.returned else None,
        are_papers(query.papers, actor.at) if query.papers else None,
        is_followed_by(actor.known_id) if query.followed else None,
        is_unread_by(actor.known_id) if query.unseen else None,
        has_worked_on(actor.known_id) if query.worked_on else None,
    ]
    return [condition for condition in asked if condition is not None]


def _has_draft_of(person_id: int) -> Condition:
    return Dossier.id.in_(select(FindingDraft.dossier_id).where(FindingDraft.person_id == person_id))


_OWN: Final[Mapping[Queue, Callable[[int], Condition]]] = {
    Queue.MINE: lambda person_id: Dossier.claimed_by_id == person_id,
    Queue.DRAFTS: _has_draft_of,
    Queue.FOLLOWED: is_followed_by,
}
"""Queues of one person's own few dossiers, wherever they stand."""


def _of_search(session: Session, typed: str) -> tuple[bool, list[Condition]]:
    words = words_of(typed)
    if not words:
        return False, []
    found = candidates(session, words)
    return (False, held(words)) if found is None else (True, [among(found), *held(words)])
