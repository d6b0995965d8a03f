"""Claims: one person holds a dossier while working on it; released, reassigned, or the next one taken."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, and_, exists, false, or_, select
from sqlalchemy.orm import Session

from desktop.models.dossier import BarredReviewer, Dossier, WorkDone
from desktop.models.errors import Conflict, NotAllowed, NotFound, RuleBroken
from desktop.models.scheme import SchemeVersion
from desktop.models.staff import Person
from desktop.models.vocabulary import RUNNING_PHASES, Phase, Role
from desktop.services import journal
from desktop.services.held_acts import hold, standing_of
from desktop.services.people import Actor, actor_named
from desktop.services.rules import rules_of

CLAIMED_PHASES = RUNNING_PHASES - {Phase.DECISION}
"""Phases of desks whose work is claimed; decisions are taken from a common stack."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A dossier that is now in the actor's hands."""

    dossier_id: int
    number: str


@dataclass(frozen=True, slots=True)
class NextFree:
    """A free dossier that comes before all others for one person."""

    dossier_id: int
    is_known: bool
    """He has worked on it before."""


def claim(session: Session, actor: Actor, dossier_id: int) -> Claimed:
    """Take a dossier in hand; taking one's own again changes nothing.

    Raises Conflict("claim.taken") with holder and moment, NotAllowed("claim.not_your_desk") when no step from
    its status is for this person, NotAllowed("claim.barred") after a re-examination wants fresh eyes (G-08).
    """
    dossier = _existing(session, dossier_id)
    if dossier.claimed_by_id == actor.known_id:
        return Claimed(dossier.id, dossier.number)
    if dossier.claimed_by_id is not None:
        holder = session.get_one(Person, dossier.claimed_by_id)
        raise Conflict("claim.taken", number=dossier.number, holder=holder.name, since=dossier.claimed_at)
    demand_desk(session, actor, dossier)
    hand_to(session, actor, dossier, actor.known_id, "dossier:claim:taken")
    return Claimed(dossier.id, dossier.number)


def release(session: Session, actor: Actor, dossier_id: int) -> None:
    """Put a dossier back; only its holder may."""
    dossier = _existing(session, dossier_id)
    if dossier.claimed_by_id != actor.known_id:
        raise NotAllowed("claim.not_yours", number=dossier.number)
    before = standing_of(dossier)
    dossier.claimed_by_id = dossier.claimed_at = None
    journal.record(session, actor, "dossier:claim:released", dossier.id)
    hold(session, actor, dossier, before)


def reassign(session: Session, actor: Actor, dossier_id: int, username: str, reason: str) -> None:
    """Hand a dossier to another person, with a reason; a supervisor, or the holder himself (refer).

    What the earlier holder found stays; the new holder's findings supersede it item by item.
    """
    dossier = _existing(session, dossier_id)
    if dossier.claimed_by_id != actor.known_id:
        actor.demand(Role.SUPERVISOR)
    if not reason.strip():
        raise RuleBroken("reassign.reason_missing", number=dossier.number)
    receiver = actor_named(session, username, actor.at)
    demand_desk(session, receiver, dossier)
    before = dossier.claimed_by_id
    hand_to(
        session, actor, dossier, receiver.known_id, "dossier:claim:reassigned", reason=reason, before=before
    )


def claim_next(session: Session, actor: Actor) -> Claimed:
    """Take the most urgent free dossier of the actor's desks; raises NotFound("claim.nothing_free").

    First what came back to this person, then by due moment; dossiers he may not work on are passed over.
    """
    found = next_free(session, actor)
    if found is None:
        raise NotFound("claim.nothing_free")
    return claim(session, actor, found.dossier_id)


def next_free(session: Session, actor: Actor) -> NextFree | None:
    """The dossier that `claim_next` would take now; None when nothing is free for this person."""
    places = _desks_of(session, actor)
    worked_on = select(WorkDone.dossier_id).where(
        WorkDone.person_id == actor.known_id, WorkDone.kind != "intake"
    )
    returned = _most_urgent(session, actor, Dossier.id.in_(worked_on), _at(places))
    free = [
        found
        for status, versions in places.items()
        for found in _most_urgent(session, actor, _at({status: versions}))
    ]
    for _, dossier_id in sorted(returned) or sorted(free):
        return NextFree(dossier_id, is_known=bool(returned))
    return None


def demand_claim(actor: Actor, dossier: Dossier) -> None:
    """Raise unless the actor holds the dossier."""
    if dossier.claimed_by_id != actor.known_id:
        raise NotAllowed("claim.not_yours", number=dossier.number)


def _desks_of(session: Session, actor: Actor) -> dict[str, list[int]]:
    """Statuses in which this person has a desk, with the scheme versions that give it to him."""
    places: dict[str, list[int]] = {}
    used = select(SchemeVersion.id).where(SchemeVersion.used_at.is_not(None))
    for version_id in session.scalars(used):
        rules = rules_of(session, version_id)
        for status in rules.statuses.values():
            if status.phase in CLAIMED_PHASES and not actor.roles.isdisjoint(rules.desk_roles(status.code)):
                places.setdefault(status.code, []).append(version_id)
    return places


def _at(places: dict[str, list[int]]) -> ColumnElement[bool]:
    return or_(
        false(),
        *(
            and_(Dossier.status == status, Dossier.scheme_version_id.in_(versions))
            for status, versions in places.items()
        ),
    )


def _most_urgent(
    session: Session, actor: Actor, *conditions: ColumnElement[bool]
) -> list[tuple[datetime, int]]:
    """The most urgent free dossier under these conditions with its due moment, if there is one."""
    barred = exists().where(
        BarredReviewer.dossier_id == Dossier.id, BarredReviewer.person_id == actor.known_id
    )
    free = (
        select(Dossier.due_at, Dossier.id)
        .where(Dossier.claimed_by_id.is_(None), ~barred, *conditions)
        .limit(1)
        .with_for_update(skip_locked=True)
    )
    # Those with a due moment first, in the order of the index; those without are the least urgent.
    due = session.execute(
        free.where(Dossier.due_at.is_not(None)).order_by(Dossier.due_at, Dossier.id)
    ).first()
    if due is None:
        due = session.execute(free.where(Dossier.due_at.is_(None)).order_by(Dossier.id)).first()
    return [] if due is None else [(due.due_at or datetime.max.replace(tzinfo=UTC), due.id)]


def demand_desk(session: Session, actor: Actor, dossier: Dossier) -> None:
    """Raise NotAllowed unless the dossier stands at a desk of this person and he is not barred from it."""
    desk = rules_of(session, dossier.scheme_version_id).desk_roles(dossier.status)
    if dossier.phase not in CLAIMED_PHASES or desk.isdisjoint(actor.roles):
        raise NotAllowed(
            "claim.not_your_desk", number=dossier.number, person=actor.name, status=dossier.status
        )
    if session.get(BarredReviewer, (dossier.id, actor.known_id)) is not None:
        raise NotAllowed("claim.barred", number=dossier.number, person=actor.name)


def hand_to(
    session: Session, actor: Actor, dossier: Dossier, person_id: int, tag: str, **values: object
) -> None:
    """Give a dossier to a person and journal it under `tag`; whether he may have it was asked before."""
    before = standing_of(dossier)
    dossier.claimed_by_id, dossier.claimed_at = person_id, actor.at
    journal.record(session, actor, tag, dossier.id, to=person_id, **values)
    hold(session, actor, dossier, before)


def _existing(session: Session, dossier_id: int) -> Dossier:
    dossier = session.get(Dossier, dossier_id, populate_existing=True)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    return dossier
