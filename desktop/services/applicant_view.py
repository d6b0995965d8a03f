"""What the applicant may see of a dossier now: a matter of its status, as the scheme declares it (C-07)."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from desktop.models.vocabulary import PseudoRole, Verdict
from desktop.services.certificates import certificate_of
from desktop.services.deficiencies import rejected_papers
from desktop.services.dossiers import FieldRow, dossier_details
from desktop.services.intake.resubmission import RESUBMIT
from desktop.services.review import checklist_of
from desktop.services.rules import Label, Rules, rules_of_dossier
from desktop.services.timeline import StatusMove, status_moves

REMARKS = "remarks"
"""What a status shows of the office's verdicts and their reasons."""


@dataclass(frozen=True, slots=True)
class SeenItem:
    """A checklist item as the applicant sees it; verdict and remark only where the status shows remarks."""

    code: str
    title: Label
    how_to_check: Label
    rejected: bool
    remark: str


@dataclass(frozen=True, slots=True)
class ApplicantView:
    """The dossier from outside: parts that the status hides are None."""

    number: str
    status_label: Label
    answer_due_at: datetime | None
    may_answer: bool
    fields: tuple[FieldRow, ...] | None
    checklist: tuple[SeenItem, ...] | None
    paper_remarks: tuple[tuple[Label, str], ...] | None
    moves: tuple[StatusMove, ...] | None
    certificate_number: str | None
    symbol_code: str | None


def applicant_view(session: Session, dossier_id: int) -> ApplicantView:
    """What a portal may show; internal notes, other people's names and the journal are never part of it."""
    details = dossier_details(session, dossier_id)
    rules = rules_of_dossier(session, dossier_id)
    sees = rules.statuses[details.status].applicant_sees
    with_remarks = REMARKS in sees
    certificate = certificate_of(session, dossier_id) if "certificate" in sees else None
    papers = tuple((row.title, row.remark) for row in rejected_papers(session, dossier_id))
    return ApplicantView(
        number=details.number,
        status_label=details.status_label,
        answer_due_at=details.answer_due_at,
        may_answer=_may_answer(rules, details.status),
        fields=details.fields if "fields" in sees else None,
        checklist=_items(session, dossier_id, with_remarks=with_remarks) if "checklist" in sees else None,
        paper_remarks=papers if with_remarks else None,
        moves=status_moves(session, dossier_id) if "timeline" in sees else None,
        certificate_number=None if certificate is None else certificate.number,
        symbol_code=None if certificate is None else certificate.symbol_code,
    )


def _may_answer(rules: Rules, status: str) -> bool:
    """Where he may send again; everywhere else the dossier is read-only to him (X-04)."""
    steps = rules.steps_from(status)
    return any(step.role == PseudoRole.APPLICANT and step.action == RESUBMIT for step in steps)


def _items(session: Session, dossier_id: int, *, with_remarks: bool) -> tuple[SeenItem, ...]:
    rows = []
    for row in checklist_of(session, dossier_id):
        rejected = with_remarks and row.verdict is Verdict.REJECTED
        rows.append(SeenItem(row.code, row.title, row.how_to_check, rejected, row.remark if rejected else ""))
    return tuple(rows)
