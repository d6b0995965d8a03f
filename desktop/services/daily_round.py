"""What the clock does by itself: reminds, lapses what was not answered (G-06), erases what is over (G-19)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import ParvandehError
from desktop.models.vocabulary import Phase
from desktop.services import journal, notices, retention
from desktop.services.answer_deadlines import reminder_due
from desktop.services.database import Database
from desktop.services.people import clock
from desktop.services.steps import take_system_step
from desktop.services.unit_of_work import reading, writing

REMINDED_AHEAD = timedelta(days=60)
"""No scheme reminds longer before; dossiers whose answer is due later are not looked at."""


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
            .where(or_(Dossier.answer_due_at <= at + REMINDED_AHEAD, Dossier.phase == Phase.WAITING_EXTERNAL))
            .order_by(Dossier.answer_due_at, Dossier.id)
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
    for row in retention.purge_due(database, at):
        yield RoundResult(row.dossier_id, row.number, row.failure or "purged", failed=bool(row.failure))


def _settle(session: Session, dossier_id: int, at: datetime) -> str | None:
    taken = take_system_step(session, dossier_id, at)
    if taken is not None:
        return taken.action
    dossier = session.get_one(Dossier, dossier_id)
    reminder = reminder_due(session, dossier)
    if reminder is None or at < reminder:
        return None
    dossier.reminded_at = at
    notices.write_notice(session, clock(at), dossier, "answer_reminder", None)
    journal.record(session, clock(at), "dossier:answer:reminded", dossier.id)
    return "reminded"
