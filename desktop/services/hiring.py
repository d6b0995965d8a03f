"""Enters people into a working office: an administrator's act, with its trace in the journal."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from desktop.models.vocabulary import Role
from desktop.services import journal
from desktop.services.people import Actor, add_person


def hire(session: Session, actor: Actor, username: str, name: str, roles: Sequence[Role]) -> int:
    """Enter a person with his roles and give his id.

    Raises NotAllowed for anybody but an administrator, RuleBroken("person.exists") for a username in use.
    """
    actor.demand(Role.ADMINISTRATOR)
    person_id = add_person(session, username, name, roles, actor.at)
    journal.record(
        session, actor, "office:person:hired", person=person_id, username=username, roles=sorted(set(roles))
    )
    return person_id
