"""Other dossiers a reviewer should know of: the same applicant's, and those about the same subject."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import or_, select
from sqlalchemy.orm import Session, aliased

from desktop.models.dossier import Dossier
from desktop.services.rules import Label, rules_of


class Kinship(StrEnum):
    """Why another dossier is shown."""

    SAME_APPLICANT = "same_applicant"
    SAME_SUBJECT = "same_subject"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class KindredRow:
    """Another dossier of the same applicant or about the same subject."""

    id: int
    number: str
    kinship: Kinship
    applicant_name: str
    subject: str
    status: str
    status_label: Label
    opened_at: datetime


def kindred_of(session: Session, dossier_id: int) -> list[KindredRow]:
    """Dossiers with the same applicant or the same folded subject, newest first (X-01, ENM-018)."""
    this = aliased(Dossier)
    rows = session.execute(
        select(Dossier, this.applicant_id, this.subject_folded)
        .join(this, this.id == dossier_id)
        .where(
            Dossier.id != dossier_id,
            or_(Dossier.applicant_id == this.applicant_id, Dossier.subject_folded == this.subject_folded),
        )
        .order_by(Dossier.opened_at.desc(), Dossier.id.desc())
    )
    return [
        KindredRow(
            other.id,
            other.number,
            _kinship(other.applicant_id == applicant_id, other.subject_folded == subject),
            other.applicant_name,
            other.subject,
            other.status,
            rules_of(session, other.scheme_version_id).statuses[other.status].label,
            other.opened_at,
        )
        for other, applicant_id, subject in rows
    ]


def _kinship(same_applicant: bool, same_subject: bool) -> Kinship:  # noqa: FBT001
    if same_applicant and same_subject:
        return Kinship.BOTH
    return Kinship.SAME_APPLICANT if same_applicant else Kinship.SAME_SUBJECT
