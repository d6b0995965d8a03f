"""Changes among the office's people: names, roles, who works here; all of it an administrator's act."""

from collections.abc import Collection
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import RuleBroken
from desktop.models.staff import Person, PersonRole
from desktop.models.text import normalize_persian
from desktop.models.vocabulary import Role
from desktop.services import journal
from desktop.services.claims import CLAIMED_PHASES
from desktop.services.people import Actor
from desktop.services.rules import rules_of
from desktop.services.staff_register import open_work, person_with, roles_of

NAMED = 5
"""So many dossiers are named in a refusal; how many there are is said too."""


def rename(session: Session, actor: Actor, person_id: int, name: str) -> None:
    """Put a person's name right; the username stays for ever. Raises RuleBroken("person.name_missing")."""
    actor.demand(Role.ADMINISTRATOR)
    person, name = person_with(session, person_id), normalize_persian(name)
    if not name:
        raise RuleBroken("person.name_missing")
    if name == person.name:
        return
    before, person.name = person.name, name
    _record(session, actor, "office:person:renamed", person, old=before, new=name)


def change_roles(session: Session, actor: Actor, person_id: int, roles: Collection[Role]) -> None:
    """Give a person these roles and no others.

    Raises RuleBroken("person.no_role"), RuleBroken("person.last_administrator"), and RuleBroken(
    "person.holds_dossiers") while he holds dossiers at whose desk he would have no work left.
    """
    actor.demand(Role.ADMINISTRATOR)
    person, wanted = person_with(session, person_id), set(roles)
    held = set(roles_of(person))
    if not wanted:
        raise RuleBroken("person.no_role", name=person.name)
    if wanted == held:
        return
    if Role.ADMINISTRATOR in held - wanted:
        _demand_another_administrator(session, person)
    _demand_no_claims(session, person, wanted)
    person.roles = [role for role in person.roles if role.role in wanted] + [
        PersonRole(role=role) for role in sorted(wanted - held)
    ]
    _record(
        session,
        actor,
        "office:roles:changed",
        person,
        added=sorted(wanted - held),
        removed=sorted(held - wanted),
    )


def disable(session: Session, actor: Actor, person_id: int) -> None:
    """End a person's work here; what he did stays under his name.

    Raises RuleBroken("person.oneself"), RuleBroken("person.last_administrator"), and RuleBroken(
    "person.holds_dossiers") until what he holds was handed on (`leaving.hand_on`).
    """
    actor.demand(Role.ADMINISTRATOR)
    person = person_with(session, person_id)
    if not person.active:
        return
    if person.id == actor.person_id:
        raise RuleBroken("person.oneself")
    if Role.ADMINISTRATOR in roles_of(person):
        _demand_another_administrator(session, person)
    _demand_no_claims(session, person, set())
    person.active = False
    _record(session, actor, "office:person:disabled", person)


def enable(session: Session, actor: Actor, person_id: int) -> None:
    """Let a person work here again, with the roles he had."""
    actor.demand(Role.ADMINISTRATOR)
    person = person_with(session, person_id)
    if not person.active:
        person.active = True
        _record(session, actor, "office:person:enabled", person)


def _record(session: Session, actor: Actor, tag: str, person: Person, **values: Any) -> None:
    journal.record(session, actor, tag, person=person.id, username=person.username, **values)
    session.flush()


def _demand_another_administrator(session: Session, person: Person) -> None:
    another = exists().where(
        Person.id != person.id,
        Person.active,
        PersonRole.person_id == Person.id,
        PersonRole.role == Role.ADMINISTRATOR,
    )
    if not session.scalar(select(another)):
        raise RuleBroken("person.last_administrator", name=person.name)


def _demand_no_claims(session: Session, person: Person, roles: Collection[str]) -> None:
    """Refuse while the person holds a dossier that these roles give him nothing to do with."""
    left = [
        work.number
        for work in open_work(session, person.id)
        if _desk(session, work.dossier_id).isdisjoint(roles)
    ]
    if left:
        numbers = left[:NAMED]
        raise RuleBroken("person.holds_dossiers", name=person.name, count=len(left), numbers=numbers)


def _desk(session: Session, dossier_id: int) -> frozenset[str]:
    dossier = session.get_one(Dossier, dossier_id)
    rules = rules_of(session, dossier.scheme_version_id)
    if dossier.phase in CLAIMED_PHASES:
        return rules.desk_roles(dossier.status)
    # Held while an outside authority is waited for: who takes a step from there has a reason to hold it.
    return frozenset(step.role for step in rules.steps_from(dossier.status))
