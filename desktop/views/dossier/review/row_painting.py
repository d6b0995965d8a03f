"""Paints rows of the checklist: headings with what is done of them, items with their signs and verdicts."""

from dataclasses import dataclass

from PySide6 import QtCore, QtGui

from desktop.language.window import Texts, Words
from desktop.services.deficiencies import DeficiencyState
from desktop.views.dossier.review.items import ShownGroup, ShownItem
from desktop.views.theme.look import look
from desktop.views.widgets.chip_painting import badge_width, chip_width, paint_change_badge, paint_chip
from desktop.views.widgets.faces import advance, face
from desktop.views.widgets.lines import after, centred, draw_line, from_start
from desktop.views.widgets.segmented import paint_verdicts, verdicts_size

ROW, AT_HAND = 32, 36
_PAD, _END, _GAP, _CODE, _MARK, _BAR = 14, 10, 8, 30, 24, 3
_ICON, _CLIP = 12, 13
_DEFICIENCY = {
    DeficiencyState.OPEN: ("red", "alert"),
    DeficiencyState.REOPENED: ("red", "undo"),
    DeficiencyState.FIXED: ("green", "check"),
}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a row is painted at this moment."""

    is_at_hand: bool = False
    is_hovered: bool = False
    is_closed: bool = False
    pointed_at: str | None = None
    may_judge: bool = True
    shows_deficiency: bool = False


class RowPainter:
    """Paints rows; words that depend on numbers are made by the language."""

    def __init__(self, words: Words, text: Texts) -> None:
        self._formats, self._text = words.formats, text

    def group(self, painter: QtGui.QPainter, rect: QtCore.QRect, group: ShownGroup, manner: Manner) -> None:
        """A heading: chevron, letter, title, changes; at its end rejected and how much is done."""
        worn = look()
        painter.fillRect(rect, worn.colour("tint" if manner.is_hovered else "surface2"))
        _line_below(painter, rect)
        inside = _Inside(painter, rect, _PAD, _PAD)
        inside.icon("chevron-forward" if manner.is_closed else "chevron-down", "text2", _ICON)
        inside.words(group.mark, "text3", _MARK if group.mark else 0, weight=400)
        done = self._text("group.done", done=group.done, total=len(group.items))
        full = group.done == len(group.items)
        inside.end_words(done, "greenFg" if full else "text2", "caption", 400)
        if full:
            inside.end_icon("check", "greenFg", _ICON, gap=4)
        if group.rejected:
            inside.end_words(self._formats.number(group.rejected), "redFg", "caption", 600, gap=_PAD)
            inside.end_icon("x", "redFg", _ICON, gap=3)
        if group.changes:
            inside.badge_after(self._formats.number(group.changes), group.title, 600)
        inside.rest(group.title, "text", 600)

    def item(self, painter: QtGui.QPainter, rect: QtCore.QRect, item: ShownItem, manner: Manner) -> None:
        """An item: code, title, changes, evidence, and the three verdicts; the one at hand without them."""
        worn = look()
        painter.fillRect(rect, worn.colour(_ground(manner)))
        if not manner.is_at_hand:
            _line_below(painter, rect)
        inside = _Inside(painter, rect, _PAD, _END)
        ink = "accent" if manner.is_at_hand else "text3"
        inside.words(item.code, ink, _CODE, weight=600 if manner.is_at_hand else 400)
        if manner.is_at_hand:
            inside.leave(_GAP * 2 + 2 * worn.px(24))
        else:
            self._signs(painter, inside, item, manner)
        if item.changes:
            inside.end_badge("" if item.changes == 1 else self._formats.number(item.changes))
        if manner.shows_deficiency and item.deficiency is not None:
            family, icon = _DEFICIENCY[item.deficiency]
            inside.end_chip(family, icon, self._text(f"deficiency.{item.deficiency.value}"))
        if item.has_draft:
            inside.end_icon("pen", "accent", _ICON, gap=_GAP)
        inside.rest(item.title, "text", 600 if manner.is_at_hand else 400)

    def verdicts_rect(self, rect: QtCore.QRect, *, rtl: bool) -> QtCore.QRect:
        """Where the three verdicts stand in a row."""
        worn, size = look(), verdicts_size()
        end = rect.width() - worn.px(_END) - size.width()
        return from_start(rect, end, size.width(), rtl=rtl)

    def _signs(self, painter: QtGui.QPainter, inside: "_Inside", item: ShownItem, manner: Manner) -> None:
        place = inside.end_place(verdicts_size().width())
        paint_verdicts(
            painter,
            place,
            item.verdict,
            hollow=item.is_hollow,
            pointed_at=manner.pointed_at,
            enabled=manner.may_judge,
        )
        slot = inside.end_place(look().px(_MARK), gap=_GAP)
        if item.marks:
            marks = _Inside(painter, slot, 0, 0)
            marks.icon("clip", "text3", _CLIP, gap=3)
            marks.rest(self._formats.number(item.marks), "text3", 400, "caption")


def _ground(manner: Manner) -> str:
    if manner.is_at_hand:
        return "tint"
    return "surface2" if manner.is_hovered else "surface"


def _line_below(painter: QtGui.QPainter, rect: QtCore.QRect) -> None:
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, look().colour("border"))


def paint_accent(painter: QtGui.QPainter, rect: QtCore.QRect, *, rtl: bool) -> None:
    """The frame of the item at hand, with the bar at its start."""
    painter.setPen(look().colour("accent"))
    painter.drawRect(rect.adjusted(0, 0, -1, -1))
    painter.fillRect(from_start(rect, 0, look().px(_BAR), rtl=rtl), look().colour("accent"))


class _Inside:
    """What is left of a row while it is filled from both ends."""

    def __init__(self, painter: QtGui.QPainter, rect: QtCore.QRect, start: int, end: int) -> None:
        self._painter, self._rtl = painter, look().rtl
        px = look().px
        left, right = (end, start) if self._rtl else (start, end)
        self._rect = rect.adjusted(px(left), 0, -px(right), -1)

    def icon(self, name: str, colour: str, size: int, gap: int = _GAP) -> None:
        """An icon at the start."""
        px = look().px
        at = centred(from_start(self._rect, 0, px(size), rtl=self._rtl), px(size), px(size))
        self._painter.drawPixmap(at.topLeft(), look().pixmap(name, colour, size))
        self._rect = after(self._rect, px(size + gap), rtl=self._rtl)

    def words(self, text: str, colour: str, wide: int, weight: int) -> None:
        """Words of a fixed width at the start."""
        if wide:
            px = look().px
            self._painter.setPen(look().colour(colour))
            place = from_start(self._rect, 0, px(wide), rtl=self._rtl)
            draw_line(self._painter, place, text, face("dense", weight))
            self._rect = after(self._rect, px(wide), rtl=self._rtl)

    def rest(self, text: str, colour: str, weight: int, role: str = "dense") -> None:
        """Words in everything that is left."""
        self._painter.setPen(look().colour(colour))
        draw_line(self._painter, self._rect, text, face(role, weight))

    def end_place(self, wide: int, gap: int = 0) -> QtCore.QRect:
        """Take a place at the end, `gap` before what stands there already."""
        used = wide + look().px(gap)
        place = from_start(self._rect, self._rect.width() - used, wide, rtl=self._rtl)
        self._rect = self._rect.adjusted(used, 0, 0, 0) if self._rtl else self._rect.adjusted(0, 0, -used, 0)
        return place

    def leave(self, wide: int) -> None:
        """Leave a place at the end to widgets."""
        self.end_place(wide)

    def end_words(self, text: str, colour: str, role: str, weight: int, gap: int = 0) -> None:
        """Words at the end."""
        place = self.end_place(advance(text, role, weight) + 1, gap=gap)
        self._painter.setPen(look().colour(colour))
        draw_line(self._painter, place, text, face(role, weight))

    def end_icon(self, name: str, colour: str, size: int, gap: int = 0) -> None:
        """An icon at the end."""
        px = look().px
        place = centred(self.end_place(px(size), gap=gap), px(size), px(size))
        self._painter.drawPixmap(place.topLeft(), look().pixmap(name, colour, size))

    def end_badge(self, text: str) -> None:
        """A change badge at the end."""
        paint_change_badge(self._painter, self.end_place(badge_width(text), gap=_GAP), text)

    def end_chip(self, family: str, icon: str, text: str) -> None:
        """A chip at the end."""
        place = self.end_place(chip_width(icon, text), gap=_GAP)
        paint_chip(self._painter, place, family, icon, text)

    def badge_after(self, text: str, title: str, weight: int) -> None:
        """A change badge right behind the title."""
        skipped = advance(title, "dense", weight) + look().px(_GAP)
        if skipped + badge_width(text) <= self._rect.width():
            place = from_start(self._rect, skipped, badge_width(text), rtl=self._rtl)
            paint_change_badge(self._painter, place, text)
