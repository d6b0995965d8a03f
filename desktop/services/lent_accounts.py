"""The account lent for testing the shop: kept apart, read with a trace, erased at final approval."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound
from desktop.models.submission import TestAccount
from desktop.services import journal
from desktop.services.claims import demand_claim
from desktop.services.people import Actor
from desktop.services.unit_of_work import leave_no_trace


@dataclass(frozen=True, slots=True)
class LentAccount:
    """Credentials of the shop's test account (ENM-019)."""

    username: str
    password: str
    note: str | None


def keep(session: Session, actor: Actor, dossier_id: int, account: LentAccount) -> None:
    """Keep (or replace) the credentials; the journal learns that they came, never what they are."""
    kept = session.get(TestAccount, dossier_id) or TestAccount(dossier_id=dossier_id)
    kept.username, kept.password, kept.note = account.username, account.password, account.note
    kept.given_at = actor.at
    session.add(kept)
    journal.record(session, actor, "dossier:test-account:given", dossier_id)


def read(session: Session, actor: Actor, dossier_id: int) -> LentAccount:
    """Show the credentials to who holds the dossier; each reading is journalled.

    Raises NotFound("test_account.none") where none were lent or after the purge, else NotAllowed.
    """
    kept, dossier = session.get(TestAccount, dossier_id), session.get(Dossier, dossier_id)
    if kept is None or dossier is None:
        raise NotFound("test_account.none", dossier_id=dossier_id)
    demand_claim(actor, dossier)
    journal.record(session, actor, "dossier:test-account:read", dossier_id)
    return LentAccount(kept.username, kept.password, kept.note)


def purge(session: Session, actor: Actor, dossier_id: int) -> None:
    """Erase the credentials, on disk too (ENM-020); the journal never knew them and stays whole."""
    kept = session.get(TestAccount, dossier_id)
    if kept is not None:
        session.delete(kept)
        leave_no_trace(session)
        journal.record(session, actor, "dossier:test-account:purged", dossier_id)
