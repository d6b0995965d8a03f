"""Chips as widgets: where a dossier stands, when it is due, what changed, and pills that narrow a list."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets import chip_painting
from desktop.views.widgets.chip_painting import (
    Due,
    badge_width,
    chip_width,
    paint_change_badge,
    paint_chip,
    paint_due_inside,
    paint_pill,
    pill_width,
)
from desktop.views.widgets.due_ring import SIZE
from desktop.views.widgets.faces import Face, face
from desktop.views.widgets.focus_ring import ringed
from desktop.views.widgets.lines import centred, draw_line, from_start
from desktop.views.widgets.strokes import box

_FIXED = QtWidgets.QSizePolicy.Policy.Fixed
_DUE_FAMILY = {"blue": "blue", "amber": "amber", "over": "red", "paused": "grey"}
_PAD, _GAP = 8, 5
_FACET, _FACET_PAD, _FACET_GAP = 28, 10, 7


class _Chip(QtWidgets.QLabel):
    """A word in a shape; screen readers read it as the text it is."""

    def __init__(self, text: str, height: int, parent: QtWidgets.QWidget | None) -> None:
        super().__init__(text, parent)
        self._height = height
        self.setTextFormat(QtCore.Qt.TextFormat.PlainText)
        self.setSizePolicy(_FIXED, _FIXED)

    def sizeHint(self) -> QtCore.QSize:
        return QtCore.QSize(self._wide(), look().px(self._height))

    def minimumSizeHint(self) -> QtCore.QSize:
        return self.sizeHint()

    def _wide(self) -> int:
        raise NotImplementedError


class StatusChip(_Chip):
    """Family, icon and word of a status; dashed while provisional, solid where it must not be missed."""

    def __init__(
        self,
        family: str,
        icon: str,
        text: str,
        *,
        dashed: bool = False,
        solid: bool = False,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(text, chip_painting.CHIP, parent)
        self._family, self._icon, self._dashed, self._solid = family, icon, dashed, solid

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The same chip as in tables."""
        painter = QtGui.QPainter(self)
        paint_chip(
            painter,
            self.rect(),
            self._family,
            self._icon,
            self.text(),
            dashed=self._dashed,
            solid=self._solid,
        )

    def _wide(self) -> int:
        return chip_width(self._icon, self.text())


class RoundChip(StatusChip):
    """Which round of review it is."""

    def __init__(self, text: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__("grey", "", text, parent=parent)


class ChangeBadge(_Chip):
    """Changed since the reader's own last review: how often, or a word; `told` is the sentence for it."""

    def __init__(self, text: str, told: str, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(text, chip_painting.BADGE, parent)
        self.setAccessibleName(told)
        self.setToolTip(told)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Two arrows and the text."""
        paint_change_badge(QtGui.QPainter(self), self.rect(), self.text())

    def _wide(self) -> int:
        return badge_width(self.text())


class CountPill(_Chip):
    """A number beside a heading; `family` grey unless it is good or bad news."""

    def __init__(self, text: str, family: str = "grey", parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(text, chip_painting.PILL, parent)
        self._family = family

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The number in its pill."""
        paint_pill(QtGui.QPainter(self), self.rect(), self._family, self.text())

    def _wide(self) -> int:
        return pill_width(self.text())


class DueChip(_Chip):
    """The working-day clock with its words in one line; `explained` says how the time was reached."""

    def __init__(self, due: Due, explained: str = "", parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(due.words, chip_painting.CHIP, parent)
        self._due = due
        self.setAccessibleName(due.sentence())
        self.setToolTip(explained)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """A chip whose icon is the ring."""
        painter, colours = QtGui.QPainter(self), look().family(_DUE_FAMILY[self._due.kind])
        box(painter, self.rect(), colours.bg, colours.outline, radius=self.height() / 2)
        inside = self.rect().adjusted(look().px(_PAD) - 2, 0, -look().px(_PAD) + 2, 0)
        paint_due_inside(painter, inside, self._due)

    def _wide(self) -> int:
        words = face("caption", 500).metrics.horizontalAdvance(self._due.words)
        return words + look().px(SIZE) + look().px(_GAP) + 2 * look().px(_PAD) - 2


class FacetChip(QtWidgets.QPushButton):
    """A pill that narrows a list, with how many are left; `tone` colours the number "bad" or "new"."""

    _INKS = {"": "text", "bad": "redFg", "new": "turqFg"}  # noqa: RUF012 - a constant table

    def __init__(
        self, text: str, count: str = "", tone: str = "", parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._count, self._tone = count, tone
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setSizePolicy(_FIXED, _FIXED)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self._name()
        ringed(self, _FACET // 2)

    def set_count(self, count: str) -> None:
        """Another number; the pill grows or shrinks with it."""
        self._count = count
        self._name()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        """Words, number and room at both ends; measured bold, so that being chosen moves nothing."""
        worn = look()
        number = self._number_width() + worn.px(_FACET_GAP) if self._count else 0
        words = face("dense", 600).metrics.horizontalAdvance(self.text()) + 1
        return QtCore.QSize(words + number + 2 * worn.px(_FACET_PAD), worn.px(_FACET))

    def minimumSizeHint(self) -> QtCore.QSize:
        """Words of a facet are not cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Tinted while chosen."""
        worn, painter, chosen = look(), QtGui.QPainter(self), self.isChecked()
        fill = "tint" if chosen else "surface2" if self.underMouse() and self.isEnabled() else "surface"
        line = "accent" if chosen else "borderStrong" if self._is_pointed_at() else "border"
        box(painter, self.rect(), worn.colour(fill), worn.colour(line), radius=self.height() / 2)
        inside = self.rect().adjusted(worn.px(_FACET_PAD), 0, -worn.px(_FACET_PAD), 0)
        self._paint_words(painter, inside)

    def _paint_words(self, painter: QtGui.QPainter, inside: QtCore.QRect) -> None:
        worn, chosen = look(), self.isChecked()
        rtl = chip_painting.is_rtl(painter)
        words = self._face().metrics.horizontalAdvance(self.text()) + 1
        used = words + (worn.px(_FACET_GAP) + self._number_width() if self._count else 0)
        content = centred(inside, min(used, inside.width()), inside.height())
        ink = "text3" if not self.isEnabled() else "accent" if chosen else "text2"
        painter.setPen(worn.colour(ink))
        draw_line(painter, from_start(content, 0, words, rtl=rtl), self.text(), self._face())
        if self.isEnabled() and not chosen:
            painter.setPen(worn.colour(self._INKS[self._tone]))
        number = from_start(content, used - self._number_width(), self._number_width(), rtl=rtl)
        draw_line(painter, number, self._count, face("dense", 600))

    def _is_pointed_at(self) -> bool:
        return self.underMouse() and self.isEnabled()

    def _face(self) -> Face:
        return face("dense", 600 if self.isChecked() else 400)

    def _number_width(self) -> int:
        return face("dense", 600).metrics.horizontalAdvance(self._count) + 1 if self._count else 0

    def _name(self) -> None:
        self.setAccessibleName(f"{self.text()} {self._count}".strip())
