"""The review tab: checklist, document and changes side by side; changes are a drawer where it is narrow."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.language.window import Words
from desktop.services.changes import Baseline
from desktop.views.desk import Desk
from desktop.views.dossier.history import Act
from desktop.views.dossier.presenter import DossierPresenter
from desktop.views.dossier.review.changes import SeenChanges
from desktop.views.dossier.review.changes_pane import ChangesPane
from desktop.views.dossier.review.checklist_pane import ChecklistPane
from desktop.views.dossier.review.viewer_pane import ViewerPane
from desktop.views.theme.look import look

SIZES = "dossier.panes"
NARROW = 1440
"""A window below this width shows the changes as a drawer."""
_WIDE = 1680
_WIDTHS = {"wide": (540, 340), "usual": (508, 312), "narrow": (460, 312)}
_LEAST_CHECKLIST, _LEAST_VIEWER, _LEAST_CHANGES = 380, 320, 260


class ReviewPane(QtWidgets.QWidget):
    """Three panes that keep the widths a person gave them. Signals: `narrowed()` the drawer came or went."""

    narrowed = QtCore.Signal()

    def __init__(self, desk: Desk, presenter: DossierPresenter, words: Words) -> None:
        super().__init__()
        self._desk, self._presenter = desk, presenter
        self.checklist = ChecklistPane(presenter, words, desk.person.name)
        self.viewer = ViewerPane(desk, words, presenter.dossier_id)
        self.changes = ChangesPane(words, SeenChanges(desk, presenter.dossier_id))
        self.splitter = QtWidgets.QSplitter(QtCore.Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(1)
        for pane, least in (
            (self.checklist, _LEAST_CHECKLIST),
            (self.viewer, _LEAST_VIEWER),
            (self.changes, _LEAST_CHANGES),
        ):
            pane.setMinimumWidth(look().px(least))
            self.splitter.addWidget(pane)
        self.splitter.setStretchFactor(1, 1)
        self.splitter.splitterMoved.connect(self._moved)
        column = QtWidgets.QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.splitter)
        self._is_narrow: bool | None = None
        self._was_moved = False
        self._connect()

    @property
    def is_narrow(self) -> bool:
        """Whether the changes are a drawer."""
        return bool(self._is_narrow)

    def show_review(self) -> None:
        """Show everything anew."""
        review = self._presenter.review
        self.checklist.show_review()
        self.changes.show_changes(review.page, review.desk)
        words = self._presenter.words
        self.viewer.show_desk(review.desk, words, may_mark=review.may_judge)
        self._show_item_in_viewer()

    def show_item(self) -> None:
        """Another item is at hand."""
        self.checklist.show_item()
        self._show_item_in_viewer()

    def show_history(self, acts: Sequence[Act], count: int) -> None:
        """Show how it came to this."""
        self.changes.show_history(acts, count)

    def next_change(self) -> None:
        """Go to the next change, opening the drawer where there is one."""
        if self.is_narrow and not self.changes.isVisible():
            self.open_drawer()
        change = self.changes.next_change()
        if change is not None and change.items:
            self._presenter.review.choose(change.items[0])

    def toggle_drawer(self) -> None:
        """Open the drawer, or put it away."""
        if self.changes.isVisible():
            self.close_drawer()
        else:
            self.open_drawer()

    def open_drawer(self) -> None:
        """Show the changes over the viewer."""
        self.changes.show()
        self.changes.raise_()
        self._place_drawer()

    def close_drawer(self) -> None:
        """Put the drawer away."""
        if self.is_narrow:
            self.changes.hide()
            self.checklist.list.setFocus()

    def panes(self) -> list[QtWidgets.QWidget]:
        """Where F6 goes."""
        return [self.checklist.list, self.viewer.viewer, self.changes]

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Three panes where there is room for them, else two and a drawer."""
        super().resizeEvent(event)
        narrow = self.window().width() < look().px(NARROW)
        if narrow != self._is_narrow:
            self._is_narrow = narrow
            self._arrange()
            self.narrowed.emit()
        self._place_drawer()

    # --- within

    def _show_item_in_viewer(self) -> None:
        review = self._presenter.review
        code = review.current
        if code is not None:
            self.viewer.show_item(code, review.page, review.desk, self._presenter.words, review.marks(code))

    def _arrange(self) -> None:
        self.changes.set_drawer(is_drawer=self.is_narrow)
        if self.is_narrow:
            self.changes.setParent(self)
            self.changes.hide()
        elif self.changes.parent() is self:
            self.splitter.addWidget(self.changes)
            self.changes.show()
        kind = self._kind()
        checklist, changes = self._kept().get(kind, [look().px(width) for width in _WIDTHS[kind]])
        viewer = max(self.width() - checklist - (0 if self.is_narrow else changes), 1)
        self.splitter.setSizes([checklist, viewer, changes])

    def _place_drawer(self) -> None:
        if not self.is_narrow:
            return
        wide = look().px(_WIDTHS["narrow"][1])
        left = 0 if look().rtl else self.width() - wide
        self.changes.setGeometry(left, 0, wide, self.height())

    def _kind(self) -> str:
        if self.is_narrow:
            return "narrow"
        return "wide" if self.window().width() >= look().px(_WIDE) else "usual"

    def remember(self) -> None:
        """Keep the widths a person gave, and how he looked at the documents."""
        self.viewer.remember()
        if self._was_moved:
            sizes, kind = self.splitter.sizes(), self._kind()
            changes = look().px(_WIDTHS[kind][1]) if self.is_narrow else sizes[-1]
            self._desk.preferences.set(SIZES, {**self._kept(), kind: [sizes[0], changes]})

    def _moved(self) -> None:
        self._was_moved = True

    def _kept(self) -> dict[str, list[int]]:
        kept: dict[str, list[int]] = self._desk.preferences.get(SIZES, {})
        return kept

    def _connect(self) -> None:
        review, changes = self._presenter.review, self.changes
        changes.item_wanted.connect(review.choose)
        changes.document_wanted.connect(review.look_at)
        changes.baseline_wanted.connect(lambda code: self._presenter.compare_with(Baseline(code)))
        changes.closed.connect(self.close_drawer)
        self.viewer.marked.connect(review.mark)
        self.viewer.pin_chosen.connect(review.choose_mark)
        self.viewer.differed.connect(changes.show_pages)
        self.checklist.card.pin_opened.connect(self.viewer.viewer.show_pin)
        self.checklist.card.pin_wanted.connect(self.viewer.viewer.toggle_marking)
