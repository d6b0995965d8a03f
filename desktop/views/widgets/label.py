"""Text that stands still: lines of the design's heights, cut or wrapped, at the start of their place."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.faces import Face, face
from desktop.views.widgets.lines import AT_END, direction_of, draw_line

_QT = QtCore.Qt
_COMFORTABLE = 420
"""How wide a wrapping text would like to be at most."""


class Label(QtWidgets.QLabel):
    """Plain text in one role and colour; it wraps when asked to, otherwise what is too long is cut.

    A cut text is told in full by its tool tip.
    """

    def __init__(
        self,
        text: str = "",
        role: str = "body",
        weight: int | None = None,
        colour: str = "text",
        *,
        wraps: bool = False,
        cut: QtCore.Qt.TextElideMode = AT_END,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._role, self._weight, self._colour, self._cut = role, weight, colour, cut
        self._wraps, self._centred = wraps, False
        self.setTextFormat(_QT.TextFormat.PlainText)
        policy = QtWidgets.QSizePolicy.Policy
        self.setSizePolicy(policy.Preferred, policy.Minimum if wraps else policy.Fixed)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show another text."""
        super().setText(text)
        self.updateGeometry()

    def set_colour(self, colour: str) -> None:
        """Show the text in the colour of another token."""
        self._colour = colour
        self.update()

    def set_weight(self, weight: int | None) -> None:
        """Show the text in another weight."""
        self._weight = weight
        self.updateGeometry()
        self.update()

    def centre(self) -> "Label":
        """Put every line in the middle of the width."""
        self._centred = True
        return self

    def face(self) -> Face:
        """The face the text is set in."""
        return face(self._role, self._weight)

    def hasHeightForWidth(self) -> bool:
        """A wrapping text is higher where it is narrower."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """The lines the text takes at this width."""
        count = len(_broken(self.text(), self.face(), width, self.layoutDirection())[1])
        return max(count, 1) * self.face().line

    def sizeHint(self) -> QtCore.QSize:
        """As wide as the longest line, for a wrapping text within comfort."""
        lines = self.text().split("\n")
        wide = max(self.face().metrics.horizontalAdvance(line) for line in lines) + 2
        if self._wraps:
            wide = min(wide, look().px(_COMFORTABLE))
            return QtCore.QSize(wide, self.heightForWidth(wide))
        return QtCore.QSize(wide, self.face().line * len(lines))

    def minimumSizeHint(self) -> QtCore.QSize:
        """A cut text may shrink to a few letters."""
        return QtCore.QSize(min(self.sizeHint().width(), look().px(32)), self.face().line)

    def event(self, event: QtCore.QEvent) -> bool:
        """Tell a cut text in full when no other tip was given."""
        if event.type() == QtCore.QEvent.Type.ToolTip and not self.toolTip() and self._is_cut():
            help_event = event
            if isinstance(help_event, QtGui.QHelpEvent):
                QtWidgets.QToolTip.showText(help_event.globalPos(), self.text(), self)
                return True
        return super().event(event)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Each line in the height the design gives it."""
        painter = QtGui.QPainter(self)
        painter.setPen(look().colour(self._colour if self.isEnabled() else "text3"))
        if self._wraps:
            self._paint_wrapped(painter)
            return
        lines = self.text().split("\n")
        height = self.face().line
        top = (self.height() - height * len(lines)) // 2
        for number, line in enumerate(lines):
            place = QtCore.QRect(0, top + number * height, self.width(), height)
            draw_line(painter, place, line, self.face(), self._side(), self._cut)

    def _paint_wrapped(self, painter: QtGui.QPainter) -> None:
        text, height = self.text(), self.face().line
        layouts, lines = _broken(text, self.face(), self.width(), self.layoutDirection(), self._centred)
        top = max(0, (self.height() - height * len(lines)) // 2) if len(lines) == 1 else 0
        number = 0
        for layout in layouts:
            for index in range(layout.lineCount()):
                line = layout.lineAt(index)
                line.setPosition(QtCore.QPointF(0, top + number * height + (height - line.height()) / 2))
                number += 1
            layout.draw(painter, QtCore.QPointF(0, 0))

    def _side(self) -> QtCore.Qt.AlignmentFlag:
        return _QT.AlignmentFlag.AlignHCenter if self._centred else _QT.AlignmentFlag.AlignLeft

    def _is_cut(self) -> bool:
        return not self._wraps and self.sizeHint().width() > self.width() + 2


def _broken(
    text: str,
    dress: Face,
    width: int,
    around: QtCore.Qt.LayoutDirection,
    centred: bool = False,  # noqa: FBT001, FBT002 - how the lines stand
) -> tuple[list[QtGui.QTextLayout], list[QtGui.QTextLine]]:
    """The text broken into lines of `width`, one layout for each of its paragraphs."""
    layouts, lines = [], []
    at_right = around == _QT.LayoutDirection.RightToLeft
    side = _QT.AlignmentFlag.AlignRight if at_right else _QT.AlignmentFlag.AlignLeft
    for paragraph in text.split("\n"):
        layout = QtGui.QTextLayout(paragraph, dress.font)
        option = QtGui.QTextOption(_QT.AlignmentFlag.AlignHCenter if centred else side)
        option.setTextDirection(direction_of(paragraph, around))
        option.setWrapMode(QtGui.QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            lines.append(line)
        layout.endLayout()
        layouts.append(layout)
    return layouts, lines
