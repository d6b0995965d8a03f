"""What an answer to a deficiency notice begins with: the dossier as it stands, replies to give."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.applicant import Applicant
from desktop.models.dossier import Dossier
from desktop.models.jalali import format_date
from desktop.models.submission import Submission
from desktop.models.vocabulary import ApplicantKind
from desktop.services import deficiencies
from desktop.services.intake.field_versions import present_values
from desktop.services.rules import rules_of


def answer_to(session: Session, dossier: Dossier) -> dict[str, Any]:
    """The parts of package.json that the dossier itself gives; replies and changes are still to be made."""
    terms = session.scalars(
        select(Submission.terms_version)
        .where(Submission.dossier_id == dossier.id)
        .order_by(Submission.id.desc())
    ).first()
    return {
        "purpose": "resubmit",
        "dossier": dossier.number,
        "scheme": rules_of(session, dossier.scheme_version_id).scheme,
        "kind": dossier.kind.value,
        "applicant": _applicant(session, dossier),
        "subject": dossier.subject,
        "fields": {},
        "terms": {"version": terms or "1"},
        "verifications": [],
        "replies": [
            {"item": item.code, "text": ""} for item in deficiencies.rejected_items(session, dossier.id)
        ],
    }


def _applicant(session: Session, dossier: Dossier) -> dict[str, Any]:
    """The applicant as the first package gave him."""
    applicant = session.get_one(Applicant, dossier.applicant_id)
    natural = applicant.kind is ApplicantKind.NATURAL_PERSON
    identity = "national_id" if natural else "legal_national_id"
    values = present_values(session, dossier.id)
    proxy = {"name": values.get("proxy_name"), "national_id": values.get("proxy_national_id")}
    given = {
        "kind": applicant.kind.value,
        "name": applicant.name,
        "foreigner_code" if applicant.is_foreign else identity: applicant.identity_number,
        "is_foreign": applicant.is_foreign,
        "birth_date": format_date(applicant.birth_date, "en") if applicant.birth_date else None,
        "sex": applicant.sex,
        "mobile": applicant.mobile,
        "email": applicant.email,
        "user_id": applicant.user_id,
        "managing_director": applicant.managing_director,
        "has_proxy": bool(proxy["name"]),
        "proxy": proxy if proxy["name"] else None,
    }
    return {key: value for key, value in given.items() if value is not None}
