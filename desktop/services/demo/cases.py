"""One dossier of the demo office on its way, and the act that is being done with it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from sqlalchemy.orm import Session

from desktop.services.demo.businesses import Business, Inventor
from desktop.services.demo.courses import Course
from desktop.services.demo.packages import Portal
from desktop.services.demo.resources import resource
from desktop.services.demo.staff import Staff
from desktop.services.people import Actor, actor_named
from desktop.services.steps import take_step


@dataclass(slots=True)
class Case:
    """A dossier and its story so far."""

    course: Course
    business: Business
    chance: Random
    serial: int
    reviewer: str
    dossier_id: int = 0
    number: str = ""
    sendings: int = 0


@dataclass(frozen=True, slots=True)
class Office:
    """What all acts have in common: the people, the applicants' portal, and where new values come from."""

    staff: Staff
    portal: Portal
    inventor: Inventor
    actors: dict[str, Actor] = field(default_factory=dict)
    """Those who have acted already; their roles do not change."""


@dataclass(frozen=True, slots=True)
class Gesture:
    """One act being done with a case at one moment."""

    session: Session
    office: Office
    case: Case
    at: datetime
    details: Mapping[str, Any]

    def person(self, username: str) -> Actor:
        """The person, acting now."""
        known = self.office.actors
        if username not in known:
            known[username] = actor_named(self.session, username, self.at)
        return replace(known[username], at=self.at)

    @property
    def reviewer(self) -> Actor:
        """Who reviews this case."""
        return self.person(self.case.reviewer)

    def words(self, name: str) -> str:
        """One of the sentences listed under this name."""
        return str(self.case.chance.choice(resource("words")[name]))

    def step(self, username: str, action: str, note: str | None = None) -> None:
        """Take a step as that person."""
        take_step(self.session, self.person(username), self.case.dossier_id, action, note)


def other_reviewer(staff: Staff, present: str) -> str:
    """The reviewer after this one; he himself where there is no other."""
    place = staff.reviewers.index(present)
    return staff.reviewers[(place + 1) % len(staff.reviewers)]


def a_moment_later(actor: Actor, seconds: int) -> Actor:
    """The same person, so many seconds on."""
    return replace(actor, at=actor.at + timedelta(seconds=seconds))
