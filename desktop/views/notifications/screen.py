"""The list behind the bell: what others did with one's own dossiers, and what can still be taken back."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6 import QtWidgets

from desktop.views.desk import Desk
from desktop.views.layouts import empty
from desktop.views.navigation import Route, route
from desktop.views.notifications.presenter import NotificationsPresenter
from desktop.views.records.cells import Column
from desktop.views.records.list import RecordList
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import on_ground
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins


class NotificationsScreen(Screen):
    """Only the person's own news."""

    code = "notifications"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        self._presenter = NotificationsPresenter(desk, self)
        on_ground(self, "surface")
        widths = {"what": 0, "dossier": 260, "kind": 150, "at": 150}
        columns = [
            Column(code, self.text(f"column.{code}"), wide, goes=code == "kind")
            for code, wide in widths.items()
        ]
        self.list = RecordList(columns, self.text("title"))
        self.list.opened.connect(self._open)
        self._held = QtWidgets.QVBoxLayout()
        self._empty = EmptyState(self.text("empty"))
        self._stack = QtWidgets.QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        head = QtWidgets.QHBoxLayout()
        set_margins(head, 16, 12, 16, 10)
        head.addWidget(Label(self.text("title"), "h1"))
        head.addStretch(1)
        read = SecondaryButton(self.text("command.read"), icon="check", key="R")
        read.clicked.connect(self._mark_read)
        head.addWidget(read)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(self._held)
        whole.addWidget(self._stack, 1)
        self.refresh()

    def commands(self) -> Sequence[Command]:
        """Walking, opening, marking read."""
        return [
            Command("next", "J", lambda: self.list.step(1)),
            Command("previous", "K", lambda: self.list.step(-1)),
            Command("open", "O", lambda: self._open(self.list.chosen_key)),
            Command("read", "R", self._mark_read),
        ]

    def refresh(self) -> None:
        """Read the news again."""
        self._presenter.read(self._show)

    def kept(self) -> dict[str, Any]:
        """Which line was chosen."""
        return {"chosen": self.list.chosen_key}

    def restore(self, kept: dict[str, Any]) -> None:
        """Choose it again."""
        self.list.choose(kept.get("chosen"))

    def first_focus(self) -> QtWidgets.QWidget:
        """The list."""
        return self.list

    def _show(self) -> None:
        board = self._presenter.board
        self._stack.setCurrentWidget(self.list if board.rows else self._empty)
        self.list.show_rows(board.rows)
        empty(self._held)
        for held in board.held:
            undo = (self.text("undo"), partial(self._presenter.undo, held))
            self._held.addWidget(Banner("blue", self.text("held", number=held.number), [undo]))

    def _open(self, key: int | None) -> None:
        dossier_id = self._presenter.dossier_of(key)
        if dossier_id is not None:
            self.desk.go(route("dossier", id=dossier_id))

    def _mark_read(self) -> None:
        self._presenter.mark_all_read(self.refresh)
