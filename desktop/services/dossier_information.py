"""What is known of a dossier besides its review: form, verifications, enquiries, fees, lent account, kin."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from desktop.models.outside import FeeLine, Payment
from desktop.models.staff import Person
from desktop.models.submission import TestAccount
from desktop.services.clearances import ClearanceRow, clearances_of
from desktop.services.fees import FeeRow, fees_of
from desktop.services.field_history import FieldHistory, field_histories
from desktop.services.kindred import KindredRow, kindred_of
from desktop.services.verifications import VerificationRow, verifications_of


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """One payment that was recorded against a fee of the dossier."""

    fee: str
    amount_rial: int
    paid_on: date
    reference: str
    person: str
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Information:
    """Everything the tab of information shows."""

    fields: tuple[FieldHistory, ...]
    verifications: tuple[VerificationRow, ...]
    clearances: tuple[ClearanceRow, ...]
    fees: tuple[FeeRow, ...]
    payments: tuple[PaymentRow, ...]
    has_lent_account: bool
    kindred: tuple[KindredRow, ...]


def information_of(session: Session, dossier_id: int) -> Information:
    """The information on one dossier; raises NotFound("dossier.unknown")."""
    return Information(
        fields=tuple(field_histories(session, dossier_id)),
        verifications=tuple(verifications_of(session, dossier_id)),
        clearances=tuple(clearances_of(session, dossier_id)),
        fees=tuple(fees_of(session, dossier_id)),
        payments=tuple(_payments(session, dossier_id)),
        has_lent_account=bool(session.scalar(select(exists().where(TestAccount.dossier_id == dossier_id)))),
        kindred=tuple(kindred_of(session, dossier_id)),
    )


def _payments(session: Session, dossier_id: int) -> list[PaymentRow]:
    rows = session.execute(
        select(
            FeeLine.fee_code,
            Payment.amount_rial,
            Payment.paid_on,
            Payment.reference,
            Person.name,
            Payment.recorded_at,
        )
        .join(FeeLine, FeeLine.id == Payment.fee_line_id)
        .join(Person, Person.id == Payment.recorded_by_id)
        .where(FeeLine.dossier_id == dossier_id)
        .order_by(Payment.id)
    )
    return [PaymentRow(*row) for row in rows]
