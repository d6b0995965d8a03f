"""Three verdicts side by side: accepted, rejected, not relevant; small in rows, large on the current item."""

from collections.abc import Mapping

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.models.vocabulary import Verdict
from desktop.views.theme.look import look
from desktop.views.widgets.button_base import DISABLED, Button, Dress
from desktop.views.widgets.focus_ring import ringed
from desktop.views.widgets.lines import centred, from_start
from desktop.views.widgets.strokes import box

CELL_WIDE, CELL_HIGH = 28, 24
SIGNS = {Verdict.ACCEPTED: "check", Verdict.REJECTED: "x", Verdict.NOT_APPLICABLE: "minus"}
"""Each verdict and its icon, in the order of the keys 1, 2 and 3."""

_FAMILIES = {Verdict.ACCEPTED: "green", Verdict.REJECTED: "red", Verdict.NOT_APPLICABLE: "grey"}
_SOLID = {
    Verdict.ACCEPTED: Dress("greenSolid", "", "onAccent", "onAccent"),
    Verdict.REJECTED: Dress("redSolid", "", "onAccent", "onAccent"),
    Verdict.NOT_APPLICABLE: Dress("greyBg", "borderStrong", "text", "text"),
}
_ICON = 14


def verdicts_size() -> QtCore.QSize:
    """How large the three cells are together."""
    return QtCore.QSize(look().px(CELL_WIDE) * len(SIGNS) + 2, look().px(CELL_HIGH))


def verdict_at(rect: QtCore.QRect, point: QtCore.QPoint, *, rtl: bool) -> Verdict | None:
    """Whose cell lies under `point` when the control was painted into `rect`."""
    place = _within(rect, rtl=rtl)
    return next((verdict for verdict in SIGNS if _cell(place, verdict, rtl=rtl).contains(point)), None)


def paint_verdicts(
    painter: QtGui.QPainter,
    rect: QtCore.QRect,
    chosen: str | None,
    *,
    hollow: bool = False,
    pointed_at: str | None = None,
    enabled: bool = True,
) -> int:
    """The small control at the start of `rect`; a hollow verdict comes from a round before and waits."""
    rtl = painter.layoutDirection() == QtCore.Qt.LayoutDirection.RightToLeft
    worn, place = look(), _within(rect, rtl=rtl)
    box(painter, place, worn.colour("surface" if enabled else "surface2"))
    for verdict, sign in SIGNS.items():
        cell, ink = _cell(place, verdict, rtl=rtl), "text3"
        if verdict == chosen:
            ink = f"{_FAMILIES[verdict]}Fg"
            _paint_chosen(painter, cell, _FAMILIES[verdict], hollow=hollow)
        elif verdict == pointed_at and enabled:
            painter.fillRect(cell.adjusted(1, 1, -1, -1), worn.colour("tint"))
            ink = "text"
        size = worn.px(_ICON)
        painter.drawPixmap(centred(cell, size, size).topLeft(), worn.pixmap(sign, ink, _ICON))
    _paint_frame(painter, place)
    return place.width()


def _paint_chosen(painter: QtGui.QPainter, cell: QtCore.QRect, family: str, *, hollow: bool) -> None:
    colours = look().family(family)
    if hollow:
        box(painter, cell.adjusted(3, 3, -3, -3), None, colours.fg, radius=3, dashed=True)
    else:
        painter.fillRect(cell.adjusted(0, 1, 0, -1), colours.bg)


def _paint_frame(painter: QtGui.QPainter, place: QtCore.QRect) -> None:
    line, wide = look().colour("border"), look().px(CELL_WIDE)
    box(painter, place, None, line)
    painter.setPen(line)
    for number in (1, 2):
        across = place.left() + 1 + number * wide
        painter.drawLine(across, place.top() + 1, across, place.bottom() - 1)


def _within(rect: QtCore.QRect, *, rtl: bool) -> QtCore.QRect:
    size = verdicts_size()
    return centred(from_start(rect, 0, size.width(), rtl=rtl), size.width(), size.height())


