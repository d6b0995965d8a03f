"""Plays the demo office's past through its services: every act of every dossier in order of time."""

from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from operator import attrgetter
from random import Random

from sqlalchemy.orm import Session

from desktop.services.daily_round import go_round
from desktop.services.database import Database
from desktop.services.demo.acts import perform
from desktop.services.demo.agenda import calendar_for, mornings
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
from desktop.services.working_calendar import WorkingCalendar

ACTS_PER_UNIT = 300
"""So many acts are committed together: each commit waits for the disk, and a demo may be lost whole."""


@dataclass(frozen=True, slots=True)
class DemoProgress:
    """How many of the dossiers have come to where they stand, and the moment the demo's past has reached."""

    done: int
    total: int
    at: datetime


@dataclass(frozen=True, slots=True)
class _Event:
    at: datetime
    happen: Callable[[Session], object]
    ends_course: bool = False


def play(
    database: Database, staff: Staff, at: datetime, dossiers: int, chance: Random
) -> Iterator[DemoProgress]:
    """Play everything that happened until `at` in an office that has people, calendar and scheme."""
    office = Office(staff, Portal(chance, draw_specimens()), Inventor(chance, at.date()))
    calendar = calendar_for(at)
    events = [*_acts(office, calendar, at, dossiers, chance), *_faults(office, calendar, at)]
    events.sort(key=attrgetter("at"))
    rounds, done = deque(mornings([one.at for one in events], at)), 0
    for unit in _units(events, rounds):
        while rounds and rounds[0] <= unit[0].at:
            _go_round(database, rounds.popleft())
        with writing(database) as session:
            for one in unit:
                one.happen(session)
        done += sum(one.ends_course for one in unit)
        yield DemoProgress(done, dossiers, unit[-1].at)
    for morning in (*rounds, at):
        _go_round(database, morning)


def _units(events: Sequence[_Event], rounds: Collection[datetime]) -> Iterator[list[_Event]]:
    """The events of each unit of work: so many, and no round of the clock among them."""
    borders, unit = sorted(rounds), list[_Event]()
    for one in events:
        passed = bisect_right(borders, one.at)
        if unit and (len(unit) == ACTS_PER_UNIT or passed != bisect_right(borders, unit[0].at)):
            yield unit
            unit = []
        unit.append(one)
    yield unit


def _acts(
    office: Office, calendar: WorkingCalendar, at: datetime, dossiers: int, chance: Random
) -> Iterator[_Event]:
    for part in cast(office, calendar, at, dossiers, chance):
        acts = part.case.course.acts
        for act, moment in zip(acts, part.moments, strict=True):
            happen = partial(_perform, office=office, case=part.case, at=moment, act=act)
            yield _Event(moment, happen, ends_course=act is acts[-1])


def _perform(session: Session, *, office: Office, case: Case, at: datetime, act: Act) -> None:
    perform(act.do, Gesture(session, office, case, at, act.details))


def _faults(office: Office, calendar: WorkingCalendar, at: datetime) -> Iterator[_Event]:
    for package in faulty_packages(office.portal, office.inventor, calendar, at):
        yield _Event(package.at, partial(_arrive, clerk=office.staff.clerk, package=package))


def _arrive(session: Session, *, clerk: str, package: FaultyPackage) -> None:
    actor, judged = actor_named(session, clerk, package.at), inspect_bytes(package.data)
    take_judged(session, actor, package.file_name, judged, lambda: (package.data,))


def _go_round(database: Database, at: datetime) -> None:
    deque(go_round(database, at), maxlen=0)
