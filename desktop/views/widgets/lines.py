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


_RTL, _LTR = _QT.LayoutDirection.RightToLeft, _QT.LayoutDirection.LeftToRight
_LEFT, _RIGHT, _CENTRE = _START, _QT.AlignmentFlag.AlignRight, _QT.AlignmentFlag.AlignHCenter
_ALWAYS = (
    (_MIDDLE | _QT.AlignmentFlag.AlignAbsolute).value
    | _QT.TextFlag.TextSingleLine.value
    | _QT.TextFlag.TextDontClip.value
)
"""Not clipped, because the font's own line is higher than our rows."""

_FLAGS = {
    (asked, around): side.value | _ALWAYS
    for around, sides in ((_LTR, (_LEFT, _RIGHT, _CENTRE)), (_RTL, (_RIGHT, _LEFT, _CENTRE)))
    for asked, side in zip((_LEFT, _RIGHT, _CENTRE), sides, strict=True)
}
"""What Qt is told, as numbers: putting flags together costs as much as painting."""

_FORCED = {
    _RTL: _QT.TextFlag.TextForceRightToLeft.value,
    _LTR: _QT.TextFlag.TextForceLeftToRight.value,
}


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
    return _RTL if rtl else _LTR


def draw_line(
    painter: QtGui.QPainter,
    rect: QtCore.QRect,
    text: str,
    dress: Face,
    align: QtCore.Qt.AlignmentFlag = _START,
    cut: QtCore.Qt.TextElideMode | None = AT_END,
) -> None:
    """One line in the painter's colour, centred over the height of `rect`; `align` follows the layout.

    With `cut` None the text is painted whole, which is right and quicker where the place was made for it.
    """
    if rect.width() <= 0:
        return
    around = painter.layoutDirection()
    shown = text if cut is None else dress.metrics.elidedText(text, cut, rect.width())
    forced = _FORCED[direction_of(text, around)]
    painter.setFont(dress.font)
    painter.drawText(rect, _FLAGS[align, around] | forced, shown)


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
