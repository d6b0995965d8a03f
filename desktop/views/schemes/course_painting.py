"""Paints a course: boxes in the colours of their families, steps as curved arrows, the name of one."""

import math
from collections.abc import Sequence

from PySide6 import QtCore, QtGui

from desktop.services.scheme_graph import StatusNode
from desktop.views.schemes.course_layout import Box, Curve, Point
from desktop.views.theme.look import look
from desktop.views.widgets.faces import advance, face
from desktop.views.widgets.lines import after, centred, draw_line, from_start
from desktop.views.widgets.strokes import box

ICON, GAP, PAD = 14, 6, 10
ARROW, THIN, THICK = 7, 1.3, 2.4
RING = 3


def words_wide(words: str, second: str) -> int:
    """How wide the box of a status has to be."""
    worn = look()
    wide = max(advance(words, "caption", 600), advance(second, "micro") if second else 0)
    return wide + worn.px(ICON) + worn.px(GAP) + 2 * worn.px(PAD) + 2


def rect_of(place: Box, whole: float) -> QtCore.QRect:
    """The place of a box on a canvas of this width, mirrored where lines begin at the right."""
    left = whole - place.x - place.width if look().rtl else place.x
    return QtCore.QRectF(left, place.y, place.width, place.height).toRect()


def path_of(curves: Sequence[Curve], whole: float) -> QtGui.QPainterPath:
    """The way of a step on a canvas of this width."""
    path = QtGui.QPainterPath(_at(curves[0].begin, whole))
    for curve in curves:
        path.cubicTo(_at(curve.first, whole), _at(curve.second, whole), _at(curve.end, whole))
    return path


def paint_status(
    painter: QtGui.QPainter,
    place: QtCore.QRect,
    node: StatusNode,
    words: tuple[str, str],
    *,
    chosen: bool,
    focused: bool,
) -> None:
    """A box with icon, name and working days; the chosen one has a strong outline, the ring with the keys."""
    worn = look()
    colours = worn.family(node.family.value)
    outline = worn.colour("accent") if chosen else colours.outline
    box(painter, place, colours.bg, outline, radius=worn.px(8), thick=2 if chosen else 1)
    if chosen and focused:
        around = place.adjusted(-RING, -RING, RING, RING)
        box(painter, around, None, worn.colour("focus"), radius=worn.px(8) + RING, thick=2)
    pad, size = worn.px(PAD), worn.px(ICON)
    inside = place.adjusted(pad, 0, -pad, 0)
    icon = centred(from_start(inside, 0, size, rtl=worn.rtl), size, size)
    painter.drawPixmap(icon.topLeft(), worn.pixmap(node.icon, colours.fg.name(), ICON))
    inside = after(inside, size + worn.px(GAP), rtl=worn.rtl)
    upper, lower = face("caption", 600), face("micro")
    painter.setPen(colours.fg)
    if not words[1]:
        draw_line(painter, inside, words[0], upper)
        return
    top = inside.center().y() - (upper.line + lower.line) // 2
    draw_line(painter, QtCore.QRect(inside.x(), top, inside.width(), upper.line), words[0], upper)
    below = QtCore.QRect(inside.x(), top + upper.line, inside.width(), lower.line)
    draw_line(painter, below, words[1], lower)


def paint_step(
    painter: QtGui.QPainter, path: QtGui.QPainterPath, ink: QtGui.QColor, *, back: bool, strong: bool
) -> None:
    """A curve with an arrow at its end; dashed where it leads back."""
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    pen = QtGui.QPen(ink, THICK if strong else THIN)
    if back:
        pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(QtCore.Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawPolygon(_arrow(path))
    painter.restore()


def paint_name(painter: QtGui.QPainter, path: QtGui.QPainterPath, words: str, within: QtCore.QRect) -> None:
    """The name of a step over the middle of its way."""
    worn = look()
    wide = advance(words, "caption", 600) + 2 * worn.px(8)
    place = QtCore.QRect(0, 0, wide, worn.px(24))
    place.moveCenter(path.pointAtPercent(0.5).toPoint())
    place.moveLeft(max(within.left() + 2, min(place.left(), within.right() - wide - 2)))
    box(painter, place, worn.colour("surface"), worn.colour("accent"))
    painter.setPen(worn.colour("accent"))
    draw_line(painter, place, words, face("caption", 600), QtCore.Qt.AlignmentFlag.AlignHCenter, cut=None)


def _at(point: Point, whole: float) -> QtCore.QPointF:
    return QtCore.QPointF(whole - point.x if look().rtl else point.x, point.y)


def _arrow(path: QtGui.QPainterPath) -> QtGui.QPolygonF:
    size = look().px(ARROW)
    tip = path.currentPosition()
    length = max(path.length(), 1.0)
    behind = path.pointAtPercent(max(0.0, 1 - size / length))
    angle = math.atan2(tip.y() - behind.y(), tip.x() - behind.x())
    sides = [
        QtCore.QPointF(tip.x() - size * math.cos(angle + turn), tip.y() - size * math.sin(angle + turn))
        for turn in (0.45, -0.45)
    ]
    return QtGui.QPolygonF([tip, *sides])
