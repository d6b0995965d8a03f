"""What every button does: shows its key, says why it cannot be pressed, turns while its work is done."""

from dataclasses import dataclass

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look
from desktop.views.widgets.busy import Turning, paint_spinner
from desktop.views.widgets.faces import Face, face
from desktop.views.widgets.focus_ring import ringed
from desktop.views.widgets.key_cap import caps_of, caps_width, paint_caps
from desktop.views.widgets.lines import after, centred, draw_line, from_start
from desktop.views.widgets.strokes import box

_HEIGHT, _SMALL_HEIGHT = 34, 28
_PAD, _SMALL_PAD = 14, 10
_GAP, _SMALL_GAP = 8, 6
_ICON = 16
_ENTER = frozenset({QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter})


@dataclass(frozen=True, slots=True)
class Dress:
    """The colours of a button in one state, by token; an empty name paints nothing."""

    fill: str = ""
    outline: str = ""
    ink: str = "text"
    icon: str = "text2"


DISABLED = Dress("surface2", "border", "text3", "text3")


class Button(QtWidgets.QPushButton):
    """What all buttons have in common; the kinds are in `buttons`."""

    _weight = 500
    _busy = False  # of the class, because Qt sends events while the widget is being made

    def __init__(
        self,
        text: str,
        icon: str = "",
        key: str = "",
        *,
        small: bool = False,
        parent: QtWidgets.QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon_name, self._caps, self._small = icon, caps_of(key), small
        self._tip = ""
        self._turning = Turning(self)
        self._turning.turned.connect(self.update)
        self.setAutoDefault(False)
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_Hover)
        self.setAccessibleName(text)
        fixed, preferred = QtWidgets.QSizePolicy.Policy.Fixed, QtWidgets.QSizePolicy.Policy.Preferred
        self.setSizePolicy(preferred, fixed)
        ringed(self)

    def set_text(self, text: str) -> None:
        """Say something else, such as a number that changed."""
        self.setText(text)
        self.setAccessibleName(text)
        self.updateGeometry()

    def set_reason(self, reason: str | None) -> None:
        """Why the button cannot be pressed, as its tool tip; None when it can."""
        self.setEnabled(reason is None)
        self.setAccessibleDescription(reason or "")
        super().setToolTip(reason or self._tip)

    def setToolTip(self, tip: str) -> None:
        """What the tool tip says while the button can be pressed."""
        self._tip = tip
        if self.isEnabled():
            super().setToolTip(tip)

    def set_busy(self, busy: bool) -> None:  # noqa: FBT001 - a setter of one flag, as Qt's are
        """Whether its work is being done: presses are ignored, and after a moment a ring turns."""
        self._busy = busy
        if busy:
            self._turning.start()
        else:
            self._turning.stop()

    def show_busy(self) -> None:
        """Turn the ring at once."""
        self.set_busy(True)
        self._turning.show_now()

    @property
    def is_busy(self) -> bool:
        """Whether presses are ignored for now."""
        return self._busy

    def nextCheckState(self) -> None:
        """A busy button keeps its state."""
        if not self._busy:
            super().nextCheckState()

    def event(self, event: QtCore.QEvent) -> bool:
        """Ignore presses of the mouse while busy."""
        pressed = QtCore.QEvent.Type
        if self._busy and event.type() in {pressed.MouseButtonPress, pressed.MouseButtonRelease}:
            return True
        return super().event(event)

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as Space does; with Ctrl it is not meant."""
        alone = not event.modifiers() & ~QtCore.Qt.KeyboardModifier.KeypadModifier
        if self._busy:
            event.accept()
        elif event.key() in _ENTER and alone and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QtCore.QSize:
        """As wide as everything in it."""
        return QtCore.QSize(self._content_width() + 2 * self._pad(), self._height())

    def minimumSizeHint(self) -> QtCore.QSize:
        """Room for the icon and some letters; the key goes first when there is no more."""
        least = self._icon_width() + min(self._text_width(), look().px(64)) + 2 * self._pad()
        return QtCore.QSize(least, self._height())

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Ground, icon or ring, words, key."""
        painter, dress = QtGui.QPainter(self), self._dress()
        fill = look().colour(dress.fill) if dress.fill else None
        outline = look().colour(dress.outline) if dress.outline else None
        box(painter, self.rect(), fill, outline)
        self._paint_content(painter, dress)

    def _paint_content(self, painter: QtGui.QPainter, dress: Dress) -> None:
        rtl = painter.layoutDirection() == QtCore.Qt.LayoutDirection.RightToLeft
        room = self.width() - 2 * self._pad()
        with_key = bool(self._caps) and room >= self._content_width()
        wide = min(room, self._content_width(with_key=with_key))
        content = centred(self.rect(), wide, self.height())
        at_icon = from_start(content, 0, look().px(_ICON), rtl=rtl)
        self._paint_icon(painter, centred(at_icon, look().px(_ICON), look().px(_ICON)), dress)
        words = after(content, self._icon_width(), rtl=rtl)
        ink = look().colour(dress.ink)
        if with_key:
            caps = caps_width(self._caps)
            words = after(words, 0, rtl=rtl)
            place = from_start(content, wide - caps, caps, rtl=rtl)
            paint_caps(painter, place, self._caps, ink)
            words = from_start(words, 0, words.width() - caps - self._gap(), rtl=rtl)
        painter.setPen(ink)
        draw_line(painter, words, self.text(), self._face())

    def _paint_icon(self, painter: QtGui.QPainter, place: QtCore.QRect, dress: Dress) -> None:
        if self._busy and self._turning.shows:
            paint_spinner(painter, place, self._turning.angle, look().colour(dress.icon))
        elif self._icon_name:
            painter.drawPixmap(place.topLeft(), look().pixmap(self._icon_name, dress.icon, _ICON))

    def _dress(self) -> Dress:
        raise NotImplementedError

    def _hovered(self) -> bool:
        return self.isEnabled() and self.underMouse() and not self._busy

    def _content_width(self, *, with_key: bool = True) -> int:
        caps = caps_width(self._caps) + self._gap() if self._caps and with_key else 0
        return self._icon_width() + self._text_width() + caps

    def _icon_width(self) -> int:
        has_icon = bool(self._icon_name) or (self._busy and self._turning.shows)
        return look().px(_ICON) + self._gap() if has_icon else 0

    def _text_width(self) -> int:
        return self._face().metrics.horizontalAdvance(self.text()) + 1

    def _face(self) -> Face:
        return face("dense" if self._small else "button", self._weight)

    def _height(self) -> int:
        return look().px(_SMALL_HEIGHT if self._small else _HEIGHT)

    def _pad(self) -> int:
        return look().px(_SMALL_PAD if self._small else _PAD)

    def _gap(self) -> int:
        return look().px(_SMALL_GAP if self._small else _GAP)
