"""A reviewer's work on the checklist: judging items, confirming earlier findings, keeping drafts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from desktop.models.checklist import ChecklistItem
from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound, RuleBroken
from desktop.models.finding import Finding, FindingDraft
from desktop.models.staff import Person
from desktop.models.vocabulary import Phase, Verdict
from desktop.services.claims import demand_claim
from desktop.services.findings import LONGEST_REMARK, Judgement, record_findings
from desktop.services.people import Actor
from desktop.services.rules import Label, rules_of


@dataclass(frozen=True, slots=True)
class ItemRow:
    """A checklist item of a dossier with its present finding."""

    code: str
    group: str
    title: Label
    how_to_check: Label
    evidence: Label
    required: bool
    verdict: Verdict | None
    remark: str
    round: int | None
    person: str | None
    recorded_at: datetime | None


def judge(
    session: Session,
    actor: Actor,
    dossier_id: int,
    item_code: str,
    verdict: Verdict,
    remark: str = "",
    reason: str | None = None,
) -> bool:
    """Record a finding on one item (X-06, ENM-061); `reason` is a canned reason whose text opens the remark.

    The earlier finding is superseded, never overwritten. Saying the same again in the same round changes
    nothing and gives False. Raises RuleBroken("finding.remark_missing") for a rejection without a remark,
    RuleBroken("finding.not_under_review"), NotAllowed when the dossier is not in the actor's hands.
    """
    return bool(judge_all(session, actor, dossier_id, [Judgement(item_code, verdict, remark, reason)]))


def judge_all(
    session: Session, actor: Actor, dossier_id: int, judgements: Sequence[Judgement]
) -> tuple[str, ...]:
    """Record several findings together, all or none; gives the items that were not judged so already."""
    dossier = reviewable(session, actor, dossier_id)
    return record_findings(session, actor, dossier, judgements)


def confirm(session: Session, actor: Actor, dossier_id: int, item_codes: list[str]) -> int:
    """Confirm findings of earlier rounds as they stand, for this round; gives how many were renewed."""
    standing = {row.code: row for row in checklist_of(session, dossier_id)}
    judgements = []
    for code in item_codes:
        row = standing.get(code)
        if row is None or row.verdict is None:
            raise RuleBroken("finding.nothing_to_confirm", item=code)
        judgements.append(Judgement(code, row.verdict, row.remark))
    return len(judge_all(session, actor, dossier_id, judgements))


def keep_draft(
    session: Session, actor: Actor, dossier_id: int, item_code: str, verdict: Verdict | None, remark: str
) -> None:
    """Keep what the reviewer has typed so far; recording the finding removes it."""
    reviewable(session, actor, dossier_id)
    _demand_item(session, dossier_id, item_code)
    if len(remark) > LONGEST_REMARK:
        raise RuleBroken("finding.remark_too_long", item=item_code, length=len(remark), most=LONGEST_REMARK)
    key = (dossier_id, item_code, actor.known_id)
    draft = session.get(FindingDraft, key) or FindingDraft(
        dossier_id=dossier_id, item_code=item_code, person_id=actor.known_id
    )
    draft.verdict, draft.remark, draft.saved_at = verdict, remark, actor.at
    session.add(draft)
    session.flush()


def drafts_of(session: Session, actor: Actor, dossier_id: int) -> dict[str, tuple[Verdict | None, str]]:
    """The actor's own drafts on this dossier, by item."""
    drafts = session.scalars(
        select(FindingDraft).where(
            FindingDraft.dossier_id == dossier_id, FindingDraft.person_id == actor.known_id
        )
    )
    return {draft.item_code: (draft.verdict, draft.remark) for draft in drafts}


def checklist_of(session: Session, dossier_id: int) -> list[ItemRow]:
    """Every item of the dossier's checklist version with its present finding, in order."""
    return [ItemRow(*row) for row in session.execute(_CHECKLIST, {"dossier": dossier_id})]


# In the order of ItemRow's fields; built once, because a page asks for it at every turn.
_CHECKLIST = (
    select(
        ChecklistItem.code,
        ChecklistItem.group_code,
        ChecklistItem.title,
        ChecklistItem.how_to_check,
        ChecklistItem.evidence,
        ChecklistItem.required,
        Finding.verdict,
        func.coalesce(Finding.remark, ""),
        Finding.round,
        Person.name,
        Finding.recorded_at,
    )
    .join(Dossier, Dossier.scheme_version_id == ChecklistItem.scheme_version_id)
    .outerjoin(
        Finding,
        (Finding.dossier_id == Dossier.id)
        & (Finding.item_code == ChecklistItem.code)
        & Finding.superseded_at.is_(None),
    )
    .outerjoin(Person, Person.id == Finding.person_id)
    .where(Dossier.id == bindparam("dossier"))
    .order_by(ChecklistItem.position)
)


def reviewable(session: Session, actor: Actor, dossier_id: int) -> Dossier:
    """The dossier, if this person may judge its items now: it is under review and in his hands."""
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    if dossier.phase is not Phase.REVIEW:
        raise RuleBroken("finding.not_under_review", number=dossier.number, status=dossier.status)
    actor.demand(*rules_of(session, dossier.scheme_version_id).desk_roles(dossier.status))
    demand_claim(actor, dossier)
    return dossier


def _demand_item(session: Session, dossier_id: int, item_code: str) -> None:
    dossier = session.get_one(Dossier, dossier_id)
    if session.get(ChecklistItem, (dossier.scheme_version_id, item_code)) is None:
        raise NotFound("finding.item_unknown", item=item_code, number=dossier.number)
