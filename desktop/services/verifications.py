"""Contacts and domain control verified: what the portal proved, and what a reviewer proves himself."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier, FieldValue
from desktop.models.errors import NotFound, RuleBroken
from desktop.models.scheme_rules import VerificationRule
from desktop.models.submission import Verification
from desktop.models.vocabulary import Role
from desktop.services import journal
from desktop.services.people import Actor
from desktop.services.rules import Label
from desktop.services.work_done import record_work


@dataclass(frozen=True, slots=True)
class VerificationRow:
    """One kind of verification with its state on a dossier."""

    kind: str
    label: Label
    counts: bool
    value: str | None
    verified_at: datetime | None


def record_verification(session: Session, actor: Actor, dossier_id: int, kind: str) -> None:
    """Record that the present value of this contact was verified by the office (ENM-049, ENM-050)."""
    actor.demand(Role.REVIEWER)
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    rule = session.get(VerificationRule, (dossier.scheme_version_id, kind))
    if rule is None:
        raise NotFound("verification.unknown", kind=kind)
    if _standing(session, dossier_id, kind) is not None:
        raise RuleBroken("verification.already", kind=kind)
    session.add(
        Verification(
            dossier_id=dossier_id,
            kind=kind,
            counts=rule.counts,
            value=_present_value(session, dossier, rule),
            verified_at=actor.at,
            recorded_by_id=actor.known_id,
        )
    )
    record_work(session, actor, dossier_id, "review")
    journal.record(session, actor, "dossier:verification:recorded", dossier_id, kind=kind)
    session.flush()


def void_changed(session: Session, actor: Actor, dossier_id: int, field_codes: set[str]) -> list[str]:
    """Void every verification whose field has just changed (ENM-052); gives the voided kinds."""
    dossier = session.get_one(Dossier, dossier_id)
    rows = session.execute(
        select(Verification, VerificationRule.field_code)
        .join(
            VerificationRule,
            (VerificationRule.kind == Verification.kind)
            & (VerificationRule.scheme_version_id == dossier.scheme_version_id),
        )
        .where(Verification.dossier_id == dossier_id, Verification.voided_at.is_(None))
    )
    voided = []
    for verification, field_code in rows:
        if field_code in field_codes:
            verification.voided_at = actor.at
            voided.append(verification.kind)
            journal.record(session, actor, "dossier:verification:voided", dossier_id, kind=verification.kind)
    session.flush()
    return voided


def verifications_of(session: Session, dossier_id: int) -> list[VerificationRow]:
    """Every kind the scheme knows, with what stands verified."""
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    rows = session.execute(_KINDS, {"dossier": dossier_id, "version": dossier.scheme_version_id})
    return [VerificationRow(*row) for row in rows]


_KINDS = (
    select(
        VerificationRule.kind,
        VerificationRule.label,
        VerificationRule.counts,
        Verification.value,
        Verification.verified_at,
    )
    .outerjoin(
        Verification,
        (Verification.kind == VerificationRule.kind)
        & (Verification.dossier_id == bindparam("dossier"))
        & Verification.voided_at.is_(None),
    )
    .where(VerificationRule.scheme_version_id == bindparam("version"))
    .order_by(VerificationRule.position)
)


def _standing(session: Session, dossier_id: int, kind: str) -> Verification | None:
    return session.scalar(
        select(Verification).where(
            Verification.dossier_id == dossier_id,
            Verification.kind == kind,
            Verification.voided_at.is_(None),
        )
    )


def _present_value(session: Session, dossier: Dossier, rule: VerificationRule) -> str:
    if rule.field_code is None:
        return dossier.subject
    value = session.scalar(
        select(FieldValue.value).where(
            FieldValue.dossier_id == dossier.id,
            FieldValue.field_code == rule.field_code,
            FieldValue.replaced_at.is_(None),
        )
    )
    if not value:
        raise RuleBroken("verification.no_value", kind=rule.kind, field=rule.field_code)
    return value
