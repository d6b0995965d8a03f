"""Measured pieces of a paper: a slab is a strip of the page with marks placed from its upper edge down."""

from dataclasses import dataclass, replace

from desktop.services.paper.document import Align
from desktop.services.paper.faces import Typeface, face
from desktop.services.paper.levels import Direction
from desktop.services.paper.lines import Line, wrap

Colour = tuple[float, float, float]
INK: Colour = (0.1, 0.11, 0.13)
QUIET: Colour = (0.38, 0.41, 0.45)
ACCENT: Colour = (0.05, 0.29, 0.38)
GOLD: Colour = (0.72, 0.55, 0.2)
TINT: Colour = (0.93, 0.955, 0.965)


_ENDLESS = 100_000.0


@dataclass(frozen=True, slots=True)
class Style:
    """How lines look: typeface, size and leading in points, colour."""

    typeface: Typeface
    size: float
    leading: float
    colour: Colour = INK


@dataclass(frozen=True, slots=True)
class TextMark:
    """A line of text in a column from `x` on, `width` wide; `y` is the baseline below the slab's top."""

    line: Line
    style: Style
    x: float
    width: float
    y: float
    align: Align
    direction: Direction


@dataclass(frozen=True, slots=True)
class RuleMark:
    """A straight line between two points."""

    x: float
    y: float
    to_x: float
    to_y: float
    thickness: float = 0.5
    colour: Colour = QUIET
    dotted: bool = False


@dataclass(frozen=True, slots=True)
class BoxMark:
    """A rectangle whose top left corner is (x, y); filled, framed or both."""

    x: float
    y: float
    width: float
    height: float
    fill: Colour | None = None
    stroke: Colour | None = None
    thickness: float = 0.5


@dataclass(frozen=True, slots=True)
class PathMark:
    """A closed polygon."""

    points: tuple[tuple[float, float], ...]
    fill: Colour | None
    stroke: Colour | None = None


Mark = TextMark | RuleMark | BoxMark | PathMark


@dataclass(frozen=True, slots=True)
class Slab:
    """A strip of the page; `keeps_next` binds it to the next, `repeated` goes above it on a new page."""

    height: float
    marks: tuple[Mark, ...] = ()
    keeps_next: bool = False
    repeated: tuple["Slab", ...] = ()
    blank: bool = False
    """Only air: dropped at the top of a page."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where blocks are set: left edge and width in points, and the paper's direction."""

    x: float
    width: float
    direction: Direction

    @property
    def right_to_left(self) -> bool:
        """Whether the column is read from the right."""
        return self.direction is Direction.RIGHT_TO_LEFT

    def part(self, start: float, width: float) -> "Column":
        """Return the column that begins `start` points after this one's beginning edge."""
        x = self.x + self.width - start - width if self.right_to_left else self.x + start
        return Column(x, width, self.direction)


def text_marks(
    text: str, style: Style, column: Column, top: float, align: Align
) -> tuple[list[TextMark], float]:
    """Return the lines of `text` placed from `top` down, and the height they take."""
    lines = wrap(face(style.typeface), text, style.size, column.width, column.direction)
    drop = (style.leading + style.size * 0.62) / 2
    marks = [
        TextMark(
            line, style, column.x, column.width, top + index * style.leading + drop, align, column.direction
        )
        for index, line in enumerate(lines)
    ]
    return marks, len(lines) * style.leading


def natural_width(text: str, style: Style) -> float:
    """Return the width in points that the text takes on one line."""
    lines = wrap(face(style.typeface), text, style.size, _ENDLESS, Direction.RIGHT_TO_LEFT)
    return max((line.width for line in lines), default=0.0) * style.size / 1000 + 0.01


def moved(mark: Mark, down: float) -> Mark:
    """Return the mark `down` points lower."""
    if isinstance(mark, RuleMark):
        return replace(mark, y=mark.y + down, to_y=mark.to_y + down)
    if isinstance(mark, PathMark):
        return replace(mark, points=tuple((x, y + down) for x, y in mark.points))
    return replace(mark, y=mark.y + down)


def stacked(slabs: list[Slab], *, keeps_next: bool = False) -> Slab:
    """Return one unbreakable slab of several."""
    marks: list[Mark] = []
    height = 0.0
    for slab in slabs:
        marks += [moved(mark, height) for mark in slab.marks]
        height += slab.height
    return Slab(height, tuple(marks), keeps_next)
