"""Paints single lines of text: each in its own direction, at the start, cut where its kind allows."""

import unicodedata
from functools import lru_cache

from PySide6 import QtCore, QtGui

from desktop.views.widgets.faces import Face, face

_QT = QtCore.Qt
_START = _QT.AlignmentFlag.AlignLeft
_MIDDLE = _QT.AlignmentFlag.AlignVCenter
_OPENING, _CLOSING = frozenset("\u2066\u2067\u2068"), "\u2069"

AT_END = _QT.TextElideMode.ElideRight
IN_MIDDLE = _QT.TextElideMode.ElideMiddle
"""Where a text too long is cut: prose at the end of its own direction, domains and ids in the middle."""


@lru_cache(maxsize=4096)
def runs_rtl(text: str) -> bool | None:
    """The direction of the first strong letter outside isolates; None for digits and signs alone."""
    depth = 0
    for letter in text:
        if letter in _OPENING:
            depth += 1
        elif letter == _CLOSING:
            depth -= 1
        elif not depth:
            kind = unicodedata.bidirectional(letter)
            if kind in {"L", "R", "AL"}:
                return kind != "L"
    return None


def direction_of(text: str, around: QtCore.Qt.LayoutDirection) -> QtCore.Qt.LayoutDirection:
    """The direction a text is read in; `around` decides where the text itself does not."""
    rtl = runs_rtl(text)
    if rtl is None:
        return around
    return _QT.LayoutDirection.RightToLeft if rtl else _QT.LayoutDirection.LeftToRight


def draw_line(
    painter: QtGui.QPainter,
    rect: QtCore.QRect,
    text: str,
    dress: Face,
    align: QtCore.Qt.AlignmentFlag = _START,
    cut: QtCore.Qt.TextElideMode = AT_END,
) -> None:
    """One line in the painter's colour, centred over the height of `rect`; `align` follows the layout."""
    if rect.width() <= 0:
        return
    around = painter.layoutDirection()
    side = align
    if around == _QT.LayoutDirection.RightToLeft:
        side = _MIRRORED.get(align, align)
    shown = dress.metrics.elidedText(text, cut, rect.width())
    rtl = direction_of(text, around) == _QT.LayoutDirection.RightToLeft
    forced = _QT.TextFlag.TextForceRightToLeft if rtl else _QT.TextFlag.TextForceLeftToRight
    flags = side | _MIDDLE | _QT.AlignmentFlag.AlignAbsolute
    painter.setFont(dress.font)
    painter.drawText(rect, flags.value | forced.value | _QT.TextFlag.TextSingleLine.value | _UNCLIPPED, shown)


_MIRRORED = {
    _QT.AlignmentFlag.AlignLeft: _QT.AlignmentFlag.AlignRight,
    _QT.AlignmentFlag.AlignRight: _QT.AlignmentFlag.AlignLeft,
}
_UNCLIPPED = _QT.TextFlag.TextDontClip.value
"""The font's own line is higher than our rows; it must not be clipped to them."""


def two_lines(  # noqa: PLR0913 - two texts and how each looks
    painter: QtGui.QPainter,
    rect: QtCore.QRect,
    first: str,
    second: str,
    *,
    upper: Face | None = None,
    lower: Face | None = None,
    ink: QtGui.QColor,
    faint: QtGui.QColor,
    cut: QtCore.Qt.TextElideMode = AT_END,
) -> None:
    """A cell of two lines, together centred in `rect`: what it is over what belongs to it.

    Without `second` the first stands alone in the middle; `cut` is for the second, often a domain.
    """
    upper = upper or face("body", 500)
    lower = lower or face("caption")
    painter.setPen(ink)
    if not second:
        draw_line(painter, rect, first, upper)
        return
    top = rect.top() + (rect.height() - upper.line - lower.line) // 2
    draw_line(painter, QtCore.QRect(rect.left(), top, rect.width(), upper.line), first, upper)
    painter.setPen(faint)
    below = QtCore.QRect(rect.left(), top + upper.line, rect.width(), lower.line)
    draw_line(painter, below, second, lower, cut=cut)


def from_start(rect: QtCore.QRect, skipped: int, width: int, *, rtl: bool) -> QtCore.QRect:
    """The part of a row that begins `skipped` after its start and is `width` wide."""
    left = rect.right() + 1 - skipped - width if rtl else rect.left() + skipped
    return QtCore.QRect(left, rect.top(), width, rect.height())


def after(rect: QtCore.QRect, skipped: int, *, rtl: bool) -> QtCore.QRect:
    """What is left of a row behind its first `skipped` pixels."""
    return rect.adjusted(0, 0, -skipped, 0) if rtl else rect.adjusted(skipped, 0, 0, 0)


def centred(rect: QtCore.QRect, width: int, height: int) -> QtCore.QRect:
    """A box of this size in the middle of `rect`."""
    box = QtCore.QRect(0, 0, width, height)
    box.moveCenter(rect.center())
    return box
