"""Fonts with their metrics, kept while one look is on: delegates ask for them at every cell they paint."""

from dataclasses import dataclass
from functools import lru_cache

from PySide6 import QtGui

from desktop.views.theme.look import Look, look


@dataclass(frozen=True, slots=True)
class Face:
    """A font, its metrics, and the height of one line as the design gives it."""

    font: QtGui.QFont
    metrics: QtGui.QFontMetrics
    line: int


class _Kept:
    """Faces of the look that is on; another look starts anew."""

    of: Look | None = None
    faces: dict[tuple[str, int | None], Face] = {}  # noqa: RUF012 - replaced as a whole with each look


def face(role: str = "body", weight: int | None = None) -> Face:
    """The face of a type role in its own weight or another."""
    worn = look()
    if _Kept.of is not worn:
        _Kept.of, _Kept.faces = worn, {}
        advance.cache_clear()
    known = _Kept.faces.get((role, weight))
    if known is None:
        font = worn.font(role, weight)
        known = _Kept.faces[role, weight] = Face(font, QtGui.QFontMetrics(font), worn.line(role))
    return known


@lru_cache(maxsize=4096)
def advance(text: str, role: str = "body", weight: int | None = None) -> int:
    """How wide a word that comes again and again is, such as the label of a chip."""
    return face(role, weight).metrics.horizontalAdvance(text)
