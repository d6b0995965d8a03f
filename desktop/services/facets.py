"""Facets of a queue: narrower looks at the same dossiers, each with its count before it is chosen."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.vocabulary import RUNNING_PHASES, STANDING_PHASES
from desktop.services.due_buckets import DueBucket, spans_at
from desktop.services.due_dates import calendar_of
from desktop.services.people import Actor
from desktop.services.queue_query import QueueQuery
from desktop.services.queue_selection import Selection, select_queue
from desktop.services.queues import counted
from desktop.services.seen import is_unread_by


class Facet(StrEnum):
    """The looks, in the order in which they are offered."""

    ALL = "all"
    OVERDUE = "overdue"
    TODAY = "today"
    RETURNED = "returned"
    UNSEEN = "unseen"
    PAUSED = "paused"


@dataclass(frozen=True, slots=True)
class FacetCount:
    """How many dossiers a facet shows; with `more` there are more than `count`."""

    facet: Facet
    count: int
    more: bool


def narrowed(session: Session, query: QueueQuery, facet: Facet, now: datetime) -> QueueQuery:
    """The query seen through a facet."""
    match facet:
        case Facet.OVERDUE:
            return replace(query, overdue=True)
        case Facet.TODAY:
            return replace(query, due_from=now, due_until=_end_of_today(session, now))
        case Facet.RETURNED:
            return replace(query, returned=True)
        case Facet.UNSEEN:
            return replace(query, unseen=True)
        case Facet.PAUSED:
            return replace(query, paused=True)
        case _:
            return query


def facet_counts(session: Session, actor: Actor, query: QueueQuery) -> list[FacetCount]:
    """The capped count of every facet of a query that no facet has narrowed yet; by one statement."""
    selection = select_queue(session, actor, query)
    looks = [_looked_at(session, actor, selection, facet) for facet in Facet]
    counts = counted(session, *looks)
    return [FacetCount(facet, *count) for facet, count in zip(Facet, counts, strict=True)]


def _looked_at(session: Session, actor: Actor, selection: Selection, facet: Facet) -> Selection:
    """What `narrowed` asks for, without searching once more for each facet."""
    match facet:
        case Facet.OVERDUE:
            return selection.that(Dossier.due_at < actor.at)
        case Facet.TODAY:
            until_evening = selection.that(Dossier.due_at < _end_of_today(session, actor.at))
            return until_evening.that(Dossier.due_at >= actor.at)
        case Facet.RETURNED:
            return selection.at(RUNNING_PHASES).that(Dossier.round > 1)
        case Facet.UNSEEN:
            return selection.that(is_unread_by(actor.known_id))
        case Facet.PAUSED:
            return selection.at(STANDING_PHASES)
        case _:
            return selection


def _end_of_today(session: Session, now: datetime) -> datetime | None:
    spans = spans_at(calendar_of(session), now)
    return next(span.until for span in spans if span.bucket is DueBucket.TODAY)
