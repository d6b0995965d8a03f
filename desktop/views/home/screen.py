"""The home page: three columns of plain lists; every number leads to the list it counts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6 import QtWidgets

from desktop.views.home.parts import PartView
from desktop.views.home.presenter import HomePresenter, Part
from desktop.views.layouts import empty
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.label import Label

if TYPE_CHECKING:
    from desktop.views.desk import Desk
    from desktop.views.navigation import Route


class HomeScreen(Screen):
    """What waits for this person."""

    code = "home"

    def __init__(self, desk: "Desk", route: "Route") -> None:
        super().__init__(desk, route)
        on_ground(self, "surface")
        self.presenter = HomePresenter(desk, self)
        worn = look()
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(worn.px(24), worn.px(16), worn.px(24), worn.px(16))
        whole.setSpacing(worn.px(16))
        whole.addWidget(Label(self.text("greeting", name=desk.person.name), "h1"))
        self._columns = QtWidgets.QHBoxLayout()
        self._columns.setSpacing(worn.px(32))
        whole.addLayout(self._columns, 1)
        self.parts: list[PartView] = []
        self.refresh()

    def commands(self) -> Sequence[Command]:
        """Numbers open the first nine links."""
        return ()

    def refresh(self) -> None:
        """Count again."""
        self.presenter.load(self.desk.messages.show)

    def show_parts(self, columns: Sequence[Sequence[Part]]) -> None:
        """The page has been read."""
        empty(self._columns)
        self.parts = []
        for parts in columns:
            column = QtWidgets.QVBoxLayout()
            column.setSpacing(look().px(20))
            for part in parts:
                view = PartView(part, self.desk.go)
                self.parts.append(view)
                column.addWidget(view)
            column.addStretch(1)
            self._columns.addLayout(column, 1)

    def first_focus(self) -> QtWidgets.QWidget:
        """The first link."""
        return next((link for part in self.parts for link in part.links), self)
