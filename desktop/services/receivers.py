"""To whom a dossier can be referred: colleagues whose desk it is at and whom no re-examination bars."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.dossier import BarredReviewer, Dossier
from desktop.models.errors import NotFound
from desktop.services.people import PersonRow, list_people
from desktop.services.rules import rules_of


def receivers_of(session: Session, dossier_id: int) -> list[PersonRow]:
    """Active people who may take this dossier in hand where it is, without who has it now."""
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    desk = rules_of(session, dossier.scheme_version_id).desk_roles(dossier.status)
    barred = set(
        session.scalars(select(BarredReviewer.person_id).where(BarredReviewer.dossier_id == dossier_id))
    )
    left_out = barred | {dossier.claimed_by_id}
    return [
        person
        for person in list_people(session)
        if person.active and person.id not in left_out and not desk.isdisjoint(person.roles)
    ]
