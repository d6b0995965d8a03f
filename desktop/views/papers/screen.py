"""The desk of papers as a screen: who waits, the scan, the packet; what follows is decided elsewhere."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.models.errors import NotFound
from desktop.models.vocabulary import PaperVerdict
from desktop.services.papers_desk import PapersPart
from desktop.views.changes import Change
from desktop.views.desk import Desk
from desktop.views.documents.viewed import ViewedVersion
from desktop.views.documents.viewer import DocumentViewer
from desktop.views.layouts import empty
from desktop.views.navigation import Route, route
from desktop.views.papers.acts import PapersActs
from desktop.views.papers.deciding import PapersBar
from desktop.views.papers.list_pane import ListPane
from desktop.views.papers.paper_pane import WIDE, PaperPane
from desktop.views.papers.presenter import PapersPresenter
from desktop.views.records.cells import Row
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.banner import Banner

_LIST, _SHORT_LIST, _SHORT_PANE, _NARROW = 340, 288, 356, 1240
_MEMORY = "documents.views"
_NOTED = frozenset({"dossier", "paper", "packet", "internal_note"})


class PapersScreen(Screen):
    """Every original is held against its scan here."""

    code = "papers"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        on_ground(self, "surface")
        self.presenter = PapersPresenter(desk, self)
        self.list = ListPane(self.text)
        self._memory: dict[str, Any] = dict(desk.preferences.get(_MEMORY, {}))
        self.viewer = DocumentViewer(desk.words, self._fetch, self._memory, desk.aside)
        self.viewer.allow_marking(allowed=False)
        self.pane = PaperPane(desk, self.presenter)
        self.bar = PapersBar(desk, self.presenter, self)
        self.acts = PapersActs(desk, self.presenter, self)
        self.acts.found.connect(self._go_to)
        self.acts.settled.connect(self.pane.show_paper)
        self._lay_out()
        self._connect()
        self.pane.show_dossier()
        self.bar.show_decisions()
        self.list.spinner.start()
        self.presenter.load()
        if route.get("id") is not None:
            self.presenter.choose(route.get("id"))

    # --- what a screen is

    def commands(self) -> Sequence[Command]:
        """Everything that can be done at this desk."""
        why_not = self.presenter.why_not_judge
        return (
            Command("next", "J", lambda: self._step(1)),
            Command("previous", "K", lambda: self._step(-1)),
            Command("equal", "1", lambda: self.acts.judge(PaperVerdict.ACCEPTED), why_not),
            Command("different", "2", lambda: self.acts.judge(PaperVerdict.REJECTED), why_not),
            Command("unjudge", "3", lambda: self.acts.judge(PaperVerdict.PENDING), why_not),
            Command("register", "B", self.acts.register),
            Command("note", "N", self.acts.note, self._why_nothing),
            Command("decide", "Ctrl+Enter", self.bar.ask, self.bar.why_not_main),
            Command("open", "Enter", self.open, self._why_nothing),
            Command("previous_document", "[", lambda: self.viewer.step_document(-1)),
            Command("next_document", "]", lambda: self.viewer.step_document(1)),
            Command("compare", "D", self.viewer.toggle_comparing),
            Command("find", "/", self._find_focus),
        )

    def hints(self) -> Sequence[str]:
        """What the status bar reminds of."""
        return ("equal", "different", "next", "register", "decide")

    def refresh(self) -> None:
        """Read again; cursor and paper stay where they are."""
        self.presenter.load()
        self.presenter.read()

    def interested_in(self, changes: frozenset[Change]) -> bool:
        """Whether a dossier, a paper or a note may stand otherwise now."""
        return any(noun in _NOTED for noun, _ in changes)

    def kept(self) -> dict[str, Any]:
        """The dossier, its paper, the part of the desk."""
        presenter = self.presenter
        return {"dossier": presenter.current, "rule": presenter.rule, "part": presenter.part.value}

    def restore(self, kept: dict[str, Any]) -> None:
        """Find them again."""
        self.presenter.part = PapersPart(kept["part"])
        self.presenter.choose(kept["dossier"])
        self.presenter.load()
        self.presenter.choose_paper(kept["rule"])

    def first_focus(self) -> QtWidgets.QWidget:
        """Who waits; of a dossier that was asked for, its papers."""
        return self.list.rows if self.route.get("id") is None else self.pane.papers

    def panes(self) -> Sequence[QtWidgets.QWidget]:
        """List, scan, packet, bar."""
        return (self.list, self.viewer, self.pane, self.bar)

    def decision_bar(self) -> QtWidgets.QWidget:
        """What can be decided about the papers."""
        return self.bar

    def close_screen(self) -> None:
        """Keep how the scans were looked at."""
        self.viewer.hide()
        self.desk.preferences.set(_MEMORY, dict(list(self._memory.items())[-200:]))

    # --- what the presenter tells

    def show_list(self) -> None:
        """Other dossiers wait."""
        empty(self._banners)
        blocked = QtCore.QSignalBlocker(self.list.rows)
        self.list.show_list(self.presenter, self.desk.words.formats)
        self.list.rows.choose(self.presenter.current)
        blocked.unblock()
        if self.presenter.current is None:
            self.presenter.choose(self.list.rows.chosen_key)

    def show_rows(self, page: int, rows: Sequence[Row]) -> None:
        """Rows of the list have come."""
        self.list.rows.table.came(page, rows)

    def show_dossier(self) -> None:
        """The open dossier, and its scans."""
        self.viewer.show_documents(self.presenter.scans.documents)
        self.pane.show_dossier()
        self.bar.show_decisions()
        self._show_scan()
        self.head_changed.emit()

    def show_paper(self) -> None:
        """Another paper, and its scan."""
        self.pane.show_paper()
        self._show_scan()

    def show_failure(self, error: Exception) -> None:
        """What was read last stays."""
        self.list.spinner.stop()
        empty(self._banners)
        retry = (self.text("try_again"), self.refresh)
        self._banners.addWidget(Banner("amber", self.text("not_read"), [retry]))
        self.desk.messages.show(error)

    # --- what is pressed

    def open(self) -> None:
        """Open the whole dossier."""
        if self.presenter.current is not None:
            self.desk.go(route("dossier", id=self.presenter.current, queue="documents_officer"))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """The panes at both sides give way to the scan where room is short."""
        super().resizeEvent(event)
        short = self.width() < look().px(_NARROW)
        self.list.setFixedWidth(look().px(_SHORT_LIST if short else _LIST))
        self.pane.setFixedWidth(look().px(_SHORT_PANE if short else WIDE))

    # --- inside

    def _lay_out(self) -> None:
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self._banners = QtWidgets.QVBoxLayout()
        whole.addLayout(self._banners)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.list)
        row.addWidget(_upright())
        row.addWidget(self.viewer, 1)
        row.addWidget(_upright())
        row.addWidget(self.pane)
        whole.addLayout(row, 1)

    def _connect(self) -> None:
        rows = self.list.rows
        rows.table.wanted.connect(self.presenter.want)
        rows.chosen.connect(self.presenter.choose)
        rows.opened.connect(lambda _key: self.pane.papers.setFocus())
        self.list.found.connect(self._find)
        self.list.registering.connect(self.acts.register)
        self.list.part_chosen.connect(self._narrow)
        self.pane.judged.connect(self.acts.judge)
        self.pane.noting.connect(self.acts.note)
        self.pane.opening.connect(self.open)
        self.viewer.failed.connect(self.desk.messages.show)

    def _narrow(self, part: PapersPart) -> None:
        self.presenter.narrow(part)
        self.list.rows.setFocus()

    def _step(self, by: int) -> None:
        has_list = self.list.rows.hasFocus()
        (self.list.rows if has_list else self.pane.papers).step(by)

    def _go_to(self, dossier_id: int) -> None:
        self.presenter.choose(dossier_id)
        self.list.rows.choose(dossier_id)
        self.pane.papers.setFocus()

    def _find(self, typed: str) -> None:
        def unknown(error: Exception) -> None:
            if isinstance(error, NotFound):
                self.acts.tracking = typed
                self.desk.messages.refused.emit(self.text("unknown", typed=typed))
            else:
                self.desk.messages.show(error)

        if typed:
            self.presenter.find(typed, self._go_to, unknown)

    def _find_focus(self) -> None:
        self.list.field.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.list.field.selectAll()

    def _why_nothing(self) -> str | None:
        return None if self.presenter.current is not None else self.text("nothing_chosen")

    def _show_scan(self) -> None:
        paper = self.presenter.paper
        place = self.presenter.scans.places.get(paper.scan_document_id or 0) if paper else None
        if place is not None:
            self.viewer.show_document(*place)

    def _fetch(self, version: ViewedVersion, then: Any, failed: Any) -> None:
        self.presenter.fetch(version.key, then, failed)


def _upright() -> QtWidgets.QWidget:
    line = QtWidgets.QWidget()
    line.setFixedWidth(1)
    on_ground(line, "border")
    return line
