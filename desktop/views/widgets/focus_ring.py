"""Shows where the keyboard is: a ring one pixel outside the control that has it, on whatever window."""

from PySide6 import QtCore, QtGui, QtWidgets
from shiboken6 import isValid

from desktop.views.theme.look import look
from desktop.views.widgets.strokes import RADIUS, box

_GAP, _THICK = 1, 2


def ringed(widget: QtWidgets.QWidget, radius: int = RADIUS, around: QtWidgets.QWidget | None = None) -> None:
    """Show the ring when `widget` has the keyboard, round itself or the control it is part of."""
    widget.setProperty("ringRadius", radius)
    widget.setProperty("ringAround", around)
    app = QtWidgets.QApplication.instance()
    if isinstance(app, QtWidgets.QApplication) and app.findChild(_Watch) is None:
        _Watch(app)


class FocusRing(QtWidgets.QFocusFrame):
    """The ring itself; it follows its widget wherever that goes."""

    def __init__(self, window: QtWidgets.QWidget) -> None:
        super().__init__(window)
        self.setStyle(_RingStyle(self))
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """Two pixels along the edge; what lies between ring and control stays as it is."""
        radius = self.widget().property("ringRadius")
        corner = look().px(RADIUS if radius is None else radius) + _GAP + _THICK / 2
        painter = QtGui.QPainter(self)
        box(painter, self.rect(), None, look().colour("focus"), radius=corner, thick=_THICK)


class _RingStyle(QtWidgets.QProxyStyle):
    """Tells the frame how far outside its widget it lies, and never cuts it to another shape."""

    def __init__(self, owner: QtCore.QObject) -> None:
        super().__init__("Fusion")
        self.setParent(owner)

    def pixelMetric(
        self,
        metric: QtWidgets.QStyle.PixelMetric,
        option: QtWidgets.QStyleOption | None = None,
        widget: QtWidgets.QWidget | None = None,
    ) -> int:
        """Gap and thickness together on every side."""
        frame = QtWidgets.QStyle.PixelMetric
        if metric in {frame.PM_FocusFrameHMargin, frame.PM_FocusFrameVMargin}:
            return _GAP + _THICK
        return super().pixelMetric(metric, option, widget)

    def styleHint(
        self,
        hint: QtWidgets.QStyle.StyleHint,
        option: QtWidgets.QStyleOption | None = None,
        widget: QtWidgets.QWidget | None = None,
        returnData: QtWidgets.QStyleHintReturn | None = None,  # noqa: N803 - Qt's name
    ) -> int:
        """No mask, which would cut the round corners; above the widget, or its parent would cut the ring."""
        hints = QtWidgets.QStyle.StyleHint
        if hint in {hints.SH_FocusFrame_Mask, hints.SH_FocusFrame_AboveWidget}:
            return int(hint == hints.SH_FocusFrame_AboveWidget)
        return super().styleHint(hint, option, widget, returnData)


class _Watch(QtCore.QObject):
    """Moves the one ring of the application to whatever has the keyboard and wants it shown."""

    def __init__(self, app: QtWidgets.QApplication) -> None:
        super().__init__(app)
        self._ring: FocusRing | None = None
        app.focusChanged.connect(self._move)

    def _move(self, _before: QtWidgets.QWidget | None, now: QtWidgets.QWidget | None) -> None:
        if now is None or now.property("ringRadius") is None:
            if self._ring is not None and isValid(self._ring):
                self._ring.setWidget(None)  # type: ignore[arg-type]  # Qt takes None to let go
            return
        if self._ring is None or not isValid(self._ring):
            self._ring = FocusRing(now.window())
        around = now.property("ringAround")
        target = around if isinstance(around, QtWidgets.QWidget) else now
        target.setProperty("ringRadius", now.property("ringRadius"))
        self._ring.setWidget(target)
