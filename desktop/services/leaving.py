"""What somebody who leaves still holds: handed to a colleague or put back, dossier by dossier."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import NotAllowed, RuleBroken
from desktop.models.vocabulary import Role
from desktop.services import journal
from desktop.services.claims import demand_desk, hand_to
from desktop.services.people import Actor, actor_named
from desktop.services.staff_register import open_work, person_with


@dataclass(frozen=True, slots=True)
class HandedOn:
    """How many dossiers a colleague got, and the numbers of those that went back to their desk."""

    to_colleague: int
    put_back: tuple[str, ...]


def hand_on(
    session: Session, actor: Actor, person_id: int, reason: str, username: str | None = None
) -> HandedOn:
    """Hand everything a person holds to the colleague `username`; what is not for him goes back to its desk.

    Without a colleague all of it goes back. A supervisor or administrator may. Raises
    RuleBroken("handing_on.reason_missing") and NotFound("person.unknown").
    """
    actor.demand(Role.SUPERVISOR, Role.ADMINISTRATOR)
    if not reason.strip():
        raise RuleBroken("handing_on.reason_missing")
    person = person_with(session, person_id)
    colleague = None if username is None else actor_named(session, username, actor.at)
    to_colleague, put_back = 0, []
    for work in open_work(session, person.id):
        dossier = session.get_one(Dossier, work.dossier_id)
        if colleague is not None and _may_work_on(session, colleague, dossier):
            before = dossier.claimed_by_id
            hand_to(
                session,
                actor,
                dossier,
                colleague.known_id,
                "dossier:claim:reassigned",
                reason=reason.strip(),
                before=before,
            )
            to_colleague += 1
        else:
            _put_back(session, actor, dossier, reason)
            put_back.append(dossier.number)
    session.flush()
    return HandedOn(to_colleague, tuple(put_back))


def _may_work_on(session: Session, colleague: Actor, dossier: Dossier) -> bool:
    try:
        demand_desk(session, colleague, dossier)
    except NotAllowed:
        return False
    return True


def _put_back(session: Session, actor: Actor, dossier: Dossier, reason: str) -> None:
    before, dossier.claimed_by_id, dossier.claimed_at = dossier.claimed_by_id, None, None
    journal.record(session, actor, "dossier:claim:put_back", dossier.id, before=before, reason=reason.strip())
