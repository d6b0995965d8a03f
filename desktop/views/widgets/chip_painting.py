"""Paints chips, badges and due times into rows of tables: no word that recurs is measured twice.

Every function paints at the start of `rect`, centred over its height, and returns the width it used.
"""

from dataclasses import dataclass

from PySide6 import QtCore, QtGui

from desktop.views.theme.look import look
from desktop.views.widgets.due_ring import SIZE, DueKind, ink_of, paint_ring
from desktop.views.widgets.faces import advance, face
from desktop.views.widgets.lines import after, centred, draw_line, from_start, two_lines
from desktop.views.widgets.own_words import joined
from desktop.views.widgets.strokes import box, disc

CHIP, BADGE, PILL, DOT = 22, 20, 18, 7
"""Heights of a chip, a change badge and a pill of a number; the size of the unread dot."""

_PAD, _GAP, _ICON = 8, 5, 14
_BADGE_PAD, _BADGE_GAP, _BADGE_ICON, _PILL_PAD = 7, 4, 12, 7
_DUE_GAP = 8
_SOLID = {"red": "redSolid", "green": "greenSolid", "amber": "amberSolid", "turq": "turqSolid"}
_CENTRE = QtCore.Qt.AlignmentFlag.AlignHCenter


def is_rtl(painter: QtGui.QPainter) -> bool:
    """Whether the start of a row is at the right."""
    return painter.layoutDirection() == QtCore.Qt.LayoutDirection.RightToLeft


def chip_width(icon: str, text: str) -> int:
    """How wide a chip is."""
    worn = look()
    with_icon = worn.px(_ICON) + worn.px(_GAP) if icon else 0
    return advance(text, "caption", 500) + with_icon + 2 * worn.px(_PAD) + 1


def paint_chip(
    painter: QtGui.QPainter,
    rect: QtCore.QRect,
    family: str,
    icon: str,
    text: str,
    *,
    dashed: bool = False,
    solid: bool = False,
    selected: bool = False,
) -> int:
    """A status chip; on a `selected` row its ground is the surface, or it would vanish in the tint."""
    worn, wide = look(), chip_width(icon, text)
    colours, rtl = worn.family(family), is_rtl(painter)
    place = centred(from_start(rect, 0, wide, rtl=rtl), wide, worn.px(CHIP))
    ground = worn.colour(_SOLID[family]) if solid else worn.colour("surface") if selected else colours.bg
    outline = colours.fg if dashed else None if solid else colours.outline
    box(painter, place, ground, outline, radius=place.height() / 2, dashed=dashed)
    ink = "onAccent" if solid else f"{family}Fg"
    _paint_words(painter, place.adjusted(worn.px(_PAD), 0, -worn.px(_PAD), 0), icon, text, ink)
    return wide


def paint_plain_status(painter: QtGui.QPainter, rect: QtCore.QRect, family: str, icon: str, text: str) -> int:
    """Icon and word without a ground, for tables of one line a row."""
    _paint_words(painter, rect, icon, text, f"{family}Fg")
    return chip_width(icon, text) - 2 * look().px(_PAD)


def _paint_words(painter: QtGui.QPainter, inside: QtCore.QRect, icon: str, text: str, ink: str) -> None:
    worn, rtl = look(), is_rtl(painter)
    if icon:
        size = worn.px(_ICON)
        at = centred(from_start(inside, 0, size, rtl=rtl), size, size)
        painter.drawPixmap(at.topLeft(), worn.pixmap(icon, ink, _ICON))
        inside = after(inside, size + worn.px(_GAP), rtl=rtl)
    painter.setPen(worn.colour(ink))
    draw_line(painter, inside, text, face("caption", 500), cut=None)


def badge_width(text: str) -> int:
    """How wide a change badge is."""
    worn = look()
    words = advance(text, "caption", 600) + worn.px(_BADGE_GAP) if text else 0
    return words + worn.px(_BADGE_ICON) + 2 * worn.px(_BADGE_PAD)


