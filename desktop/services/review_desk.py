"""A dossier's review in one call: the checklist with what was said before, papers, drafts and changes."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.submission import Submission
from desktop.models.vocabulary import Verdict
from desktop.services.attachments import DocumentRow, documents_of
from desktop.services.changes import Baseline, Changes, what_changed
from desktop.services.deficiencies import Deficiency, deficiency_ledger
from desktop.services.notes import MarkRow, marks_of
from desktop.services.people import Actor
from desktop.services.review import ItemRow, checklist_of, drafts_of
from desktop.services.verifications import VerificationRow, verifications_of

Draft = tuple[Verdict | None, str]


@dataclass(frozen=True, slots=True)
class ReviewDesk:
    """What lies on the desk while the items of a dossier are judged."""

    items: tuple[ItemRow, ...]
    drafts: Mapping[str, Draft]
    """The reviewer's own, by item."""
    ledger: Mapping[str, Deficiency]
    """Every item that was ever rejected, over all rounds."""
    marks: tuple[MarkRow, ...]
    documents: tuple[DocumentRow, ...]
    """In all their versions."""
    changes: Changes
    verifications: tuple[VerificationRow, ...]
    sent_at: Mapping[int, datetime]
    """When the applicant sent each round."""


def desk_of(session: Session, actor: Actor, dossier_id: int, baseline: Baseline) -> ReviewDesk:
    """The review of one dossier, its changes held against `baseline`; raises NotFound("dossier.unknown")."""
    return ReviewDesk(
        items=tuple(checklist_of(session, dossier_id)),
        drafts=drafts_of(session, actor, dossier_id),
        ledger={row.code: row for row in deficiency_ledger(session, dossier_id)},
        marks=tuple(marks_of(session, dossier_id)),
        documents=tuple(documents_of(session, dossier_id)),
        changes=what_changed(session, actor, dossier_id, baseline),
        verifications=tuple(verifications_of(session, dossier_id)),
        sent_at=_sent_at(session, dossier_id),
    )


def _sent_at(session: Session, dossier_id: int) -> dict[int, datetime]:
    rows = select(Submission.round, Submission.submitted_at).where(Submission.dossier_id == dossier_id)
    return dict(session.execute(rows).all())
