"""What the window remembers for one person: view state, settings, saved searches; small, not journalled."""

import json
from typing import Any, Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desktop.models.desk import Preference
from desktop.models.errors import RuleBroken
from desktop.services.people import Actor

LONGEST_VALUE: Final = 64 * 1024
"""Letters of one value, written as JSON."""

MOST_KEYS: Final = 500
"""Of one person."""


def preferences_of(session: Session, person_id: int) -> dict[str, Any]:
    """Everything kept for this person, by key."""
    kept = select(Preference.key, Preference.value).where(Preference.person_id == person_id)
    return dict(session.execute(kept.order_by(Preference.key)).all())


def keep_preference(session: Session, actor: Actor, key: str, value: Any) -> None:
    """Keep a value, which must be plain JSON, under a key of the actor's own; None forgets the key.

    Raises RuleBroken("preference.too_large") and RuleBroken("preference.too_many").
    """
    kept = session.get(Preference, (actor.known_id, key))
    if value is None:
        if kept is not None:
            session.delete(kept)
        return
    _demand_bounded(key, value)
    if kept is None:
        _demand_room(session, actor.known_id)
        session.add(Preference(person_id=actor.known_id, key=key, value=value, kept_at=actor.at))
    elif kept.value != value:
        kept.value, kept.kept_at = value, actor.at
    session.flush()


def _demand_bounded(key: str, value: Any) -> None:
    length = len(json.dumps(value, ensure_ascii=False))
    if length > LONGEST_VALUE:
        raise RuleBroken("preference.too_large", key=key, length=length, most=LONGEST_VALUE)


def _demand_room(session: Session, person_id: int) -> None:
    keys = select(func.count()).select_from(Preference).where(Preference.person_id == person_id)
    if (session.scalar(keys) or 0) >= MOST_KEYS:
        raise RuleBroken("preference.too_many", most=MOST_KEYS)