def _cell(place: QtCore.QRect, verdict: Verdict, *, rtl: bool) -> QtCore.QRect:
    wide = look().px(CELL_WIDE)
    return from_start(place.adjusted(1, 0, -1, 0), list(SIGNS).index(verdict) * wide, wide, rtl=rtl)


class VerdictButton(Button):
    """One large verdict; solid in its colour once chosen."""

    def __init__(self, verdict: Verdict, words: str, key: str) -> None:
        super().__init__(words, SIGNS[verdict], key)
        self._verdict = verdict
        self.setCheckable(True)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Fixed)

    def _dress(self) -> Dress:
        if self.isChecked():
            return _SOLID[self._verdict]
        if not self.isEnabled():
            return DISABLED
        return Dress("surface2" if self._hovered() else "surface", "borderStrong")


class VerdictChoice(QtWidgets.QWidget):
    """The three large buttons with words and keys. Signals: `chosen(str)` the verdict somebody pressed."""

    chosen = QtCore.Signal(str)

    def __init__(
        self, words: Mapping[str, str], verdict: str | None = None, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(8))
        self.buttons = {
            one: VerdictButton(one, words[one], str(number)) for number, one in enumerate(SIGNS, 1)
        }
        for one, button in self.buttons.items():
            row.addWidget(button)
            button.clicked.connect(lambda _checked, one=one: self._press(one))
        self.set_verdict(verdict)

    def set_verdict(self, verdict: str | None) -> None:
        """Show a verdict without a signal; None for none yet."""
        self._verdict = verdict
        for one, button in self.buttons.items():
            button.setChecked(one == verdict)

    def _press(self, verdict: Verdict) -> None:
        self.set_verdict(verdict)
        self.chosen.emit(verdict.value)


class VerdictCells(QtWidgets.QWidget):
    """The small control as a widget; arrows move, Space chooses. Signals: `chosen(str)`."""

    chosen = QtCore.Signal(str)

    def __init__(
        self, words: Mapping[str, str], verdict: str | None = None, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words, self._verdict, self._hollow = words, verdict, False
        self._pointed_at: Verdict | None = None
        self.setFixedSize(verdicts_size())
        self.setMouseTracking(True)
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.set_verdict(verdict)
        ringed(self)

    def set_verdict(self, verdict: str | None, *, hollow: bool = False) -> None:
        """Show a verdict without a signal; hollow while it waits to be confirmed."""
        self._verdict, self._hollow = verdict, hollow
        self.setAccessibleName(self._words[verdict] if verdict else "–")
        self.update()

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Show what a press would choose, and name it."""
        self._point_at(self._under(event.position().toPoint()))

    def leaveEvent(self, _event: QtCore.QEvent) -> None:
        """Nothing is pointed at any more."""
        self._point_at(None)

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """Choose what lies under the mouse."""
        verdict = self._under(event.position().toPoint())
        if verdict is not None:
            self._choose(verdict)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Arrows follow the eye; Space and Enter choose."""
        keys = QtCore.Qt.Key
        steps = {keys.Key_Left: -1, keys.Key_Right: 1}
        if event.key() in steps:
            self._step(steps[QtCore.Qt.Key(event.key())] * (-1 if look().rtl else 1))
        elif event.key() in {keys.Key_Space, keys.Key_Return, keys.Key_Enter} and self._pointed_at:
            self._choose(self._pointed_at)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The same control as in rows."""
        paint_verdicts(
            QtGui.QPainter(self),
            self.rect(),
            self._verdict,
            hollow=self._hollow,
            pointed_at=self._pointed_at,
            enabled=self.isEnabled(),
        )

    def _step(self, by: int) -> None:
        order = list(SIGNS)
        now = self._pointed_at or self._verdict
        place = order.index(Verdict(now)) + by if now else 0
        self._point_at(order[max(0, min(place, len(order) - 1))])

    def _point_at(self, verdict: Verdict | None) -> None:
        self._pointed_at = verdict
        self.setToolTip(self._words[verdict] if verdict else "")
        self.update()

    def _under(self, point: QtCore.QPoint) -> Verdict | None:
        return verdict_at(self.rect(), point, rtl=look().rtl)

    def _choose(self, verdict: Verdict) -> None:
        self.set_verdict(verdict)
        self.chosen.emit(verdict.value)
