"""The dossier's own values above the page that should show them too; what the page denies is underlined."""

from collections.abc import Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.documents.viewed import ShownValue
from desktop.views.theme.look import look
from desktop.views.widgets.faces import Face, face
from desktop.views.widgets.lines import draw_line, from_start

_LINE: Final = 30
_PAD, _GAP, _AFTER_LABEL = 14, 20, 5
_WAVE: Final = 3
_MOST_LINES: Final = 3


class ValuesStrip(QtWidgets.QWidget):
    """Values in lines of 30 px that wrap; hidden when there are none."""

    def __init__(self, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._values = "", tuple[ShownValue, ...]()
        policy = QtWidgets.QSizePolicy(
            QtWidgets.QSizePolicy.Policy.Ignored, QtWidgets.QSizePolicy.Policy.Fixed
        )
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.hide()

    def show_values(self, title: str, values: Sequence[ShownValue]) -> None:
        """Show other values under another title."""
        self._title, self._values = title, tuple(values)
        self.setAccessibleName(
            " ".join((title, *(f"{value.label} {value.value}" for value in self._values))).strip()
        )
        self.setToolTip("\n".join(f"{value.label}: {value.value}" for value in self._values))
        self.setVisible(bool(values))
        self._set_height()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """More lines where it is narrower."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines the values take."""
        return look().px(_LINE) * len(self._lines(width)) + 1

    def sizeHint(self) -> QtCore.QSize:
        """The lines at the width it has."""
        return QtCore.QSize(0, self.heightForWidth(max(self.width(), 1)))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Break the lines anew."""
        super().resizeEvent(event)
        self._set_height()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Label and value after each other, from the start."""
        worn, painter = look(), QtGui.QPainter(self)
        painter.fillRect(self.rect(), worn.colour("surface2"))
        painter.setPen(worn.colour("border"))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        high = worn.px(_LINE)
        for number, line in enumerate(self._lines(self.width())):
            row = QtCore.QRect(0, number * high, self.width(), high)
            skipped = worn.px(_PAD)
            for value in line:
                room = max(0, min(self._width(value), self.width() - skipped - worn.px(_PAD)))
                self._paint(painter, from_start(row, skipped, room, rtl=worn.rtl), value)
                skipped += room + worn.px(_GAP)

    def _paint(self, painter: QtGui.QPainter, place: QtCore.QRect, value: ShownValue) -> None:
        worn = look()
        label = min(_advance(face("dense"), value.label), place.width())
        painter.setPen(worn.colour("text2"))
        draw_line(painter, from_start(place, 0, label, rtl=worn.rtl), value.label, face("dense"))
        skipped = label + worn.px(_AFTER_LABEL) if value.label else 0
        room = from_start(place, skipped, max(0, place.width() - skipped), rtl=worn.rtl)
        painter.setPen(worn.colour("redFg" if value.is_mismatch else "text"))
        words = face("dense", 600 if value.is_mismatch else 400)
        draw_line(painter, room, value.value, words)
        if value.is_mismatch:
            width = min(_advance(words, value.value), room.width())
            _wave(painter, from_start(room, 0, width, rtl=worn.rtl))

    def _lines(self, width: int) -> list[list[ShownValue]]:
        worn = look()
        title = [ShownValue(self._title, "")] if self._title else []
        room, lines, used = width - 2 * worn.px(_PAD), [list[ShownValue]()], 0
        for value in (*title, *self._values):
            wide = self._width(value)
            if lines[-1] and used + wide > room and len(lines) < _MOST_LINES:
                lines.append([])
                used = 0
            lines[-1].append(value)
            used += wide + worn.px(_GAP)
        return lines

    def _width(self, value: ShownValue) -> int:
        words = face("dense", 600 if value.is_mismatch else 400)
        label = _advance(face("dense"), value.label) if value.label else 0
        if not value.value:
            return label
        return label + (look().px(_AFTER_LABEL) if label else 0) + _advance(words, value.value)

    def _set_height(self) -> None:
        self.setFixedHeight(self.heightForWidth(self.width()))


def _advance(words: Face, text: str) -> int:
    return words.metrics.horizontalAdvance(text) + 2


def _wave(painter: QtGui.QPainter, under: QtCore.QRect) -> None:
    """The wavy line of a spelling mistake, in the painter's colour."""
    high, base = look().px(_WAVE) / 2, under.center().y() + look().px(11)
    path = QtGui.QPainterPath(QtCore.QPointF(under.left(), base))
    across, up = float(under.left()), True
    while across < under.right():
        across = min(across + 2 * high, under.right())
        middle = QtCore.QPointF(across - high, base - 2 * high if up else base + 2 * high)
        path.quadTo(middle, QtCore.QPointF(across, base))
        up = not up
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    painter.setBrush(QtCore.Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.restore()
