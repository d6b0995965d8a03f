"""The four-eyes chain of dossiers awaiting a decision: whose hands it went through, what still holds."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from desktop.models.document import Document
from desktop.models.dossier import StatusChange
from desktop.models.physical_documents import Paper
from desktop.models.staff import Person
from desktop.models.submission import Submission
from desktop.models.vocabulary import RUNNING_PHASES, PaperVerdict, Role
from desktop.services.people import Actor
from desktop.services.rules import Rules
from desktop.services.steps import ROLES_WITHOUT_WORK

_IDS: Any = bindparam("ids", expanding=True)


class LinkState(StrEnum):
    """What a link of the chain is worth."""

    DONE = "done"
    VOIDED = "voided"
    """What it rested on has changed since."""


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One person's part in the dossier: the newest step that carried it towards the decision, by role."""

    role: Role
    person: str
    at: datetime
    action: str
    note: str | None
    is_mine: bool
    state: LinkState


@dataclass(frozen=True, slots=True)
class Chain:
    """All links in the order of their steps, and whether a manager sent the dossier back before."""

    links: tuple[ChainLink, ...]
    was_returned: bool

    @property
    def has_voided(self) -> bool:
        """Whether somebody's part no longer holds."""
        return any(link.state is LinkState.VOIDED for link in self.links)


_MOVES: Final = (
    select(StatusChange, Person.id, Person.name)
    .join(Person, Person.id == StatusChange.person_id)
    .where(StatusChange.dossier_id.in_(_IDS), StatusChange.undone_at.is_(None))
    .order_by(StatusChange.id)
)
_SENT: Final = (
    select(Submission.dossier_id, func.max(Submission.received_at))
    .where(Submission.dossier_id.in_(_IDS))
    .group_by(Submission.dossier_id)
)
_NEW_SCANS: Final = (
    select(Document.dossier_id, func.max(Document.added_at))
    .where(Document.dossier_id.in_(_IDS))
    .group_by(Document.dossier_id)
)
_OPEN_PAPERS: Final = (
    select(Paper.dossier_id)
    .where(Paper.dossier_id.in_(_IDS), Paper.replaced_by_id.is_(None), Paper.verdict != PaperVerdict.ACCEPTED)
    .distinct()
)


def chains_of(session: Session, actor: Actor, rules: Mapping[int, Rules]) -> dict[int, Chain]:
    """The chain of each dossier, as this person sees it; `rules` are those of every dossier."""
    asked = {"ids": list(rules)}
    changed = {**dict(session.execute(_SENT, asked).all())}
    for dossier_id, added in session.execute(_NEW_SCANS, asked):
        changed[dossier_id] = max(added, changed.get(dossier_id, added))
    open_papers = set(session.scalars(_OPEN_PAPERS, asked))
    moves: defaultdict[int, list[Any]] = defaultdict(list)
    for move in session.execute(_MOVES, asked):
        moves[move.StatusChange.dossier_id].append(move)
    return {
        one: Chain(
            tuple(_links(actor, its_rules, moves[one], changed.get(one), one in open_papers)),
            any(_is_return(move.StatusChange) for move in moves[one]),
        )
        for one, its_rules in rules.items()
    }


def _links(
    actor: Actor,
    rules: Rules,
    moves: Sequence[Any],
    changed_at: datetime | None,
    papers_open: bool,  # noqa: FBT001 - said once, above
) -> Iterator[ChainLink]:
    newest = {move.StatusChange.role: move for move in moves if _carries_on(rules, move.StatusChange)}
    for change, person_id, name in sorted(newest.values(), key=lambda move: move.StatusChange.id):
        is_stale = changed_at is not None and changed_at > change.at
        voided = is_stale or (papers_open and change.role == Role.DOCUMENTS_OFFICER)
        yield ChainLink(
            role=Role(change.role),
            person=name,
            at=change.at,
            action=change.action,
            note=change.note,
            is_mine=person_id == actor.person_id,
            state=LinkState.VOIDED if voided else LinkState.DONE,
        )


def _carries_on(rules: Rules, change: StatusChange) -> bool:
    """A step of who works on the dossier, from one desk of the office to the next."""
    if change.role in ROLES_WITHOUT_WORK or change.from_status is None:
        return False
    before = rules.statuses[change.from_status].phase
    return before in RUNNING_PHASES and change.phase in RUNNING_PHASES and before is not change.phase


def _is_return(change: StatusChange) -> bool:
    """A manager's step back from the decision to a desk."""
    return change.role == Role.MANAGER and change.phase in RUNNING_PHASES
