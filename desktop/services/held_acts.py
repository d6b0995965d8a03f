"""Keeps what stood before an act on a dossier, so that who did it can take it back within seconds."""

from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier, HeldAct, StatusChange
from desktop.models.journal import JournalHead
from desktop.models.vocabulary import Phase
from desktop.services.people import Actor
from desktop.services.rules import Rules, TransitionRule

HOLD: Final = timedelta(seconds=8)
"""So long an act can be taken back, and no notice of it goes out."""

REVERSIBLE: Final = frozenset(
    ("release_claim", "send_notice", "start_answer_deadline", "extend_answer_deadline", "charge_fees")
)
"""Effects that leave nothing behind when they are taken back; a decision, an enquiry, an erasure do."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What an act that can be taken back may change of the dossier itself, besides its status."""

    round: int
    status_since: datetime
    answer_due_at: datetime | None
    reminded_at: datetime | None
    claimed_by_id: int | None
    claimed_at: datetime | None


def standing_of(dossier: Dossier) -> Standing:
    """How the dossier stands now."""
    return Standing(
        round=dossier.round,
        status_since=dossier.status_since,
        answer_due_at=dossier.answer_due_at,
        reminded_at=dossier.reminded_at,
        claimed_by_id=dossier.claimed_by_id,
        claimed_at=dossier.claimed_at,
    )


def is_reversible(rules: Rules, step: TransitionRule) -> bool:
    """Whether this step can be taken back: it ends nothing, and neither does any of its effects."""
    ends = rules.statuses[step.to_status].phase is Phase.ENDED
    return not ends and REVERSIBLE.issuperset(effect.name for effect in step.effects)


def hold(
    session: Session, actor: Actor, dossier: Dossier, before: Standing, change: StatusChange | None = None
) -> None:
    """Remember what stood before an act that has just been journalled; it takes the place of an earlier one.

    What nobody of the office did, nobody can take back.
    """
    if actor.person_id is None:
        return
    session.flush()
    session.merge(
        HeldAct(
            dossier_id=dossier.id,
            status_change_id=None if change is None else change.id,
            person_id=actor.person_id,
            done_at=actor.at,
            held_until=actor.at + HOLD,
            journal_length=session.get_one(JournalHead, dossier.id).length,
            **asdict(before),
        )
    )
    session.flush()


def let_go(session: Session, dossier_id: int) -> None:
    """Forget what stood before: the newest act on the dossier cannot be taken back."""
    session.execute(delete(HeldAct).where(HeldAct.dossier_id == dossier_id))
