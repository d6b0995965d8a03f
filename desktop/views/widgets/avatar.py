"""A person in little: the first letters of the name in a circle."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.faces import face
from desktop.views.widgets.lines import draw_line
from desktop.views.widgets.strokes import disc

_APART = "\u200c"
"""Persian letters would join; between initials they do not."""

_SMALL = 26


def initials_of(name: str) -> str:
    """The first letters of the first two words."""
    return _APART.join(word[0] for word in name.split()[:2])


def paint_avatar(
    painter: QtGui.QPainter, rect: QtCore.QRect, initials: str, ground: str = "tintStrong"
) -> None:
    """The circle and its letters into the square `rect`."""
    disc(painter, rect, look().colour(ground))
    ink = "accent" if ground == "tintStrong" else "violetFg"
    painter.setPen(look().colour(ink))
    role = "micro" if rect.width() < look().px(_SMALL) else "caption"
    draw_line(painter, rect, initials, face(role, 600), QtCore.Qt.AlignmentFlag.AlignHCenter, cut=None)


class Avatar(QtWidgets.QWidget):
    """The circle of a person; another desk's people are violet."""

    def __init__(
        self, name: str, size: int = 30, *, other: bool = False, parent: QtWidgets.QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._initials, self._ground = initials_of(name), "violetBg" if other else "tintStrong"
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setFixedSize(look().px(size), look().px(size))

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Nothing but the circle."""
        paint_avatar(QtGui.QPainter(self), self.rect(), self._initials, self._ground)
