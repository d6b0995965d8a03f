"""The course of a scheme version as a graph: statuses as nodes in ranks, steps as edges with who and when."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from desktop.models.vocabulary import Family, Phase
from desktop.services.schemes.definition import Call, Label, Transition, VersionDefinition


@dataclass(frozen=True, slots=True)
class StatusNode:
    """A status; `rank` is how many steps it lies from the beginning, `place` its place within the rank."""

    code: str
    label: Label
    phase: Phase
    family: Family
    icon: str
    sla_working_days: int | None
    is_initial: bool
    is_end: bool
    rank: int
    place: int


@dataclass(frozen=True, slots=True)
class StepEdge:
    """One step with all roles that may take it; `goes_back` when it leads to an earlier or the same rank."""

    action: str
    label: Label
    from_status: str
    to_status: str
    roles: tuple[str, ...]
    note: str
    guards: tuple[Call, ...]
    effects: tuple[Call, ...]
    goes_back: bool


@dataclass(frozen=True, slots=True)
class SchemeGraph:
    """Nodes by rank and place, and the edges between them in the order of the scheme."""

    nodes: tuple[StatusNode, ...]
    edges: tuple[StepEdge, ...]


def graph_of(version: VersionDefinition) -> SchemeGraph:
    """The graph of one version."""
    ranks = _ranks(version)
    nodes = tuple(_nodes(version, ranks))
    return SchemeGraph(nodes, tuple(_edges(version, ranks)))


def _ranks(version: VersionDefinition) -> dict[str, int]:
    """How far each status lies from the beginning; what no step reaches lies one further than all others."""
    reached = {status.code: 0 for status in version.statuses if status.initial}
    waiting = deque(reached)
    while waiting:
        here = waiting.popleft()
        for step in version.transitions:
            if step.from_status == here and step.to_status not in reached:
                reached[step.to_status] = reached[here] + 1
                waiting.append(step.to_status)
    beyond = max(reached.values(), default=0) + 1
    return {status.code: reached.get(status.code, beyond) for status in version.statuses}


def _nodes(version: VersionDefinition, ranks: dict[str, int]) -> Iterable[StatusNode]:
    places: dict[int, int] = {}
    leads_on = {step.from_status for step in version.transitions if step.to_status != step.from_status}
    for status in sorted(version.statuses, key=lambda one: ranks[one.code]):
        rank = ranks[status.code]
        place = places[rank] = places.get(rank, -1) + 1
        yield StatusNode(
            status.code,
            status.label,
            status.phase,
            status.family,
            status.icon,
            status.sla_working_days,
            status.initial,
            status.code not in leads_on,
            rank,
            place,
        )


def _edges(version: VersionDefinition, ranks: dict[str, int]) -> Iterable[StepEdge]:
    together: dict[tuple[object, ...], list[Transition]] = {}
    for step in version.transitions:
        key = (step.from_status, step.action, step.to_status, step.guards, step.effects, step.note)
        together.setdefault(key, []).append(step)
    for steps in together.values():
        first = steps[0]
        yield StepEdge(
            first.action,
            first.label,
            first.from_status,
            first.to_status,
            tuple(step.role.value for step in steps),
            first.note,
            first.guards,
            first.effects,
            ranks[first.to_status] <= ranks[first.from_status],
        )
