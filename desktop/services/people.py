"""Who acts: the people of the office, their roles, and the actor every service is told about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop.models.errors import NotAllowed, NotFound, RuleBroken
from desktop.models.staff import Person, PersonRole
from desktop.models.vocabulary import PseudoRole, Role

# Asked before whatever anybody does: one statement, made once.
_NAMED: Final = (
    select(Person.id, Person.name, PersonRole.role)
    .outerjoin(PersonRole, PersonRole.person_id == Person.id)
    .where(Person.username == bindparam("username"), Person.active)
)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody acting at one moment: one gesture, one moment, however many rows it writes."""

    person_id: int | None
    name: str
    roles: frozenset[str]
    at: datetime

    def demand(self, *allowed: str) -> None:
        """Raise NotAllowed unless the actor has one of these roles."""
        if self.roles.isdisjoint(allowed):
            raise NotAllowed("role.missing", person=self.name, roles=[str(role) for role in allowed])

    @property
    def known_id(self) -> int:
        """Id of the person; the applicant and the clock have none, and may not do what asks for one."""
        if self.person_id is None:
            raise NotAllowed("role.person_needed")
        return self.person_id


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person as lists show him."""

    id: int
    username: str
    name: str
    roles: tuple[Role, ...]
    active: bool


def applicant(at: datetime) -> Actor:
    """The applicant, acting through an intake package."""
    return Actor(None, PseudoRole.APPLICANT, frozenset({PseudoRole.APPLICANT.value}), at)


def clock(at: datetime) -> Actor:
    """The clock, acting when a time limit has passed."""
    return Actor(None, PseudoRole.SYSTEM, frozenset({PseudoRole.SYSTEM.value}), at)


def actor_named(session: Session, username: str, at: datetime) -> Actor:
    """The active person called `username`; raises NotFound("person.unknown")."""
    rows = session.execute(_NAMED, {"username": username}).all()
    if not rows:
        raise NotFound("person.unknown", username=username)
    roles = frozenset(row.role.value for row in rows if row.role is not None)
    return Actor(rows[0].id, rows[0].name, roles, at)


def add_person(session: Session, username: str, name: str, roles: Iterable[Role], at: datetime) -> int:
    """Enter a person with his roles; raises RuleBroken("person.exists") when the username is taken."""
    if session.scalar(select(Person.id).where(Person.username == username)) is not None:
        raise RuleBroken("person.exists", username=username)
    person = Person(username=username, name=name, active=True, entered_at=at)
    person.roles = [PersonRole(role=role) for role in sorted(set(roles))]
    session.add(person)
    session.flush()
    return person.id


def list_people(session: Session) -> list[PersonRow]:
    """Everybody in the office, by username."""
    people = session.scalars(select(Person).order_by(Person.username))
    return [
        PersonRow(p.id, p.username, p.name, tuple(sorted(role.role for role in p.roles)), p.active)
        for p in people
    ]
