"""The six people of the demo office, and who of an office's people takes which part in a case."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.models.errors import NotFound
from desktop.models.vocabulary import Role
from desktop.services.demo.resources import resource
from desktop.services.people import PersonRow, add_person, list_people


@dataclass(frozen=True, slots=True)
class Staff:
    """Usernames by the part they take; whoever manages has no hand in the work before (four eyes)."""

    reviewers: tuple[str, ...]
    officer: str
    clerk: str
    supervisor: str
    manager: str
    administrator: str


def hire(session: Session, at: datetime) -> Staff:
    """Enter the six people of the demo office."""
    for person in resource("staff")["person"]:
        roles = [Role(role) for role in person["roles"]]
        add_person(session, person["username"], person["name"], roles, at)
    return staff_of(session)


def staff_of(session: Session) -> Staff:
    """Who does what in this office; raises NotFound("staff.missing") when a part has nobody."""
    active = [person for person in list_people(session) if person.active]
    return Staff(
        reviewers=tuple(person.username for person in _with(active, Role.REVIEWER)),
        officer=_with(active, Role.DOCUMENTS_OFFICER)[0].username,
        clerk=_with(active, Role.CLERK)[0].username,
        supervisor=_with(active, Role.SUPERVISOR)[0].username,
        manager=_with(active, Role.MANAGER)[0].username,
        administrator=_with(active, Role.ADMINISTRATOR)[0].username,
    )


def _with(people: list[PersonRow], role: Role) -> list[PersonRow]:
    """Those with the role, who has the fewest other roles first."""
    found = sorted((person for person in people if role in person.roles), key=lambda one: len(one.roles))
    if not found:
        raise NotFound("staff.missing", role=role.value)
    return found
