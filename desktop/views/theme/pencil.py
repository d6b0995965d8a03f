"""The few shapes every control of the style consists of: outlined boxes, the focus ring, icons, words."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtGui, QtWidgets

if TYPE_CHECKING:
    from desktop.views.theme.look import Look

Side = QtCore.Qt.AlignmentFlag
_START = Side.AlignLeft
_ACROSS = Side.AlignVCenter | Side.AlignAbsolute
RADIUS = 4
RING = 2
"""How thick the focus ring is, at every text scale."""
OWN_RING = "ringRadius"
"""The property by which a control says that its focus ring is painted round it by somebody else."""


@dataclass(frozen=True, slots=True)
class Pencil:
    """A painter that knows the look; colours are given as tokens."""

    painter: QtGui.QPainter
    look: "Look"

    def fill(self, rect: QtCore.QRect, token: str) -> None:
        """A plain rectangle."""
        self.painter.fillRect(rect, self.look.colour(token))

    def box(
        self,
        rect: QtCore.QRect,
        ground: str | None,
        line: str | None,
        *,
        radius: float = RADIUS,
        width: float = 1,
    ) -> None:
        """A rounded box within `rect`; its outline lies inside."""
        self._pen(line, width)
        self.painter.setBrush(self.look.colour(ground) if ground else QtCore.Qt.BrushStyle.NoBrush)
        half = width / 2 if line else 0
        corner = max(self.look.px(radius) - half, 0)
        self.painter.drawRoundedRect(QtCore.QRectF(rect).adjusted(half, half, -half, -half), corner, corner)

    def disc(self, rect: QtCore.QRect, ground: str | None, line: str | None = None, width: float = 1) -> None:
        """A circle that fills `rect`."""
        self.box(rect, ground, line, radius=rect.width(), width=width)

    def ring(self, rect: QtCore.QRect, radius: float = RADIUS) -> None:
        """The focus ring along the inside of `rect`."""
        self.box(rect, None, "focus", radius=radius, width=RING)

    def icon(self, rect: QtCore.QRect, name: str, token: str, size: int) -> None:
        """An icon in the middle of `rect`."""
        pixmap = self.look.pixmap(name, token, size)
        side = self.look.px(size)
        corner = rect.center() - QtCore.QPoint((side - 1) // 2, (side - 1) // 2)
        self.painter.drawPixmap(corner, pixmap)

    def text(
        self, option: QtWidgets.QStyleOption, rect: QtCore.QRect, words: str, token: str, side: Side = _START
    ) -> None:
        """A line of text in the painter's font, in the middle of the height of `rect`, higher or not."""
        self.painter.setPen(self.look.colour(token))
        across = QtWidgets.QStyle.visualAlignment(option.direction, side)
        single = QtCore.Qt.TextFlag.TextSingleLine | QtCore.Qt.TextFlag.TextHideMnemonic
        flags = across.value | _ACROSS.value | (single | QtCore.Qt.TextFlag.TextDontClip).value
        self.painter.drawText(rect, flags, words)

    def _pen(self, line: str | None, width: float) -> None:
        if line is None:
            self.painter.setPen(QtCore.Qt.PenStyle.NoPen)
        else:
            self.painter.setPen(QtGui.QPen(self.look.colour(line), width))


Painting = Callable[[Pencil, Any, QtWidgets.QWidget | None], None]
"""Paints one element of the style; which kind of option it gets is the element's own."""


def centred(rect: QtCore.QRect, width: int, height: int) -> QtCore.QRect:
    """A rectangle of this size in the middle of another."""
    left = rect.left() + (rect.width() - width) // 2
    return QtCore.QRect(left, rect.top() + (rect.height() - height) // 2, width, height)


def mirrored(option: QtWidgets.QStyleOption, rect: QtCore.QRect) -> QtCore.QRect:
    """A place laid out for left to right, as it lies in the option's own direction."""
    return QtWidgets.QStyle.visualRect(option.direction, option.rect, rect)


def has(option: QtWidgets.QStyleOption, flag: QtWidgets.QStyle.StateFlag) -> bool:
    """Whether a control is in this state."""
    return bool(option.state & flag)


def rings_itself(widget: QtWidgets.QWidget | None) -> bool:
    """Whether somebody else shows this control's focus."""
    return widget is not None and widget.property(OWN_RING) is not None
