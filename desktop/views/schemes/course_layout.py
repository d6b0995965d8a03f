"""Where the statuses of a course stand and how its steps run between them; plain numbers, start side first.

Statuses stand in columns by rank. Steps leave and arrive at the two sides of a box, spread over its height so
that they hardly cross; what passes a column in between goes through a gap between its boxes.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from desktop.services.scheme_graph import SchemeGraph
from desktop.views.schemes.course_columns import columns_of

MARGIN, ACROSS, BELOW = 20, 76, 20
"""Room round the whole, between two columns, between two boxes of a column."""

PORT, LEAST = 11, 40
"""Height a step takes at the side of a box, and the least height of a box."""

BULGE, LANE = 30, 6
"""How far a step within a column swings out, and how far apart steps pass through one gap."""


class Point(NamedTuple):
    """A place on the canvas, counted from its start side and its top."""

    x: float
    y: float


class Curve(NamedTuple):
    """A piece of a path: where it begins, its two handles, where it ends."""

    begin: Point
    first: Point
    second: Point
    end: Point


@dataclass(frozen=True, slots=True)
class Box:
    """The place of a status."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> Point:
        """Its middle."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)


@dataclass(frozen=True, slots=True)
class CoursePlan:
    """Boxes in the order of the nodes, paths in the order of the edges, and the size of the whole."""

    boxes: tuple[Box, ...]
    paths: tuple[tuple[Curve, ...], ...]
    width: float
    height: float


class _Port(NamedTuple):
    """Where one end of an edge touches a box: `side` is +1 at its end, -1 at its start."""

    node: int
    side: int


def plan_of(graph: SchemeGraph, widths: Sequence[float], scale: float = 1.0) -> CoursePlan:
    """The plan of a course whose boxes need these widths, at a text scale."""
    return _Planner(graph, widths, scale).plan()


class _Planner:
    """Builds one plan."""

    def __init__(self, graph: SchemeGraph, widths: Sequence[float], scale: float) -> None:
        self._graph, self._widths, self._scale = graph, widths, scale
        places = {node.code: place for place, node in enumerate(graph.nodes)}
        self._ends = [(places[edge.from_status], places[edge.to_status]) for edge in graph.edges]
        self._columns = columns_of(graph.nodes, self._ends)
        self._rank = {node: rank for rank, column in enumerate(self._columns) for node in column}
        self._ports = [self._sides(begin, end) for begin, end in self._ends]
        self._lanes: dict[tuple[int, float], int] = defaultdict(int)

    def plan(self) -> CoursePlan:
        """Boxes first, then the steps between them."""
        boxes = self._boxes()
        touch = self._touching(boxes)
        paths = tuple(self._path(edge, touch[edge], boxes) for edge in range(len(self._ends)))
        margin = MARGIN * self._scale
        points = [point for path in paths for curve in path for point in (curve.begin, curve.end)]
        right = max([box.x + box.width for box in boxes.values()], default=0)
        swung = BULGE * self._scale if self._swings(self._columns[-1]) else 0
        bottom = max(
            [box.y + box.height for box in boxes.values()] + [point.y for point in points], default=0
        )
        ordered = tuple(boxes[node] for node in range(len(boxes)))
        return CoursePlan(ordered, paths, right + swung + margin, bottom + margin)

    def _sides(self, begin: int, end: int) -> tuple[_Port, _Port]:
        ahead = self._rank[end] - self._rank[begin]
        if ahead == 0:
            return _Port(begin, +1), _Port(end, +1)
        side = 1 if ahead > 0 else -1
        return _Port(begin, side), _Port(end, -side)

    def _swings(self, column: Sequence[int]) -> bool:
        return any(begin in column and self._rank[begin] == self._rank[end] for begin, end in self._ends)

    def _boxes(self) -> dict[int, Box]:
        heights = {node: self._height(node) for column in self._columns for node in column}
        between, margin = BELOW * self._scale, MARGIN * self._scale
        tall = [sum(heights[n] for n in column) + between * (len(column) - 1) for column in self._columns]
        boxes: dict[int, Box] = {}
        x = margin
        for column, height in zip(self._columns, tall, strict=True):
            wide = max(self._widths[node] for node in column)
            y = margin + (max(tall) - height) / 2
            for node in column:
                boxes[node] = Box(x, y, wide, heights[node])
                y += heights[node] + between
            x += wide + ACROSS * self._scale
        return boxes

    def _height(self, node: int) -> float:
        touching = [port for pair in self._ports for port in pair if port.node == node]
        most = max((touching.count(_Port(node, side)) for side in (-1, +1)), default=0)
        return max(LEAST, most * PORT + PORT) * self._scale

    def _touching(self, boxes: dict[int, Box]) -> list[tuple[Point, Point]]:
        """Where every edge leaves and arrives: at each side in the order of what it leads to."""
        at_side: dict[_Port, list[tuple[float, int, int]]] = defaultdict(list)
        for edge, ports in enumerate(self._ports):
            for end, port in enumerate(ports):
                other = boxes[ports[1 - end].node].middle.y
                at_side[port].append((other, edge, end))
        found: dict[tuple[int, int], Point] = {}
        for port, touching in at_side.items():
            box = boxes[port.node]
            x = box.x + box.width if port.side > 0 else box.x
            step = min(PORT * self._scale, box.height / (len(touching) + 1))
            top = box.middle.y - step * (len(touching) - 1) / 2
            for place, (_, edge, end) in enumerate(sorted(touching)):
                found[edge, end] = Point(x, top + place * step)
        return [(found[edge, 0], found[edge, 1]) for edge in range(len(self._ends))]

    def _path(self, edge: int, touch: tuple[Point, Point], boxes: dict[int, Box]) -> tuple[Curve, ...]:
        begin, end = self._ends[edge]
        here, there = self._rank[begin], self._rank[end]
        if here == there:
            return (self._swing(*touch),)
        side = 1 if there > here else -1
        curves: list[Curve] = []
        at = touch[0]
        for rank in range(here + side, there, side):
            first, last = self._gap(rank, at, touch[1], boxes, side)
            curves += [_reach(at, first), _reach(first, last)]
            at = last
        return (*curves, _reach(at, touch[1]))

    def _swing(self, begin: Point, end: Point) -> Curve:
        far = (BULGE + abs(end.y - begin.y) * 0.08) * self._scale
        out = min(far, ACROSS * 0.7 * self._scale) * 4 / 3
        return Curve(begin, Point(begin.x + out, begin.y), Point(end.x + out, end.y), end)

    def _gap(
        self, rank: int, at: Point, goal: Point, boxes: dict[int, Box], side: int
    ) -> tuple[Point, Point]:
        """The gap of a column nearest to the straight way, and where it is entered and left."""
        column = [boxes[node] for node in self._columns[rank]]
        half = BELOW * self._scale / 2
        gaps = [column[0].y - half, *(box.y + box.height + half for box in column)]
        share = (column[0].middle.x - at.x) / (goal.x - at.x)
        wanted = at.y + (goal.y - at.y) * share
        nearest = min(gaps, key=lambda y: abs(y - wanted))
        used = self._lanes[rank, nearest]
        self._lanes[rank, nearest] += 1
        y = nearest + (used + 1) // 2 * LANE * self._scale * (1 if used % 2 else -1)
        left, right = column[0].x, column[0].x + column[0].width
        return (Point(left, y), Point(right, y)) if side > 0 else (Point(right, y), Point(left, y))


def _reach(begin: Point, end: Point) -> Curve:
    """A curve that leaves and arrives level."""
    half = (end.x - begin.x) / 2
    return Curve(begin, Point(begin.x + half, begin.y), Point(end.x - half, end.y), end)
