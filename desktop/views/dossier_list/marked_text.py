"""Paints a line of text with the places a search has found on a tinted ground."""

from PySide6 import QtCore, QtGui

from desktop.views.dossier_list.highlight import spans
from desktop.views.theme.look import look
from desktop.views.widgets.faces import Face
from desktop.views.widgets.lines import direction_of, draw_line
from desktop.views.widgets.strokes import box

_HIGH = 20


def draw_found(
    painter: QtGui.QPainter,
    rect: QtCore.QRect,
    text: str,
    dress: Face,
    words: tuple[str, ...],
    cut: QtCore.Qt.TextElideMode = QtCore.Qt.TextElideMode.ElideRight,
) -> None:
    """One line in the painter's colour, as `draw_line` paints it, with its found parts marked."""
    shown = dress.metrics.elidedText(text, cut, rect.width())
    ink = painter.pen()
    for left, wide in _places(shown, rect, dress, words, painter.layoutDirection()):
        high = look().px(_HIGH)
        ground = QtCore.QRect(left, rect.top() + (rect.height() - high) // 2, wide, high)
        box(painter, ground, look().colour("tintStrong"), radius=look().px(3))
    painter.setPen(ink)
    draw_line(painter, rect, shown, dress)


def _places(
    text: str, rect: QtCore.QRect, dress: Face, words: tuple[str, ...], around: QtCore.Qt.LayoutDirection
) -> list[tuple[int, int]]:
    """Left edge and width of every found part."""
    found = spans(text, words)
    if not found:
        return []
    line = QtGui.QTextLayout(text, dress.font)
    option = QtGui.QTextOption()
    option.setTextDirection(direction_of(text, around))
    line.setTextOption(option)
    line.beginLayout()
    row = line.createLine()
    row.setLineWidth(1e6)
    line.endLayout()
    at_right = around == QtCore.Qt.LayoutDirection.RightToLeft
    # The layout's own width is endless; the text stands at its start, which the row's start is laid on.
    own = row.naturalTextRect()
    shift = rect.right() + 1 - own.right() if at_right else rect.left() - own.left()
    places = []
    for start, end in found:
        # Glyphs know where they are painted; the edges of a run are ambiguous where directions meet.
        for run in line.glyphRuns(start, end - start):
            place = run.boundingRect()
            places.append((round(place.left() + shift), round(place.width())))
    return places
