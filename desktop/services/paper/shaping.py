"""Turns a run of text of one level into glyphs from left to right, each telling the character it means."""

import functools
import unicodedata
from dataclasses import dataclass
from itertools import accumulate

from desktop.models.errors import RuleBroken
from desktop.services.paper.faces import Face
from desktop.services.paper.joining import Joined, is_mark, join
from desktop.services.paper.levels import DIRECTION_CONTROLS, INKLESS, mirrored


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character on the line; `number` is None when it has no ink and rides on the empty carrier glyph."""

    number: int | None
    text: str
    advance: float


@dataclass(frozen=True, slots=True)
class MarkInk:
    """A mark to be drawn as a path at (x, y) from the run's left end, in thousandths of an em."""

    number: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Run:
    """Glyphs of one level in the order of the eye (left to right)."""

    text: str
    level: int
    glyphs: tuple[Glyph, ...]
    marks: tuple[MarkInk, ...]
    width: float


@functools.lru_cache(maxsize=8192)
def shape(face: Face, text: str, level: int) -> Run:
    """Return the run of `text`; RuleBroken letter.glyph_missing when the font lacks a character of it."""
    odd = bool(level & 1)
    pieces = join(text) if odd else _unjoined(text)
    clusters = [_cluster(face, piece, mirror=odd) for piece in pieces]
    logical = [glyph for cluster in clusters for glyph in cluster]
    marks = _mark_ink(face, text, pieces, clusters, right_to_left=odd) if any(map(is_mark, text)) else ()
    width = sum(glyph.advance for glyph in logical)
    return Run(text, level, tuple(reversed(logical) if odd else logical), marks, width)


def _unjoined(text: str) -> list[Joined]:
    pieces: list[Joined] = []
    for character in text:
        if is_mark(character) and pieces:
            pieces[-1] = Joined(pieces[-1].form, pieces[-1].text + character)
        else:
            pieces.append(Joined("" if character in INKLESS or is_mark(character) else character, character))
    return pieces


def _cluster(face: Face, piece: Joined, *, mirror: bool) -> list[Glyph]:
    """Return the form's glyph with its first character, then a carrier for each further one."""
    if not piece.form:
        return _carried(piece.text)
    drawn = mirrored(piece.form) if mirror else piece.form
    number = face.glyph(drawn)
    if number is None:
        number = face.glyph(unicodedata.normalize("NFKC", drawn)[0])
    if number is None:
        character = piece.text[0]
        raise RuleBroken("letter.glyph_missing", character=character, code_point=f"U+{ord(character):04X}")
    first = Glyph(number, piece.text[0], face.advance(number))
    return [first, *_carried(piece.text[1:])]


def _carried(text: str) -> list[Glyph]:
    return [Glyph(None, character, 0) for character in text if character not in DIRECTION_CONTROLS]


def _mark_ink(
    face: Face, text: str, pieces: list[Joined], clusters: list[list[Glyph]], *, right_to_left: bool
) -> tuple[MarkInk, ...]:
    """Place each mark as far from its letter as the font's own shaping of the run does."""
    placed = face.shaped(text, right_to_left=right_to_left)
    origins = {index: x for _, index, x, _ in placed if not is_mark(text[index])}
    shifts: dict[int, float] = {}
    start = 0
    for piece, left in zip(pieces, _left_edges(clusters, right_to_left=right_to_left), strict=True):
        indexes = range(start, start + len(piece.text))
        theirs = min((origins[index] for index in indexes if index in origins), default=left)
        shifts |= dict.fromkeys(indexes, left - theirs)
        start += len(piece.text)
    return tuple(
        MarkInk(number, x + shifts[index], y) for number, index, x, y in placed if is_mark(text[index])
    )


def _left_edges(clusters: list[list[Glyph]], *, right_to_left: bool) -> list[float]:
    """Return where each cluster of the run begins at its left, from the run's left end."""
    widths = [sum(glyph.advance for glyph in cluster) for cluster in clusters]
    ends = list(accumulate(widths))
    if right_to_left:
        return [ends[-1] - end for end in ends]
    return [end - width for end, width in zip(ends, widths, strict=True)]
