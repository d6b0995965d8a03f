"""The counter: a clerk begins an application or an answer and hands it in by the door of all packages."""

from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import Conflict, RuleBroken
from desktop.services.dossiers import find_dossier
from desktop.services.intake.answers import answer_to
from desktop.services.intake.counter_checks import draft_papers, validate_draft
from desktop.services.intake.counter_drafts import (
    OPEN,
    Draft,
    DraftFile,
    begin_draft,
    counter_draft,
    counter_drafts,
    discard_counter_draft,
    keep_counter_draft,
)
from desktop.services.intake.counter_form import CounterForm, counter_form
from desktop.services.intake.counter_package import PackedDraft, pack, write_counter_package
from desktop.services.intake.counter_papers import JudgedPaper, PaperAsked, judge_paper
from desktop.services.intake.keeping import chunks
from desktop.services.intake.outcomes import Outcome, Receipt
from desktop.services.intake.taking import take_judged
from desktop.services.people import Actor

__all__ = [
    "CounterForm",
    "Draft",
    "DraftFile",
    "JudgedPaper",
    "PackedDraft",
    "PaperAsked",
    "begin_answer",
    "begin_application",
    "counter_draft",
    "counter_drafts",
    "counter_form",
    "discard_counter_draft",
    "draft_papers",
    "hand_in",
    "judge_paper",
    "keep_counter_draft",
    "pack",
    "validate_draft",
    "write_counter_package",
]


def begin_application(session: Session, actor: Actor, scheme: str) -> int:
    """Begin an application under a scheme; gives the draft's id."""
    form = counter_form(session, actor, scheme)
    return begin_draft(
        session,
        actor,
        {
            "purpose": OPEN,
            "scheme": scheme,
            "kind": form.dossier_kinds[0].value,
            "level": next(iter(form.levels), None),
            "applicant": {"kind": form.applicant_kinds[0].value},
            "subject": "",
            "fields": {},
            "services": [],
            "verifications": [],
            "terms": {"version": form.terms_version},
        },
    )


def begin_answer(session: Session, actor: Actor, number: str) -> int:
    """Begin the answer to a deficiency notice; gives the draft's id. Raises NotFound("dossier.unknown")."""
    dossier = session.get_one(Dossier, find_dossier(session, number))
    return begin_draft(session, actor, answer_to(session, dossier))


def hand_in(session: Session, actor: Actor, packed: PackedDraft) -> Outcome:
    """Hand a packed draft in; once it is taken the draft is gone, on disk too.

    What `validate_draft` finds is refused here, with RuleBroken("counter.not_ready"), so quarantine gets only
    what nobody could see before. Raises Conflict("counter.changed") when the draft was changed meanwhile.
    """
    draft = counter_draft(session, actor, packed.draft_id)
    if draft.saved_at != packed.saved_at:
        raise Conflict("counter.changed")
    findings = validate_draft(session, actor, draft)
    if findings:
        raise RuleBroken("counter.not_ready", count=len(findings), findings=findings)
    name = f"{draft.package_id}.zip"
    outcome = take_judged(session, actor, name, packed.judged, lambda: chunks(packed.data))
    if isinstance(outcome, Receipt):
        discard_counter_draft(session, actor, draft.id)
    return outcome
