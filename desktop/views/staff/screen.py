"""The office's people: a list, the chosen one at the side, and what each role lets its people do."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtWidgets

from desktop.views.desk import Desk
from desktop.views.layouts import empty
from desktop.views.navigation import Route
from desktop.views.records.cells import Column
from desktop.views.records.list import RecordList
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import Line, on_ground
from desktop.views.staff.hiring_dialog import HiringDialog
from desktop.views.staff.matrix import PermissionMatrix
from desktop.views.staff.person_panel import PersonPanel
from desktop.views.staff.presenter import StaffPresenter
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import PrimaryButton
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.tabs import Tabs

PEOPLE, ROLES = "people", "roles"
PANEL = 380
_CONCERNED = frozenset({"person", "person_role", "dossier"})


class StaffScreen(Screen):
    """People and roles of the embedded office; only its administrators open it."""

    code = "staff"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        self._presenter = StaffPresenter(desk, self)
        on_ground(self, "surface")
        self.list = RecordList(self._columns(), self.text("title"))
        self.list.chosen.connect(self._choose)
        self._matrix = QtWidgets.QVBoxLayout()
        self.panel = PersonPanel(desk, self._presenter)
        self.panel.setFixedWidth(look().px(PANEL))
        self._pages = QtWidgets.QStackedWidget()
        self._pages.addWidget(self._people_page())
        matrix = QtWidgets.QWidget()
        matrix.setLayout(self._matrix)
        self._pages.addWidget(matrix)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        whole.addWidget(self._pages, 1)
        self.refresh()

    def commands(self) -> Sequence[Command]:
        """What can be done with people."""
        return [
            Command("next", "J", lambda: self.list.step(1)),
            Command("previous", "K", lambda: self.list.step(-1)),
            Command("add", "A", self._hire),
            Command("disable", "D", self.panel.ask_to_disable, self.panel.why_not_disabled),
        ]

    def refresh(self) -> None:
        """Read everybody again."""
        self._presenter.read(self._show)

    def interested_in(self, changes: frozenset[tuple[str, int]]) -> bool:
        """People, their roles, and what they hold."""
        return any(noun in _CONCERNED for noun, _ in changes)

    def kept(self) -> dict[str, Any]:
        """Who was chosen."""
        return {"chosen": self.list.chosen_key}

    def restore(self, kept: dict[str, Any]) -> None:
        """Choose him again."""
        self.list.choose(kept.get("chosen"))

    def first_focus(self) -> QtWidgets.QWidget:
        """The list."""
        return self.list

    def panes(self) -> Sequence[QtWidgets.QWidget]:
        """List and side."""
        return [self.list, self.panel]

    def _columns(self) -> list[Column]:
        return [
            Column("name", self.text("column.name"), 220),
            Column("roles", self.text("column.roles")),
            Column("state", self.text("column.state"), 120),
            Column("claims", self.text("column.claims"), 100, goes=True),
            Column("last", self.text("column.last"), 160, goes=True),
        ]

    def _head(self) -> QtWidgets.QLayout:
        head = QtWidgets.QHBoxLayout()
        set_margins(head, 16, 8, 16, 0)
        head.addWidget(Label(self.text("title"), "h1"))
        head.addSpacing(look().px(24))
        tabs = Tabs([(PEOPLE, self.text("tab.people"), ""), (ROLES, self.text("tab.roles"), "")])
        tabs.shown.connect(lambda code: self._pages.setCurrentIndex(int(code == ROLES)))
        head.addWidget(tabs)
        head.addStretch(1)
        add = PrimaryButton(self.text("command.add"), icon="plus", key="A")
        add.clicked.connect(self._hire)
        head.addWidget(add)
        return head

    def _people_page(self) -> QtWidgets.QWidget:
        page = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(page)
        set_margins(row, 0, 8, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 1)
        row.addWidget(Line())
        row.addWidget(self.panel)
        return page

    def _show(self) -> None:
        self.list.show_rows(self._presenter.rows())
        self.panel.show_person()
        if (staff := self._presenter.staff) is not None:
            empty(self._matrix)
            self._matrix.addWidget(PermissionMatrix(self.desk, staff.permissions))

    def _choose(self, person_id: int | None) -> None:
        self._presenter.choose(person_id)
        self.panel.show_person()
        self.head_changed.emit()

    def _hire(self) -> None:
        HiringDialog(self.desk, self._presenter, self).open()
