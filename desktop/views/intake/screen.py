"""The register of arrivals: facets, a list, and at the side what became of the chosen package and why."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6 import QtWidgets

from desktop.services.intake.arrivals import ArrivalFacet
from desktop.views.desk import Desk
from desktop.views.intake.arrival_panel import ArrivalPanel
from desktop.views.intake.presenter import IntakePresenter
from desktop.views.navigation import Route, route
from desktop.views.records.cells import Column
from desktop.views.records.list import RecordList
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import Line, on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import PrimaryButton
from desktop.views.widgets.chips import FacetChip
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.search_field import SearchField

PANEL = 400
_CONCERNED = frozenset({"intake_package", "quarantine_chunk"})


class IntakeScreen(Screen):
    """Clerks and supervisors take packages here and see to those that could not be taken."""

    code = "intake"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        self._presenter = IntakePresenter(desk, self)
        on_ground(self, "surface")
        self.list = RecordList(self._columns(), self.text("title"))
        self.list.table.wanted.connect(self._fetch)
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(lambda _: self._open())
        self.panel = ArrivalPanel(desk, self._presenter)
        self.panel.setFixedWidth(look().px(PANEL))
        self.field = SearchField(self.text("search"), key="/")
        self.field.searched.connect(self._search)
        self._empty = EmptyState(self.text("empty"), self.text("command.take"), "A", self._ask_for_files)
        self._stack = QtWidgets.QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self._lay_out()
        self.refresh()

    def commands(self) -> Sequence[Command]:
        """What can be done with arrivals."""
        closed = self._presenter.why_not_again
        return [
            Command("next", "J", lambda: self.list.step(1)),
            Command("previous", "K", lambda: self.list.step(-1)),
            Command("filter", "/", self.field.setFocus),
            Command("take", "A", self._ask_for_files),
            Command("again", "R", self._presenter.take_again, closed),
            Command("aside", "D", self.panel.ask_to_set_aside, closed),
            Command("save", "E", self.panel.ask_where_to_save, closed),
        ]

    def refresh(self) -> None:
        """Read the register again."""
        self._presenter.read(self._show)

    def interested_in(self, changes: frozenset[tuple[str, int]]) -> bool:
        """Packages only."""
        return any(noun in _CONCERNED for noun, _ in changes)

    def kept(self) -> dict[str, Any]:
        """Facet, search, and the chosen arrival."""
        return {
            "facet": self._presenter.facet.value,
            "search": self._presenter.search,
            "chosen": self.list.chosen_key,
        }

    def restore(self, kept: dict[str, Any]) -> None:
        """Find them again."""
        self._presenter.facet = ArrivalFacet(kept["facet"])
        self._presenter.search = kept["search"]
        self.field.setText(kept["search"])
        self.refresh()
        self.list.choose(kept["chosen"])

    def first_focus(self) -> QtWidgets.QWidget:
        """The list."""
        return self.list

    def panes(self) -> Sequence[QtWidgets.QWidget]:
        """List and side."""
        return [self.list, self.panel]

    def _columns(self) -> list[Column]:
        widths = {"file": 0, "state": 140, "result": 170, "by": 150, "size": 100, "at": 140}
        goes = {"by", "size"}
        return [
            Column(code, self.text(f"column.{code}"), width, goes=code in goes)
            for code, width in widths.items()
        ]

    def _lay_out(self) -> None:
        head = QtWidgets.QHBoxLayout()
        set_margins(head, 16, 12, 16, 0)
        head.addWidget(Label(self.text("title"), "h1"))
        head.addStretch(1)
        take = PrimaryButton(self.text("command.take"), icon="download", key="A")
        take.clicked.connect(self._ask_for_files)
        head.addWidget(take)
        narrow = QtWidgets.QHBoxLayout()
        set_margins(narrow, 16, 10, 16, 10)
        narrow.setSpacing(look().px(8))
        self._chips = {facet: FacetChip(self.text(f"facet.{facet}")) for facet in ArrivalFacet}
        for facet, chip in self._chips.items():
            chip.clicked.connect(lambda _=False, facet=facet: self._narrow(facet))
            narrow.addWidget(chip)
        narrow.addStretch(1)
        self.field.setMaximumWidth(look().px(260))
        narrow.addWidget(self.field, 1)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._stack, 1)
        row.addWidget(Line())
        row.addWidget(self.panel)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(head)
        whole.addLayout(narrow)
        whole.addLayout(row, 1)

    def _show(self, ids: Sequence[int]) -> None:
        for count in self._presenter.counts:
            chip = self._chips[count.facet]
            chip.set_count(self.desk.words.formats.count_capped(count.count, more=count.more))
            chip.setChecked(count.facet is self._presenter.facet)
        self._stack.setCurrentWidget(self.list if len(ids) else self._empty)
        self.list.show_keys(ids)

    def _fetch(self, page: int, ids: Sequence[int]) -> None:
        self._presenter.read_page(ids, lambda rows: self._came(page, rows))

    def _came(self, page: int, rows: Any) -> None:
        self.list.table.came(page, rows)
        self._choose(self.list.chosen_key)

    def _choose(self, arrival_id: int | None) -> None:
        self._presenter.choose(arrival_id)
        self.panel.show_arrival()
        self.head_changed.emit()

    def _open(self) -> None:
        chosen = self._presenter.chosen
        if chosen is not None and chosen.dossier_id is not None:
            self.desk.go(route("dossier", id=chosen.dossier_id))

    def _narrow(self, facet: ArrivalFacet) -> None:
        self._presenter.facet = facet
        self.refresh()

    def _search(self, typed: str) -> None:
        self._presenter.search = typed
        self.refresh()

    def _ask_for_files(self) -> None:
        kinds = self.text("kinds")
        names, _ = QtWidgets.QFileDialog.getOpenFileNames(
            self, self.text("command.take"), "", f"{kinds} (*.zip)"
        )
        if names:
            self._presenter.take([Path(name) for name in names])
