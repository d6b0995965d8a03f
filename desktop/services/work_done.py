"""Remembers who has had a hand in a dossier; the four-eyes guard is answered from here."""

from sqlalchemy import ColumnElement, exists
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier, WorkDone
from desktop.services.people import Actor


def record_work(session: Session, actor: Actor, dossier_id: int, kind: str) -> None:
    """Note that the actor worked on the dossier: `review`, `documents` or `intake`; once is enough."""
    person_id = actor.known_id
    if session.get(WorkDone, (dossier_id, person_id, kind)) is None:
        session.add(WorkDone(dossier_id=dossier_id, person_id=person_id, kind=kind, first_at=actor.at))


def has_worked_on(person_id: int) -> ColumnElement[bool]:
    """The condition that this person has worked on the dossier; entering papers and payments is no work."""
    return exists().where(
        WorkDone.dossier_id == Dossier.id, WorkDone.person_id == person_id, WorkDone.kind != "intake"
    )
