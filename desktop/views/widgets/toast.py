"""Says what was just done, at the bottom start of the window, and offers to undo it for some seconds."""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.button_base import Dress
from desktop.views.widgets.buttons import IconButton, QuietButton
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.own_words import own
from desktop.views.widgets.strokes import box

_FADE_MILLISECONDS, _MOST, _WIDE, _HIGH = 120, 3, 460, 40
_INSET, _ABOVE = 16, 44
"""Away from the edge of the window, and above its status bar."""

Undo = Callable[[], object]


def announce(widget: QtWidgets.QWidget, sentence: str) -> None:
    """Let screen readers say a sentence when they have finished what they are saying."""
    QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, sentence))


class Toasts(QtWidgets.QWidget):
    """The newest below, at most three; lies over `frame`, whose owner calls `place` when it was resized."""

    def __init__(self, frame: QtWidgets.QWidget, undo: str) -> None:
        super().__init__(frame)
        self._frame, self._undo_word = frame, undo
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look().px(8))
        self.hide()

    def show_toast(self, sentence: str, undo: Undo | None = None, seconds: int = 8) -> None:
        """Say it; it goes by itself unless somebody points at it or is in it with the keyboard."""
        toast = Toast(sentence, self._undo_word, undo, seconds)
        toast.gone.connect(self._shrink)
        self._column.addWidget(toast)
        for old in self.toasts()[:-_MOST]:
            old.leave()
        self.show()
        self.place()
        toast.appear()
        announce(self, sentence)

    def toasts(self) -> list["Toast"]:
        """Those that are shown, oldest first."""
        items = [self._column.itemAt(place) for place in range(self._column.count())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if isinstance(widget, Toast)]

    def undo(self) -> bool:
        """Undo what the newest toast with an undo tells of; False when there is none."""
        for toast in reversed(self.toasts()):
            if toast.can_undo:
                toast.undo()
                return True
        return False

    def place(self) -> None:
        """Lie at the bottom start of the frame."""
        inset = look().px(_INSET)
        wide = min(look().px(_WIDE), self._frame.width() - 2 * inset)
        gaps = self._column.spacing() * max(len(self.toasts()) - 1, 0)
        self.resize(wide, sum(toast.height_at(wide) for toast in self.toasts()) + gaps)
        left = self._frame.width() - wide - inset if look().rtl else inset
        self.move(left, self._frame.height() - self.height() - look().px(_ABOVE))
        self.raise_()

    def _shrink(self, toast: "Toast") -> None:
        self._column.removeWidget(toast)
        toast.hide()
        toast.deleteLater()
        self.setVisible(bool(self.toasts()))
        self.place()


class Toast(QtWidgets.QWidget):
    """One sentence in the past tense. Signals: `gone(Toast)` when its time is over."""

    gone = QtCore.Signal(object)

    def __init__(self, sentence: str, undo_word: str, undo: Undo | None, seconds: int) -> None:
        super().__init__()
        self.sentence, self._undo = sentence, undo
        self._clock = QtCore.QTimer(self, singleShot=True, interval=seconds * 1000)
        self._clock.timeout.connect(self.leave)
        row = self._row = QtWidgets.QHBoxLayout(self)
        set_margins(row, 14, 6, 6, 6)
        row.setSpacing(look().px(8))
        row.addWidget(Label(sentence, "dense", 500, "onTooltip", wraps=True), 1)
        if undo is not None:
            back = _OnDark(undo_word, key="Z", small=True)
            back.clicked.connect(self.undo)
            row.addWidget(back)
        away = _CloseOnDark("x", own("close"), small=True)
        away.clicked.connect(self.leave)
        row.addWidget(away)
        for button in self.findChildren(QtWidgets.QPushButton):
            button.installEventFilter(self)

    def height_at(self, wide: int) -> int:
        """How high it is at this width."""
        return max(self._row.totalHeightForWidth(wide), look().px(_HIGH))

    @property
    def can_undo(self) -> bool:
        """Whether what it tells of can still be undone."""
        return self._undo is not None

    @property
    def is_counting(self) -> bool:
        """Whether its time is running."""
        return self._clock.isActive()

    def undo(self) -> None:
        """Undo it and go."""
        undo, self._undo = self._undo, None
        self.leave()
        if undo is not None:
            undo()

    def leave(self) -> None:
        """Go now."""
        self._clock.stop()
        self._undo = None
        self.gone.emit(self)

    def appear(self) -> None:
        """Fade in where things may move, and let the time run."""
        self._clock.start()
        if look().still:
            return
        effect = QtWidgets.QGraphicsOpacityEffect(self)
        self.setGraphicsEffect(effect)
        fade = QtCore.QPropertyAnimation(effect, b"opacity", self)
        fade.setDuration(_FADE_MILLISECONDS)
        fade.setStartValue(0.0)
        fade.setEndValue(1.0)
        fade.finished.connect(lambda: self.setGraphicsEffect(None))  # type: ignore[arg-type]  # Qt takes None
        fade.start(QtCore.QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)

    def enterEvent(self, event: QtGui.QEnterEvent) -> None:
        """Wait while somebody points at it."""
        self._hold()
        super().enterEvent(event)

    def leaveEvent(self, event: QtCore.QEvent) -> None:
        """Count on."""
        self._go_on()
        super().leaveEvent(event)

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:
        """Wait while the keyboard is on one of its buttons."""
        if event.type() == QtCore.QEvent.Type.FocusIn:
            self._hold()
        elif event.type() == QtCore.QEvent.Type.FocusOut:
            self._go_on()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Dark on light and light on dark, so that it stands out without a shadow."""
        box(QtGui.QPainter(self), self.rect(), look().colour("tooltip"))

    def _hold(self) -> None:
        if self._clock.isActive():
            self._clock.setInterval(max(self._clock.remainingTime(), 1000))
            self._clock.stop()

    def _go_on(self) -> None:
        holds = self.underMouse() or self.isAncestorOf(QtWidgets.QApplication.focusWidget() or self.window())
        if not self._clock.isActive() and not holds:
            self._clock.start()


class _OnDark(QuietButton):
    """A quiet button on the ground of a toast."""

    def _dress(self) -> Dress:
        return Dress("", "onTooltip" if self._hovered() or self.isDown() else "", "onTooltip", "onTooltip")


class _CloseOnDark(IconButton):
    """The cross of a toast."""

    def _dress(self) -> Dress:
        return Dress("", "onTooltip" if self._hovered() or self.isDown() else "", "onTooltip", "onTooltip")
