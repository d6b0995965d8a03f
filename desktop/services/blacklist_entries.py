"""Lists the entries of the two blacklists for those who keep them."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.outside import BlacklistEntry
from desktop.models.vocabulary import BlacklistSubject, Role
from desktop.services.people import Actor


@dataclass(frozen=True, slots=True)
class EntryRow:
    """An entry; `lifted_on` is None while it is in force."""

    id: int
    subject_kind: BlacklistSubject
    value: str
    reason: str
    authority: str
    entered_on: date
    lifted_on: date | None


def list_entries(session: Session, actor: Actor, *, lifted_too: bool = False) -> list[EntryRow]:
    """Entries in force, the newest first; with `lifted_too` all that ever were (C-28)."""
    actor.demand(Role.MANAGER, Role.SUPERVISOR, Role.REVIEWER, Role.AUDITOR)
    entries = select(BlacklistEntry).order_by(BlacklistEntry.id.desc())
    if not lifted_too:
        entries = entries.where(BlacklistEntry.lifted_on.is_(None))
    return [
        EntryRow(e.id, e.subject_kind, e.subject_value, e.reason, e.authority, e.entered_on, e.lifted_on)
        for e in session.scalars(entries)
    ]
