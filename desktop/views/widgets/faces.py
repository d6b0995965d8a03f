"""Fonts with their metrics, kept while one look is on: delegates ask for them at every cell they paint."""

from dataclasses import dataclass

from PySide6 import QtGui

from desktop.views.theme.look import Look, look


@dataclass(frozen=True, slots=True)
class Face:
    """A font, its metrics, and the height of one line as the design gives it."""

    font: QtGui.QFont
    metrics: QtGui.QFontMetrics
    line: int


class _Kept:
    """What was asked before under the look that is on; another look starts anew."""

    of: Look | None = None
    faces: dict[tuple[str, int | None], Face] = {}  # noqa: RUF012 - replaced as a whole with each look
    advances: dict[tuple[str, str, int | None], int] = {}  # noqa: RUF012 - same


_MOST_ADVANCES = 4096


def face(role: str = "body", weight: int | None = None) -> Face:
    """The face of a type role in its own weight or another."""
    worn = look()
    if _Kept.of is not worn:
        _Kept.of, _Kept.faces, _Kept.advances = worn, {}, {}
    known = _Kept.faces.get((role, weight))
    if known is None:
        font = worn.font(role, weight)
        known = _Kept.faces[role, weight] = Face(font, QtGui.QFontMetrics(font), worn.line(role))
    return known


def advance(text: str, role: str = "body", weight: int | None = None) -> int:
    """How wide a word that comes again and again is, such as the label of a chip."""
    dress = face(role, weight)  # first, because another look makes everything forgotten
    wide = _Kept.advances.get((text, role, weight))
    if wide is None:
        if len(_Kept.advances) >= _MOST_ADVANCES:
            _Kept.advances.clear()
        wide = _Kept.advances[text, role, weight] = dress.metrics.horizontalAdvance(text)
    return wide
