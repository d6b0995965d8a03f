"""All long work of this window: what runs, what ended and how, and the office's daily round."""

from collections.abc import Sequence

from PySide6 import QtCore, QtWidgets

from desktop.models.vocabulary import Role
from desktop.views.desk import Desk
from desktop.views.layouts import empty
from desktop.views.navigation import Route
from desktop.views.screen import Command, Screen
from desktop.views.shell.daily_round import start_round
from desktop.views.shell.grounds import on_ground
from desktop.views.shell.jobs_panel import JobLine
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins

WIDTH = 720
_LEADING = frozenset({Role.SUPERVISOR, Role.MANAGER, Role.ADMINISTRATOR})


class JobsScreen(Screen):
    """What the panel shows, whole."""

    code = "jobs_page"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        on_ground(self, "surface")
        head = QtWidgets.QHBoxLayout()
        head.addWidget(Label(self.text("title"), "h1"))
        head.addStretch(1)
        if self._may_go_round():
            go = SecondaryButton(self.text("command.round"), icon="refresh", key="R")
            go.clicked.connect(self._go_round)
            head.addWidget(go)
        self._lines = QtWidgets.QVBoxLayout()
        self._lines.setSpacing(look().px(14))
        inside = QtWidgets.QWidget()
        inside.setMaximumWidth(look().px(WIDTH))
        inside.setLayout(self._lines)
        whole = QtWidgets.QVBoxLayout(self)
        set_margins(whole, 16, 12, 16, 12)
        whole.setSpacing(look().px(16))
        whole.addLayout(head)
        whole.addWidget(Label(self.text("round_help"), "caption", 400, "text3", wraps=True))
        whole.addWidget(inside, 1)
        desk.jobs.changed.connect(self._follow)
        self._follow()

    def commands(self) -> Sequence[Command]:
        """The daily round."""
        closed = None if self._may_go_round() else self.text("round_not_yours")
        return [Command("round", "R", self._go_round, lambda: closed)]

    def interested_in(self, changes: frozenset[tuple[str, int]]) -> bool:  # noqa: ARG002 - jobs tell themselves
        """Jobs announce how far they are by a signal of their own."""
        return False

    @QtCore.Slot()
    def _follow(self) -> None:
        empty(self._lines)
        if not self.desk.jobs.jobs:
            self._lines.addWidget(EmptyState(self.text("none")))
        for job in self.desk.jobs.jobs:
            self._lines.addWidget(JobLine(self.desk, job))
        self._lines.addStretch(1)

    def _may_go_round(self) -> bool:
        return not _LEADING.isdisjoint(self.desk.person.roles)

    def _go_round(self) -> None:
        start_round(self.desk)
