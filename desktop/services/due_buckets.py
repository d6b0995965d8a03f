"""Groups of a queue by due date: overdue, today, tomorrow, this week and so on, by the office's own days."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.jalali import TEHRAN, in_tehran
from desktop.models.vocabulary import STANDING_PHASES, Phase
from desktop.services.due_dates import calendar_of
from desktop.services.people import Actor
from desktop.services.queue_query import QueueQuery
from desktop.services.queue_selection import Selection, select_queue
from desktop.services.queues import counted
from desktop.services.working_calendar import WorkingCalendar

SATURDAY: Final = 5
_DAYS_OF_A_WEEK: Final = 7
_PROBES: Final = 64
"""So many dossiers of a stretch are looked at together when it is searched for where a group begins."""

_LOOKED_AT: Final = select(Dossier.id, Dossier.due_at, Dossier.phase).where(
    Dossier.id.in_(bindparam("ids", expanding=True))
)


class DueBucket(StrEnum):
    """Groups in the order of the queue; `paused` waits for somebody outside, `none` has no clock."""

    OVERDUE = "overdue"
    TODAY = "today"
    TOMORROW = "tomorrow"
    THIS_WEEK = "this_week"
    NEXT_WEEK = "next_week"
    LATER = "later"
    PAUSED = "paused"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class BucketSpan:
    """What is due from one moment on and before another; None where there is no end."""

    bucket: DueBucket
    since: datetime | None
    until: datetime | None

    def holds(self, due_at: datetime) -> bool:
        """Whether something due then belongs here."""
        return (self.since is None or self.since <= due_at) and (self.until is None or due_at < self.until)


@dataclass(frozen=True, slots=True)
class BucketCount:
    """How many dossiers of a queue are in a bucket; with `more` there are more than `count`."""

    bucket: DueBucket
    count: int
    more: bool


@dataclass(frozen=True, slots=True)
class BucketStart:
    """Where a bucket begins in a rank snapshot, and how many of it follow."""

    bucket: DueBucket
    start: int
    count: int


def spans_at(calendar: WorkingCalendar, now: datetime) -> tuple[BucketSpan, ...]:
    """The buckets of running clocks at a moment; one that would be empty by the calendar is left out.

    Days are Tehran's. The week begins on the day after the office's weekend, in Iran on Saturday.
    """
    today = in_tehran(now).date()
    next_week = _next_week(calendar, today)
    week_after = next_week + timedelta(days=_DAYS_OF_A_WEEK)
    tomorrow, day_after = today + timedelta(days=1), today + timedelta(days=2)
    edges = (now, *map(_midnight, (tomorrow, day_after, max(next_week, day_after), week_after)))
    buckets = [bucket for bucket in DueBucket if bucket not in (DueBucket.PAUSED, DueBucket.NONE)]
    spans = zip(buckets, (None, *edges), (*edges, None), strict=True)
    return tuple(BucketSpan(*span) for span in spans if span[1] is None or span[1] != span[2])


def bucket_of(spans: Sequence[BucketSpan], due_at: datetime | None, phase: Phase) -> DueBucket:
    """The bucket of one dossier."""
    if due_at is None:
        return DueBucket.PAUSED if phase in STANDING_PHASES else DueBucket.NONE
    return next(span.bucket for span in spans if span.holds(due_at))


def bucket_counts(session: Session, actor: Actor, query: QueueQuery) -> list[BucketCount]:
    """The capped count of every bucket of a queue, in order, empty ones too; by one statement."""
    selection = select_queue(session, actor, query)
    parts = {span.bucket: _due_in(selection, span) for span in spans_at(calendar_of(session), actor.at)} | {
        DueBucket.PAUSED: selection.paused(),
        DueBucket.NONE: selection.without_clock(),
    }
    counts = dict(zip(parts, counted(session, *parts.values()), strict=True))
    return [BucketCount(bucket, *counts.get(bucket, (0, False))) for bucket in DueBucket]


def bucket_starts(session: Session, actor: Actor, ids: Sequence[int]) -> list[BucketStart]:
    """Where each bucket begins in the rank snapshot of a queue by due date; empty ones are left out.

    Asked in the session that read the snapshot, so that all still stands in that order: then a few hundred
    dossiers of a million tell where every group begins, and nothing of the queue is asked again.
    """
    if not ids:
        return []
    spans = spans_at(calendar_of(session), actor.at)
    known = _buckets_at(session, ids, spans, {0, len(ids) - 1})
    while probes := set(_probes(known)):
        known |= _buckets_at(session, ids, spans, probes)
    places = sorted(known)
    begins = [place for before, place in pairwise([-1, *places]) if known.get(before) != known[place]]
    ends = [*begins[1:], len(ids)]
    return [BucketStart(known[begin], begin, end - begin) for begin, end in zip(begins, ends, strict=True)]


def _buckets_at(
    session: Session, ids: Sequence[int], spans: Sequence[BucketSpan], places: Collection[int]
) -> dict[int, DueBucket]:
    wanted = {ids[place]: place for place in places}
    rows = session.execute(_LOOKED_AT, {"ids": list(wanted)})
    return {wanted[row.id]: bucket_of(spans, row.due_at, row.phase) for row in rows}


def _probes(known: Mapping[int, DueBucket]) -> Iterator[int]:
    """Places between two neighbours that are known to lie in different buckets."""
    for one, other in pairwise(sorted(known)):
        if known[one] is not known[other]:
            yield from range(one + 1, other, max((other - one) // _PROBES, 1))


def _next_week(calendar: WorkingCalendar, today: date) -> date:
    days = (today + timedelta(days=number) for number in range(1, _DAYS_OF_A_WEEK + 1))
    return next(day for day in days if _begins_week(calendar, day.weekday()))


def _begins_week(calendar: WorkingCalendar, weekday: int) -> bool:
    ends = [day for day in sorted(calendar.weekend) if (day + 1) % _DAYS_OF_A_WEEK not in calendar.weekend]
    return weekday == ((ends[-1] + 1) % _DAYS_OF_A_WEEK if ends else SATURDAY)


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), TEHRAN).astimezone(UTC)


def _due_in(selection: Selection, span: BucketSpan) -> Selection:
    since = selection.running() if span.since is None else selection.that(Dossier.due_at >= span.since)
    return since if span.until is None else since.that(Dossier.due_at < span.until)
