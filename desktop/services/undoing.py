"""Takes back a step or a claim within seconds, by who did it: all stands as before, the journal apart."""

from dataclasses import asdict, dataclass, fields
from datetime import datetime
from typing import Final

from sqlalchemy import delete, exists, select, update
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier, HeldAct, StatusChange
from desktop.models.errors import Conflict, NotAllowed, NotFound, RuleBroken
from desktop.models.journal import JournalEntry
from desktop.models.notice import Notice
from desktop.models.outside import FeeLine
from desktop.models.staff import Person
from desktop.models.vocabulary import NoticeState
from desktop.services import journal
from desktop.services.due_dates import recompute_due
from desktop.services.held_acts import Standing
from desktop.services.people import Actor
from desktop.services.rules import rules_of
from desktop.services.steps import raise_version

ONLY_LOOKED: Final = (
    *("dossier:note:written", "dossier:letter:printed"),
    *("dossier:test-account:read", "dossier:identity:revealed"),
)
"""Entries after which an act can still be taken back: nobody has built on it."""


@dataclass(frozen=True, slots=True)
class Held:
    """An act that this person can take back until `until`; `action` is None where only the claim changed."""

    dossier_id: int
    number: str
    action: str | None
    status: str
    """The status that comes back."""
    done_at: datetime
    until: datetime


def undoable(session: Session, actor: Actor, dossier_id: int) -> Held | None:
    """The newest act on the dossier if this person may take it back now."""
    dossier = _existing(session, dossier_id)
    act = session.get(HeldAct, dossier_id, populate_existing=True)
    if act is None or _refusal(session, actor, dossier, act) is not None:
        return None
    return _held(session, dossier, act)


def undo(session: Session, actor: Actor, dossier_id: int) -> Held:
    """Take back the newest act on a dossier: status, clock, round, claim, deadline, fees, waiting notices.

    Raises RuleBroken("undo.nothing"), NotAllowed("undo.not_yours"), RuleBroken("undo.too_late") once the hold
    is over, and Conflict("undo.work_went_on") when somebody has done something with the dossier since.
    """
    session.flush()
    dossier = _existing(session, dossier_id)
    act = session.get(HeldAct, dossier_id, populate_existing=True)
    if act is None:
        raise RuleBroken("undo.nothing", number=dossier.number)
    refusal = _refusal(session, actor, dossier, act)
    if refusal is not None:
        raise refusal
    held = _held(session, dossier, act)
    if act.status_change_id is None:
        _restore(dossier, act)
        journal.record(session, actor, "dossier:claim:undone", dossier.id, to=act.claimed_by_id)
    else:
        _undo_step(session, actor, dossier, act, session.get_one(StatusChange, act.status_change_id))
    session.delete(act)
    session.flush()
    return held


def _refusal(session: Session, actor: Actor, dossier: Dossier, act: HeldAct) -> RuleBroken | None:
    if act.person_id != actor.person_id:
        doer = session.get_one(Person, act.person_id).name
        return NotAllowed("undo.not_yours", number=dossier.number, doer=doer)
    if not act.done_at <= actor.at < act.held_until or _is_told(session, act):
        return RuleBroken("undo.too_late", number=dossier.number)
    since = exists().where(
        JournalEntry.chain == act.dossier_id,
        JournalEntry.sequence > act.journal_length,
        JournalEntry.tag.not_in(ONLY_LOOKED),
    )
    if session.scalar(select(since)):
        return Conflict("undo.work_went_on", number=dossier.number)
    return None


def _is_told(session: Session, act: HeldAct) -> bool:
    gone = exists().where(
        Notice.dossier_id == act.dossier_id,
        Notice.created_at == act.done_at,
        Notice.state == NoticeState.SENT,
    )
    return bool(session.scalar(select(gone)))


def _undo_step(session: Session, actor: Actor, dossier: Dossier, act: HeldAct, change: StatusChange) -> None:
    came_from = rules_of(session, dossier.scheme_version_id).statuses[change.from_status or ""]
    raise_version(session, dossier)
    dossier.status, dossier.phase = came_from.code, came_from.phase
    _restore(dossier, act)
    change.undone_at = actor.at
    # One gesture is one moment: what carries the step's moment was written by the step.
    session.execute(
        update(Notice)
        .where(Notice.dossier_id == dossier.id, Notice.created_at == act.done_at)
        .values(state=NoticeState.WITHDRAWN)
    )
    session.execute(
        delete(FeeLine).where(FeeLine.dossier_id == dossier.id, FeeLine.charged_at == act.done_at)
    )
    session.flush()
    recompute_due(session, [dossier.id])
    journal.record(
        session,
        actor,
        "dossier:step:undone",
        dossier.id,
        action=change.action,
        **{"from": change.to_status, "to": change.from_status, "round": dossier.round},
    )


def _restore(dossier: Dossier, act: HeldAct) -> None:
    before = Standing(**{one.name: getattr(act, one.name) for one in fields(Standing)})
    for name, value in asdict(before).items():
        setattr(dossier, name, value)


def _held(session: Session, dossier: Dossier, act: HeldAct) -> Held:
    change = session.get_one(StatusChange, act.status_change_id) if act.status_change_id else None
    return Held(
        dossier_id=dossier.id,
        number=dossier.number,
        action=None if change is None else change.action,
        status=dossier.status if change is None else change.from_status or dossier.status,
        done_at=act.done_at,
        until=act.held_until,
    )


def _existing(session: Session, dossier_id: int) -> Dossier:
    dossier = session.get(Dossier, dossier_id, populate_existing=True)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    return dossier
