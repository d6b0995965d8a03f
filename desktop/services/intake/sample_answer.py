"""Writes the package with which an applicant would answer the deficiency notice of one dossier."""

from datetime import datetime, timedelta
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.document import Document
from desktop.models.dossier import Dossier
from desktop.models.submission import Verification
from desktop.services.dossiers import find_dossier
from desktop.services.intake import sample_papers
from desktop.services.intake.answers import answer_to
from desktop.services.intake.field_versions import present_values
from desktop.services.intake.form import form_of
from desktop.services.intake.sample import FORMAT, Files, write_package


def sample_answer(session: Session, folder: Path, number: str, at: datetime) -> Path:
    """Write an answer to the dossier's rejected items into `folder`, submitted at `at`.

    It replies to every rejected item, replaces the first paper, and brings the verifications still missing
    (ENM-050, ENM-062). Raises NotFound("dossier.unknown").
    """
    dossier = session.get_one(Dossier, find_dossier(session, number))
    before = (at - timedelta(minutes=5)).isoformat(timespec="seconds")
    given = answer_to(session, dossier)
    document = given | {
        "format": FORMAT,
        "package_id": str(uuid5(NAMESPACE_URL, f"{number} {at.isoformat()}")),
        "submitted_at": at.isoformat(timespec="seconds"),
        "terms": given["terms"] | {"accepted_at": before},
        "verifications": _missing_verifications(session, dossier, before),
        "replies": [reply | {"text": "اصلاح شد؛ لطفاً دوباره بررسی شود."} for reply in given["replies"]],
        "message": "موارد اعلام‌شده برطرف شد.",
    }
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"answer-{dossier.number.replace('/', '-')}-{dossier.round}.zip"
    return write_package(path, document, _new_paper(session, dossier))


def _missing_verifications(session: Session, dossier: Dossier, at: str) -> list[dict[str, str]]:
    """Those that count, have a value in the fields and do not stand yet."""
    standing = set(
        session.scalars(
            select(Verification.kind).where(
                Verification.dossier_id == dossier.id, Verification.voided_at.is_(None)
            )
        )
    )
    values = present_values(session, dossier.id)
    rules = form_of(session, dossier.scheme_version_id).verifications.values()
    return [
        {"kind": rule.kind, "value": values[rule.field_code], "verified_at": at}
        for rule in rules
        if rule.counts and rule.kind not in standing and rule.field_code and values.get(rule.field_code)
    ]


def _new_paper(session: Session, dossier: Dossier) -> Files:
    first = session.scalars(
        select(Document.rule_code).where(Document.dossier_id == dossier.id).order_by(Document.id)
    ).first()
    if first is None:
        return {}
    picture = sample_papers.card(first.replace("_", " "), shade=10 * (dossier.round + 1))
    return {f"papers/{first.replace('_', '-')}.jpg": (first, picture)}
