"""What a person has seen and which dossiers he follows, so that lists can say what is new to him."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, or_, select, union_all
from sqlalchemy.orm import Session, aliased

from desktop.models.desk import FollowedDossier, SeenDossier
from desktop.models.dossier import Dossier, StatusChange
from desktop.models.errors import NotFound
from desktop.models.finding import InternalNote, ReviewBaseline
from desktop.services.people import Actor

_NEVER: Final = datetime(1, 1, 1, tzinfo=UTC)


def mark_seen(session: Session, actor: Actor, dossier_id: int) -> bool:
    """Note that the actor has seen the dossier as it stands; False when nothing in it was new to him."""
    _demand_dossier(session, dossier_id)
    if dossier_id not in unread_among(session, actor, [dossier_id]):
        return False
    seen = session.get(SeenDossier, (actor.known_id, dossier_id))
    if seen is None:
        seen = SeenDossier(person_id=actor.known_id, dossier_id=dossier_id)
        session.add(seen)
    seen.seen_at = actor.at
    session.flush()
    return True


def unread_among(session: Session, actor: Actor, dossier_ids: Iterable[int]) -> set[int]:
    """Those of these dossiers in which something is new to the actor."""
    wanted = select(Dossier.id).where(Dossier.id.in_(list(dossier_ids)), is_unread_by(actor.known_id))
    return set(session.scalars(wanted))


def seen_at_among(session: Session, actor: Actor, dossier_ids: Iterable[int]) -> dict[int, datetime]:
    """When the actor last saw, or acted on, each of these dossiers; those he never saw are left out."""
    seen = _seen_at(actor.known_id).label("at")
    found = session.execute(select(Dossier.id, seen).where(Dossier.id.in_(list(dossier_ids))))
    return {dossier_id: at for dossier_id, at in found if at is not None}


def is_unread_by(person_id: int) -> ColumnElement[bool]:
    """The condition that this person never saw the dossier, or somebody else has acted on it since.

    Steps that stand, which sendings of the applicant are too, and notes are news. Who judged, moved or noted
    something himself has seen the dossier then.
    """
    seen = _seen_at(person_id)
    news = _latest(*_acts(lambda doer: or_(doer.is_(None), doer != person_id), undone=False))
    # Never seen is before nothing new; so one comparison answers, and each question is asked once.
    return func.coalesce(seen, _NEVER) < func.coalesce(news, _NEVER + timedelta(seconds=1))


def follow(session: Session, actor: Actor, dossier_id: int) -> None:
    """Have the actor told of what becomes of the dossier; following it already changes nothing."""
    _demand_dossier(session, dossier_id)
    if session.get(FollowedDossier, (actor.known_id, dossier_id)) is None:
        session.add(FollowedDossier(person_id=actor.known_id, dossier_id=dossier_id, since=actor.at))
        session.flush()


def unfollow(session: Session, actor: Actor, dossier_id: int) -> None:
    """Tell the actor no more of it; not following it changes nothing."""
    followed = session.get(FollowedDossier, (actor.known_id, dossier_id))
    if followed is not None:
        session.delete(followed)
        session.flush()


def is_followed_by(person_id: int) -> ColumnElement[bool]:
    """The condition that this person follows the dossier."""
    return Dossier.id.in_(select(FollowedDossier.dossier_id).where(FollowedDossier.person_id == person_id))


def followed_among(session: Session, actor: Actor, dossier_ids: Iterable[int]) -> set[int]:
    """Those of these dossiers that the actor follows."""
    wanted = select(FollowedDossier.dossier_id).where(
        FollowedDossier.person_id == actor.known_id, FollowedDossier.dossier_id.in_(list(dossier_ids))
    )
    return set(session.scalars(wanted))


def _seen_at(person_id: int) -> Any:
    return _latest(
        select(SeenDossier.seen_at.label("at")).where(
            SeenDossier.dossier_id == Dossier.id, SeenDossier.person_id == person_id
        ),
        select(ReviewBaseline.reviewed_at).where(
            ReviewBaseline.dossier_id == Dossier.id, ReviewBaseline.person_id == person_id
        ),
        *_acts(lambda doer: doer == person_id),
    )


def _acts(by: Any, *, undone: bool = True) -> tuple[Select[Any], Select[Any]]:
    """When somebody moved the dossier, and when somebody wrote a note in it; `by` says whose acts count."""
    step, note = aliased(StatusChange), aliased(InternalNote)
    moved = select(step.at.label("at")).where(step.dossier_id == Dossier.id, by(step.person_id))
    return (
        moved if undone else moved.where(step.undone_at.is_(None)),
        select(note.written_at).where(note.dossier_id == Dossier.id, by(note.person_id)),
    )


def _latest(*moments: Select[Any]) -> Any:
    every = union_all(*(some.correlate(Dossier) for some in moments)).subquery()
    return select(func.max(every.c.at)).scalar_subquery()


def _demand_dossier(session: Session, dossier_id: int) -> None:
    if session.get(Dossier, dossier_id) is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
