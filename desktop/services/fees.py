"""Fees of a dossier by its scheme's tariff, and the payments recorded against them (C-02, F1…F3)."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound, RuleBroken
from desktop.models.jalali import in_tehran
from desktop.models.outside import FeeLine, Payment
from desktop.models.scheme_rules import FeeRule
from desktop.models.vocabulary import Role
from desktop.services import journal
from desktop.services.people import Actor
from desktop.services.rules import Label
from desktop.services.work_done import record_work


@dataclass(frozen=True, slots=True)
class FeeRow:
    """A fee line with what has been paid; rial."""

    code: str
    label: Label
    amount_rial: int
    paid_rial: int
    informative: bool
    charged_on: str

    @property
    def owed_rial(self) -> int:
        """What is still to be paid."""
        return max(self.amount_rial - self.paid_rial, 0)


def charge(session: Session, actor: Actor, dossier: Dossier, on: str) -> None:
    """Write the tariff lines that fall due on this occasion, zero and informative lines too, each once."""
    rules = session.scalars(
        select(FeeRule)
        .where(FeeRule.scheme_version_id == dossier.scheme_version_id, FeeRule.charged_on == on)
        .order_by(FeeRule.position)
    )
    present = set(session.scalars(select(FeeLine.fee_code).where(FeeLine.dossier_id == dossier.id)))
    for rule in rules:
        if rule.code not in present:
            session.add(
                FeeLine(
                    dossier_id=dossier.id,
                    fee_code=rule.code,
                    label=rule.label,
                    amount_rial=rule.amount_rial,
                    informative=rule.informative,
                    charged_on=on,
                    charged_at=actor.at,
                )
            )


def record_payment(
    session: Session,
    actor: Actor,
    dossier_id: int,
    fee_code: str,
    amount_rial: int,
    paid_on: date,
    reference: str,
) -> None:
    """Record a payment from its receipt: rial, above zero, not of a coming day; each receipt counts once."""
    actor.demand(Role.CLERK, Role.REVIEWER, Role.DOCUMENTS_OFFICER)
    line = session.scalar(
        select(FeeLine).where(FeeLine.dossier_id == dossier_id, FeeLine.fee_code == fee_code)
    )
    if line is None:
        raise NotFound("fee.unknown", fee=fee_code)
    if line.informative:
        raise RuleBroken("fee.informative", fee=fee_code)
    if amount_rial <= 0:
        raise RuleBroken("payment.amount", amount=amount_rial)
    if paid_on > in_tehran(actor.at).date():
        raise RuleBroken("payment.in_future", paid_on=paid_on)
    if not reference.strip():
        raise RuleBroken("payment.reference_missing")
    if session.scalar(select(Payment.id).where(Payment.reference == reference)) is not None:
        raise RuleBroken("payment.reference_used", reference=reference)
    outstanding = next(row.owed_rial for row in fees_of(session, dossier_id) if row.code == fee_code)
    if amount_rial > outstanding:
        raise RuleBroken("payment.too_much", amount=amount_rial, outstanding=outstanding)
    session.add(
        Payment(
            fee_line_id=line.id,
            amount_rial=amount_rial,
            paid_on=paid_on,
            reference=reference,
            recorded_by_id=actor.known_id,
            recorded_at=actor.at,
        )
    )
    record_work(session, actor, dossier_id, "intake")
    journal.record(
        session,
        actor,
        "dossier:payment:recorded",
        dossier_id,
        fee=fee_code,
        amount_rial=amount_rial,
        reference=reference,
    )
    session.flush()


def fees_of(session: Session, dossier_id: int) -> list[FeeRow]:
    """The dossier's fee lines with the sums paid."""
    paid = func.coalesce(func.sum(Payment.amount_rial), 0)
    rows = session.execute(
        select(FeeLine, paid)
        .outerjoin(Payment, Payment.fee_line_id == FeeLine.id)
        .where(FeeLine.dossier_id == dossier_id)
        .group_by(FeeLine.id)
        .order_by(FeeLine.id)
    )
    return [
        FeeRow(line.fee_code, line.label, line.amount_rial, int(total), line.informative, line.charged_on)
        for line, total in rows
    ]
