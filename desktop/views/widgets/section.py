"""What a pane consists of: headings with something at their end, and cards round what belongs together."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.icon import Icon
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.strokes import box

_BAR = 3


class SectionHeader(QtWidgets.QWidget):
    """Icon, title, and at the end a caption or a widget such as a link."""

    def __init__(
        self,
        title: str,
        icon: str = "",
        end: str | QtWidgets.QWidget = "",
        colour: str = "text",
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look().px(7))
        if icon:
            row.addWidget(Icon(icon, "text2" if colour == "text" else colour))
        row.addWidget(Label(title, "dense", 600, colour))
        row.addStretch(1)
        self._end = end if isinstance(end, QtWidgets.QWidget) else Label(end, "caption", 400, "text3")
        row.addWidget(self._end)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Fixed)

    def set_end(self, caption: str) -> None:
        """Say something else at the end."""
        if isinstance(self._end, Label):
            self._end.setText(caption)


class Section(QtWidgets.QWidget):
    """A heading and what is under it, with a line below; add widgets to `body`."""

    def __init__(
        self, header: SectionHeader, *, lined: bool = True, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lined = lined
        self.body = QtWidgets.QVBoxLayout(self)
        set_margins(self.body, 0, 10, 0, 11)
        self.body.setSpacing(look().px(6))
        self.body.addWidget(header)
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The line that parts it from the next."""
        if self._lined:
            painter = QtGui.QPainter(self)
            painter.setPen(look().colour("border"))
            painter.drawLine(self.rect().bottomLeft(), self.rect().bottomRight())


class Card(QtWidgets.QWidget):
    """A box with room inside for `body`; `bar` colours its start edge, dashed is provisional or internal."""

    def __init__(
        self,
        ground: str = "surface",
        outline: str = "border",
        *,
        bar: str = "",
        dashed: bool = False,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ground, self._outline, self._bar, self._dashed = ground, outline, bar, dashed
        self.body = QtWidgets.QVBoxLayout(self)
        set_margins(self.body, 10 + (_BAR if bar else 0), 7, 10, 7)
        self.body.setSpacing(look().px(4))
        self.setSizePolicy(QtWidgets.QSizePolicy.Policy.Preferred, QtWidgets.QSizePolicy.Policy.Minimum)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Ground, outline, bar."""
        painter, worn = QtGui.QPainter(self), look()
        outline = worn.colour("borderStrong" if self._dashed else self._outline)
        box(painter, self.rect(), worn.colour(self._ground), outline, dashed=self._dashed)
        if self._bar:
            wide = worn.px(_BAR)
            at_right = self.layoutDirection() == QtCore.Qt.LayoutDirection.RightToLeft
            left = self.width() - wide if at_right else 0
            painter.fillRect(QtCore.QRect(left, 0, wide, self.height()), worn.colour(self._bar))
