"""Clearance by an outside authority: asked for, answered, and told to the applicant (ENM-009…012)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound, RuleBroken
from desktop.models.outside import Clearance
from desktop.models.vocabulary import ClearanceResult, Role
from desktop.services import journal, notices
from desktop.services.people import Actor
from desktop.services.work_done import record_work


@dataclass(frozen=True, slots=True)
class ClearanceRow:
    """One enquiry and its answer."""

    authority: str
    result: ClearanceResult
    asked_at: datetime
    answered_at: datetime | None
    reference: str


def request(session: Session, actor: Actor, dossier: Dossier, authority: str) -> None:
    """Ask the authority, unless its answer is pending or was yes; a refusal may be asked again (ENM-011)."""
    latest = _latest(session, dossier.id, authority)
    if latest is not None and latest.result is not ClearanceResult.REFUSED:
        return
    session.add(
        Clearance(
            dossier_id=dossier.id,
            authority=authority,
            result=ClearanceResult.PENDING,
            asked_at=actor.at,
            reference="",
        )
    )
    journal.record(session, actor, "dossier:clearance:requested", dossier.id, authority=authority)


def record_answer(
    session: Session,
    actor: Actor,
    dossier_id: int,
    authority: str,
    result: ClearanceResult,
    reference: str,
) -> None:
    """Record the authority's answer and write the applicant's notice of it (ENM-012).

    Raises NotFound("clearance.not_asked"), RuleBroken("clearance.answered") or, without the number of the
    authority's letter, RuleBroken("clearance.reference_missing"). What follows a refusal is a step.
    """
    actor.demand(Role.REVIEWER, Role.SUPERVISOR)
    dossier = session.get(Dossier, dossier_id)
    latest = _latest(session, dossier_id, authority)
    if dossier is None or latest is None:
        raise NotFound("clearance.not_asked", authority=authority)
    if latest.result is not ClearanceResult.PENDING:
        raise RuleBroken("clearance.answered", authority=authority, result=latest.result)
    if result is ClearanceResult.PENDING or not reference.strip():
        raise RuleBroken("clearance.reference_missing", authority=authority)
    latest.result, latest.reference = result, reference.strip()
    latest.answered_at, latest.recorded_by_id = actor.at, actor.known_id
    record_work(session, actor, dossier_id, "intake")
    journal.record(
        session,
        actor,
        "dossier:clearance:answered",
        dossier_id,
        authority=authority,
        result=result.value,
        reference=latest.reference,
    )
    notices.write_notice(session, actor, dossier, "clearance_result", None)
    session.flush()


def clearances_of(session: Session, dossier_id: int) -> list[ClearanceRow]:
    """Every enquiry of a dossier, oldest first."""
    rows = session.scalars(select(Clearance).where(Clearance.dossier_id == dossier_id).order_by(Clearance.id))
    return [ClearanceRow(r.authority, r.result, r.asked_at, r.answered_at, r.reference) for r in rows]


def _latest(session: Session, dossier_id: int, authority: str) -> Clearance | None:
    return session.scalar(
        select(Clearance)
        .where(Clearance.dossier_id == dossier_id, Clearance.authority == authority)
        .order_by(Clearance.id.desc())
        .limit(1)
    )
