"""How a dossier stands with its clock, as a list shows it: due when, time left, stopped since when."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Row
from sqlalchemy.orm import Session

from desktop.models.jalali import in_tehran
from desktop.models.vocabulary import STANDING_PHASES
from desktop.services.due_dates import StoppedClock, calendar_of, stopped_clocks
from desktop.services.rules import rules_of
from desktop.services.working_time_ruler import WorkingTimeRuler, ruler_of

Standing = Row[*tuple[Any, ...]]
"""A row of `dossier` with id, scheme version, status, phase, due_at and status_since."""

_MINUTE: Final = timedelta(minutes=1)


class DueKind(StrEnum):
    """How urgent a dossier is; `paused` waits for somebody outside, `none` has no clock."""

    OVERDUE = "overdue"
    TODAY = "today"
    RUNNING = "running"
    PAUSED = "paused"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class DueState:
    """The clock of one dossier; what it has not is None.

    `minutes_left` are minutes of working time, below zero when overdue; `share_left` is their share of the
    whole limit, from 0 to 1; `is_near` says that no more than one working day is left.
    """

    kind: DueKind
    due_at: datetime | None = None
    minutes_left: int | None = None
    share_left: float | None = None
    is_near: bool = False
    paused_since: datetime | None = None


def due_states(session: Session, rows: Sequence[Standing], now: datetime) -> dict[int, DueState]:
    """The clock of each of these dossiers at a moment, by id."""
    calendar = calendar_of(session)
    paused = [row.id for row in rows if row.due_at is None and row.phase in STANDING_PHASES]
    stopped = stopped_clocks(session, paused) if paused else {}
    ruler, day = ruler_of(calendar), calendar.hours.length
    states = {}
    for row in rows:
        if row.due_at is not None:
            days = rules_of(session, row.scheme_version_id).statuses[row.status].sla_working_days or 0
            states[row.id] = _running(row.due_at, now, ruler, days * day)
        elif row.phase in STANDING_PHASES:
            states[row.id] = _paused(row, stopped, day)
        else:
            states[row.id] = DueState(DueKind.NONE)
    return states


def _running(due_at: datetime, now: datetime, ruler: WorkingTimeRuler, limit: timedelta) -> DueState:
    left = ruler.between(now, due_at)
    if due_at < now:
        kind = DueKind.OVERDUE
    else:
        is_today = in_tehran(due_at).date() == in_tehran(now).date()
        kind = DueKind.TODAY if is_today else DueKind.RUNNING
    is_near = left <= ruler.calendar.hours.length
    return DueState(kind, due_at, _minutes(left), _share(left, limit), is_near)


def _paused(row: Standing, stopped: Mapping[int, StoppedClock], day: timedelta) -> DueState:
    clock = stopped.get(row.id)
    if clock is None:
        return DueState(DueKind.PAUSED, paused_since=row.status_since)
    left = clock.left
    return DueState(DueKind.PAUSED, None, _minutes(left), _share(left, clock.limit), left <= day, clock.since)


def _minutes(left: timedelta) -> int:
    # Towards zero: a minute that has only begun is neither left nor overdue.
    return left // _MINUTE if left >= timedelta() else -(-left // _MINUTE)


def _share(left: timedelta, limit: timedelta) -> float | None:
    return min(max(left / limit, 0.0), 1.0) if limit else None
