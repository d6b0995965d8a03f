"""What the clock does by itself: reminds, lapses what was not answered (G-06), erases what is over (G-19)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import ParvandehError
from desktop.models.vocabulary import PseudoRole
from desktop.services import journal, notices, retention
from desktop.services.answer_deadlines import reminder_due
from desktop.services.database import Database
from desktop.services.people import clock
from desktop.services.rules import rules_of
from desktop.services.steps import take_step
from desktop.services.unit_of_work import reading, writing


@dataclass(frozen=True, slots=True)
class RoundResult:
    """What the round did with one dossier: `reminded`, `purged`, the step taken, or an error's code."""

    dossier_id: int
    number: str
    outcome: str
    failed: bool = False


def go_round(database: Database, at: datetime) -> Iterator[RoundResult]:
    """Remind, lapse and erase what is due; one unit of work per dossier, a failure does not stop the rest."""
    with reading(database) as session:
        waiting = session.execute(
            select(Dossier.id, Dossier.number)
            .where(Dossier.answer_due_at.is_not(None))
            .order_by(Dossier.answer_due_at)
        ).all()
    for dossier_id, number in waiting:
        try:
            with writing(database) as session:
                outcome = _settle(session, dossier_id, at)
        except ParvandehError as error:
            yield RoundResult(dossier_id, number, error.code, failed=True)
        else:
            if outcome is not None:
                yield RoundResult(dossier_id, number, outcome)
    for erased in retention.purge_due(database, at):
        yield RoundResult(erased.dossier_id, erased.number, "purged")


def _settle(session: Session, dossier_id: int, at: datetime) -> str | None:
    dossier = session.get_one(Dossier, dossier_id)
    if dossier.answer_due_at is None:
        return None
    if dossier.answer_due_at < at:
        return _lapse(session, dossier, at)
    reminder = reminder_due(session, dossier)
    if reminder is None or at < reminder:
        return None
    dossier.reminded_at = at
    notices.write_notice(session, clock(at), dossier, "answer_reminder", None)
    journal.record(session, clock(at), "dossier:answer:reminded", dossier.id)
    return "reminded"


def _lapse(session: Session, dossier: Dossier, at: datetime) -> str | None:
    steps = rules_of(session, dossier.scheme_version_id).steps_from(dossier.status)
    for step in steps:
        if step.role == PseudoRole.SYSTEM and any(guard.name == "answer_overdue" for guard in step.guards):
            return take_step(session, clock(at), dossier.id, step.action).action
    return None
