"""The office's people as its administrators see them: roles, when each was last at work, what he holds."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound
from desktop.models.journal import JournalEntry
from desktop.models.staff import Person
from desktop.models.vocabulary import Role
from desktop.services.people import Actor
from desktop.services.rules import Label, rules_of


@dataclass(frozen=True, slots=True)
class StaffRow:
    """A person as the list of the office's people shows him."""

    id: int
    username: str
    name: str
    roles: tuple[Role, ...]
    active: bool
    entered_at: datetime
    last_act_at: datetime | None
    """The newest act of his that was journalled."""
    open_claims: int


@dataclass(frozen=True, slots=True)
class OpenWork:
    """A dossier a person holds."""

    dossier_id: int
    number: str
    subject: str
    status_label: Label
    due_at: datetime | None
    claimed_at: datetime | None


def staff(session: Session, actor: Actor) -> list[StaffRow]:
    """Everybody, active ones first, by username."""
    actor.demand(Role.ADMINISTRATOR)
    people = session.scalars(select(Person).order_by(Person.active.desc(), Person.username)).all()
    claims = dict(
        session.execute(
            select(Dossier.claimed_by_id, func.count())
            .where(Dossier.claimed_by_id.is_not(None))
            .group_by(Dossier.claimed_by_id)
        ).all()
    )
    last = _last_acts(session)
    return [
        StaffRow(
            id=person.id,
            username=person.username,
            name=person.name,
            roles=roles_of(person),
            active=person.active,
            entered_at=person.entered_at,
            last_act_at=last.get(person.id),
            open_claims=claims.get(person.id, 0),
        )
        for person in people
    ]


def open_work(session: Session, person_id: int) -> list[OpenWork]:
    """The dossiers a person holds, the most urgent first."""
    held = session.scalars(
        select(Dossier)
        .where(Dossier.claimed_by_id == person_id)
        .order_by(Dossier.due_at.is_(None), Dossier.due_at, Dossier.id)
    )
    return [
        OpenWork(
            one.id,
            one.number,
            one.subject,
            rules_of(session, one.scheme_version_id).statuses[one.status].label,
            one.due_at,
            one.claimed_at,
        )
        for one in held
    ]


def person_with(session: Session, person_id: int) -> Person:
    """The person with this id, active or not; raises NotFound("person.unknown")."""
    person = session.get(Person, person_id)
    if person is None:
        raise NotFound("person.unknown", username=str(person_id))
    return person


def roles_of(person: Person) -> tuple[Role, ...]:
    """A person's roles in the order of the vocabulary."""
    held = {role.role for role in person.roles}
    return tuple(role for role in Role if role in held)


def _last_acts(session: Session) -> dict[int, datetime]:
    entry = aliased(JournalEntry)
    newest = (
        select(entry.id)
        .where(entry.person_id == Person.id)
        .order_by(entry.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = session.execute(select(Person.id, JournalEntry.at).join(JournalEntry, JournalEntry.id == newest))
    return dict(rows.all())
