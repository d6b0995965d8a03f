"""Where a dossier stands in the queue it was opened from, and which ones come before and after it."""

from dataclasses import dataclass

from sqlalchemy.orm import Session

from desktop.services.people import Actor
from desktop.services.queues import QueueQuery, queue_ids


@dataclass(frozen=True, slots=True)
class QueuePlace:
    """«۴ از ۴۸», with the neighbours; None at the ends."""

    number: int
    of: int
    previous: int | None
    following: int | None


def place_in(session: Session, actor: Actor, queue: str, dossier_id: int) -> QueuePlace | None:
    """The dossier's place in the usual order of a queue; None when it is not in it (any more)."""
    ids = queue_ids(session, actor, QueueQuery(queue))
    try:
        at = ids.index(dossier_id)
    except ValueError:
        return None
    return QueuePlace(
        number=at + 1,
        of=len(ids),
        previous=ids[at - 1] if at else None,
        following=ids[at + 1] if at + 1 < len(ids) else None,
    )
