"""Finds where two versions of a page differ, by looking at small pictures of both."""

from collections.abc import Iterator
from typing import Final

from PIL import Image, ImageChops, ImageFilter

from desktop.services.page_images.drawing import Drawing, Pages
from desktop.services.page_images.limits import POINTS_PER_INCH

Box = tuple[float, float, float, float]
"""Left, top, width and height in shares of the page."""

WHOLE: Final[Box] = (0.0, 0.0, 1.0, 1.0)
MOST_BOXES: Final = 12
"""Where more places differ, one box around all of them says as much."""

_DOTS_PER_INCH: Final = 75
_LONGEST_SIDE: Final = 1600
_SHAPES_ALIKE: Final = 0.02
_CONTRAST: Final = 48
"""Of 255; the blocks of two scans of one sheet differ by less."""
_CELL: Final = 8
"""Pixels; what differs within a cell is one place, and so are cells that touch."""


def differences(one: Pages, other: Pages, page: int) -> list[Box]:
    """The places of a page of `one` that look different in `other`; all of it when only one has the page."""
    if page > len(other.sizes) or page > len(one.sizes):
        return [WHOLE]
    width, height = one.sizes[page - 1]
    other_width, other_height = other.sizes[page - 1]
    if abs(width / height - other_width / other_height) > _SHAPES_ALIKE:
        return [WHOLE]
    scale = min(_DOTS_PER_INCH / POINTS_PER_INCH, _LONGEST_SIDE / max(width, height))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    return _boxes(_grey(one, page, size), _grey(other, page, size))


def _grey(pages: Pages, page: int, size: tuple[int, int]) -> Image.Image:
    drawing = Drawing.whole(*size)
    lines = bytearray(drawing.size)
    pages.draw(page, drawing, memoryview(lines))
    return Image.frombuffer("RGB", size, lines, "raw", "BGRX", 0, 1).convert("L")


def _boxes(one: Image.Image, other: Image.Image) -> list[Box]:
    # A pixel's worth of blur forgives a sheet that lay a hair differently on the scanner.
    soft = ImageFilter.BoxBlur(1)
    changed = ImageChops.difference(one.filter(soft), other.filter(soft))
    width, height = changed.size
    across, down = -(-width // _CELL), -(-height // _CELL)
    cells = _coarse(changed.point(lambda value: 255 * (value >= _CONTRAST)), across, down)
    found = [_share(group, width, height) for group in _touching(cells)]
    return found if len(found) <= MOST_BOXES else [_around(found)]


def _coarse(changed: Image.Image, across: int, down: int) -> set[tuple[int, int]]:
    """The cells, counted from the top left, in which any pixel changed."""
    padded = Image.new("L", (across * _CELL, down * _CELL))
    padded.paste(changed, (0, 0))
    values = padded.reduce(_CELL).tobytes()
    # One changed pixel of 64 leaves a mean of 3; `reduce` rounds, so nothing is lost.
    return {(place % across, place // across) for place, value in enumerate(values) if value}


def _touching(cells: set[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Groups of cells that touch, over one empty cell between them too."""
    left = set(cells)
    for start in sorted(cells):
        if start not in left:
            continue
        left.discard(start)
        group, edge = [start], [start]
        while edge:
            across, down = edge.pop()
            near = {(across + x, down + y) for x in range(-2, 3) for y in range(-2, 3)} & left
            left -= near
            group.extend(near)
            edge.extend(near)
        yield group


def _share(group: list[tuple[int, int]], width: int, height: int) -> Box:
    """The rectangle around a group with half a cell of air, as shares of the page."""
    columns, rows = [across for across, _ in group], [down for _, down in group]
    left, right = (min(columns) - 0.5) * _CELL / width, (max(columns) + 1.5) * _CELL / width
    top, bottom = (min(rows) - 0.5) * _CELL / height, (max(rows) + 1.5) * _CELL / height
    return _inside(left, top, right, bottom)


def _inside(left: float, top: float, right: float, bottom: float) -> Box:
    left, top = max(left, 0.0), max(top, 0.0)
    return left, top, min(right, 1.0) - left, min(bottom, 1.0) - top


def _around(boxes: list[Box]) -> Box:
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    return _inside(min(box[0] for box in boxes), min(box[1] for box in boxes), right, bottom)
