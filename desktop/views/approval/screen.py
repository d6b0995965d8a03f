"""The manager's desk as a screen: stack, detail and bar; what follows from a press is decided elsewhere."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.approval.acts import ApprovalActs
from desktop.views.approval.bar import BatchBar
from desktop.views.approval.detail_pane import WIDE, DetailPane
from desktop.views.approval.details import Detail
from desktop.views.approval.head import StackHead
from desktop.views.approval.presenter import ALL, ApprovalPresenter
from desktop.views.approval.stack_header import StackHeader
from desktop.views.approval.stack_list import StackList
from desktop.views.changes import Change
from desktop.views.desk import Desk
from desktop.views.layouts import empty
from desktop.views.navigation import Route, route
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.empty_state import EmptyState

_BESIDE = 1130
"""From this width on the detail stands beside the stack by itself; below it comes when asked for."""

_PREVIEW = "approval.preview"


class ApprovalScreen(Screen):
    """What awaits this manager's decision."""

    code = "approval"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        on_ground(self, "surface")
        self.presenter = ApprovalPresenter(desk, self)
        self._wanted: bool | None = None
        self._sought: dict[str, Any] = {}
        self._changed: set[int] = set()
        self.bar = BatchBar(self.text)
        self.head = StackHead(self.text)
        self.rows = StackList(self.presenter.marked, self.text("title"))
        self.titles = StackHeader(self.text)
        self.detail = DetailPane(self.text, self.open)
        self.acts = ApprovalActs(desk, self, self.presenter)
        self._lay_out()
        self._connect()
        self._show_empty_or_rows()
        self.head.spinner.start()
        self.presenter.load()

    # --- what a screen is

    def commands(self) -> Sequence[Command]:
        """Everything that can be done at this desk."""
        presenter, acts = self.presenter, self.acts
        return (
            Command("next", "J", lambda: self.rows.step(1)),
            Command("previous", "K", lambda: self.rows.step(-1)),
            Command("mark", "X", self.presenter.mark, presenter.why_not_mark),
            Command("open", "Enter", self.open, acts.why_nothing),
            Command("approve", "Ctrl+Enter", acts.decide, presenter.why_not_decide),
            Command("return", "R", acts.return_, acts.why_nothing),
            Command("preview", "Space", self.toggle_detail),
            Command("mark_all", "Shift+X", self.presenter.mark_all),
            Command("filter", "/", self._filter),
        )

    def hints(self) -> Sequence[str]:
        """What the status bar reminds of."""
        return ("next", "previous", "mark", "open", "approve")

    def refresh(self) -> None:
        """Read again what has changed; the rows keep their places."""
        changed, self._changed = self._changed, set()
        self.acts.heard(changed)
        self.presenter.look_again(changed or None)

    def interested_in(self, changes: frozenset[Change]) -> bool:
        """Whether a dossier may stand otherwise now."""
        self._changed |= {number for noun, number in changes if noun == "dossier"}
        return bool(self._changed)

    def kept(self) -> dict[str, Any]:
        """The row, the part, the filter, and what was marked."""
        presenter = self.presenter
        return {
            "dossier": presenter.current,
            "part": presenter.part,
            "typed": presenter.typed,
            "marked": list(presenter.marked),
            "scrolled": self.rows.verticalScrollBar().value(),
        }

    def restore(self, kept: dict[str, Any]) -> None:
        """Find it again."""
        self._sought = kept
        self.presenter.part, self.presenter.typed = kept["part"], kept["typed"]
        self.presenter.marked.put(kept["marked"])
        blocked = QtCore.QSignalBlocker(self.head.field)
        self.head.field.setText(kept["typed"])
        blocked.unblock()
        if self.presenter.is_loaded:
            self.show_stack()

    def first_focus(self) -> QtWidgets.QWidget:
        """The stack."""
        return self.rows

    def panes(self) -> Sequence[QtWidgets.QWidget]:
        """Stack, detail, bar."""
        return (self._list_pane, self.detail, self.bar)

    def decision_bar(self) -> QtWidgets.QWidget:
        """What would be decided now."""
        return self.bar

    # --- what the presenter tells

    def show_stack(self) -> None:
        """Other rows, or other marks."""
        presenter, formats = self.presenter, self.desk.words.formats
        self.head.spinner.stop()
        self._drop_banner()
        self.head.show_counts(presenter.counts(), presenter.part, formats)
        self.rows.show_lines(presenter.shown())
        self._find_again()
        self._show_empty_or_rows()
        self._show_marks()

    def show_detail(self, detail: Detail | None) -> None:
        """What is known of the row under the cursor."""
        self.detail.show_detail(detail)

    def show_failure(self, error: Exception) -> None:
        """What was read last stays, with the time it is from."""
        self.head.spinner.stop()
        since = self.desk.words.formats.clock(self.presenter.read_at)
        retry = (self.text("try_again"), self.presenter.look_again)
        self._drop_banner()
        self._banners.addWidget(Banner("amber", self.text("not_read", since=since), [retry]))
        self.desk.messages.show(error)

    # --- what is pressed

    def open(self) -> None:
        """Open the whole dossier."""
        if self.presenter.current is not None:
            self.desk.go(route("dossier", id=self.presenter.current, queue="manager"))

    def toggle_detail(self) -> None:
        """Show what the decision rests on, or leave the room to the stack."""
        self._wanted = not self.detail.isVisibleTo(self)
        self.desk.preferences.set(_PREVIEW, self._wanted)
        self._fit()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """The detail gives way where room is short."""
        super().resizeEvent(event)
        self._fit()

    # --- inside

    def _lay_out(self) -> None:
        self._list_pane = QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(self._list_pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._banners = QtWidgets.QVBoxLayout()
        self._stack = QtWidgets.QStackedWidget()
        table = QtWidgets.QWidget()
        rows = QtWidgets.QVBoxLayout(table)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.titles)
        rows.addWidget(self.rows, 1)
        self._empty = QtWidgets.QVBoxLayout()
        nothing = QtWidgets.QWidget()
        nothing.setLayout(self._empty)
        self._stack.addWidget(table)
        self._stack.addWidget(nothing)
        for widget in (self.head, self._stack):
            column.addWidget(widget, 1 if widget is self._stack else 0)
        column.insertLayout(1, self._banners)
        line = QtWidgets.QWidget()
        line.setFixedWidth(1)
        on_ground(line, "border")
        self._line = line
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self._list_pane, 1)
        row.addWidget(line)
        row.addWidget(self.detail)
        self.detail.setFixedWidth(look().px(WIDE))

    def _connect(self) -> None:
        presenter = self.presenter
        self.rows.chosen.connect(self._chosen)
        self.rows.opened.connect(self.open)
        self.rows.marking.connect(self._mark)
        self.titles.clicked.connect(lambda _checked: presenter.mark_all())
        self.head.part_chosen.connect(self._narrow)
        self.head.preview_wanted.connect(self.toggle_detail)
        self.head.field.searched.connect(self._search)
        self.bar.decided.connect(self.acts.decide)
        self.bar.returned.connect(self.acts.return_)

    def _chosen(self, dossier_id: int | None) -> None:
        self.presenter.choose(dossier_id)
        self._show_marks()

    def _mark(self) -> None:
        reason = self.presenter.why_not_mark()
        if reason is None:
            self.presenter.mark()
        else:
            self.desk.messages.refused.emit(reason)

    def _narrow(self, part: str) -> None:
        self.presenter.part = part
        self.show_stack()
        self.rows.setFocus()

    def _search(self, typed: str) -> None:
        self.presenter.typed = typed
        self.show_stack()

    def _filter(self) -> None:
        self.head.field.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.head.field.selectAll()

    def _show_marks(self) -> None:
        presenter = self.presenter
        self.rows.viewport().update()
        shown = [line for line in presenter.shown() if line.id in presenter.marked]
        ready = presenter.batch()
        state = "off" if not shown else "on" if len(shown) == len(presenter.shown()) else "some"
        self.titles.show_state(state)
        self.bar.show_batch(ready, len(presenter.marked), presenter.why_not_decide(), self.acts.why_nothing())

    def _show_empty_or_rows(self) -> None:
        has_rows = bool(self.presenter.shown()) or not self.presenter.is_loaded
        self._stack.setCurrentIndex(0 if has_rows else 1)
        empty(self._empty)
        if has_rows:
            return
        if self.presenter.waiting:
            hidden = self.text("empty.part", count=self.presenter.waiting)
            state = EmptyState(hidden, self.text("clear_filter"), "", self._clear)
        else:
            go = lambda: self.desk.go(route("queue", queue="all"))  # noqa: E731
            state = EmptyState(self.text("empty.stack"), self.text("see_all"), "", go)
        self._empty.addWidget(state)

    def _clear(self) -> None:
        self.head.field.clear()
        self.presenter.typed = ""
        self._narrow(ALL)

    def _find_again(self) -> None:
        if not self._sought:
            return
        if self.rows.choose(self._sought["dossier"]):
            self.rows.verticalScrollBar().setValue(self._sought["scrolled"])
            self._sought = {}

    def _drop_banner(self) -> None:
        empty(self._banners)

    def _fit(self) -> None:
        beside = self.width() >= look().px(_BESIDE)
        chosen = self.desk.preferences.get(_PREVIEW, True) if beside else False
        shown = chosen if self._wanted is None else self._wanted
        self.detail.setVisible(shown)
        self._line.setVisible(shown)
        self.head.preview.setChecked(shown)
        QtCore.QTimer.singleShot(0, self, self._fit_titles)

    def _fit_titles(self) -> None:
        self.titles.fit(self.rows.viewport().width())
