"""The search results as a screen: the field, how it was understood, a list for each kind of thing."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from desktop.views.changes import Change
from desktop.views.desk import Desk
from desktop.views.dossier_list.columns import COLUMNS
from desktop.views.dossier_list.marks import Marks
from desktop.views.dossier_list.table import DossierTable
from desktop.views.dossier_list.view import DossierList
from desktop.views.navigation import Route
from desktop.views.records.list import RecordList
from desktop.views.results.certificates import columns, row_of
from desktop.views.results.presenter import MOST, Found, Kind, ResultsPresenter
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.chips import FacetChip
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.search_field import SearchField

_LEFT_OUT = frozenset({"holder", "changes"})


class ResultsScreen(Screen):
    """What a search has found."""

    code = "results"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        on_ground(self, "surface")
        self.presenter = ResultsPresenter(desk, self, str(route.get("search", "")))
        self.dossiers = self._dossiers()
        self.certificates = RecordList(columns(desk.words), self.text("kind.certificate"))
        self.certificates.opened.connect(lambda key: self._open(Kind.CERTIFICATE, key))
        self._empty: EmptyState | None = None
        self.shown = Kind.DOSSIER
        self._sought: dict[str, Any] = {}
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        self._lists = QtWidgets.QStackedWidget()
        self._lists.addWidget(self.dossiers)
        self._lists.addWidget(self.certificates)
        whole.addWidget(self._lists, 1)
        self.presenter.search()

    # --- what a screen is

    def commands(self) -> Sequence[Command]:
        """Walk, open, look for something else."""
        return (
            Command("next", "J", lambda: self._step(1)),
            Command("previous", "K", lambda: self._step(-1)),
            Command("open", "Enter", self.open),
            Command("search", "/", self.write),
            Command("show_dossiers", "1", lambda: self.show_kind(Kind.DOSSIER)),
            Command("show_certificates", "2", lambda: self.show_kind(Kind.CERTIFICATE)),
        )

    def refresh(self) -> None:
        """Search again."""
        self.presenter.search()

    def interested_in(self, changes: frozenset[Change]) -> bool:
        """Whether a dossier may stand otherwise now."""
        return any(noun in {"dossier", "certificate"} for noun, _ in changes)

    def kept(self) -> dict[str, Any]:
        """What was typed, which list is shown and the row in it."""
        return {"typed": self.presenter.typed, "kind": self.shown.value, "key": self._chosen()}

    def restore(self, kept: dict[str, Any]) -> None:
        """Search for it again."""
        self._sought = kept
        self.presenter.search(kept["typed"])

    def first_focus(self) -> QtWidgets.QWidget:
        """The list, or the field when there is nothing in it."""
        if not self.presenter.found.count(self.shown):
            return self.field
        return self.dossiers if self.shown is Kind.DOSSIER else self.certificates

    # --- what the presenter tells

    def show_found(self, found: Found) -> None:
        """The search has ended."""
        self.field.blockSignals(True)  # noqa: FBT003 - Qt's own setter
        self.field.setText(found.typed)
        self.field.blockSignals(False)  # noqa: FBT003 - Qt's own setter
        for kind, chip in self.chips.items():
            chip.set_count(self.desk.words.formats.count_capped(found.count(kind), kind in found.more))
        folded = self.presenter.was_folded and found.typed
        self.hint.setText(self.text("folded", words=self.presenter.understood) if folded else "")
        self.dossiers.show_list(self.presenter.pages(), [], ())
        self.certificates.show_rows([row_of(one, self.desk.words) for one in found.certificates])
        wanted = Kind(self._sought["kind"]) if self._sought else self.presenter.first_kind()
        self._choose(self._sought.get("key"))
        self._sought = {}
        self.show_kind(wanted)

    def show_failure(self, error: Exception) -> None:
        """The search could not be done; what was found last stays."""
        self.desk.messages.show(error)

    # --- what is pressed

    def show_kind(self, kind: Kind) -> None:
        """Show the list of one kind."""
        self.shown = kind
        for one, chip in self.chips.items():
            chip.setChecked(one is kind)
        self._lists.setCurrentIndex(list(Kind).index(kind))
        found = self.presenter.found
        self.more.setText(self.text("more", most=MOST) if kind in found.more else "")
        self._show_empty(found)

    def open(self) -> None:
        """Open what is chosen."""
        key = self._chosen()
        if key is not None:
            self._open(self.shown, key)

    def write(self) -> None:
        """Write into the field."""
        self.field.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    # --- inside

    def _head(self) -> QtWidgets.QVBoxLayout:
        column = QtWidgets.QVBoxLayout()
        set_margins(column, 16, 10, 16, 10)
        column.setSpacing(look().px(8))
        title = QtWidgets.QHBoxLayout()
        title.setSpacing(look().px(12))
        title.addWidget(Label(self.text("title"), "h1"))
        self.field = SearchField(self.text("field"), "/")
        self.field.setMaximumWidth(look().px(420))
        self.field.returnPressed.connect(self._enter)
        self.field.searched.connect(self._typed)
        title.addWidget(self.field, 1)
        self.hint = Label("", "caption", 400, "text3")
        title.addWidget(self.hint, 1)
        column.addLayout(title)
        chips = QtWidgets.QHBoxLayout()
        chips.setSpacing(look().px(6))
        self.chips = {kind: FacetChip(self.text(f"kind.{kind}")) for kind in Kind}
        for kind, chip in self.chips.items():
            chip.clicked.connect(lambda _checked=False, kind=kind: self.show_kind(kind))
            chips.addWidget(chip)
        self.more = Label("", "caption", 500, "amberFg")
        chips.addSpacing(look().px(6))
        chips.addWidget(self.more)
        chips.addStretch(1)
        column.addLayout(chips)
        return column

    def _dossiers(self) -> DossierList:
        text = self.desk.words.of("queue")
        table = DossierTable([text(f"column.{one.code}") for one in COLUMNS], self)
        rows = DossierList(table, Marks(), is_compact=False)
        rows.setAccessibleName(self.text("kind.dossier"))
        rows.header.arrange({}, _LEFT_OUT)
        rows.opened.connect(lambda key: self._open(Kind.DOSSIER, key))
        return rows

    def _typed(self, typed: str) -> None:
        if typed != self.presenter.typed:
            self.presenter.search(typed)

    def _enter(self) -> None:
        """A number typed in full is opened; anything else leads to the list."""
        self.field.search()
        exact = self.presenter.found.exact
        if exact is not None:
            self._open(Kind.DOSSIER, exact)
        else:
            self.first_focus().setFocus()

    def _show_empty(self, found: Found) -> None:
        if self._empty is not None:
            self._lists.removeWidget(self._empty)
            self._empty.deleteLater()
            self._empty = None
        if found.count(self.shown) == 0:
            said = self.desk.words.of("queue")("empty.search", typed=found.typed)
            self._empty = EmptyState(said if found.typed else self.text("nothing_typed"))
            self._lists.addWidget(self._empty)
            self._lists.setCurrentWidget(self._empty)

    def _choose(self, key: int | None) -> None:
        if key is None or not self.dossiers.choose(key):
            self.dossiers.choose_first()
        if key is None or not self.certificates.choose(key):
            self.certificates.choose_first()

    def _chosen(self) -> int | None:
        if self.shown is Kind.DOSSIER:
            return self.dossiers.chosen_id
        key: int | None = self.certificates.chosen_key
        return key

    def _step(self, by: int) -> None:
        if self.shown is Kind.DOSSIER:
            self.dossiers.step(by)
        else:
            self.certificates.step(by)

    def _open(self, kind: Kind, key: int) -> None:
        self.desk.go(self.presenter.place_of(kind, key))
