"""The counter's screen: drafts at the start, the form in the middle, documents and troubles at the end."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.services.wording import in_tehran
from desktop.views.background import is_alive
from desktop.views.calendars.almanac import Almanac
from desktop.views.counter.drafts_pane import DraftsPane
from desktop.views.counter.form_pane import FormPane
from desktop.views.counter.handing import Handing
from desktop.views.counter.presenter import CounterPresenter
from desktop.views.counter.receipt_pane import ReceiptPane
from desktop.views.counter.side_pane import SidePane
from desktop.views.counter.troubles import PAPERS
from desktop.views.desk import Desk
from desktop.views.navigation import Route
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import Line, on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.empty_state import EmptyState

_DRAFTS, _SIDE = 248, 336
PAUSE_MILLISECONDS, KEEP_MILLISECONDS = 300, 1200
"""After how long a pause what was typed is judged, and within what time it is kept."""


class CounterScreen(Screen):
    """A clerk enters applications and answers here, and hands them in."""

    code = "counter"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        self._presenter = CounterPresenter(desk, self)
        self._presenter.on_change = self._show_checked
        self._handing = Handing(self._presenter, self._show_handing_if_here)
        on_ground(self, "surface")
        self.drafts = DraftsPane(self._presenter)
        self.form = FormPane()
        self.side = SidePane(self._presenter, self._handing, self._ask_where)
        self.receipt = ReceiptPane(desk.words, self.text, self._handing.open_dossier)
        self._none = EmptyState(self.text("empty"), self.text("command.new"), "N", self.drafts.ask_for_scheme)
        self._judge = QtCore.QTimer(self, singleShot=True, interval=PAUSE_MILLISECONDS)
        self._keep = QtCore.QTimer(self, singleShot=True, interval=KEEP_MILLISECONDS)
        self._lay_out()
        self._connect()
        self.refresh()

    def commands(self) -> Sequence[Command]:
        """What can be done at the counter."""
        return [
            Command("new", "N", self.drafts.ask_for_scheme),
            Command("answer", "A", self.drafts.number.setFocus),
            Command("hand_in", "Ctrl+Enter", self._handing.hand_in, self._handing.why_not),
            Command("next_trouble", "F8", self._lead_on, self._handing.why_not),
            Command("write", "Ctrl+S", self._ask_where, self._handing.why_not),
        ]

    def refresh(self) -> None:
        """Read the drafts again; the open one stays as it is."""
        self._presenter.read(self.drafts.show_drafts)

    def interested_in(self, changes: frozenset[tuple[str, int]]) -> bool:
        """Drafts only."""
        return any(noun == "counter_draft" for noun, _ in changes)

    def kept(self) -> dict[str, Any]:
        """The open draft."""
        return self._presenter.kept()

    def restore(self, kept: dict[str, Any]) -> None:
        """Open it again."""
        self._presenter.restore(kept, self._show_draft)

    def first_focus(self) -> QtWidgets.QWidget:
        """The form, or the button that begins one."""
        return self.drafts.begin if self._presenter.draft is None else self.form.first_field()

    def panes(self) -> Sequence[QtWidgets.QWidget]:
        """Drafts, form, side."""
        return [self.drafts, self._middle, self.side]

    def close_screen(self) -> None:
        """Keep what was typed last."""
        self._presenter.keep_last()

    def _lay_out(self) -> None:
        self._middle = QtWidgets.QStackedWidget()
        for widget in (self._none, self.form, self.receipt):
            self._middle.addWidget(widget)
        self._side_line = Line()
        row = QtWidgets.QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.drafts)
        row.addWidget(Line())
        row.addWidget(self._middle, 1)
        row.addWidget(self._side_line)
        row.addWidget(self.side)
        self._show_draft()

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """With large letters the form keeps the larger half."""
        super().resizeEvent(event)
        for pane, wide, share in ((self.drafts, _DRAFTS, 26), (self.side, _SIDE, 30)):
            pane.setFixedWidth(min(look().px(wide), self.width() * share // 100))

    def _connect(self) -> None:
        presenter = self._presenter
        self._judge.timeout.connect(presenter.check)
        self._keep.timeout.connect(self._keep_now)
        self.form.entered.connect(self._entered)
        self.side.led.connect(self._lead)
        self.drafts.opened.connect(lambda draft_id: presenter.open(draft_id, self._begun))
        self.drafts.discarded.connect(lambda draft_id: presenter.discard(draft_id, self._discarded))
        self.drafts.application.connect(lambda scheme: presenter.begin_application(scheme, self._begun))
        self.drafts.answer.connect(
            lambda number: presenter.begin_answer(number, self._begun, self.drafts.refuse_answer)
        )

    def _begun(self) -> None:
        self._show_draft()
        self.drafts.number.clear()
        self.form.first_field().setFocus(QtCore.Qt.FocusReason.OtherFocusReason)

    def _discarded(self) -> None:
        if self._presenter.draft is None:
            self._show_draft()

    def _show_draft(self) -> None:
        presenter = self._presenter
        has_draft = presenter.draft is not None
        self.side.setVisible(has_draft)
        self._side_line.setVisible(has_draft)
        self.drafts.show_drafts()
        if has_draft:
            self._handing.quarantined = None
            almanac = Almanac(self.desk.words, in_tehran(self.desk.now()).date())
            self.form.show_sheet(presenter.sheet, presenter.values, almanac, self.text("yes"))
            self.form.show_asked(presenter.shown_paths())
        shown = self.form if has_draft else self.receipt if presenter.receipt else self._none
        self._middle.setCurrentWidget(shown)
        self.head_changed.emit()

    def _entered(self, path: str, value: object) -> None:
        self._presenter.enter(path, value)
        self._handing.quarantined = None
        self.form.show_asked(self._presenter.shown_paths())
        self._judge.start()
        if not self._keep.isActive():
            self._keep.start()

    def _keep_now(self) -> None:
        self._presenter.keep()
        if self._presenter.is_unkept:
            self._keep.start()

    def _show_checked(self) -> None:
        self.form.show_errors(self._presenter.errors())
        self.side.show_all()
        if self._presenter.is_unkept and not self._keep.isActive():
            self._keep.start()

    def _show_handing_if_here(self) -> None:
        # A package that is on its way goes on when the screen is left.
        if is_alive(self):
            self._show_handing()

    def _show_handing(self) -> None:
        receipt = self._presenter.receipt
        if receipt is not None:
            self._keep.stop()
            self._judge.stop()
            self.receipt.show_receipt(receipt)
            self._show_draft()
            self.receipt.open.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
            return
        self._show_checked()
        if self._presenter.troubles:
            self._lead(self._presenter.troubles[0].path)

    def _lead(self, path: str) -> None:
        if path.startswith(PAPERS):
            self.side.reveal(path)
        else:
            self.form.reveal(path)

    def _lead_on(self) -> None:
        """Lead to the trouble after the field that has the keyboard."""
        paths = [one.path for one in self._presenter.troubles]
        if not paths:
            return
        focus = QtWidgets.QApplication.focusWidget()
        fields = self.form.fields.values()
        here = next((one.entry.path for one in fields if focus is not None and one.isAncestorOf(focus)), "")
        place = paths.index(here) + 1 if here in paths else 0
        self._lead(paths[place % len(paths)])

    def _ask_where(self) -> None:
        self._handing.when_ready(self._ask_for_name)

    def _ask_for_name(self) -> None:
        title = self.text("command.write")
        name, _ = QtWidgets.QFileDialog.getSaveFileName(self, title, self.text("file_name"), "*.zip")
        if name:
            self._handing.write(Path(name))
