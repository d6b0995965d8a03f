"""Keeps the heading of the group in sight over its rows while the list is scrolled."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.dossier_list.delegate import HEADING, paint_heading
from desktop.views.theme.look import look

if TYPE_CHECKING:
    from desktop.views.dossier_list.groups import Heading
    from desktop.views.dossier_list.view import DossierList


class StickyHeading(QtWidgets.QWidget):
    """Signals: `folded(str)` when it was clicked: the code of its group."""

    folded = QtCore.Signal(str)

    def __init__(self, over: "DossierList") -> None:
        super().__init__(over)
        self._list = over
        self._heading: Heading | None = None
        self.hide()

    def follow(self) -> None:
        """Show the heading of the topmost row, unless the heading itself is there."""
        rows, top = self._list.table.rows, self._list.rowAt(0)
        heading = rows.heading_over(top) if top >= 0 else None
        own = None if heading is None else rows.row_of_heading(heading.group.code)
        covers = own is not None and self._list.rowViewportPosition(own) < 0
        self._heading = heading if covers else None
        self.setVisible(covers)
        if covers:
            self._place(top)
            self.update()

    def covered(self) -> int:
        """How much of the top of the list it covers."""
        return self.height() if self.isVisible() else 0

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The heading as it is painted among the rows."""
        if self._heading is not None:
            paint_heading(QtGui.QPainter(self), self.rect(), self._heading)

    def mousePressEvent(self, _event: QtGui.QMouseEvent) -> None:
        """Close the group."""
        if self._heading is not None:
            self.folded.emit(self._heading.group.code)

    def _place(self, top: int) -> None:
        height, viewport = look().px(HEADING), self._list.viewport()
        following = next((row for row in self._list.table.rows.headings if row > top), None)
        # The next heading pushes it out.
        pushed = height if following is None else min(self._list.rowViewportPosition(following), height)
        self.setGeometry(viewport.x(), viewport.y() + pushed - height, viewport.width(), height)
