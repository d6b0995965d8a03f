"""Records findings: the one before is superseded, drafts go, where the reviewer left off is remembered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from desktop.models.checklist import CannedReason
from desktop.models.dossier import Dossier
from desktop.models.errors import NotFound, RuleBroken
from desktop.models.finding import Finding, FindingDraft, ReviewBaseline
from desktop.models.vocabulary import Verdict
from desktop.services import journal
from desktop.services.people import Actor
from desktop.services.rules import rules_of
from desktop.services.work_done import record_work

LONGEST_REMARK = 5_000
"""Letters of one remark or note."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a reviewer says of one item; `reason` is a canned reason whose text opens the remark."""

    item_code: str
    verdict: Verdict
    remark: str = ""
    reason: str | None = None


def record_findings(
    session: Session, actor: Actor, dossier: Dossier, judgements: Sequence[Judgement]
) -> tuple[str, ...]:
    """Record findings for the dossier's present round; gives the items that were not judged so already."""
    said = {one.item_code: (one.verdict, _remark(session, dossier, one)) for one in judgements}
    standing = _standing(session, dossier.id, said)
    new = [code for code in said if not _same(standing.get(code), said[code], actor, dossier)]
    if not new:
        return ()
    superseded = [standing[code].id for code in new if code in standing]
    if superseded:
        session.execute(update(Finding).where(Finding.id.in_(superseded)).values(superseded_at=actor.at))
    ids = _insert(session, actor, dossier, {code: said[code] for code in new})
    session.execute(
        delete(FindingDraft).where(
            FindingDraft.dossier_id == dossier.id,
            FindingDraft.person_id == actor.known_id,
            FindingDraft.item_code.in_(new),
        )
    )
    _remember_review(session, actor, dossier)
    record_work(session, actor, dossier.id, "review")
    journal.record_all(
        session,
        actor,
        "dossier:finding:recorded",
        dossier.id,
        [
            {"finding": ids[code], "item": code, "verdict": said[code][0].value, "round": dossier.round}
            for code in new
        ],
    )
    session.flush()
    return tuple(new)


def _remark(session: Session, dossier: Dossier, judgement: Judgement) -> str:
    item = judgement.item_code
    if item not in rules_of(session, dossier.scheme_version_id).item_codes:
        raise NotFound("finding.item_unknown", item=item, number=dossier.number)
    written = judgement.remark.strip()
    if judgement.reason is not None:
        canned = session.get(CannedReason, (dossier.scheme_version_id, judgement.reason))
        if canned is None or canned.item_code not in (None, item):
            raise NotFound("finding.reason_unknown", reason=judgement.reason, item=item)
        written = f"{canned.text['fa']} {written}".strip()
    if len(written) > LONGEST_REMARK:
        raise RuleBroken("finding.remark_too_long", item=item, length=len(written), most=LONGEST_REMARK)
    if judgement.verdict is Verdict.REJECTED and not written:
        raise RuleBroken("finding.remark_missing", item=item)
    return written


def _standing(session: Session, dossier_id: int, codes: Mapping[str, object]) -> dict[str, Finding]:
    rows = session.scalars(
        select(Finding).where(
            Finding.dossier_id == dossier_id,
            Finding.item_code.in_(codes),
            Finding.superseded_at.is_(None),
        )
    )
    return {row.item_code: row for row in rows}


def _same(standing: Finding | None, said: tuple[Verdict, str], actor: Actor, dossier: Dossier) -> bool:
    return standing is not None and (
        (standing.verdict, standing.remark) == said
        and standing.round == dossier.round
        and standing.person_id == actor.person_id
    )


def _insert(
    session: Session, actor: Actor, dossier: Dossier, said: Mapping[str, tuple[Verdict, str]]
) -> dict[str, int]:
    rows = [
        {
            "dossier_id": dossier.id,
            "item_code": code,
            "round": dossier.round,
            "verdict": verdict,
            "remark": remark,
            "person_id": actor.known_id,
            "recorded_at": actor.at,
        }
        for code, (verdict, remark) in said.items()
    ]
    inserted = session.execute(insert(Finding).returning(Finding.item_code, Finding.id), rows)
    return dict(inserted.all())


def _remember_review(session: Session, actor: Actor, dossier: Dossier) -> None:
    """Note that this person reviewed this round; later «since my last review» counts from here."""
    baseline = session.get(ReviewBaseline, (dossier.id, actor.known_id, dossier.round))
    if baseline is None:
        baseline = ReviewBaseline(dossier_id=dossier.id, person_id=actor.known_id, round=dossier.round)
        session.add(baseline)
    baseline.reviewed_at = actor.at
