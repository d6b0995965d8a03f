"""The two blacklists, persons and domain names: entering, lifting, and hits shown to whoever works (C-28)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound, RuleBroken
from desktop.models.jalali import in_tehran
from desktop.models.outside import BlacklistEntry, Clearance
from desktop.models.text import fold
from desktop.models.vocabulary import BlacklistSubject, ClearanceResult, Role
from desktop.services import journal
from desktop.services.people import Actor


@dataclass(frozen=True, slots=True)
class BlacklistHit:
    """An entry in force that concerns a dossier's applicant or domain name."""

    entry_id: int
    subject_kind: BlacklistSubject
    reason: str
    authority: str
    entered_on: date


def enter_person_of(session: Session, actor: Actor, dossier: Dossier, reason: str | None) -> None:
    """Blacklist the applicant after a refused clearance (ENM-010); an entry in force stays as it is.

    The entry names the authority that refused, as an entry by hand does (C-28).
    """
    applicant = session.get_one(Applicant, dossier.applicant_id)
    if any(hit.subject_kind is BlacklistSubject.PERSON for hit in hits_of(session, dossier.id)):
        return
    authority = session.scalar(
        select(Clearance.authority)
        .where(Clearance.dossier_id == dossier.id, Clearance.result == ClearanceResult.REFUSED)
        .order_by(Clearance.id.desc())
        .limit(1)
    )
    subject = (BlacklistSubject.PERSON, applicant.identity_number)
    _enter(session, actor, *subject, reason or "", authority or "", dossier.id)


def enter(
    session: Session, actor: Actor, kind: BlacklistSubject, value: str, reason: str, authority: str
) -> int:
    """Put a person or domain name on its list; manager only, with reason and authority.

    `value` is an identity number or a domain name, however typed: dossiers are held against its folded form.
    """
    actor.demand(Role.MANAGER)
    if not reason.strip():
        raise RuleBroken("blacklist.reason_missing")
    return _enter(session, actor, kind, fold(value), reason.strip(), authority.strip(), None)


def lift(session: Session, actor: Actor, entry_id: int, reason: str) -> None:
    """Lift an entry after a lawful re-examination (ENM-011, G-08); the entry stays on record."""
    actor.demand(Role.MANAGER)
    entry = session.get(BlacklistEntry, entry_id)
    if entry is None or entry.lifted_on is not None:
        raise NotFound("blacklist.no_entry", entry_id=entry_id)
    if not reason.strip():
        raise RuleBroken("blacklist.reason_missing")
    entry.lifted_on, entry.lifted_by_id = in_tehran(actor.at).date(), actor.known_id
    entry.lift_reason = reason.strip()
    journal.record(session, actor, "blacklist:entry:lifted", entry.dossier_id, entry=entry.id, reason=reason)
    session.flush()


def hits_of(session: Session, dossier_id: int) -> list[BlacklistHit]:
    """Entries in force against the dossier's applicant or domain name."""
    rows = session.scalars(
        select(BlacklistEntry)
        .join(Dossier, Dossier.id == dossier_id)
        .join(Applicant, Applicant.id == Dossier.applicant_id)
        .where(
            BlacklistEntry.lifted_on.is_(None),
            or_(
                and_(
                    BlacklistEntry.subject_kind == BlacklistSubject.PERSON,
                    BlacklistEntry.subject_value == Applicant.identity_number,
                ),
                and_(
                    BlacklistEntry.subject_kind == BlacklistSubject.DOMAIN_NAME,
                    BlacklistEntry.subject_value == Dossier.subject_folded,
                ),
            ),
        )
    )
    return [BlacklistHit(r.id, r.subject_kind, r.reason, r.authority, r.entered_on) for r in rows]


def _enter(
    session: Session,
    actor: Actor,
    kind: BlacklistSubject,
    value: str,
    reason: str,
    authority: str,
    dossier_id: int | None,
) -> int:
    entry = BlacklistEntry(
        subject_kind=kind,
        subject_value=value,
        reason=reason,
        authority=authority,
        dossier_id=dossier_id,
        entered_on=in_tehran(actor.at).date(),
        entered_by_id=actor.person_id,
        lift_reason="",
    )
    session.add(entry)
    session.flush()
    # The identity number stays out of the journal: entries there are never deleted.
    journal.record(session, actor, "blacklist:entry:entered", dossier_id, entry=entry.id, kind=kind.value)
    return entry.id
