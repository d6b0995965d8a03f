"""What concerns one person: what others did with dossiers he holds, has worked on or follows."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, and_, bindparam, exists, or_, select
from sqlalchemy.orm import Session

from desktop.models.desk import FollowedDossier, Preference
from desktop.models.dossier import Dossier, HeldAct, WorkDone
from desktop.models.journal import NEWS, JournalEntry
from desktop.models.staff import Person
from desktop.models.vocabulary import Phase, PseudoRole
from desktop.services.people import Actor
from desktop.services.preferences import keep_preference
from desktop.services.rules import rules_of
from desktop.services.seen import seen_at_among
from desktop.services.timeline import TimelineEntry, labelled
from desktop.services.undoing import Held, undoable

RECENT: Final = timedelta(days=14)
"""Older news is read in the dossiers themselves."""

MOST: Final = 200
READ_UNTIL: Final = "notifications.read_until"
"""The preference that holds up to which moment everything counts as read."""


class NewsKind(StrEnum):
    """Why somebody is told."""

    ANSWER = "answer"
    REFERRAL = "referral"
    """The dossier came into his hands."""
    TAKEN_AWAY = "taken_away"
    DECISION = "decision"
    MOVE = "move"
    NOTE = "note"
    CLEARANCE = "clearance"
    PAPERS = "papers"


_REFERRED: Final = "dossier:claim:reassigned"
_BY_TAG: Final[Mapping[str, NewsKind]] = {
    "dossier:step:taken": NewsKind.MOVE,
    "dossier:step:undone": NewsKind.MOVE,
    "dossier:note:written": NewsKind.NOTE,
    "dossier:clearance:answered": NewsKind.CLEARANCE,
    "dossier:packet:received": NewsKind.PAPERS,
    _REFERRED: NewsKind.REFERRAL,
    "dossier:claim:put_back": NewsKind.TAKEN_AWAY,
}
_NEWS: Any = bindparam("news", NEWS, expanding=True, literal_execute=True)


@dataclass(frozen=True, slots=True)
class News:
    """One act by somebody else that concerns this person."""

    id: int
    kind: NewsKind
    dossier_id: int
    number: str
    applicant_name: str
    entry: TimelineEntry
    unread: bool


def notifications(session: Session, actor: Actor, since: datetime | None = None) -> list[News]:
    """What others did that concerns the actor since a moment (two weeks ago), newest first, at most 200.

    Read is what happened before he last marked all read, or before he last saw the dossier.
    """
    rows = session.execute(_concerning(actor, since or actor.at - RECENT).limit(MOST)).all()
    names: dict[int, str] = dict(session.execute(select(Person.id, Person.name)).all())
    seen = seen_at_among(session, actor, {row.chain for row in rows})
    read_until = _read_until(session, actor)
    told = (_news(session, actor, row, names) for row in rows)
    return [
        News(*said, unread=row.at > max(read_until, seen.get(row.chain, read_until)))
        for row, said in zip(rows, told, strict=True)
        if said is not None
    ]


def unread_count(session: Session, actor: Actor) -> int:
    """How many of them are unread; for the bell."""
    return sum(one.unread for one in notifications(session, actor))


def mark_all_read(session: Session, actor: Actor) -> None:
    """Count everything up to now as read."""
    keep_preference(session, actor, READ_UNTIL, actor.at.isoformat())


def held_by(session: Session, actor: Actor) -> list[Held]:
    """Acts of the actor that he can still take back, with their held notices; the newest first."""
    held = select(HeldAct.dossier_id).where(
        HeldAct.held_until > actor.at, HeldAct.person_id == actor.known_id
    )
    ids = session.scalars(held.order_by(HeldAct.done_at.desc())).all()
    found = (undoable(session, actor, dossier_id) for dossier_id in ids)
    return [act for act in found if act is not None]


def _concerning(actor: Actor, since: datetime) -> Any:
    return (
        select(
            JournalEntry.id,
            JournalEntry.chain,
            JournalEntry.sequence,
            JournalEntry.at,
            JournalEntry.tag,
            JournalEntry.content,
            JournalEntry.person_id,
            Dossier.number,
            Dossier.applicant_name,
            Dossier.scheme_version_id,
        )
        .join(Dossier, Dossier.id == JournalEntry.chain)
        .where(
            JournalEntry.at > since,
            JournalEntry.tag.in_(_NEWS),
            or_(JournalEntry.person_id.is_(None), JournalEntry.person_id != actor.known_id),
            _is_mine(actor.known_id),
        )
        .order_by(JournalEntry.at.desc(), JournalEntry.id.desc())
    )


def _is_mine(person_id: int) -> ColumnElement[bool]:
    """The act came after this person got to do with the dossier, or brought it into his hands."""
    # Asked of each recent entry: what happened lately is less than what one has worked on in years.
    at = JournalEntry.at
    worked = exists().where(WorkDone.dossier_id == Dossier.id, WorkDone.person_id == person_id)
    follows = exists().where(FollowedDossier.dossier_id == Dossier.id, FollowedDossier.person_id == person_id)
    return or_(
        and_(Dossier.claimed_by_id == person_id, Dossier.claimed_at < at),
        worked.where(WorkDone.kind != "intake", WorkDone.first_at < at),
        follows.where(FollowedDossier.since < at),
        and_(JournalEntry.tag == _REFERRED, JournalEntry.content.endswith(f'"to":{person_id}}}')),
    )


def _news(
    session: Session, actor: Actor, row: Row[*tuple[Any, ...]], names: Mapping[int, str]
) -> tuple[int, NewsKind, int, str, str, TimelineEntry] | None:
    rules = rules_of(session, row.scheme_version_id)
    values = json.loads(row.content)
    kind = _kind(actor, row.tag, values, {code: rule.phase for code, rule in rules.statuses.items()})
    if kind is None:
        return None
    person = names.get(row.person_id)
    entry = TimelineEntry(row.sequence, row.at, row.tag, person, labelled(rules, names, values))
    return row.id, kind, row.chain, row.number, row.applicant_name, entry


def _kind(actor: Actor, tag: str, values: Mapping[str, Any], phases: Mapping[str, Phase]) -> NewsKind | None:
    kind = _BY_TAG[tag]
    if tag == _REFERRED and values["to"] != actor.person_id:
        return NewsKind.TAKEN_AWAY if values["before"] == actor.person_id else NewsKind.MOVE
    if tag == "dossier:claim:put_back" and values["before"] != actor.person_id:
        return None
    if tag == "dossier:step:taken":
        if values["role"] == PseudoRole.APPLICANT:
            return NewsKind.ANSWER
        if phases.get(values["to"]) in {Phase.IN_FORCE, Phase.ENDED}:
            return NewsKind.DECISION
    return kind


def _read_until(session: Session, actor: Actor) -> datetime:
    kept = session.get(Preference, (actor.known_id, READ_UNTIL))
    return actor.at - RECENT if kept is None else datetime.fromisoformat(kept.value)
