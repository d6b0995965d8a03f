"""What an office is: its name, and whether it is only there to be tried out."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.models.office import Office
from desktop.services.rules import Label


@dataclass(frozen=True, slots=True)
class OfficeCard:
    """Name in three languages, kind and age of an office."""

    name: Label
    is_demo: bool
    created_at: datetime


def office_card(session: Session) -> OfficeCard:
    """The card of this office."""
    office = session.get_one(Office, 1)
    return OfficeCard(office.name, office.is_demo, office.created_at)
