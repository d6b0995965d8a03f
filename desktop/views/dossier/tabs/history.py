"""The tab of the history: every act, narrowed by kind, the newest first."""

from typing import Any

from PySide6 import QtWidgets

from desktop.services.people import Actor
from desktop.services.timeline import timeline_of
from desktop.views.desk import Desk
from desktop.views.dossier.history import Act, ActKind, acts_of
from desktop.views.dossier.presenter import DossierPresenter
from desktop.views.dossier.tabs.tab import Tab
from desktop.views.theme.look import look
from desktop.views.widgets.chips import FacetChip
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins
from desktop.views.widgets.timeline import Timeline, TimelineEntry

_MOST = 300
"""Lines shown at once; a dossier with more is narrowed by kind."""


_WIDEST = 720


class HistoryTab(Tab):
    """Who did what and when."""

    columns_wide = (3, 2)

    def __init__(self, desk: Desk, presenter: DossierPresenter) -> None:
        self._kind: ActKind | None = None
        self._acts: list[Act] = []
        super().__init__(desk, presenter)
        self.above(self._filters())

    def work(self, session: Any, actor: Actor) -> Any:  # noqa: ARG002 - everybody reads the same
        """Read the journal."""
        return timeline_of(session, self.presenter.dossier_id)

    def show_data(self, data: Any) -> None:
        """Show its lines."""
        page = self.presenter.page
        if page is None:
            return
        self._acts = acts_of(data, page, self.words, self.desk.now(), self.desk.person.name)
        for kind, chip in self.chips.items():
            count = sum(kind is None or act.kind is kind for act in self._acts)
            chip.set_count(self.words.formats.number(count))
        shown = [act for act in self._acts if self._kind is None or act.kind is self._kind][:_MOST]
        if not shown:
            self.columns[0].addWidget(Label(self.text("history.none"), "body", 400, "text2"))
            return
        internal = self.text("history.internal")
        timeline = Timeline(
            [
                TimelineEntry(act.what, act.when, act.note, act.look, internal if act.is_internal else "")
                for act in shown
            ]
        )
        timeline.setMaximumWidth(look().px(_WIDEST))
        self.columns[0].addWidget(timeline)

    def _filters(self) -> QtWidgets.QWidget:
        holder = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(holder)
        set_margins(row, 24, 12, 24, 0)
        row.setSpacing(look().px(6))
        self.chips: dict[ActKind | None, FacetChip] = {}
        for kind in (None, *ActKind):
            chip = FacetChip(self.text(f"history.{kind.value if kind else 'all'}"))
            chip.setChecked(kind is self._kind)
            chip.clicked.connect(lambda _checked=False, kind=kind: self._choose(kind))
            self.chips[kind] = chip
            row.addWidget(chip)
        row.addStretch(1)
        return holder

    def _choose(self, kind: ActKind | None) -> None:
        self._kind = kind
        for one, chip in self.chips.items():
            chip.setChecked(one is kind)
        self.show_anew()
