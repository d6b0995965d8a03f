"""What belongs to a queue, as conditions and orders that the indexes of `dossier` can follow."""

from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import RuleBroken
from desktop.models.scheme import SchemeVersion
from desktop.models.vocabulary import RUNNING_PHASES, Role
from desktop.services.people import Actor
from desktop.services.rules import Rules, StatusRule, TransitionRule, rules_of
from desktop.services.search_index import among, candidates, held, words_of

Condition = ColumnElement[bool]
Wanted = Callable[[Rules, StatusRule], bool]


class Queue(StrEnum):
    """Queues everybody has; besides them every role has one under its own name."""

    MINE = "mine"
    UNCLAIMED = "unclaimed"
    OVERDUE = "overdue"
    ALL = "all"


class Sort(StrEnum):
    """Orders of a queue."""

    DUE = "due"
    NAME = "name"
    NUMBER = "number"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """What to show of a queue; what is left out does not narrow it.

    `queue` is a word of `Queue` or of `Role`, `statuses` and `scheme` are codes, `claimed_by` is a person's
    id, `search` what somebody typed. By due date, dossiers whose clock stands come last.
    """

    queue: str = Queue.ALL.value
    statuses: tuple[str, ...] = ()
    scheme: str | None = None
    claimed_by: int | None = None
    overdue: bool = False
    sort: Sort = Sort.DUE
    descending: bool = False
    search: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A status in all scheme versions that declare it (`versions` None), or only in some of them."""

    status: str
    versions: tuple[int, ...] | None

    def condition(self) -> Condition:
        """A dossier stands here."""
        here = Dossier.status == self.status
        return here if self.versions is None else and_(here, Dossier.scheme_version_id.in_(self.versions))


@dataclass(frozen=True, slots=True)
class Selection:
    """The dossiers of one queue: in one of `places` (None: wherever they stand), meeting every condition."""

    places: tuple[Place, ...] | None
    conditions: tuple[Condition, ...]
    is_narrow: bool
    """The conditions alone leave few dossiers, so the places need no index of their own."""

    def where(self) -> list[Condition]:
        """All of it as the conditions of one statement."""
        if self.places is None:
            return list(self.conditions)
        whole = [place.status for place in self.places if place.versions is None]
        parts = (place.condition() for place in self.places if place.versions is not None)
        return [or_(Dossier.status.in_(whole), *parts), *self.conditions]

    def that(self, condition: Condition) -> "Selection":
        """The part of it that meets one more condition."""
        return replace(self, conditions=(*self.conditions, condition))

    def branches(self) -> list[list[Condition]]:
        """The same, one list of conditions per place: within one place the indexes are already in order."""
        if self.places is None or self.is_narrow:
            return [self.where()]
        return [[place.condition(), *self.conditions] for place in self.places] or [[false()]]


def select_queue(session: Session, actor: Actor, query: QueueQuery) -> Selection:
    """The dossiers of a queue as this person sees it.

    Raises RuleBroken("queue.unknown"), RuleBroken("scheme.unknown") and RuleBroken("status.unknown").
    """
    wanted, conditions = _of_queue(actor, query.queue)
    wanted += _of_filters(session, query)
    if query.claimed_by is not None:
        conditions.append(Dossier.claimed_by_id == query.claimed_by)
    if query.overdue:
        conditions.append(Dossier.due_at < actor.at)
    is_found, searched = _of_search(session, query.search)
    narrow = is_found or query.queue == Queue.MINE or query.claimed_by is not None
    # No index has all dossiers by the age of their status: that order is merged from all statuses.
    everywhere = not wanted and (narrow or query.sort is not Sort.SINCE)
    return Selection(
        places=None if everywhere else _places(session, lambda *stand: all(asks(*stand) for asks in wanted)),
        conditions=(*conditions, *searched),
        is_narrow=narrow,
    )


def has_work(session: Session, role: str) -> bool:
    """Whether any scheme version gives this role a step."""
    return bool(_places(session, _open_to({role})))


def _of_queue(actor: Actor, queue: str) -> tuple[list[Wanted], list[Condition]]:
    if queue == Queue.MINE:
        return [], [Dossier.claimed_by_id == actor.known_id]
    if queue == Queue.UNCLAIMED:
        return [_open_to(actor.roles), _clock_runs], [Dossier.claimed_by_id.is_(None)]
    if queue == Queue.OVERDUE:
        return [_open_to(actor.roles), _clock_runs], [Dossier.due_at < actor.at]
    if queue == Queue.ALL:
        return [], []
    if queue not in {role.value for role in Role}:
        raise RuleBroken("queue.unknown", queue=queue, known=[*map(str, Queue), *map(str, Role)])
    return [_open_to({queue})], []


def _of_filters(session: Session, query: QueueQuery) -> list[Wanted]:
    every = _all_rules(session) if query.statuses or query.scheme else []
    wanted: list[Wanted] = []
    if query.scheme is not None:
        schemes = sorted({rules.scheme for rules in every})
        if query.scheme not in schemes:
            raise RuleBroken("scheme.unknown", scheme=query.scheme, known=schemes)
        wanted.append(lambda rules, _: rules.scheme == query.scheme)
    if query.statuses:
        known = {code for rules in every for code in rules.statuses}
        for status in query.statuses:
            if status not in known:
                raise RuleBroken("status.unknown", status=status, known=sorted(known))
        wanted.append(lambda _, status: status.code in query.statuses)
    return wanted


def _of_search(session: Session, typed: str) -> tuple[bool, list[Condition]]:
    words = words_of(typed)
    if not words:
        return False, []
    found = candidates(session, words)
    return (False, held(words)) if found is None else (True, [among(found), *held(words)])


def _open_to(roles: Collection[str]) -> Wanted:
    return lambda rules, status: any(
        step.role in roles and not _is_switched_off(rules, step) for step in rules.steps_from(status.code)
    )


def _clock_runs(_: Rules, status: StatusRule) -> bool:
    return status.phase in RUNNING_PHASES


def _is_switched_off(rules: Rules, step: TransitionRule) -> bool:
    """A step behind a parameter that is off is nobody's work (C-27)."""
    return any(
        guard.name == "parameter_on" and rules.parameters.get(guard.parameters["name"]) != "true"
        for guard in step.guards
    )


def _all_rules(session: Session) -> list[Rules]:
    return [rules_of(session, version) for version in session.scalars(select(SchemeVersion.id))]


def _places(session: Session, wanted: Wanted) -> tuple[Place, ...]:
    declared: dict[str, set[int]] = defaultdict(set)
    chosen: dict[str, set[int]] = defaultdict(set)
    for rules in _all_rules(session):
        for status in rules.statuses.values():
            declared[status.code].add(rules.version_id)
            if wanted(rules, status):
                chosen[status.code].add(rules.version_id)
    return tuple(
        Place(status, None if versions == declared[status] else tuple(sorted(versions)))
        for status, versions in sorted(chosen.items())
    )
