"""Who has judged a dossier and who must not be the same person: two to four nodes, in rows and as a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.label import Label
from desktop.views.widgets.lines import after, centred, from_start, two_lines
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.strokes import circle, disc

NodeState = Literal["done", "void", "locked", "mine", "waiting"]
"""Judged, no longer valid, the same person as before, yours to do next, somebody's to do later."""

_DISC, _BIG_DISC, _ICON = 20, 22, 12
_WIDE, _LAST_WIDE, _TIE, _GAP = 114, 84, 9, 6
_FILLS = {"done": ("greenSolid", "check"), "void": ("redSolid", "x")}


@dataclass(frozen=True, slots=True)
class ChainNode:
    """One person of the chain; `below` is the role and day, `note` what he said."""

    state: NodeState
    name: str
    below: str = ""
    note: str = ""


def chain_width(nodes: Sequence[ChainNode]) -> int:
    """How wide a chain would like to be."""
    tie = look().px(_TIE + _GAP)
    return look().px(_WIDE) * (len(nodes) - 1) + look().px(_LAST_WIDE) + tie * (len(nodes) - 1)


def paint_chain(painter: QtGui.QPainter, rect: QtCore.QRect, nodes: Sequence[ChainNode]) -> None:
    """The chain in one row: a disc, name over role, a short line to the next."""
    worn, skipped = look(), 0
    rtl = painter.layoutDirection() == QtCore.Qt.LayoutDirection.RightToLeft
    shrink = min(1.0, rect.width() / chain_width(nodes)) if nodes else 1.0
    for number, node in enumerate(nodes, 1):
        wide = round(worn.px(_LAST_WIDE if number == len(nodes) else _WIDE) * shrink)
        _paint_node(painter, from_start(rect, skipped, wide, rtl=rtl), node, rtl=rtl)
        skipped += wide
        if number < len(nodes):
            tie = from_start(rect, skipped + worn.px(_GAP) // 2, worn.px(_TIE), rtl=rtl)
            painter.setPen(worn.colour("borderStrong"))
            painter.drawLine(tie.left(), tie.center().y(), tie.right(), tie.center().y())
            skipped += worn.px(_TIE + _GAP)


def _paint_node(painter: QtGui.QPainter, place: QtCore.QRect, node: ChainNode, *, rtl: bool) -> None:
    worn, size = look(), look().px(_DISC)
    paint_disc(painter, centred(from_start(place, 0, size, rtl=rtl), size, size), node.state)
    mine, void = node.state == "mine", node.state == "void"
    two_lines(
        painter,
        after(place, size + worn.px(_GAP), rtl=rtl),
        node.name,
        node.below,
        upper=face("dense", 600 if mine else 500),
        lower=face("micro"),
        ink=worn.colour("accent" if mine else "redFg" if void else "text"),
        faint=worn.colour("text3"),
    )


def paint_disc(painter: QtGui.QPainter, place: QtCore.QRect, state: NodeState) -> None:
    """The sign of a state; each differs in shape and picture, not in colour alone."""
    worn = look()
    if state in _FILLS:
        fill, icon = _FILLS[state]
        disc(painter, place, worn.colour(fill))
        _paint_sign(painter, place, icon, "onAccent")
    elif state == "locked":
        circle(painter, place, worn.colour("borderStrong"), 1.5)
        _paint_sign(painter, place, "lock", "text2")
    else:
        circle(painter, place, worn.colour("accent" if state == "mine" else "borderStrong"), 2, dashed=True)


def _paint_sign(painter: QtGui.QPainter, place: QtCore.QRect, icon: str, ink: str) -> None:
    size = look().px(_ICON)
    painter.drawPixmap(centred(place, size, size).topLeft(), look().pixmap(icon, ink, _ICON))


class FourEyesChain(QtWidgets.QWidget):
    """The chain from top to bottom, with what each person said."""

    def __init__(self, nodes: Sequence[ChainNode], parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, node in enumerate(nodes, 1):
            column.addWidget(_Link(node, is_last=number == len(nodes)))
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)


class _Link(QtWidgets.QWidget):
    """One person, tied to the next."""

    def __init__(self, node: ChainNode, *, is_last: bool) -> None:
        super().__init__()
        self._node, self._is_last = node, is_last
        column = QtWidgets.QVBoxLayout(self)
        set_margins(column, _BIG_DISC + 9, 0, 0, 0 if is_last else 10)
        column.setSpacing(0)
        colour = {"mine": "accent", "void": "redFg"}.get(node.state, "text")
        column.addWidget(Label(node.name, "dense", 600, colour))
        column.addWidget(Label(node.below, "caption", 400, "text3", wraps=True))
        if node.note:
            column.addWidget(Label(node.note, "caption", 400, "text2", wraps=True))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The disc, and the tie below it."""
        painter, size = QtGui.QPainter(self), look().px(_BIG_DISC)
        rtl = self.layoutDirection() == QtCore.Qt.LayoutDirection.RightToLeft
        place = from_start(QtCore.QRect(0, 0, self.width(), size), 0, size, rtl=rtl)
        if not self._is_last:
            painter.setPen(look().colour("borderStrong"))
            painter.drawLine(place.center().x(), place.bottom() + 1, place.center().x(), self.height())
        paint_disc(painter, place, self._node.state)
        if self._node.state == "mine":
            _paint_sign(painter, place, "pen", "accent")
