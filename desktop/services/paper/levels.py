"""Bidirectional levels of a paragraph: resolved before it is wrapped, reordered line by line.

python-bidi resolves the levels (UAX #9 with brackets and isolates) but neither mirrors nor reorders lines,
so rules L2 and L4 are ours.
"""

import functools
import re
from collections.abc import Sequence
from enum import StrEnum

from bidi import get_display
from bidi.mirror import MIRRORED


class Direction(StrEnum):
    """Base direction of a paragraph; the values are python-bidi's own."""

    RIGHT_TO_LEFT = "R"
    LEFT_TO_RIGHT = "L"


LEFT_TO_RIGHT_MARK = "\u200e"
RIGHT_TO_LEFT_MARK = "\u200f"
ZERO_WIDTH_NON_JOINER = "\u200c"
DIRECTION_CONTROLS = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)
"""They steer the order of a line and are done once it is set: neither printed nor told back."""
INKLESS = DIRECTION_CONTROLS | {ZERO_WIDTH_NON_JOINER, "\u200d"}
"""Characters that never print; of these only the joiners are told back."""

_LEVEL = re.compile(r"Level\(\s*(\d+)")


@functools.lru_cache(maxsize=4096)
def levels_of(paragraph: str, direction: Direction) -> tuple[int, ...]:
    """Return one embedding level per character of a paragraph without line breaks."""
    if not paragraph:
        return ()
    report = str(get_display(paragraph, base_dir=direction.value, debug=True))
    listing = report[report.index("\n    levels: [") : report.index("\n    paragraphs: [")]
    per_byte = [int(level) for level in _LEVEL.findall(listing)]
    levels, position = [], 0
    for character in paragraph:
        levels.append(per_byte[position])
        position += len(character.encode())
    return tuple(levels)


def visual_order(levels: Sequence[int]) -> list[int]:
    """Return the indexes of one line's pieces from left to right (rule L2)."""
    order = list(range(len(levels)))
    odd = [level for level in levels if level & 1]
    for level in range(max(levels, default=0), min(odd, default=1) - 1, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = max(end, start + 1)
    return order


def mirrored(character: str) -> str:
    """Return the bracket that is drawn for `character` in right-to-left text (rule L4)."""
    return str(MIRRORED.get(character, character))


def is_bracket(character: str) -> bool:
    """Whether the character turns round in right-to-left text."""
    return character in MIRRORED
