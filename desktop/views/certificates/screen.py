"""The register of certificates as a screen: facets and search, the list, the chosen one at the end side."""

from collections.abc import Sequence
from typing import Any, Final

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.models.errors import RuleBroken
from desktop.models.vocabulary import CertificateState, Language
from desktop.services.certificate_register import Facet
from desktop.services.correspondence import certificate_print
from desktop.views.certificates.asked import query_of, said_of
from desktop.views.certificates.head import RegisterHead
from desktop.views.certificates.place import Place
from desktop.views.certificates.presenter import CertificatesPresenter
from desktop.views.certificates.preview import CertificatePreview
from desktop.views.certificates.rows import columns
from desktop.views.changes import Change
from desktop.views.desk import Desk
from desktop.views.letters.printing import Printing
from desktop.views.navigation import Route, route
from desktop.views.records.cells import Row
from desktop.views.records.list import RecordList
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import Line, on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.banner import Banner
from desktop.views.widgets.empty_state import EmptyState

_ROOMY: Final = 1180
"""Narrower than this the preview waits until somebody asks for it."""


class CertificatesScreen(Screen):
    """All certificates of the office."""

    code = "certificates"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        on_ground(self, "surface")
        self.presenter = CertificatesPresenter(desk, self, query_of(dict(route.arguments)))
        self.head = RegisterHead(self.text)
        self.list = RecordList(columns(self.text), self.text("title"))
        self.preview = CertificatePreview(desk.words, self.text)
        self.printing = Printing(desk, self)
        self._sought: Any = None
        self._wants_preview: bool | None = None
        self._banner: Banner | None = None
        self._lay_out()
        self._connect()
        self._show_asked()
        self.head.spinner.start()
        self.presenter.read()

    # --- what a screen is

    def commands(self) -> Sequence[Command]:
        """What can be done in the register."""
        return [
            Command("next", "J", lambda: self.list.step(1)),
            Command("previous", "K", lambda: self.list.step(-1)),
            Command("open", "Enter", self.open, self._why_nothing_chosen),
            Command("preview", "Space", self.toggle_preview),
            Command("search", "/", self._search),
            Command("print", "Ctrl+P", self.print, self.why_not_print),
            Command("copy_number", "Y N", self._copy_number, self._why_nothing_chosen),
            Command("clear", "Esc", self.clear),
        ]

    def hints(self) -> Sequence[str]:
        """What the status bar reminds of."""
        return ("next", "previous", "open", "search", "print")

    def refresh(self) -> None:
        """Read the list again; the cursor stays on its certificate."""
        self.presenter.read()

    def interested_in(self, changes: frozenset[Change]) -> bool:
        """Certificates alone; what happens in dossiers without one shows nowhere here."""
        return any(noun == "certificate" for noun, _ in changes)

    def kept(self) -> dict[str, Any]:
        """What was asked, and which was chosen."""
        chosen = {"chosen": self.list.chosen_key, "preview": self._wants_preview}
        return {**said_of(self.presenter.query), **chosen}

    def restore(self, kept: dict[str, Any]) -> None:
        """Ask the same again and find the row."""
        self._sought, self._wants_preview = kept["chosen"], kept["preview"]
        query = query_of(kept)
        if query == self.presenter.query:
            self._find_again()
        else:
            self.presenter.ask(
                facet=query.facet, search=query.search, sort=query.sort, descending=query.descending
            )
        self._fit_preview()

    def first_focus(self) -> QtWidgets.QWidget:
        """The list."""
        return self.list

    def panes(self) -> Sequence[QtWidgets.QWidget]:
        """List, then preview."""
        return [self.list, self.preview]

    # --- what the presenter tells

    def show_list(self) -> None:
        """Another list is there."""
        self.head.spinner.stop()
        self._drop_banner()
        self._show_asked()
        self.list.show_keys(self.presenter.ids)
        self.place.show_list()
        if not self.presenter.ids:
            self._show_empty()
        self._find_again()
        self.presenter.choose(self.list.chosen_key)

    def show_page(self, page: int, rows: Sequence[Row]) -> None:
        """Rows have come."""
        self.list.table.came(page, rows)

    def show_chosen(self) -> None:
        """The chosen certificate is known."""
        self.preview.show_certificate(self.presenter.chosen)
        self.head.set_why_not_print(self.why_not_print())

    def show_failure(self, error: Exception) -> None:
        """The list could not be read."""
        self.head.spinner.stop()
        self._drop_banner()
        self._banner = Banner("amber", self.text("not_read"), [(self.text("again"), self.presenter.read)])
        self._column.insertWidget(1, self._banner)
        self.desk.messages.show(error)

    # --- what is pressed

    def open(self, certificate_id: int | None = None) -> None:
        """Open a certificate, the chosen one when none is named."""
        wanted = certificate_id or self.list.chosen_key
        if wanted is not None:
            self.desk.go(route("certificate", id=wanted))

    def toggle_preview(self) -> None:
        """Show the preview, or give its room to the list."""
        self._wants_preview = not self.preview.isVisible()
        self._fit_preview()

    def print(self) -> None:
        """Print the chosen certificate as it is."""
        chosen = self.presenter.chosen
        if chosen is None:
            return
        number, language = chosen.row.number, self._language()
        self.printing.start(
            self.text("print.title", number=number, holder=chosen.row.holder),
            f"certificate-{number.replace('/', '-')}",
            lambda session, actor: certificate_print(session, actor, number, language),
        )

    def why_not_print(self) -> str | None:
        """Only a certificate in force is printed (ENM-098)."""
        chosen = self.presenter.chosen
        if chosen is None:
            return self.text("why.nothing_chosen")
        if chosen.row.state is CertificateState.VALID:
            return None
        refusal = RuleBroken("certificate.not_in_force", number=chosen.row.number, state=chosen.row.state)
        return self.desk.words.error(refusal)

    def clear(self) -> None:
        """Show the whole register again; when it is shown, go back."""
        if self.presenter.is_narrowed:
            self.head.search.clear()
            self.presenter.ask(facet=Facet.ALL, search="")
            self.list.setFocus()
        else:
            self.desk.back()

    # --- inside

    def _lay_out(self) -> None:
        self.place = Place(self.list)
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.place, 1)
        self._line = Line()
        row.addWidget(self._line)
        row.addWidget(self.preview)
        self._column = QtWidgets.QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self.head)
        self._column.addLayout(row, 1)

    def _connect(self) -> None:
        self.head.facet_chosen.connect(lambda facet: self.presenter.ask(facet=facet))
        self.head.searched.connect(self._search_for)
        self.head.print_wanted.connect(self.print)
        self.list.chosen.connect(self.presenter.choose)
        self.list.opened.connect(self.open)
        self.list.sorted_by.connect(lambda code, down: self.presenter.sort_by(code, descending=down))
        self.list.table.wanted.connect(self.presenter.want)
        self.preview.open_wanted.connect(self.open)
        self.preview.dossier_wanted.connect(lambda one: self.desk.go(route("dossier", id=one)))

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """The preview stands beside the list where there is room."""
        super().resizeEvent(event)
        self._fit_preview()

    def _fit_preview(self) -> None:
        roomy = self.width() >= look().px(_ROOMY)
        shown = roomy if self._wants_preview is None else self._wants_preview
        self.preview.setVisible(shown)
        self._line.setVisible(shown)

    def _show_asked(self) -> None:
        query, presenter = self.presenter.query, self.presenter
        self.head.show_facet(query.facet)
        self.head.show_counts(presenter.counts, self.desk.words.formats)
        self.head.show_count(self.text("count", count=len(presenter.ids)) if presenter.is_loaded else "")
        if self.head.search.value() != query.search:
            self.head.search.setText(query.search)
        self.list.head.show_order(query.sort.value, descending=query.descending)

    def _show_empty(self) -> None:
        if not self.presenter.is_narrowed:
            self.place.say(EmptyState(self.text("empty.all")))
            return
        search = self.presenter.query.search
        sentence = self.text("empty.search", typed=search) if search else self.text("empty.facet")
        self.place.say(EmptyState(sentence, self.text("command.clear"), "Esc", self.clear))

    def _find_again(self) -> None:
        if self._sought is not None and self.presenter.is_loaded:
            self.list.choose(self._sought)
            self._sought = None

    def _search(self) -> None:
        self.head.search.setFocus(QtCore.Qt.FocusReason.ShortcutFocusReason)
        self.head.search.selectAll()

    def _search_for(self, typed: str) -> None:
        if typed != self.presenter.query.search:
            self.head.spinner.start()
            self.presenter.ask(search=typed)

    def _copy_number(self) -> None:
        if self.presenter.chosen is not None:
            number = self.presenter.chosen.row.number
            QtWidgets.QApplication.clipboard().setText(number)
            self.desk.tell(self.text("copied", number=number))

    def _why_nothing_chosen(self) -> str | None:
        return None if self.list.chosen_key is not None else self.text("why.nothing_chosen")

    def _language(self) -> Language:
        return Language(self.desk.preferences.get("letter_language", self.desk.words.language.value))

    def _drop_banner(self) -> None:
        if self._banner is not None:
            self._banner.hide()
            self._banner.deleteLater()
            self._banner = None
