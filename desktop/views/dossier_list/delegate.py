"""Paints whole rows of a list: ground, accent bar and cells of a dossier, or the heading of a group."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6 import QtCore, QtGui

from desktop.views.dossier_list.cells import paint_cell
from desktop.views.dossier_list.groups import Heading
from desktop.views.dossier_list.ink import ink
from desktop.views.dossier_list.lines import Line
from desktop.views.dossier_list.name_cell import Manner
from desktop.views.theme.look import look
from desktop.views.widgets.chip_painting import is_rtl, paint_pill
from desktop.views.widgets.faces import face
from desktop.views.widgets.lines import after, centred, draw_line, from_start
from desktop.views.widgets.strokes import box

COMFORTABLE, COMPACT, HEADING = 48, 34, 30
"""Heights of rows at 100 % text."""

_BAR, _RING = 3, 2
_CHEVRON, _HEAD_PAD, _HEAD_GAP = 12, 14, 8
_TITLE: Final = "dense"


@dataclass(frozen=True, slots=True)
class Standing:
    """What a row is at this moment, besides what it shows."""

    is_current: bool = False
    has_ring: bool = False
    is_hovered: bool = False
    is_marked: bool | None = None


class RowDelegate:
    """Paints rows in one density; all words come ready in the line."""

    def __init__(self, *, is_compact: bool) -> None:
        self.is_compact = is_compact

    @property
    def height(self) -> int:
        """Of a dossier's row."""
        return look().px(COMPACT if self.is_compact else COMFORTABLE)

    def paint_line(
        self,
        painter: QtGui.QPainter,
        rect: QtCore.QRect,
        columns: Sequence[tuple[str, QtCore.QRect]],
        line: Line | None,
        standing: Standing,
    ) -> None:
        """A dossier; while its page is on the way only the ground is painted."""
        tinted = standing.is_current or bool(standing.is_marked)
        self._paint_ground(painter, rect, standing, tinted=tinted)
        if line is not None:
            manner, with_ink = Manner(self.is_compact, tinted, standing.is_marked), ink()
            for code, place in columns:
                paint_cell(painter, with_ink, code, place, line, manner)
        self._paint_edges(painter, rect, standing)

    def _paint_ground(
        self, painter: QtGui.QPainter, rect: QtCore.QRect, standing: Standing, *, tinted: bool
    ) -> None:
        if tinted:
            ground = "tintStrong" if standing.is_hovered and not standing.is_current else "tint"
        else:
            ground = "surface2" if standing.is_hovered else "surface"
        painter.fillRect(rect, look().colour(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look().colour("border"))

    def _paint_edges(self, painter: QtGui.QPainter, rect: QtCore.QRect, standing: Standing) -> None:
        if standing.is_current:
            bar = from_start(rect, 0, look().px(_BAR), rtl=is_rtl(painter))
            painter.fillRect(bar.adjusted(0, 0, 0, -1), look().colour("accent"))
        if standing.has_ring:
            _paint_ring(painter, rect)


def paint_heading(
    painter: QtGui.QPainter, rect: QtCore.QRect, heading: Heading, *, has_ring: bool = False
) -> None:
    """The heading of a group: a chevron, its name, how many."""
    worn, rtl = look(), is_rtl(painter)
    painter.fillRect(rect, worn.colour("surface2"))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, worn.colour("border"))
    size, title = worn.px(_CHEVRON), face(_TITLE, 600)
    at = centred(from_start(rect, worn.px(_HEAD_PAD), size, rtl=rtl), size, size)
    icon = "chevron-down" if heading.is_open else "chevron-forward"
    painter.drawPixmap(at.topLeft(), worn.pixmap(icon, "text2", _CHEVRON))
    words = after(rect, worn.px(_HEAD_PAD + _HEAD_GAP) + size, rtl=rtl)
    painter.setPen(worn.colour("text"))
    draw_line(painter, words, heading.group.title, title)
    taken = title.metrics.horizontalAdvance(heading.group.title) + worn.px(_HEAD_GAP)
    paint_pill(painter, after(words, taken, rtl=rtl), heading.group.family, heading.group.shown_count)
    if has_ring:
        _paint_ring(painter, rect)


def _paint_ring(painter: QtGui.QPainter, rect: QtCore.QRect) -> None:
    box(painter, rect.adjusted(0, 0, 0, -1), None, look().colour("focus"), radius=0, thick=_RING)
