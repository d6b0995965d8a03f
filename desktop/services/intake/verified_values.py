"""What a portal verified, and what is verified no longer because its value changed (ENM-049, ENM-052)."""

from collections.abc import Iterable

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.identity_numbers import normalize_mobile
from desktop.models.scheme_rules import VerificationRule
from desktop.models.submission import Verification
from desktop.models.text import fold
from desktop.services import journal
from desktop.services.intake.request import Verified
from desktop.services.people import Actor


def write_verifications(
    session: Session, actor: Actor, dossier_id: int, verified: Iterable[Verified], *, is_first: bool
) -> None:
    """Add what was verified; one that stands for the same value stays as it is."""
    standing = {} if is_first else _standing(session, dossier_id)
    new: list[Verified] = []
    for one in verified:
        before = standing.get(one.asked.kind)
        if before is None or fold(before.value) != fold(one.value):
            new.append(one)
            if before is not None:
                _void(session, actor, before)
                session.flush()
    rows = [
        {
            "dossier_id": dossier_id,
            "kind": one.asked.kind,
            "counts": one.asked.counts,
            "value": one.value,
            "verified_at": one.verified_at,
        }
        for one in new
    ]
    if rows:
        session.connection().execute(insert(Verification), rows)


def void_verified_mobile(session: Session, actor: Actor, dossier: Dossier, old: str) -> None:
    """Void what was verified of the applicant's earlier mobile, which is no declared field."""
    rows = session.scalars(
        select(Verification)
        .join(
            VerificationRule,
            (VerificationRule.kind == Verification.kind)
            & (VerificationRule.scheme_version_id == dossier.scheme_version_id),
        )
        .where(
            Verification.dossier_id == dossier.id,
            Verification.voided_at.is_(None),
            VerificationRule.field_code.is_(None),
        )
    )
    for verification in rows:
        if normalize_mobile(verification.value) == old:
            _void(session, actor, verification)
    session.flush()


def _void(session: Session, actor: Actor, verification: Verification) -> None:
    verification.voided_at = actor.at
    journal.record(
        session, actor, "dossier:verification:voided", verification.dossier_id, kind=verification.kind
    )


def _standing(session: Session, dossier_id: int) -> dict[str, Verification]:
    rows = session.scalars(
        select(Verification).where(Verification.dossier_id == dossier_id, Verification.voided_at.is_(None))
    )
    return {row.kind: row for row in rows}
