"""What rows are painted with: type, colours and lengths of the look that is on, asked for once."""

from dataclasses import dataclass
from typing import Final

from PySide6 import QtCore, QtGui

from desktop.views.theme.look import Look, look
from desktop.views.widgets.faces import Face, face
from desktop.views.widgets.lines import AT_END, direction_of

_QT: Final = QtCore.Qt
_RTL: Final = _QT.LayoutDirection.RightToLeft
_LTR: Final = _QT.LayoutDirection.LeftToRight
_MARGIN: Final = 1.04
"""Letters that join may be a little wider than each alone."""

_COMMON: Final = (
    _QT.AlignmentFlag.AlignVCenter.value
    | _QT.AlignmentFlag.AlignAbsolute.value
    | _QT.TextFlag.TextSingleLine.value
    | _QT.TextFlag.TextDontClip.value
)


class Type:
    """One face, and how wide its letters are at most; that spares measuring what surely fits."""

    def __init__(self, role: str, weight: int | None = None) -> None:
        self.face: Face = face(role, weight)
        self.font, self.line = self.face.font, self.face.line
        self._letters: dict[str, int] = {}

    def cut(self, text: str, width: int, where: QtCore.Qt.TextElideMode) -> str:
        """The text, cut where it is wider than `width`."""
        letters, wide = self._letters, 0
        for letter in text:
            known = letters.get(letter)
            if known is None:
                known = letters[letter] = self.face.metrics.horizontalAdvance(letter)
            wide += known
        if wide * _MARGIN <= width:
            return text
        return self.face.metrics.elidedText(text, where, width)


class Ink:
    """Paints single lines of text; made anew with each look."""

    def __init__(self, worn: Look) -> None:
        self.worn = worn
        self.rtl = worn.rtl
        self.px = worn.px
        self.unread, self.name = Type("body", 700), Type("body", 500)
        self.dense, self.strong, self.heavy = Type("dense"), Type("dense", 500), Type("dense", 600)
        self.caption, self.word, self.micro = Type("caption"), Type("caption", 500), Type("micro")
        self.text, self.text2, self.text3 = (worn.colour(name) for name in ("text", "text2", "text3"))
        self.red, self.border = worn.colour("redFg"), worn.colour("border")
        side = _QT.AlignmentFlag.AlignRight if self.rtl else _QT.AlignmentFlag.AlignLeft
        self._flags = {
            _RTL: _COMMON | side.value | _QT.TextFlag.TextForceRightToLeft.value,
            _LTR: _COMMON | side.value | _QT.TextFlag.TextForceLeftToRight.value,
        }
        self._around = _RTL if self.rtl else _LTR

    def line(
        self,
        painter: QtGui.QPainter,
        place: "Place",
        text: str,
        set_in: Type,
        colour: QtGui.QColor,
        where: QtCore.Qt.TextElideMode = AT_END,
    ) -> None:
        """One line at the start of its place, centred over its height, cut where it is too long."""
        if place.width <= 0 or not text:
            return
        painter.setFont(set_in.font)
        painter.setPen(colour)
        shown = set_in.cut(text, place.width, where)
        flags = self._flags[direction_of(text, self._around)]
        painter.drawText(place.left, place.top, place.width, place.height, flags, shown)

    def put(self, painter: QtGui.QPainter, place: "Place", picture: QtGui.QPixmap) -> None:
        """A picture at the start of its place, centred over its height."""
        ratio = picture.devicePixelRatio()
        wide, high = round(picture.width() / ratio), round(picture.height() / ratio)
        left = place.left + place.width - wide if self.rtl else place.left
        painter.drawPixmap(left, place.top + (place.height - high) // 2, picture)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is painted."""

    left: int
    top: int
    width: int
    height: int

    def line(self, top: int, height: int) -> "Place":
        """One line of it."""
        return Place(self.left, top, self.width, height)

    def after(self, skipped: int, *, rtl: bool) -> "Place":
        """What is left of it behind its first pixels."""
        return Place(self.left if rtl else self.left + skipped, self.top, self.width - skipped, self.height)

    def first(self, width: int, *, rtl: bool) -> "Place":
        """Its first pixels."""
        left = self.left + self.width - width if rtl else self.left
        return Place(left, self.top, width, self.height)

    def rect(self) -> QtCore.QRect:
        """The same for Qt."""
        return QtCore.QRect(self.left, self.top, self.width, self.height)


class _Kept:
    """The ink of the look that is on."""

    ink: Ink | None = None


def ink() -> Ink:
    """What rows are painted with now."""
    if _Kept.ink is None or _Kept.ink.worn is not look():
        _Kept.ink = Ink(look())
    return _Kept.ink
