"""A window over the window that closes with Esc or a press beside it; palette and key sheet stand in one."""

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.theme.look import look


class Overlay(QtWidgets.QDialog):
    """Frameless, on the surface, with one thin line around; gives the keyboard back when it closes."""

    def __init__(self, window: QtWidgets.QWidget, width: int, height: int) -> None:
        super().__init__(window, QtCore.Qt.WindowType.Popup | QtCore.Qt.WindowType.FramelessWindowHint)
        self._over = window
        self.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
        room = window.size()
        self.setFixedSize(
            min(look().px(width), room.width() - look().px(32)),
            min(look().px(height), room.height() - look().px(32)),
        )

    def open_centred(self) -> None:
        """Open in the upper middle of the window."""
        room = self._over.rect()
        under = min(look().px(72), room.height() // 10, (room.height() - self.height()) // 2)
        corner = QtCore.QPoint((room.width() - self.width()) // 2, under)
        self.move(self._over.mapToGlobal(corner))
        self.show()
        self.setFocus(QtCore.Qt.FocusReason.PopupFocusReason)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """Paint the surface and the line around it."""
        painter = QtGui.QPainter(self)
        painter.setPen(QtGui.QPen(look().colour("borderStrong"), 1))
        painter.setBrush(look().colour("surface"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()
        super().paintEvent(event)
