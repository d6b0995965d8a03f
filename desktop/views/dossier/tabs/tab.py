"""What every tab beside the review is: it reads when it is shown and whenever the dossier changed."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Texts, Words
from desktop.services.people import Actor
from desktop.views.desk import Desk
from desktop.views.dossier.presenter import DossierPresenter
from desktop.views.layouts import empty
from desktop.views.theme.look import look
from desktop.views.widgets.margins import set_margins


class Tab(QtWidgets.QWidget):
    """Override `work`, which reads, and `show_data`, which fills `columns`."""

    columns_wide: Sequence[int] = (3,)
    """How the width is shared among the columns."""

    ground = "surface"
    """The token of the ground: cards stand on the window's."""

    def __init__(self, desk: Desk, presenter: DossierPresenter) -> None:
        super().__init__()
        self.desk, self.presenter = desk, presenter
        self.setFocusPolicy(QtCore.Qt.FocusPolicy.StrongFocus)
        self.columns: list[QtWidgets.QVBoxLayout] = []
        self._is_stale = False
        self._shown: object = None
        self._area = QtWidgets.QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._area, 1)
        self._area.setWidget(self._inside())

    @property
    def words(self) -> Words:
        """What is said, with the words of the dossier's scheme."""
        return self.presenter.words

    @property
    def text(self) -> Texts:
        """The sentences of the page."""
        return self.words.of("dossier")

    def work(self, session: Any, actor: Actor) -> Any:
        """Read what the tab shows."""
        raise NotImplementedError

    def show_data(self, data: Any) -> None:
        """Show what was read."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Read again; what stands there stays until it has come."""
        self._is_stale = False
        self.desk.read(self.work, self._show, owner=self, lane="tab")

    def set_stale(self) -> None:
        """What was read is old: read again now, or when the tab is next seen."""
        self._is_stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QtGui.QShowEvent) -> None:
        """Read again what became old while nobody saw it."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()

    def above(self, widget: QtWidgets.QWidget) -> None:
        """Put something above what scrolls."""
        self._column.insertWidget(self._column.count() - 1, widget)

    def below(self, widget: QtWidgets.QWidget) -> None:
        """Put something below what scrolls."""
        self._column.addWidget(widget)

    def paintEvent(self, _event: QtGui.QPaintEvent) -> None:
        """The ground of reading."""
        QtGui.QPainter(self).fillRect(self.rect(), look().colour(self.ground))

    def show_anew(self) -> None:
        """Show it again although the same was read, because something else of the tab is different."""
        self._shown = None
        self.refresh()

    def _show(self, data: Any) -> None:
        review = self.presenter.review
        shown = (data, review.page.standing, review.desk.changes)
        if shown == self._shown:
            # What somebody is about to read or has opened stays as it is.
            return
        self._shown = shown
        bar = self._area.verticalScrollBar()
        place = bar.value()
        for column in self.columns:
            empty(column)
        self.show_data(data)
        for column in self.columns:
            column.addStretch(1)
        QtCore.QTimer.singleShot(0, self, lambda: bar.setValue(place))

    def _inside(self) -> QtWidgets.QWidget:
        inside = QtWidgets.QWidget()
        shade = inside.palette()
        shade.setColor(QtGui.QPalette.ColorRole.Window, look().colour(self.ground))
        inside.setPalette(shade)
        row = QtWidgets.QHBoxLayout(inside)
        set_margins(row, 24, 12, 24, 24)
        row.setSpacing(look().px(32))
        for share in self.columns_wide:
            column = QtWidgets.QVBoxLayout()
            column.setSpacing(look().px(4))
            self.columns.append(column)
            row.addLayout(column, share)
        return inside
