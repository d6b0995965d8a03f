"""The audit, newest first: filters above, entries below, the chosen one at the side; nothing changes here."""

from collections.abc import Sequence
from typing import Any

from PySide6 import QtCore, QtWidgets

from desktop.models.errors import ParvandehError
from desktop.services.audit_kinds import AuditKind
from desktop.services.wording import in_tehran
from desktop.views.calendars.almanac import Almanac
from desktop.views.calendars.date_field import DateField
from desktop.views.desk import Desk
from desktop.views.journal.entry_panel import EntryPanel
from desktop.views.journal.presenter import JournalPresenter
from desktop.views.navigation import Route, route
from desktop.views.records.cells import Column
from desktop.views.records.list import RecordList
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import Line, on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.buttons import SecondaryButton
from desktop.views.widgets.fields import ChoiceField, LineField
from desktop.views.widgets.form_field import FormField
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins

PANEL = 380
NEAR_END = 40
"""Pixels above the end of the list at which the next page is read."""


class JournalScreen(Screen):
    """For auditors, managers and administrators; that they read is journalled when it opens."""

    code = "journal"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        self._presenter = JournalPresenter(desk, self)
        on_ground(self, "surface")
        self.list = RecordList(self._columns(), self.text("title"))
        self.list.chosen.connect(self._choose)
        self.list.opened.connect(self._open)
        self.list.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.panel = EntryPanel(desk, self._presenter)
        self.panel.setFixedWidth(look().px(PANEL))
        self.kind = ChoiceField(self._presenter.kinds())
        self.person = ChoiceField([("", self.text("everybody"))])
        self.dossier = LineField(latin=True, placeholder=self.text("any_dossier"))
        self._number = FormField(self.text("filter.dossier"), self.dossier)
        almanac = Almanac(desk.words, in_tehran(desk.now()).date())
        self.first, self.last = DateField(almanac, speaks=False), DateField(almanac, speaks=False)
        self._verdict = QtWidgets.QVBoxLayout()
        self._lay_out()
        self._connect()
        self._presenter.open(self._opened)

    def commands(self) -> Sequence[Command]:
        """Walking, opening, verifying."""
        return [
            Command("next", "J", lambda: self.list.step(1)),
            Command("previous", "K", lambda: self.list.step(-1)),
            Command("open", "O", lambda: self._open(self.list.chosen_key)),
            Command("verify", "V", self._verify),
            Command("filter", "/", self.dossier.setFocus),
        ]

    def interested_in(self, changes: frozenset[tuple[str, int]]) -> bool:  # noqa: ARG002 - nothing moves here
        """The audit stands as it was when it was opened; F5 opens it anew."""
        return False

    def refresh(self) -> None:
        """Open the audit anew, with what happened since."""
        self._presenter.open(lambda _: self._presenter.narrow(self._show))

    def kept(self) -> dict[str, Any]:
        """Which entry was chosen."""
        return {"chosen": self.list.chosen_key}

    def first_focus(self) -> QtWidgets.QWidget:
        """The list."""
        return self.list

    def panes(self) -> Sequence[QtWidgets.QWidget]:
        """Filters, list, side."""
        return [self.kind, self.list, self.panel]

    def _columns(self) -> list[Column]:
        widths = {"at": 150, "who": 150, "kind": 178, "what": 0, "about": 140}
        goes = {"about"}
        return [
            Column(code, self.text(f"column.{code}"), wide, goes=code in goes)
            for code, wide in widths.items()
        ]

    def _lay_out(self) -> None:
        head = QtWidgets.QHBoxLayout()
        set_margins(head, 16, 12, 16, 0)
        head.addWidget(Label(self.text("title"), "h1"))
        head.addStretch(1)
        verify = SecondaryButton(self.text("command.verify"), icon="link", key="V")
        verify.clicked.connect(self._verify)
        head.addWidget(verify)
        filters = QtWidgets.QHBoxLayout()
        set_margins(filters, 16, 8, 16, 10)
        filters.setSpacing(look().px(12))
        for name, field in (("kind", self.kind), ("person", self.person)):
            field.setMinimumWidth(look().px(150))
            filters.addWidget(FormField(self.text(f"filter.{name}"), field))
        filters.addWidget(self._number)
        filters.addWidget(FormField(self.text("filter.first"), self.first))
        filters.addWidget(FormField(self.text("filter.last"), self.last))
        filters.addStretch(1)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(0)
        for widget in (self.list, Line(), self.panel):
            row.addWidget(widget, int(widget is self.list))
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for part in (head, self._verdict, filters):
            whole.addLayout(part)
        whole.addLayout(row, 1)

    def _connect(self) -> None:
        narrow, show = self._presenter.narrow, self._show
        self.kind.chosen.connect(lambda code: narrow(show, kind=AuditKind(code) if code else None))
        self.person.chosen.connect(lambda code: narrow(show, person_id=int(code) if code else None))
        self.first.day_changed.connect(lambda day: narrow(show, first_day=day))
        self.last.day_changed.connect(lambda day: narrow(show, last_day=day))
        self.dossier.editingFinished.connect(self._narrow_to_dossier)

    def _opened(self, people: list[tuple[str, str]]) -> None:
        for code, name in people:
            self.person.addItem(name, code)
        self._presenter.narrow(self._show)

    def _narrow_to_dossier(self) -> None:
        def unknown(error: Exception) -> None:
            if isinstance(error, ParvandehError):
                self._number.set_error(self.desk.words.error(error))
            else:
                self.desk.messages.show(error)

        self._number.set_error(None)
        self._presenter.narrow_to_dossier(self.dossier.value(), self._show, unknown)

    def _show(self) -> None:
        self.list.show_rows(self._presenter.rows())

    def _scrolled(self, place: int) -> None:
        if place >= self.list.verticalScrollBar().maximum() - NEAR_END:
            self._presenter.read_more(self._show)

    def _choose(self, entry_id: int | None) -> None:
        self.panel.show_entry(self._presenter.entry(entry_id))

    def _open(self, entry_id: int | None) -> None:
        entry = self._presenter.entry(entry_id)
        if entry is not None and entry.dossier_id is not None:
            self.desk.go(route("dossier", id=entry.dossier_id))

    def _verify(self) -> None:
        self._presenter.verify(self._show_verdict)

    def _show_verdict(self) -> None:
        verdict = self._presenter.verdict()
        if verdict is None:
            return
        while (item := self._verdict.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        self._verdict.addWidget(Banner("blue" if verdict[0] else "red", verdict[1]))
        self.list.setFocus(QtCore.Qt.FocusReason.OtherFocusReason)
