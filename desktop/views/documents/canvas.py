"""The canvas: a page in its frame with the marks on it, moved, magnified and marked by mouse and keys."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.documents.marking import Marking
from desktop.views.documents.page_frame import BOTTOM, PageFrame
from desktop.views.documents.page_marks import (
    DIM,
    disc_rect,
    paint_differences,
    paint_pins,
    paint_region,
    pin_rect,
)
from desktop.views.documents.page_picture import Picture
from desktop.views.documents.pins import Pin
from desktop.views.documents.placement import Placement
from desktop.views.documents.renderer import Renderer
from desktop.views.keys import chord_of
from desktop.views.theme.look import look
from desktop.views.theme.tokens import LIGHT

_RING: Final = 2
_NOTCH: Final = 120
"""What a wheel reports for one of its notches."""
_NOTCHES_TO_TURN: Final = 2
"""Past the end of a page the wheel turns it, but not with its last swing."""
_SCROLLS: Final = {"Left": (-1, 0), "Right": (1, 0), "Up": (0, -1), "Down": (0, 1)}
_DRAG_BEGINS: Final = 4
_QT = QtCore.Qt


class Canvas(PageFrame):
    """A page with marks on it.

    Signals besides those of the frame: `region_marked(int, QRectF)` page and place of the upright page,
    `pin_activated(int)`.
    """

    region_marked = QtCore.Signal(int, QtCore.QRectF)
    pin_activated = QtCore.Signal(int)

    def __init__(self, renderer: Renderer, parent: QtWidgets.QWidget | None = None) -> None:
        super().__init__(renderer, parent)
        self.setFocusPolicy(_QT.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.marking = Marking(self)
        self.marking.changed.connect(self._marking_changed)
        self.marking.marked.connect(lambda place: self.region_marked.emit(self.shown_page, place))
        self._pins: Sequence[Pin] = ()
        self._chosen_pin: int | None = None
        self._differences: Sequence[QtCore.QRectF] = ()
        self._difference_label = ""
        self._pressed_at: QtCore.QPoint | None = None
        self._is_panning = False
        self._overrun = 0
        self._keys: dict[str, Callable[[], object]] = {
            "+": lambda: self.zoom_by(1),
            "-": lambda: self.zoom_by(-1),
            "0": lambda: self.zoom_to("width"),
            "Ctrl+R": self.rotate,
            "Ctrl+Shift+R": lambda: self.rotate(-90),
            "PgDn": lambda: self.go_to(self.view.page + 1),
            "PgUp": lambda: self.go_to(self.view.page - 1),
            "Home": lambda: self.go_to(1),
            "End": lambda: self.go_to(self.page_count),
        }

    def set_pins(self, pins: Sequence[Pin], chosen: int | None = None) -> None:
        """The pins of the page that is shown."""
        self._pins, self._chosen_pin = pins, chosen
        self.viewport().update()

    def set_differences(self, places: Sequence[QtCore.QRectF], label: str = "") -> None:
        """Where the page that is shown differs from another version."""
        self._differences, self._difference_label = places, label
        self.viewport().update()

    def pin_at(self, at: QtCore.QPointF) -> Pin | None:
        """The pin under a point, the topmost first."""
        placement = self.placement()
        for pin in reversed(self._pins):
            rect = pin_rect(placement, pin)
            if rect.contains(at) or disc_rect(rect).contains(at):
                return pin
        return None

    # --- keys -----------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QtGui.QKeyEvent) -> None:
        """Magnify, turn, scroll; arrows draw while marking is on."""
        if self.marking.is_on and self.marking.key(self.placement(), event):
            return
        chord = chord_of(event)
        if chord in self._keys:
            self._keys[chord]()
        elif chord in _SCROLLS:
            across, down = (way * self.verticalScrollBar().singleStep() for way in _SCROLLS[chord])
            self.scroll_by(across, down)
        else:
            event.ignore()

    def focusInEvent(self, event: QtGui.QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QtGui.QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.viewport().update()

    # --- mouse ----------------------------------------------------------------------------------------------

    def wheelEvent(self, event: QtGui.QWheelEvent) -> None:
        """Scroll; with Ctrl magnify round the pointer; past the end of the page turn it."""
        notches = event.angleDelta().y() / _NOTCH
        if event.modifiers() & _QT.KeyboardModifier.ControlModifier:
            if notches:
                self.zoom_by(1 if notches > 0 else -1, event.position())
            return
        sideways = bool(event.modifiers() & _QT.KeyboardModifier.ShiftModifier)
        moved = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 2
        if sideways and not moved.x():
            moved = moved.transposed()
        if self.scroll_by(-moved.x(), -moved.y()) or sideways:
            self._overrun = 0
        else:
            self._run_over(event.angleDelta().y())

    def _run_over(self, angle: int) -> None:
        self._overrun = self._overrun + angle if self._overrun * angle >= 0 else angle
        if abs(self._overrun) < _NOTCHES_TO_TURN * _NOTCH:
            return
        self._overrun = 0
        if angle < 0:
            self.go_to(self.view.page + 1)
        else:
            self.go_to(self.view.page - 1, BOTTOM)

    def mousePressEvent(self, event: QtGui.QMouseEvent) -> None:
        """Begin to mark, or to move the page."""
        if event.button() == _QT.MouseButton.LeftButton and self.shown_page:
            self._pressed_at = event.position().toPoint()
            if self.marking.is_on:
                self.marking.press(event.position())

    def mouseMoveEvent(self, event: QtGui.QMouseEvent) -> None:
        """Mark, move the page, or show what can be pressed."""
        if self._pressed_at is None:
            self._show_cursor(event.position())
        elif self.marking.is_on:
            self.marking.drag(self.placement(), event.position())
        else:
            self._pan(event.position().toPoint())

    def mouseReleaseEvent(self, event: QtGui.QMouseEvent) -> None:
        """Finish a mark; a press without a move opens the pin."""
        was_panning, pressed = self._is_panning, self._pressed_at is not None
        self._pressed_at, self._is_panning = None, False
        if self.marking.is_on:
            self.marking.release(self.placement())
        elif pressed and not was_panning and (pin := self.pin_at(event.position())) is not None:
            self.pin_activated.emit(pin.id)
        self._show_cursor(event.position())

    def viewportEvent(self, event: QtCore.QEvent) -> bool:
        """Say what a pin proves."""
        if event.type() == QtCore.QEvent.Type.ToolTip and isinstance(event, QtGui.QHelpEvent):
            pin = self.pin_at(QtCore.QPointF(event.pos()))
            QtWidgets.QToolTip.showText(event.globalPos(), pin.told if pin else "", self)
            return True
        return super().viewportEvent(event)

    def _pan(self, at: QtCore.QPoint) -> None:
        pressed = self._pressed_at or at
        if self._is_panning or (at - pressed).manhattanLength() >= _DRAG_BEGINS:
            self._is_panning = True
            self.viewport().setCursor(_QT.CursorShape.ClosedHandCursor)
            self.scroll_by(pressed.x() - at.x(), pressed.y() - at.y())
            self._pressed_at = at

    def _show_cursor(self, at: QtCore.QPointF) -> None:
        shape = _QT.CursorShape
        if self.marking.is_on:
            cursor = shape.CrossCursor
        elif self.pin_at(at):
            cursor = shape.PointingHandCursor
        else:
            movable = any(bar.maximum() for bar in (self.horizontalScrollBar(), self.verticalScrollBar()))
            cursor = shape.OpenHandCursor if movable else shape.ArrowCursor
        self.viewport().setCursor(cursor)

    def _marking_changed(self) -> None:
        if self.marking.is_on and not self._pressed_at:
            self.viewport().setCursor(_QT.CursorShape.CrossCursor)
        self.viewport().update()

    # --- painting -------------------------------------------------------------------------------------------

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Page, marks, and the ring when the canvas has the keyboard."""
        painter = QtGui.QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), look().colour("sunken"))
        if self.shown_page and self.picture.whole is not None:
            placement = self.placement()
            self._paint_page(painter, placement, self.picture.whole)
            paint_differences(painter, placement, self._differences, self._difference_label)
            paint_pins(painter, placement, self._pins, self._chosen_pin)
            region = self.marking.rect(placement)
            if region is not None:
                paint_region(painter, region)
        if self.hasFocus():
            inside = QtCore.QRectF(self.viewport().rect()).adjusted(1, 1, -1, -1)
            painter.setPen(QtGui.QPen(look().colour("focus"), _RING))
            painter.drawRect(inside)

    def _paint_page(self, painter: QtGui.QPainter, placement: Placement, whole: Picture) -> None:
        paint_picture(painter, placement.rect, whole)
        part = self.picture.part
        if part is not None and (part.page, part.drawing.rotation) == (whole.page, whole.drawing.rotation):
            paint_picture(painter, placement.rect, part)
        if look().is_dark:
            painter.fillRect(placement.rect, DIM)
        painter.setPen(QtGui.QColor(LIGHT["borderStrong"]))
        painter.drawRect(placement.rect.toRect().adjusted(-1, -1, 0, 0))


def paint_picture(painter: QtGui.QPainter, page: QtCore.QRectF, picture: Picture) -> None:
    """A picture of a page or a part of it; smoothed only where its pixels are not those of the screen."""
    drawing = picture.drawing
    across, down = page.width() / drawing.page_width, page.height() / drawing.page_height
    target = QtCore.QRectF(
        *(page.x() + drawing.left * across, page.y() + drawing.top * down),
        *(drawing.width * across, drawing.height * down),
    )
    ratio = painter.device().devicePixelRatioF()
    is_exact = abs(target.width() * ratio - drawing.width) < 1
    if is_exact:
        target.setSize(QtCore.QSizeF(drawing.width, drawing.height) / ratio)
    painter.setRenderHint(QtGui.QPainter.RenderHint.SmoothPixmapTransform, on=not is_exact)
    painter.drawImage(target, picture.image)
