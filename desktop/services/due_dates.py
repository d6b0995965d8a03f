"""When the office must have acted on a dossier, and why then: its calendar applied to the history."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import takewhile
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session, load_only

from desktop.models.dossier import Dossier, StatusChange
from desktop.models.errors import NotFound
from desktop.models.jalali import in_tehran
from desktop.models.office import Closure, Setting
from desktop.models.vocabulary import RUNNING_PHASES, STANDING_PHASES, Phase
from desktop.services.office_clock import DueExplanation, Stretch, due_at, explain, working_time_left
from desktop.services.rules import rules_of
from desktop.services.working_calendar import OFFICE_WEEKEND, OfficeHours, WorkingCalendar

WEEKEND_SETTING: Final = "calendar.weekend"
"""Days off as `date.weekday()` counts them, e.g. [3, 4] for Thursday and Friday."""
HOURS_SETTING: Final = "calendar.hours"
"""Opening and closing time, e.g. ["08:00", "16:00"]."""
WEEK_HOURS_SETTING: Final = "calendar.week_hours"
"""Days of the week with other hours, e.g. {"3": ["08:00", "12:00"]} for a short Thursday."""

CALENDAR_KNOWN: Final = "calendar"
"""Where a session keeps the calendar it has read; who changes the calendar takes it out."""

_BATCH: Final = 500


@dataclass(frozen=True, slots=True)
class _Limit:
    """The newest time limit of a dossier: the status that sets it and the stretches that count for it."""

    status: str
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class StoppedClock:
    """A clock that stands: since when, and how much of its limit of working time is left."""

    since: datetime
    left: timedelta
    limit: timedelta


@dataclass(frozen=True, slots=True)
class _Move:
    at: datetime
    status: str
    phase: Phase


def calendar_of(session: Session) -> WorkingCalendar:
    """The working calendar of this office: weekend, hours and closed days; read once in a unit of work."""
    known: WorkingCalendar | None = session.info.get(CALENDAR_KNOWN)
    if known is not None:
        return known
    names = (WEEKEND_SETTING, HOURS_SETTING, WEEK_HOURS_SETTING)
    settings = select(Setting.name, Setting.value).where(Setting.name.in_(names))
    values: dict[str, Any] = dict(session.execute(settings).all())
    days = session.execute(select(Closure.day, Closure.title, Closure.opens, Closure.closes)).all()
    calendar = WorkingCalendar(
        weekend=frozenset(values.get(WEEKEND_SETTING, OFFICE_WEEKEND)),
        hours=written_hours(values.get(HOURS_SETTING, ("08:00", "16:00"))),
        closures={row.day: row.title for row in days if row.opens is None},
        week_hours={
            int(day): written_hours(clock) for day, clock in values.get(WEEK_HOURS_SETTING, {}).items()
        },
        special_hours={row.day: written_hours((row.opens, row.closes)) for row in days if row.opens},
    )
    session.info[CALENDAR_KNOWN] = calendar
    return calendar


def written_hours(clock: Sequence[str]) -> OfficeHours:
    """Office hours from how they are stored: opening and closing time as 08:00."""
    opens, closes = clock
    return OfficeHours(time.fromisoformat(opens), time.fromisoformat(closes))


def recompute_due(session: Session, dossier_ids: Iterable[int]) -> int:
    """Set the due moments of these dossiers by calendar and history; gives how many have moved.

    Called after a step and after the calendar has changed; a dossier whose clock stands has none (ENM-057).
    """
    calendar, ids, moved = calendar_of(session), list(dossier_ids), 0
    for start in range(0, len(ids), _BATCH):
        moved += _recompute_batch(session, ids[start : start + _BATCH], calendar)
    return moved


def stopped_clocks(session: Session, dossier_ids: Iterable[int]) -> dict[int, StoppedClock]:
    """The clocks of these dossiers that stand; one whose newest limit still runs, or never did, has none."""
    calendar, ids = calendar_of(session), list(dossier_ids)
    versions: dict[int, int] = dict(
        session.execute(select(Dossier.id, Dossier.scheme_version_id).where(Dossier.id.in_(ids))).all()
    )
    stopped = {}
    for dossier_id, moves in _moves_of(session, ids).items():
        limit = _newest_limit(moves)
        days = limit and rules_of(session, versions[dossier_id]).statuses[limit.status].sla_working_days
        if limit and days and not limit.stretches[-1].runs:
            since = _stopped_since(limit.stretches)
            left = working_time_left(limit.stretches, days, calendar, since)
            stopped[dossier_id] = StoppedClock(since, left, calendar.working_days(days))
    return stopped


def why_due(session: Session, dossier_id: int) -> DueExplanation | None:
    """Why a dossier is due when it is; None where no limit runs or stands.

    Raises NotFound("dossier.unknown").
    """
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    limit = _newest_limit(_moves_of(session, [dossier_id])[dossier_id])
    days = limit and _working_days(session, dossier, limit)
    return explain(limit.stretches, days, calendar_of(session)) if limit and days else None


def end_to_end_due_on(session: Session, dossier_id: int) -> date | None:
    """The day by which the whole course should be over, in calendar days from its opening (C-06, T2).

    It informs only and never stops; None where the scheme version has no `end_to_end_days`.
    """
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    days = rules_of(session, dossier.scheme_version_id).number("end_to_end_days", 0)
    return in_tehran(dossier.opened_at).date() + timedelta(days=days) if days else None


def due_under(
    session: Session, dossier_ids: Sequence[int], calendar: WorkingCalendar
) -> list[tuple[Dossier, datetime | None]]:
    """When each of these dossiers would be due under a calendar; nothing is changed."""
    moves, dues = _moves_of(session, dossier_ids), []
    columns = load_only(Dossier.scheme_version_id, Dossier.due_at)
    for dossier in session.scalars(select(Dossier).where(Dossier.id.in_(dossier_ids)).options(columns)):
        limit = _newest_limit(moves[dossier.id])
        days = limit and _working_days(session, dossier, limit)
        dues.append((dossier, due_at(limit.stretches, days, calendar) if limit and days else None))
    return dues


def _recompute_batch(session: Session, ids: Sequence[int], calendar: WorkingCalendar) -> int:
    moved = 0
    for dossier, due in due_under(session, ids, calendar):
        if due != dossier.due_at:
            dossier.due_at, moved = due, moved + 1
    session.flush()
    return moved


def _moves_of(session: Session, ids: Sequence[int]) -> Mapping[int, list[_Move]]:
    moves: defaultdict[int, list[_Move]] = defaultdict(list)
    rows = session.execute(
        select(StatusChange.dossier_id, StatusChange.at, StatusChange.to_status, StatusChange.phase)
        .where(StatusChange.dossier_id.in_(ids), StatusChange.undone_at.is_(None))
        .order_by(StatusChange.id)
    )
    for dossier_id, at, status, phase in rows:
        moves[dossier_id].append(_Move(at, status, phase))
    return moves


def _newest_limit(moves: Sequence[_Move]) -> _Limit | None:
    """A limit goes on through stops, but another status of the office's own work begins a new one."""
    status, stretches = None, list[Stretch]()
    for move in reversed(moves):
        if move.phase in RUNNING_PHASES and status in (None, move.status):
            status = move.status
        elif move.phase not in STANDING_PHASES:
            break
        stretches.append(Stretch(move.at, move.phase))
    return _Limit(status, tuple(reversed(stretches))) if status else None


def _stopped_since(stretches: Sequence[Stretch]) -> datetime:
    standing = takewhile(lambda stretch: not stretch.runs, reversed(stretches))
    return min(stretch.since for stretch in standing)


def _working_days(session: Session, dossier: Dossier, limit: _Limit) -> int | None:
    return rules_of(session, dossier.scheme_version_id).statuses[limit.status].sla_working_days
