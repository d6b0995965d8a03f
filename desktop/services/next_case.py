"""Which dossier a person would take next, and why that one comes first."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from desktop.services.claims import next_free
from desktop.services.desk_rows import DeskRow, desk_rows
from desktop.services.due_states import DueKind
from desktop.services.people import Actor


class NextReason(StrEnum):
    """Why a dossier is next."""

    KNOWN = "known"
    """He has worked on it, and it came back."""
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    MOST_URGENT = "most_urgent"
    LONGEST_WAITING = "longest_waiting"
    """Nothing that is free has a due moment."""


@dataclass(frozen=True, slots=True)
class NextCase:
    """The dossier that `claim_next` would take."""

    row: DeskRow
    reason: NextReason


_BY_CLOCK = {
    DueKind.OVERDUE: NextReason.OVERDUE,
    DueKind.TODAY: NextReason.DUE_TODAY,
    DueKind.RUNNING: NextReason.MOST_URGENT,
}


def next_case(session: Session, actor: Actor) -> NextCase | None:
    """The next dossier of the actor's desks; None when nothing is free for him."""
    found = next_free(session, actor)
    if found is None:
        return None
    (row,) = desk_rows(session, actor, [found.dossier_id])
    if found.is_known:
        return NextCase(row, NextReason.KNOWN)
    return NextCase(row, _BY_CLOCK.get(row.due.kind, NextReason.LONGEST_WAITING))
