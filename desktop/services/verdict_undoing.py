"""Takes back verdicts that were just given: each item has its former finding again, or none."""

from collections.abc import Sequence

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import NotAllowed, RuleBroken
from desktop.models.finding import Finding, FindingDraft, ReviewBaseline
from desktop.services import journal
from desktop.services.people import Actor
from desktop.services.review import reviewable


def undo_verdicts(session: Session, actor: Actor, dossier_id: int, item_codes: Sequence[str]) -> None:
    """Take back the actor's own standing findings of this round on these items, all or none.

    What he had written is his draft again. Raises RuleBroken("undo.no_verdict"), NotAllowed(
    "undo.verdict_not_yours") for another person's or another round's, and what judging the item would raise.
    """
    dossier = reviewable(session, actor, dossier_id)
    for code in dict.fromkeys(item_codes):
        _undo(session, actor, dossier, code)
    _remember_last_review(session, actor, dossier)
    session.flush()


def _undo(session: Session, actor: Actor, dossier: Dossier, code: str) -> None:
    standing = session.scalar(
        select(Finding).where(
            Finding.dossier_id == dossier.id, Finding.item_code == code, Finding.superseded_at.is_(None)
        )
    )
    if standing is None:
        raise RuleBroken("undo.no_verdict", number=dossier.number, item=code)
    if (standing.person_id, standing.round) != (actor.known_id, dossier.round):
        raise NotAllowed("undo.verdict_not_yours", number=dossier.number, item=code)
    standing.superseded_at = standing.undone_at = actor.at
    session.flush()
    former = _former(session, standing)
    if former is not None:
        # The database lets a finding stand again only after the one that took its place was taken back.
        session.execute(update(Finding).where(Finding.id == former.id).values(superseded_at=None))
    _keep_as_draft(session, actor, standing)
    journal.record(
        session,
        actor,
        "dossier:finding:undone",
        dossier.id,
        finding=standing.id,
        item=code,
        verdict=standing.verdict.value,
        stands_again=None if former is None else former.id,
    )


def _former(session: Session, undone: Finding) -> Finding | None:
    return session.scalar(
        select(Finding)
        .where(
            Finding.dossier_id == undone.dossier_id,
            Finding.item_code == undone.item_code,
            Finding.superseded_at == undone.recorded_at,
            Finding.undone_at.is_(None),
            Finding.id < undone.id,
        )
        .order_by(Finding.id.desc())
        .limit(1)
    )


def _keep_as_draft(session: Session, actor: Actor, undone: Finding) -> None:
    if undone.remark:
        session.merge(
            FindingDraft(
                dossier_id=undone.dossier_id,
                item_code=undone.item_code,
                person_id=actor.known_id,
                verdict=None,
                remark=undone.remark,
                saved_at=actor.at,
            )
        )


def _remember_last_review(session: Session, actor: Actor, dossier: Dossier) -> None:
    """What is left of this person's review of this round; «since my last review» counts from there."""
    baseline = session.get(ReviewBaseline, (dossier.id, actor.known_id, dossier.round))
    if baseline is None:
        return
    last = session.scalar(
        select(func.max(Finding.recorded_at)).where(
            Finding.dossier_id == dossier.id,
            Finding.person_id == actor.known_id,
            Finding.round == dossier.round,
            Finding.undone_at.is_(None),
        )
    )
    if last is None:
        session.delete(baseline)
    else:
        baseline.reviewed_at = last
