"""Lays small things out in lines from the start, breaking where the room ends."""

from PySide6 import QtCore, QtWidgets

from desktop.views.theme.look import look


class Flow(QtWidgets.QLayout):
    """Things side by side, and below each other where they no longer fit."""

    def __init__(self, gap: int) -> None:
        super().__init__()
        self._items: list[QtWidgets.QLayoutItem] = []
        self._gap = look().px(gap)

    def addItem(self, item: QtWidgets.QLayoutItem) -> None:
        """Put something behind the others."""
        self._items.append(item)

    def count(self) -> int:
        """How many things there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QtWidgets.QLayoutItem | None:  # type: ignore[override]
        """The thing at a place, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QtWidgets.QLayoutItem | None:  # type: ignore[override]
        """Take a thing out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """Narrower is higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at this width."""
        return self._arrange(QtCore.QRect(0, 0, width, 0), moves=False)

    def sizeHint(self) -> QtCore.QSize:
        """All in one line."""
        sizes = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in sizes) + self._gap * max(0, len(sizes) - 1)
        return QtCore.QSize(width, max((size.height() for size in sizes), default=0))

    def minimumSize(self) -> QtCore.QSize:
        """Room for the widest alone."""
        sizes = [item.minimumSize() for item in self._items if not item.isEmpty()]
        return QtCore.QSize(
            max((size.width() for size in sizes), default=0),
            max((size.height() for size in sizes), default=0),
        )

    def setGeometry(self, rect: QtCore.QRect) -> None:
        """Put everything in its place."""
        super().setGeometry(rect)
        self._arrange(rect, moves=True)

    def _arrange(self, rect: QtCore.QRect, *, moves: bool) -> int:
        across, down, line = 0, 0, 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if across and across + size.width() > rect.width():
                across, down, line = 0, down + line + self._gap, 0
            if moves:
                left = rect.right() + 1 - across - size.width() if look().rtl else rect.left() + across
                item.setGeometry(QtCore.QRect(left, rect.top() + down, size.width(), size.height()))
            across += size.width() + self._gap
            line = max(line, size.height())
        return down + line
