"""The outbox: what the applicant must be told, frozen in the same transaction as the step that causes it."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.certificate import Certificate
from desktop.models.dossier import Dossier
from desktop.models.notice import Notice
from desktop.models.outside import Clearance
from desktop.models.vocabulary import NoticeState
from desktop.services import deficiencies, journal
from desktop.services.held_acts import HOLD
from desktop.services.people import Actor


@dataclass(frozen=True, slots=True)
class NoticeRow:
    """One message of the outbox."""

    id: int
    kind: str
    state: NoticeState
    created_at: datetime
    recipient: dict[str, Any]
    content: dict[str, Any]


def write_notice(session: Session, actor: Actor, dossier: Dossier, kind: str, note: str | None) -> None:
    """Write one notice about the dossier; what it says depends on its kind, never on internal notes."""
    applicant = session.get_one(Applicant, dossier.applicant_id)
    content = {
        "number": dossier.number,
        "subject": dossier.subject,
        "status": dossier.status,
        "round": dossier.round,
        "answer_due_at": None if dossier.answer_due_at is None else dossier.answer_due_at.isoformat(),
        **CONTENT_BY_KIND.get(kind, _nothing_more)(session, dossier, note),
    }
    session.add(
        Notice(
            dossier_id=dossier.id,
            kind=kind,
            recipient={"name": applicant.name, "email": applicant.email, "mobile": applicant.mobile},
            content=content,
            created_at=actor.at,
            not_before=actor.at + HOLD,
            state=NoticeState.WAITING,
        )
    )
    journal.record(session, actor, "dossier:notice:written", dossier.id, kind=kind)


def carries_note(kind: str) -> bool:
    """Whether a notice of this kind tells the applicant the note of the step that causes it."""
    return CONTENT_BY_KIND.get(kind) in (_said, _said_and_rejected)


def notices_of(session: Session, dossier_id: int) -> list[NoticeRow]:
    """Every notice of a dossier, oldest first."""
    rows = session.scalars(select(Notice).where(Notice.dossier_id == dossier_id).order_by(Notice.id))
    return [NoticeRow(r.id, r.kind, r.state, r.created_at, r.recipient, r.content) for r in rows]


def _nothing_more(session: Session, dossier: Dossier, note: str | None) -> dict[str, Any]:
    return {}


def _rejected_items(session: Session, dossier: Dossier, note: str | None) -> dict[str, Any]:
    items = deficiencies.rejected_items(session, dossier.id)
    return {"items": [{"code": item.code, "title": item.title, "remark": item.remark} for item in items]}


def _rejected_papers(session: Session, dossier: Dossier, note: str | None) -> dict[str, Any]:
    papers = deficiencies.rejected_papers(session, dossier.id)
    return {"papers": [{"rule": row.code, "label": row.title, "reason": row.remark} for row in papers]}


def _said(session: Session, dossier: Dossier, note: str | None) -> dict[str, Any]:
    return {"text": note or ""}


def _said_and_rejected(session: Session, dossier: Dossier, note: str | None) -> dict[str, Any]:
    # A package that answers must reply to every rejected item, so the demand has to name them too.
    return {**_said(session, dossier, note), **_rejected_items(session, dossier, note)}


def _certificate(session: Session, dossier: Dossier, note: str | None) -> dict[str, Any]:
    certificate = session.get(Certificate, dossier.certificate_id) if dossier.certificate_id else None
    if certificate is None:
        return {}
    return {
        "certificate": certificate.number,
        "symbol_code": certificate.symbol_code,
        "last_valid_day": certificate.last_valid_day.isoformat(),
    }


def _clearance(session: Session, dossier: Dossier, note: str | None) -> dict[str, Any]:
    answered = session.scalars(
        select(Clearance)
        .where(Clearance.dossier_id == dossier.id, Clearance.answered_at.is_not(None))
        .order_by(Clearance.id.desc())
    ).first()
    return {} if answered is None else {"authority": answered.authority, "result": answered.result.value}


CONTENT_BY_KIND: dict[str, Callable[[Session, Dossier, str | None], dict[str, Any]]] = {
    "deficiency_notice": _rejected_items,
    "papers_rejection_notice": _rejected_papers,
    "guild_activity_demand": _said_and_rejected,
    "not_applicable_notice": _said,
    "clearance_refusal_notice": _said,
    "refusal_notice": _said,
    "clearance_result": _clearance,
    "approval_notice": _certificate,
    "temporary_symbol_notice": _certificate,
    "activation_notice": _certificate,
}
"""Kinds that say more than where the dossier stands; all others carry the plain facts only."""
