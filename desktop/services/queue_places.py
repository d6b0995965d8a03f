"""In which statuses of which scheme versions a queue's dossiers stand: whose work they are by the schemes."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.errors import RuleBroken
from desktop.models.scheme import SchemeVersion
from desktop.models.vocabulary import RUNNING_PHASES, STANDING_PHASES, Phase, Role
from desktop.services.people import Actor
from desktop.services.queue_query import Papers, Queue, QueueQuery
from desktop.services.rules import Rules, StatusRule, TransitionRule, rules_of

Condition = ColumnElement[bool]
Wanted = Callable[[Rules, StatusRule], bool]
"""Whether a status of a scheme version belongs to what is asked for."""


@dataclass(frozen=True, slots=True)
class Place:
    """A status in all scheme versions that declare it (`versions` None), or only in some of them."""

    status: str
    versions: tuple[int, ...] | None
    phase: Phase

    def condition(self) -> Condition:
        """A dossier stands here."""
        here = Dossier.status == self.status
        return here if self.versions is None else and_(here, Dossier.scheme_version_id.in_(self.versions))


def in_one_of(places: Iterable[Place]) -> Condition:
    """A dossier stands in one of these places."""
    whole = [place.status for place in places if place.versions is None]
    return or_(
        Dossier.status.in_(whole), *(place.condition() for place in places if place.versions is not None)
    )


def places_of(session: Session, actor: Actor, query: QueueQuery) -> tuple[tuple[Place, ...], bool]:
    """Where the dossiers asked for may stand, and whether the query narrows that at all.

    Raises RuleBroken("queue.unknown"), RuleBroken("scheme.unknown") and RuleBroken("status.unknown").
    """
    wanted = [*_of_queue(actor, query.queue), *_of_filters(session, query)]
    return _places(session, lambda *stand: all(asks(*stand) for asks in wanted)), bool(wanted)


def has_work(session: Session, role: str) -> bool:
    """Whether any scheme version gives this role a step."""
    return bool(_places(session, _open_to({role})))


def _of_queue(actor: Actor, queue: str) -> list[Wanted]:
    if queue in {Queue.UNCLAIMED, Queue.OVERDUE}:
        return [_open_to(actor.roles), _clock_runs]
    if queue in set(Queue):
        return []
    if queue not in set(Role):
        raise RuleBroken("queue.unknown", queue=queue, known=[*map(str, Queue), *map(str, Role)])
    return [_open_to({queue})]


def _of_filters(session: Session, query: QueueQuery) -> list[Wanted]:
    every = _all_rules(session) if query.statuses or query.scheme else []
    wanted: list[Wanted] = []
    if query.scheme is not None:
        schemes = sorted({rules.scheme for rules in every})
        if query.scheme not in schemes:
            raise RuleBroken("scheme.unknown", scheme=query.scheme, known=schemes)
        wanted.append(lambda rules, _: rules.scheme == query.scheme)
    if query.statuses:
        _demand_statuses(query.statuses, {code for rules in every for code in rules.statuses})
        wanted.append(lambda _, status: status.code in query.statuses)
    if query.phases:
        wanted.append(lambda _, status: status.phase in query.phases)
    if query.papers not in (None, Papers.ARRIVED_TODAY):
        wanted.append(lambda _, status: status.phase is Phase.PAPERS)
    if query.returned:
        wanted.append(_clock_runs)
    if query.paused:
        wanted.append(_clock_stands)
    return wanted


def _demand_statuses(statuses: Iterable[str], known: Collection[str]) -> None:
    for status in statuses:
        if status not in known:
            raise RuleBroken("status.unknown", status=status, known=sorted(known))


def _clock_runs(_: Rules, status: StatusRule) -> bool:
    return status.phase in RUNNING_PHASES


def _clock_stands(_: Rules, status: StatusRule) -> bool:
    return status.phase in STANDING_PHASES


def _open_to(roles: Collection[str]) -> Wanted:
    return lambda rules, status: any(
        step.role in roles and not _is_switched_off(rules, step) for step in rules.steps_from(status.code)
    )


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
    chosen: dict[tuple[str, Phase], set[int]] = defaultdict(set)
    for rules in _all_rules(session):
        for status in rules.statuses.values():
            declared[status.code].add(rules.version_id)
            if wanted(rules, status):
                chosen[status.code, status.phase].add(rules.version_id)
    return tuple(
        Place(status, None if versions == declared[status] else tuple(sorted(versions)), phase)
        for (status, phase), versions in sorted(chosen.items())
    )
