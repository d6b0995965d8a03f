"""Sizes and lines of the window's type by role; lines are ours, for the font's own is 2.11 em high."""

from dataclasses import dataclass

from PySide6 import QtGui

from desktop.views.theme.fonts import FAMILY


@dataclass(frozen=True, slots=True)
class TypeRole:
    """Size and line in pixels at a text scale of 100 %, and the weight when none is asked for."""

    size: float
    line: int
    weight: int = 400


ROLES = {
    "display": TypeRole(22, 30, 600),
    "h1": TypeRole(19, 28, 700),
    "h2": TypeRole(15, 24, 600),
    "body": TypeRole(14, 22),
    "button": TypeRole(13.5, 20, 500),
    "dense": TypeRole(13, 20),
    "caption": TypeRole(12, 18),
    "micro": TypeRole(11.5, 16),
    "field": TypeRole(16, 25),
    "field_h": TypeRole(21, 34, 600),
    "verdict": TypeRole(18, 28, 600),
    "measure": TypeRole(24, 34, 600),
}


def role_font(role: str, weight: int | None, scale: float) -> QtGui.QFont:
    """The font of a role; sizes are whole pixels, which is what Qt takes."""
    wanted = ROLES[role]
    font = QtGui.QFont(FAMILY)
    font.setPixelSize(int(wanted.size * scale + 0.5))
    font.setWeight(QtGui.QFont.Weight(weight or wanted.weight))
    return font
