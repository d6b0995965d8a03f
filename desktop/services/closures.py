"""The calendar's editable side: closed days, weekend and hours; every change moves the due dates."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound, RuleBroken
from desktop.models.jalali import TEHRAN, format_date, from_jalali, jalali_year
from desktop.models.office import Closure, Setting
from desktop.models.text import localized_digits, normalize_persian
from desktop.models.vocabulary import Role
from desktop.services import journal
from desktop.services.due_dates import (
    CALENDAR_KNOWN,
    HOURS_SETTING,
    WEEK_HOURS_SETTING,
    WEEKEND_SETTING,
    recompute_due,
    written_hours,
)
from desktop.services.people import Actor
from desktop.services.working_calendar import OfficeHours, WorkingCalendar

_GREGORIAN_BEFORE: Final = 621
"""A Jalali year y begins in the Gregorian year y + 621."""


@dataclass(frozen=True, slots=True)
class ClosureRow:
    """A day other than its week; `official` when it came with the list of public holidays."""

    day: date
    title: str
    official: bool
    hours: OfficeHours | None = None
    """Hours the office works all the same; None when it is closed."""


def list_closures(session: Session, year: int) -> list[ClosureRow]:
    """The closed days of a Jalali year, in order."""
    first, after = from_jalali(year, 1, 1), from_jalali(year + 1, 1, 1)
    rows = session.scalars(
        select(Closure).where(Closure.day >= first, Closure.day < after).order_by(Closure.day)
    )
    return [
        ClosureRow(
            row.day,
            row.title,
            row.entered_by_id is None,
            None if row.opens is None or row.closes is None else written_hours((row.opens, row.closes)),
        )
        for row in rows
    ]


def add_closure(session: Session, actor: Actor, day: date, title: str) -> int:
    """Close the office on a day; gives how many due dates that moved.

    Only an administrator may. Raises RuleBroken("closure.title_missing"), RuleBroken("closure.exists").
    """
    enter_closure(session, actor, day, title)
    return recompute_from(session, day)


def enter_closure(
    session: Session, actor: Actor, day: date, title: str, hours: OfficeHours | None = None
) -> None:
    """Enter a day on which the office is closed, or keeps `hours`; the due dates are still to be moved.

    Raises what `add_closure` raises.
    """
    actor.demand(Role.ADMINISTRATOR)
    title = normalize_persian(title)
    if not title:
        raise RuleBroken("closure.title_missing")
    existing = session.get(Closure, day)
    if existing is not None:
        raise RuleBroken("closure.exists", day=format_date(day), title=existing.title)
    clock: dict[str, Any] = (
        {} if hours is None else {"opens": f"{hours.opens:%H:%M}", "closes": f"{hours.closes:%H:%M}"}
    )
    session.add(Closure(day=day, title=title, entered_by_id=actor.known_id, **clock))
    journal.record(session, actor, "office:closure:added", day=day.isoformat(), title=title, **clock)
    session.flush()


def remove_closure(session: Session, actor: Actor, day: date) -> int:
    """Open the office again on a closed day; gives how many due dates that moved.

    Only an administrator may. Raises NotFound("closure.unknown").
    """
    lift_closure(session, actor, day)
    return recompute_from(session, day)


def lift_closure(session: Session, actor: Actor, day: date) -> None:
    """Take a day out again; the due dates are still to be moved. Raises what `remove_closure` raises."""
    actor.demand(Role.ADMINISTRATOR)
    closure = session.get(Closure, day)
    if closure is None:
        raise NotFound("closure.unknown", day=format_date(day))
    journal.record(session, actor, "office:closure:removed", day=day.isoformat(), title=closure.title)
    session.delete(closure)
    session.flush()


def set_working_week(session: Session, actor: Actor, weekend: frozenset[int], hours: OfficeHours) -> int:
    """Set days off (as `date.weekday()` counts) and office hours; gives how many due dates that moved.

    Only an administrator may. Raises RuleBroken("calendar.no_working_day").
    """
    keep_working_week(session, actor, weekend, hours, {})
    return recompute_from(session, date.min)


def keep_working_week(
    session: Session,
    actor: Actor,
    weekend: frozenset[int],
    hours: OfficeHours,
    week_hours: Mapping[int, OfficeHours],
) -> None:
    """Keep the office's week, some of its days with hours of their own; the due dates are still to be moved.

    Raises what `set_working_week` raises.
    """
    actor.demand(Role.ADMINISTRATOR)
    try:
        WorkingCalendar(weekend, hours)
    except ValueError as error:
        raise RuleBroken("calendar.no_working_day") from error
    days = {str(day): _clock(own) for day, own in sorted(week_hours.items()) if own != hours}
    for name, value in (
        (WEEKEND_SETTING, sorted(weekend)),
        (HOURS_SETTING, _clock(hours)),
        (WEEK_HOURS_SETTING, days),
    ):
        session.merge(Setting(name=name, value=value))
    journal.record(
        session,
        actor,
        "office:working_week:changed",
        weekend=sorted(weekend),
        hours=_clock(hours),
        week_hours=days,
    )
    session.flush()


def _clock(hours: OfficeHours) -> list[str]:
    return [f"{hours.opens:%H:%M}", f"{hours.closes:%H:%M}"]


def seed_closures(session: Session, years: Iterable[int]) -> int:
    """Enter the public holidays of these Jalali years and give their number; a day already entered stays.

    Lunar days of later years are only estimates, and say so in their title: the office corrects them.
    """
    official = official_closures(years)
    known = set(session.scalars(select(Closure.day).where(Closure.day.in_(official))))
    new = {day: title for day, title in official.items() if day not in known}
    session.add_all(Closure(day=day, title=title) for day, title in new.items())
    if new:
        recompute_from(session, min(new))
    return len(new)


def official_closures(years: Iterable[int]) -> dict[date, str]:
    """Public holidays of Iran in these Jalali years, with their Persian titles."""
    # Needed once a year, and a quarter of the program's start if imported always.
    from holidays import country_holidays  # noqa: PLC0415

    wanted = set(years)
    gregorian = {year + _GREGORIAN_BEFORE + more for year in wanted for more in (0, 1)}
    # Without `language` the titles would follow the machine's locale.
    found = country_holidays("IR", years=gregorian, language="fa_IR")
    return {day: _tidy(title) for day, title in sorted(found.items()) if jalali_year(day) in wanted}


def _tidy(title: str) -> str:
    joined = "؛ ".join(part.strip() for part in title.replace("؛", ";").split(";"))
    return localized_digits(normalize_persian(joined.replace("عیدنوروز", "عید نوروز")), "fa")


def recompute_from(session: Session, day: date) -> int:
    """Move what is due on this day or later to where the calendar now puts it; gives how many moved."""
    session.flush()
    session.info.pop(CALENDAR_KNOWN, None)
    due = select(Dossier.id).where(Dossier.due_at.is_not(None)).order_by(Dossier.id)
    if day > date.min:
        due = due.where(Dossier.due_at >= datetime.combine(day, time(), TEHRAN))
    return recompute_due(session, session.scalars(due))
