"""A small box over the corner of a page: what the marks on it mean, or how to draw one."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.lines import draw_line, from_start
from desktop.views.widgets.strokes import box

_HEIGHT, _PAD, _GAP = 28, 10, 14
_SAMPLE: Final = (14, 10)
_AFTER_SAMPLE: Final = 6


@dataclass(frozen=True, slots=True)
class Meaning:
    """One kind of mark: its words, and the colour of its sample; none for words alone."""

    words: str
    token: str = ""
    is_dashed: bool = False


class Legend(QtWidgets.QWidget):
    """The meanings side by side; hidden when there is nothing to explain."""

    def __init__(self, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self._meanings: Sequence[Meaning] = ()
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def explain(self, meanings: Sequence[Meaning]) -> None:
        """Explain other marks."""
        self._meanings = meanings
        self.setAccessibleName(" · ".join(meaning.words for meaning in meanings))
        self.setVisible(bool(meanings))
        self.resize(self.sizeHint())
        self.update()

    def sizeHint(self) -> QtCore.QSize:
        """As wide as its words."""
        worn = look()
        gaps = worn.px(_GAP) * max(0, len(self._meanings) - 1)
        width = sum(self._width(meaning) for meaning in self._meanings) + gaps + 2 * worn.px(_PAD)
        return QtCore.QSize(width, worn.px(_HEIGHT))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Sample and words of each."""
        worn, painter = look(), QtGui.QPainter(self)
        box(painter, self.rect(), worn.colour("surface"), worn.colour("border"))
        skipped = worn.px(_PAD)
        for meaning in self._meanings:
            width = self._width(meaning)
            place = from_start(self.rect(), skipped, width, rtl=worn.rtl)
            self._paint(painter, place, meaning)
            skipped += width + worn.px(_GAP)

    def _paint(self, painter: QtGui.QPainter, place: QtCore.QRect, meaning: Meaning) -> None:
        worn, words = look(), face("caption")
        wide, high = (worn.px(length) for length in _SAMPLE)
        used = 0
        if meaning.token:
            sample = from_start(place, 0, wide, rtl=worn.rtl)
            sample = QtCore.QRect(sample.left(), place.center().y() - high // 2, wide, high)
            colour = worn.colour(meaning.token)
            box(painter, sample, None, colour, radius=0, dashed=meaning.is_dashed, thick=2)
            used = wide + worn.px(_AFTER_SAMPLE)
        painter.setPen(worn.colour("text2"))
        room = from_start(place, used, place.width() - used, rtl=worn.rtl)
        draw_line(painter, room, meaning.words, words)

    def _width(self, meaning: Meaning) -> int:
        worn = look()
        sample = worn.px(_SAMPLE[0]) + worn.px(_AFTER_SAMPLE) if meaning.token else 0
        return sample + face("caption").metrics.horizontalAdvance(meaning.words) + 2
