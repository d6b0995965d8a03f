"""Plays the demo office's past: every act of every dossier in order of time, through the office's services."""

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from operator import attrgetter
from random import Random
from typing import Any

from sqlalchemy import event
from sqlalchemy.orm import Session

from desktop.services.daily_round import go_round
from desktop.services.database import Database
from desktop.services.demo.acts import perform
from desktop.services.demo.agenda import calendar_for, days_before, mornings
from desktop.services.demo.businesses import Inventor
from desktop.services.demo.cases import Case, Gesture, Office
from desktop.services.demo.casting import cast
from desktop.services.demo.courses import Act
from desktop.services.demo.faulty_packages import FaultyPackage, faulty_packages
from desktop.services.demo.packages import Portal
from desktop.services.demo.specimens import draw_specimens
from desktop.services.demo.staff import Staff
from desktop.services.intake.package import inspect_bytes
from desktop.services.intake.taking import take_judged
from desktop.services.people import actor_named
from desktop.services.unit_of_work import writing

ACTS_PER_UNIT = 300
"""So many acts are committed together: each commit waits for the disk, and a demo may be lost whole."""


@dataclass(frozen=True, slots=True)
class DemoProgress:
    """How many of the acts of all dossiers are done, and the moment the demo's past has reached."""

    done: int
    total: int
    at: datetime


@dataclass(frozen=True, slots=True)
class _Event:
    at: datetime
    happen: Callable[[Session], object]


def play(
    database: Database, staff: Staff, at: datetime, dossiers: int, chance: Random
) -> Iterator[DemoProgress]:
    """Play everything that happened until `at` in an office that has people, calendar and scheme."""
    office = Office(staff, Portal(chance, draw_specimens()), Inventor(chance, at.date()))
    events = [*_acts(office, at, dossiers, chance), *_arrivals_of_faults(office, at)]
    events.sort(key=attrgetter("at"))
    rounds, done = deque(mornings([one.at for one in events], at)), 0
    while done < len(events):
        while rounds and rounds[0] <= events[done].at:
            _go_round(database, rounds.popleft())
        until = rounds[0] if rounds else at
        unit = [one for one in events[done : done + ACTS_PER_UNIT] if one.at <= until]
        with writing(database) as session:
            _keep_in_memory(session)
            for one in unit:
                one.happen(session)
        done += len(unit)
        yield DemoProgress(done, len(events), unit[-1].at)
    for morning in (*rounds, at):
        _go_round(database, morning)


def _acts(office: Office, at: datetime, dossiers: int, chance: Random) -> Iterator[_Event]:
    for part in cast(office, calendar_for(at), at, dossiers, chance):
        for act, moment in zip(part.case.course.acts, part.moments, strict=True):
            yield _Event(moment, partial(_perform, office=office, case=part.case, at=moment, act=act))


def _perform(session: Session, *, office: Office, case: Case, at: datetime, act: Act) -> None:
    perform(act.do, Gesture(session, office, case, at, act.details))


def _arrivals_of_faults(office: Office, at: datetime) -> Iterator[_Event]:
    """One faulty package every other working day before `at`, the newest an hour ago."""
    calendar = calendar_for(at)
    for place, package in enumerate(faulty_packages(office.portal, office.inventor, days_before(calendar, at, 30))):
        moment = days_before(calendar, at, 0.2 + 2 * place)
        yield _Event(moment, partial(_arrive, clerk=office.staff.clerk, at=moment, package=package))


def _arrive(session: Session, *, clerk: str, at: datetime, package: FaultyPackage) -> None:
    judged = inspect_bytes(package.data)
    take_judged(session, actor_named(session, clerk, at), package.file_name, judged, lambda: (package.data,))


def _go_round(database: Database, at: datetime) -> None:
    deque(go_round(database, at), maxlen=0)


def _keep_in_memory(session: Session) -> None:
    """Hold on to every row of this unit of work, so that services who ask again find it without a query."""
    kept: list[Any] = session.info.setdefault("demo", [])
    for moment in ("loaded_as_persistent", "pending_to_persistent"):
        event.listen(session, moment, lambda _, row: kept.append(row))
