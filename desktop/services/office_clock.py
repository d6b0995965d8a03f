"""The clock of one time limit: it runs in the phases of the office's own work and can explain itself.

While the applicant or an outside authority has the dossier it stands, and afterwards goes on from where it
stood; a limit already spent stays spent.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from desktop.models.vocabulary import RUNNING_PHASES, Phase
from desktop.services.working_calendar import SkippedDay, WorkingCalendar


@dataclass(frozen=True, slots=True)
class Stretch:
    """From this moment on the dossier was in this phase, until the next stretch begins."""

    since: datetime
    phase: Phase

    @property
    def runs(self) -> bool:
        """Whether the office's clock runs in it."""
        return self.phase in RUNNING_PHASES


@dataclass(frozen=True, slots=True)
class ClockStop:
    """The clock stood from `since` to `until` (None: it still stands) because of `phase`."""

    since: datetime
    until: datetime | None
    phase: Phase


@dataclass(frozen=True, slots=True)
class DueExplanation:
    """The answer to "why is it due then".

    `due_at` is None while the clock stands; `working_time` is the whole limit, `used` what had passed of it
    when the newest stretch began; `skipped` are the days not counted while the clock ran, until it is due.
    """

    started_at: datetime
    due_at: datetime | None
    working_days: int
    working_time: timedelta
    used: timedelta
    skipped: tuple[SkippedDay, ...]
    stops: tuple[ClockStop, ...]


def due_at(stretches: Sequence[Stretch], sla_working_days: int, calendar: WorkingCalendar) -> datetime | None:
    """When the limit of so many working days from the first stretch is over; None while the clock stands.

    `stretches` are in order of time. A limit that was over before a stop keeps that moment.
    """
    if not stretches or not stretches[-1].runs:
        return None
    left = calendar.working_days(sla_working_days)
    for stretch, end in _running(stretches):
        if end is None or (worked := calendar.working_time_between(stretch.since, end)) >= left:
            return calendar.add_working_time(stretch.since, left)
        left -= worked
    return None


def working_time_left(
    stretches: Sequence[Stretch], sla_working_days: int, calendar: WorkingCalendar, now: datetime
) -> timedelta:
    """Working time until the limit is over; negative when overdue, unchanged while stopped."""
    used = (calendar.working_time_between(stretch.since, end or now) for stretch, end in _running(stretches))
    return calendar.working_days(sla_working_days) - sum(used, timedelta())


def explain(
    stretches: Sequence[Stretch], sla_working_days: int, calendar: WorkingCalendar
) -> DueExplanation | None:
    """How the due moment comes about, day by day and stop by stop; None when the clock never ran."""
    first = next((place for place, stretch in enumerate(stretches) if stretch.runs), None)
    if first is None:
        return None
    counted = stretches[first:]
    due = due_at(counted, sla_working_days, calendar)
    limit = calendar.working_days(sla_working_days)
    return DueExplanation(
        started_at=counted[0].since,
        due_at=due,
        working_days=sla_working_days,
        working_time=limit,
        used=limit - working_time_left(counted, sla_working_days, calendar, now=counted[-1].since),
        skipped=_skipped(counted, due, calendar),
        stops=tuple(
            ClockStop(stretch.since, end, stretch.phase)
            for stretch, end in _ended(counted)
            if not stretch.runs
        ),
    )


def _ended(stretches: Sequence[Stretch]) -> Iterator[tuple[Stretch, datetime | None]]:
    """Every stretch with the moment it ended; the newest has not ended."""
    yield from ((stretch, following.since) for stretch, following in pairwise(stretches))
    if stretches:
        yield stretches[-1], None


def _running(stretches: Sequence[Stretch]) -> Iterator[tuple[Stretch, datetime | None]]:
    return (ended for ended in _ended(stretches) if ended[0].runs)


def _skipped(
    stretches: Sequence[Stretch], due: datetime | None, calendar: WorkingCalendar
) -> tuple[SkippedDay, ...]:
    found: dict[SkippedDay, None] = {}
    for stretch, end in _running(stretches):
        last = min((moment for moment in (end, due) if moment), default=stretch.since)
        if stretch.since <= last:
            found.update(dict.fromkeys(calendar.skipped_days(stretch.since, last)))
    return tuple(found)
