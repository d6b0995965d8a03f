"""A row that goes on below when it is full, so that nothing is cut at a text scale of 200 %."""

from PySide6 import QtCore, QtWidgets

from desktop.views.theme.look import look

_GAP = 8


class Flow(QtWidgets.QLayout):
    """Widgets from the start of the line, in as many lines as the width asks for."""

    def __init__(self, parent: QtWidgets.QWidget | None = None, gap: int = _GAP, below: int = _GAP) -> None:
        super().__init__(parent)
        self._items: list[QtWidgets.QLayoutItem] = []
        self._gap, self._below = look().px(gap), look().px(below)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QtWidgets.QLayoutItem) -> None:
        """Qt hands over what was added."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QtWidgets.QLayoutItem | None:
        """The one in this place; Qt asks until there is none."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QtWidgets.QLayoutItem | None:
        """Give the one in this place away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> QtCore.Qt.Orientation:
        """It takes no more room than it needs."""
        return QtCore.Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The lines at this width."""
        return self._arrange(QtCore.QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QtCore.QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._arrange(rect, moving=True)

    def sizeHint(self) -> QtCore.QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._shown()]
        wide = sum(size.width() for size in sizes) + self._gap * max(len(sizes) - 1, 0)
        return QtCore.QSize(wide, max((size.height() for size in sizes), default=0)).grownBy(self._around())

    def minimumSize(self) -> QtCore.QSize:
        """The widest alone in a line."""
        size = QtCore.QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return size.grownBy(self._around())

    def _around(self) -> QtCore.QMargins:
        return self.contentsMargins()

    def _shown(self) -> list[QtWidgets.QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _arrange(self, rect: QtCore.QRect, *, moving: bool) -> int:
        """Go through the lines; the height they take together."""
        inside = rect.marginsRemoved(self._around())
        across, down, high = 0, 0, 0
        parent = self.parentWidget()
        rtl = parent is not None and parent.layoutDirection() == _RTL
        for item in self._shown():
            size = item.sizeHint().boundedTo(QtCore.QSize(inside.width(), item.sizeHint().height()))
            if across and across + size.width() > inside.width():
                across, down, high = 0, down + high + self._below, 0
            if moving:
                left = inside.right() + 1 - across - size.width() if rtl else inside.left() + across
                item.setGeometry(QtCore.QRect(QtCore.QPoint(left, inside.top() + down), size))
            across, high = across + size.width() + self._gap, max(high, size.height())
        return down + high + rect.height() - inside.height()


_RTL = QtCore.Qt.LayoutDirection.RightToLeft
