"""The course of a version in words: what a status is, who takes a step, what it asks and brings; no Qt."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from desktop.services.scheme_graph import SchemeGraph, StatusNode, StepEdge
from desktop.views.schemes.details import Chip, Details, Line, Part, lines
from desktop.views.schemes.saying import Saying

STATUS: Final = "status"
STEP: Final = "step"


class Thing(NamedTuple):
    """A status by its place among the nodes, or a step by its place among the edges."""

    kind: str
    place: int


class Course:
    """Explains the nodes and edges of one graph."""

    def __init__(self, saying: Saying, graph: SchemeGraph) -> None:
        self._saying, self.graph = saying, graph
        self._text = saying.text
        self._places = {node.code: place for place, node in enumerate(graph.nodes)}

    def status(self, code: str) -> Thing:
        """A status by its code."""
        return Thing(STATUS, self._places[code])

    def beginning(self) -> Thing | None:
        """The status in which every dossier begins."""
        return next((self.status(node.code) for node in self.graph.nodes if node.is_initial), None)

    def walk(self) -> list[Thing]:
        """Everything in the order of reading: each status and then the steps from it."""
        return [
            thing
            for node in self.graph.nodes
            for thing in (self.status(node.code), *self._steps(from_status=node.code))
        ]

    def target(self, thing: Thing) -> Thing:
        """Where a step leads; a status leads to itself."""
        return self.status(self.graph.edges[thing.place].to_status) if thing.kind == STEP else thing

    def leads_back(self, place: int) -> bool:
        """Whether a step leads nearer to the beginning than it starts."""
        edge = self.graph.edges[place]
        start, end = (self.graph.nodes[self._places[code]] for code in (edge.from_status, edge.to_status))
        return end.rank < start.rank

    def title(self, thing: Thing) -> str:
        """The name of a status or a step."""
        known = self.graph.nodes if thing.kind == STATUS else self.graph.edges
        return self._saying.label(known[thing.place].label)

    def days(self, node: StatusNode) -> str:
        """«۳ روز کاری»; empty where no time of the office runs."""
        return "" if node.sla_working_days is None else self._text("days", count=node.sla_working_days)

    def sentence(self, thing: Thing) -> str:
        """What a screen reader says about a status or a step."""
        if thing.kind == STATUS:
            node = self.graph.nodes[thing.place]
            said = self._text("said_status", status=self.title(thing))
            return self._saying.listed(filter(None, (said, self.days(node))))
        edge = self.graph.edges[thing.place]
        names = {"from_status": edge.from_status, "to_status": edge.to_status}
        return self._text("said_step", step=self.title(thing), roles=self._roles(edge), **names)

    def details(self, thing: Thing) -> Details:
        """What the side says about it."""
        if thing.kind == STATUS:
            return self._status_details(self.graph.nodes[thing.place])
        return self._step_details(self.graph.edges[thing.place])

    def _status_details(self, node: StatusNode) -> Details:
        text, said = self._text, self._saying
        status = next(one for one in said.version.statuses if one.code == node.code)
        ends = [text("is_initial")] * node.is_initial + [text("is_end")] * node.is_end
        facts = [
            (text("value.phase"), said.word("phase", node.phase)),
            (text("value.sla_working_days"), self.days(node) or text("no_limit")),
            (text("value.applicant_sees"), said.value("applicant_sees", status.applicant_sees)),
        ]
        leading = [Line(self._step_line(one), one) for one in self._steps(from_status=node.code)]
        coming = [
            Line(self._from_line(one), one)
            for one in self._steps(to_status=node.code)
            if self.graph.edges[one.place].from_status != node.code
        ]
        parts = (
            Part(text("steps_from"), "forward", tuple(leading)),
            Part(text("steps_to"), "back", tuple(coming)),
        )
        chip = Chip(node.family.value, node.icon, said.label(node.label))
        return Details(
            said.listed([text("status"), *ends]),
            said.label(node.label),
            (chip,),
            tuple(facts),
            tuple(part for part in parts if part.lines),
        )

    def _step_details(self, edge: StepEdge) -> Details:
        text, said = self._text, self._saying
        places = (edge.from_status, edge.to_status)
        nodes = [self.graph.nodes[self._places[code]] for code in places]
        facts = (
            (text("value.roles"), self._roles(edge)),
            (text("value.note"), said.word("note_rule", edge.note)),
        )
        asked = [said.guard(call) for call in edge.guards] or [text("no_guards")]
        brought = [said.effect(call) for call in edge.effects] or [text("no_effects")]
        ways = tuple(
            Line(text(code, status=said.label(node.label)), self.status(node.code))
            for code, node in zip(("goes_from", "goes_to"), nodes, strict=True)
        )
        return Details(
            text("step"),
            said.label(edge.label),
            (),
            facts,
            (
                Part(text("way"), "split", ways),
                Part(text("guards"), "lock", lines(asked)),
                Part(text("effects"), "check", lines(brought)),
            ),
        )

    def _steps(self, **ends: str) -> Iterable[Thing]:
        return (
            Thing(STEP, place)
            for place, edge in enumerate(self.graph.edges)
            if all(getattr(edge, name) == code for name, code in ends.items())
        )

    def _step_line(self, thing: Thing) -> str:
        edge = self.graph.edges[thing.place]
        return self._text("step_line", step=self.title(thing), roles=self._roles(edge))

    def _from_line(self, thing: Thing) -> str:
        edge = self.graph.edges[thing.place]
        return self._text("from_line", status=edge.from_status, step=self.title(thing))

    def _roles(self, edge: StepEdge) -> str:
        return self._saying.listed(self._saying.word("role", role) for role in edge.roles)
