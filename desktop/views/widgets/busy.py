"""Says that something is being done, after 400 ms of doing it: shorter work shows nothing."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.strokes import line_pen

DELAY_MILLISECONDS = 400
_TICK_MILLISECONDS = 80
_STEP, _ARC, _FULL = 30, 270, 360
_SIXTEENTHS = 16


def paint_spinner(painter: QtGui.QPainter, rect: QtCore.QRect, angle: int, colour: QtGui.QColor) -> None:
    """Three quarters of a ring, turned by `angle` degrees."""
    painter.save()
    painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
    thick = max(1.5, rect.width() / 9)
    pen = line_pen(colour, thick)
    pen.setCapStyle(QtCore.Qt.PenCapStyle.RoundCap)
    painter.setPen(pen)
    inside = QtCore.QRectF(rect).adjusted(thick, thick, -thick, -thick)
    painter.drawArc(inside, (90 - angle) * _SIXTEENTHS, -_ARC * _SIXTEENTHS)
    painter.restore()


class Turning(QtCore.QObject):
    """Turns while something is busy. Signals: `turned()` when `angle` or `shows` changed."""

    turned = QtCore.Signal()

    def __init__(self, parent: QtCore.QObject) -> None:
        super().__init__(parent)
        self.angle, self.shows = 0, False
        self._wait = QtCore.QTimer(self, singleShot=True, interval=DELAY_MILLISECONDS)
        self._wait.timeout.connect(self.show_now)
        self._tick = QtCore.QTimer(self, interval=_TICK_MILLISECONDS)
        self._tick.timeout.connect(self._turn)

    def start(self) -> None:
        """Begin to wait; the ring shows when the work takes longer than the delay."""
        if not self.shows:
            self._wait.start()

    def stop(self) -> None:
        """The work is done."""
        self._wait.stop()
        self._tick.stop()
        self.shows = False
        self.turned.emit()

    def show_now(self) -> None:
        """Show the ring at once; where nothing moves it stands still."""
        self.shows = True
        if not look().still:
            self._tick.start()
        self.turned.emit()

    def _turn(self) -> None:
        self.angle = (self.angle + _STEP) % _FULL
        self.turned.emit()


class Spinner(QtWidgets.QWidget):
    """A turning ring with a name for screen readers; invisible until the delay has passed."""

    def __init__(self, name: str, size: int = 16, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFixedSize(look().px(size), look().px(size))
        self.turning = Turning(self)
        self.turning.turned.connect(self.update)

    def start(self) -> None:
        """Work has begun."""
        self.turning.start()

    def stop(self) -> None:
        """Work has ended."""
        self.turning.stop()

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The ring, once it shows."""
        if self.turning.shows:
            paint_spinner(QtGui.QPainter(self), self.rect(), self.turning.angle, look().colour("accent"))
