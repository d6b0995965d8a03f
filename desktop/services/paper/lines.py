"""Breaks a paragraph into lines: levels come from the whole paragraph, each line is reordered by itself."""

import unicodedata
from dataclasses import dataclass

from desktop.services.paper.faces import Face
from desktop.services.paper.levels import INKLESS, Direction, levels_of, visual_order
from desktop.services.paper.shaping import Run, shape

SPACE = " "


@dataclass(frozen=True, slots=True)
class Space:
    """A gap between two words; it may be stretched."""

    level: int


Piece = Run | Space


@dataclass(frozen=True, slots=True)
class Line:
    """One line in the order of the eye; its natural width is in thousandths of an em."""

    pieces: tuple[Piece, ...]
    width: float
    gaps: int
    ends_paragraph: bool


@dataclass(frozen=True, slots=True)
class _Word:
    """Runs that stay together, in logical order, with the gap before them."""

    runs: tuple[Run, ...]
    gap_level: int
    width: float


def paragraphs_of(text: str) -> list[str]:
    """Split a text at its line breaks; composed (NFC), blanks folded, empty paragraphs left out."""
    composed = unicodedata.normalize("NFC", text).replace("\t", SPACE)
    paragraphs = [SPACE.join(part for part in line.split(SPACE) if part) for line in composed.splitlines()]
    return [paragraph for paragraph in paragraphs if paragraph]


def wrap(face: Face, text: str, size: float, width: float, direction: Direction) -> list[Line]:
    """Return the lines of `text` at `size` points in a column `width` points wide."""
    limit = width / size * 1000
    gap = _gap(face)
    lines = []
    for paragraph in paragraphs_of(text):
        rows: list[list[_Word]] = [[]]
        used = 0.0
        for word in _words(face, paragraph, direction, limit):
            if rows[-1] and used + gap + word.width > limit:
                rows.append([])
                used = 0.0
            used += word.width + (gap if rows[-1] else 0)
            rows[-1].append(word)
        lines += [_line(row, gap, ends=row is rows[-1]) for row in rows]
    return lines


def _gap(face: Face) -> float:
    return face.advance(face.glyph(SPACE) or 0)


def _words(face: Face, paragraph: str, direction: Direction, limit: float) -> list[_Word]:
    levels = levels_of(paragraph, direction)
    words = []
    start = 0
    for end in [index for index, character in enumerate(paragraph) if character == SPACE] + [len(paragraph)]:
        gap_level = levels[start - 1] if start else 0
        word = _word(face, paragraph[start:end], levels[start:end], gap_level)
        if word.width > limit:
            words += _broken(face, paragraph[start:end], levels[start:end], gap_level, limit)
        else:
            words.append(word)
        start = end + 1
    return words


def _word(face: Face, text: str, levels: tuple[int, ...], gap_level: int) -> _Word:
    runs, start = [], 0
    for end in range(1, len(text) + 1):
        if end == len(text) or levels[end] != levels[start]:
            runs.append(shape(face, text[start:end], levels[start]))
            start = end
    return _Word(tuple(runs), gap_level, sum(run.width for run in runs))


def _broken(face: Face, text: str, levels: tuple[int, ...], gap_level: int, limit: float) -> list[_Word]:
    """Cut a word that is wider than its column, after a sign such as a dot or hyphen where there is one."""
    parts, start = [], 0
    while start < len(text):
        end = start + 1
        while end < len(text) and _fits(face, text[start : end + 1], levels[start : end + 1], limit):
            end += 1
        while end < len(text) and (unicodedata.combining(text[end]) or text[end] in INKLESS):
            end += 1
        signs = [cut + 1 for cut in range(start, end) if text[cut] in "-./@_,،\u200c"]
        if end < len(text) and signs:
            end = signs[-1]
        parts.append(_word(face, text[start:end], levels[start:end], gap_level))
        start = end
    return parts


def _fits(face: Face, text: str, levels: tuple[int, ...], limit: float) -> bool:
    return _word(face, text, levels, 0).width <= limit


def _line(words: list[_Word], gap: float, *, ends: bool) -> Line:
    pieces: list[Piece] = []
    for word in words:
        if pieces:
            pieces.append(Space(word.gap_level))
        pieces += word.runs
    gaps = len(words) - 1
    order = visual_order([piece.level for piece in pieces])
    width = sum(word.width for word in words) + gaps * gap
    return Line(tuple(pieces[index] for index in order), width, gaps, ends)