def paint_change_badge(painter: QtGui.QPainter, rect: QtCore.QRect, text: str) -> int:
    """Changed since the reviewer's last look: two arrows and how much, or a word; always turquoise."""
    worn, wide, rtl = look(), badge_width(text), is_rtl(painter)
    place = centred(from_start(rect, 0, wide, rtl=rtl), wide, worn.px(BADGE))
    box(painter, place, worn.colour("turqBg"))
    inside = place.adjusted(worn.px(_BADGE_PAD), 0, -worn.px(_BADGE_PAD), 0)
    size = worn.px(_BADGE_ICON)
    at = centred(from_start(inside, 0, size, rtl=rtl), size, size)
    painter.drawPixmap(at.topLeft(), worn.pixmap("swap", "turqFg", _BADGE_ICON))
    painter.setPen(worn.colour("turqFg"))
    words = after(inside, size + worn.px(_BADGE_GAP), rtl=rtl)
    draw_line(painter, words, text, face("caption", 600), cut=None)
    return wide


def pill_width(text: str) -> int:
    """How wide the pill of a number is."""
    return max(look().px(PILL), advance(text, "micro", 600) + 2 * look().px(_PILL_PAD))


def paint_pill(painter: QtGui.QPainter, rect: QtCore.QRect, family: str, text: str) -> int:
    """A number in a pill, as in headers of groups and in the rail."""
    worn, wide = look(), pill_width(text)
    place = centred(from_start(rect, 0, wide, rtl=is_rtl(painter)), wide, worn.px(PILL))
    colours = worn.family(family)
    box(painter, place, colours.bg, radius=place.height() / 2)
    painter.setPen(colours.fg)
    draw_line(painter, place, text, face("micro", 600), _CENTRE, cut=None)
    return wide


def paint_unread(painter: QtGui.QPainter, rect: QtCore.QRect) -> int:
    """The dot of what has not been opened."""
    size = look().px(DOT)
    disc(
        painter,
        centred(from_start(rect, 0, size, rtl=is_rtl(painter)), size, size),
        look().colour("accent"),
    )
    return size


@dataclass(frozen=True, slots=True)
class Due:
    """A due time made ready to be shown: words prepared by whoever read the row."""

    kind: DueKind
    share: float
    words: str
    second: str = ""
    """What is left, or what the time is for."""

    def sentence(self) -> str:
        """What screen readers say."""
        return joined(self.words, self.second)


def paint_due(painter: QtGui.QPainter, rect: QtCore.QRect, due: Due) -> None:
    """The ring and its words over the rest of `rect`, in two lines where there is a second."""
    worn, rtl, size = look(), is_rtl(painter), look().px(SIZE)
    ring = centred(from_start(rect, 0, size, rtl=rtl), size, size)
    paint_ring(painter, ring, due.share, due.kind)
    words = after(rect, size + worn.px(_DUE_GAP), rtl=rtl)
    ink = {"over": "redFg", "paused": "text2"}.get(due.kind, "text")
    weight = 600 if due.kind in {"over", "amber"} else 500
    two_lines(
        painter,
        words,
        due.words,
        due.second,
        upper=face("dense", weight),
        lower=face("micro"),
        ink=worn.colour(ink),
        faint=worn.colour("text3"),
    )


def paint_due_inside(painter: QtGui.QPainter, inside: QtCore.QRect, due: Due) -> None:
    """Ring and words in one line, as in a chip."""
    rtl, size = is_rtl(painter), look().px(SIZE)
    ring = centred(from_start(inside, 0, size, rtl=rtl), size, size)
    paint_ring(painter, ring, due.share, due.kind)
    painter.setPen(ink_of(due.kind) if due.kind != "paused" else look().colour("greyFg"))
    words = after(inside, size + look().px(_GAP), rtl=rtl)
    draw_line(painter, words, due.words, face("caption", 500), cut=None)
