"""A reviewer's work on the checklist: findings, drafts, confirmations and where he left off."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.checklist import CannedReason, ChecklistItem
from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound, RuleBroken
from desktop.models.finding import Finding, FindingDraft, ReviewBaseline
from desktop.models.staff import Person
from desktop.models.vocabulary import Phase, Verdict
from desktop.services import journal
from desktop.services.claims import demand_claim
from desktop.services.people import Actor
from desktop.services.rules import Label, rules_of
from desktop.services.work_done import record_work

LONGEST_REMARK = 5_000
"""Letters of one remark or note."""


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
    dossier = _reviewable(session, actor, dossier_id)
    remark = _remark(session, dossier, item_code, remark, reason)
    if verdict is Verdict.REJECTED and not remark:
        raise RuleBroken("finding.remark_missing", item=item_code)
    current = current_finding(session, dossier_id, item_code)
    if current is not None:
        if (current.verdict, current.remark, current.round, current.person_id) == (
            verdict,
            remark,
            dossier.round,
            actor.person_id,
        ):
            return False
        current.superseded_at = actor.at
        session.flush()
    finding = Finding(
        dossier_id=dossier_id,
        item_code=item_code,
        round=dossier.round,
        verdict=verdict,
        remark=remark,
        person_id=actor.known_id,
        recorded_at=actor.at,
    )
    session.add(finding)
    session.flush()
    _after_finding(session, actor, dossier, finding)
    return True


def confirm(session: Session, actor: Actor, dossier_id: int, item_codes: list[str]) -> int:
    """Confirm findings of earlier rounds as they stand, for this round; gives how many were renewed."""
    renewed = 0
    for code in item_codes:
        current = current_finding(session, dossier_id, code)
        if current is None:
            raise RuleBroken("finding.nothing_to_confirm", item=code)
        renewed += judge(session, actor, dossier_id, code, current.verdict, current.remark)
    return renewed


def keep_draft(
    session: Session, actor: Actor, dossier_id: int, item_code: str, verdict: Verdict | None, remark: str
) -> None:
    """Keep what the reviewer has typed so far; recording the finding removes it."""
    _reviewable(session, actor, dossier_id)
    _demand_item(session, dossier_id, item_code)
    key = (dossier_id, item_code, actor.known_id)
    draft = session.get(FindingDraft, key) or FindingDraft(
        dossier_id=dossier_id, item_code=item_code, person_id=actor.known_id
    )
    draft.verdict, draft.remark, draft.saved_at = verdict, remark[:LONGEST_REMARK], actor.at
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
    rows = session.execute(
        select(ChecklistItem, Finding, Person.name)
        .join(Dossier, Dossier.scheme_version_id == ChecklistItem.scheme_version_id)
        .outerjoin(
            Finding,
            (Finding.dossier_id == Dossier.id)
            & (Finding.item_code == ChecklistItem.code)
            & Finding.superseded_at.is_(None),
        )
        .outerjoin(Person, Person.id == Finding.person_id)
        .where(Dossier.id == dossier_id)
        .order_by(ChecklistItem.position)
    )
    return [_item_row(item, finding, person) for item, finding, person in rows]


def current_finding(session: Session, dossier_id: int, item_code: str) -> Finding | None:
    """The finding that stands for an item, for services that go on from it."""
    return session.scalar(
        select(Finding).where(
            Finding.dossier_id == dossier_id,
            Finding.item_code == item_code,
            Finding.superseded_at.is_(None),
        )
    )


def _item_row(item: ChecklistItem, finding: Finding | None, person: str | None) -> ItemRow:
    return ItemRow(
        code=item.code,
        group=item.group_code,
        title=item.title,
        how_to_check=item.how_to_check,
        evidence=item.evidence,
        required=item.required,
        verdict=finding.verdict if finding else None,
        remark=finding.remark if finding else "",
        round=finding.round if finding else None,
        person=person,
        recorded_at=finding.recorded_at if finding else None,
    )


def _after_finding(session: Session, actor: Actor, dossier: Dossier, finding: Finding) -> None:
    draft = session.get(FindingDraft, (dossier.id, finding.item_code, actor.known_id))
    if draft is not None:
        session.delete(draft)
    remember_review(session, actor, dossier)
    record_work(session, actor, dossier.id, "review")
    journal.record(
        session,
        actor,
        "dossier:finding:recorded",
        dossier.id,
        finding=finding.id,
        item=finding.item_code,
        verdict=finding.verdict.value,
        round=finding.round,
    )
    session.flush()


def remember_review(session: Session, actor: Actor, dossier: Dossier) -> None:
    """Note what this person has now seen; «what changed since my last review» counts from here."""
    baseline = session.get(ReviewBaseline, (dossier.id, actor.known_id))
    if baseline is None:
        baseline = ReviewBaseline(dossier_id=dossier.id, person_id=actor.known_id)
        session.add(baseline)
    baseline.round, baseline.reviewed_at = dossier.round, actor.at


def _reviewable(session: Session, actor: Actor, dossier_id: int) -> Dossier:
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    if dossier.phase is not Phase.REVIEW:
        raise RuleBroken("finding.not_under_review", number=dossier.number, status=dossier.status)
    actor.demand(*rules_of(session, dossier.scheme_version_id).desk_roles(dossier.status))
    demand_claim(actor, dossier)
    return dossier


def _remark(session: Session, dossier: Dossier, item_code: str, remark: str, reason: str | None) -> str:
    _demand_item(session, dossier.id, item_code)
    written = remark.strip()
    if reason is not None:
        canned = session.get(CannedReason, (dossier.scheme_version_id, reason))
        if canned is None or canned.item_code not in (None, item_code):
            raise NotFound("finding.reason_unknown", reason=reason, item=item_code)
        written = f"{canned.text['fa']} {written}".strip()
    if len(written) > LONGEST_REMARK:
        raise RuleBroken("finding.remark_too_long", item=item_code, length=len(written), most=LONGEST_REMARK)
    return written


def _demand_item(session: Session, dossier_id: int, item_code: str) -> None:
    dossier = session.get_one(Dossier, dossier_id)
    if session.get(ChecklistItem, (dossier.scheme_version_id, item_code)) is None:
        raise NotFound("finding.item_unknown", item=item_code, number=dossier.number)
