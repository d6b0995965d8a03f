"""A certificate as a screen: state and life at the start, itself in the middle, its records at the end."""

from collections.abc import Sequence

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.models.errors import NotFound
from desktop.views.certificate.presenter import CertificatePresenter
from desktop.views.certificate.sections import (
    code_section,
    dossiers_section,
    issued_section,
    life_section,
    prints_section,
)
from desktop.views.certificate_state.card import StateCard
from desktop.views.changes import Change
from desktop.views.desk import Desk
from desktop.views.layouts import empty
from desktop.views.letters.pane import LetterPane
from desktop.views.letters.printing import Printing
from desktop.views.navigation import Route, route
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import Line, on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.dialog import Choice, Dialog
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.label import Label
from desktop.views.widgets.margins import set_margins

_START, _END, _THREE_COLUMNS = 348, 348, 1240
SEEN, NOT_SEEN = "seen", "not_seen"


class CertificateScreen(Screen):
    """One certificate."""

    code = "certificate"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        on_ground(self, "surface")
        self.presenter = CertificatePresenter(desk, int(route.get("id")), self)
        self.letter = LetterPane(desk.words, self.text("letter"), self.presenter.language)
        self.printing = Printing(desk, self)
        self.dialog: Dialog | None = None
        self.start, self._start_column = _column(self.text("pane.state"), _START)
        self.end, self._end_column = _column(self.text("pane.records"), _END)
        self._end_line = Line()
        self._records: list[QtWidgets.QWidget] = []
        self._pages = QtWidgets.QStackedLayout(self)
        self._pages.addWidget(self._body())
        self.letter.language_chosen.connect(self.presenter.choose_language)
        self.letter.print_wanted.connect(self.print)
        self.presenter.read()

    # --- what a screen is

    def title(self) -> str:
        """The certificate's number, as soon as it is known."""
        page = self.presenter.page
        return self.text("title") if page is None else self.text("title_of", number=page.row.number)

    def back_title(self) -> str | None:
        """Back to the register."""
        return self.text("back")

    def commands(self) -> Sequence[Command]:
        """What can be done with a certificate as it is."""
        check = [Command("check_code", "C", self.ask_about_code)] if self.presenter.may_check_code else []
        return [
            Command("print", "P", self.print, self.presenter.why_not_print),
            *check,
            Command("dossier", "Enter", self.open_dossier),
            Command("copy_number", "Y N", self._copy_number),
            Command("back", "Esc", self.desk.back),
        ]

    def refresh(self) -> None:
        """Read it again."""
        self.presenter.read()

    def interested_in(self, changes: frozenset[Change]) -> bool:
        """What happens to certificates and dossiers, and prints."""
        return self.presenter.concerns(changes)

    def first_focus(self) -> QtWidgets.QWidget:
        """The certificate itself."""
        return self.letter

    def panes(self) -> Sequence[QtWidgets.QWidget]:
        """State, certificate, records."""
        return [self.start, self.letter, self.end]

    def close_screen(self) -> None:
        """The certificate is looked at no more."""
        self.letter.leave()

    # --- what the presenter tells

    def show_page(self) -> None:
        """Everything has come."""
        page = self.presenter.page
        if page is None:
            return
        empty(self._start_column)
        empty(self._end_column)
        words, text = self.desk.words, self.text
        check = self.ask_about_code if self.presenter.may_check_code else None
        self._start_column.addWidget(Label(page.row.holder, "h2", wraps=True))
        line = text("line", number=page.row.number, subject=page.row.subject)
        self._start_column.addWidget(Label(line, "dense", 400, "text2", wraps=True))
        self._start_column.addSpacing(look().px(4))
        self._start_column.addWidget(StateCard(page, words))
        self._start_column.addWidget(code_section(page, words, text, check))
        self._start_column.addWidget(life_section(page, words, text))
        self._records = [
            issued_section(page, words, text),
            prints_section(page, words, text),
            dossiers_section(page, words, text, self._go_to_dossier),
        ]
        self._place_records()
        self._pages.setCurrentIndex(0)
        self.head_changed.emit()

    def show_letter(self, pdf: bytes) -> None:
        """The certificate as it is printed."""
        self.letter.show_pdf(pdf)

    def say_no_letter(self, sentence: str) -> None:
        """Only what is in force is printed."""
        self.letter.say(sentence)

    def show_failure(self, error: Exception) -> None:
        """There is no such certificate, or it could not be read; what is shown stays."""
        if isinstance(error, NotFound) and self.presenter.page is None:
            missing = EmptyState(self.desk.words.error(error), self.text("back"), "Esc", self.desk.back)
            self._pages.addWidget(missing)
            self._pages.setCurrentWidget(missing)
        else:
            self.desk.messages.show(error)

    # --- what is pressed

    def print(self) -> None:
        """Print it as it is."""
        page = self.presenter.page
        if page is not None:
            title = self.text("print.title", number=page.row.number, holder=page.row.holder)
            name = f"certificate-{page.row.number.replace('/', '-')}"
            self.printing.start(title, name, self.presenter.printed)

    def ask_about_code(self) -> None:
        """Ask what was found on the site."""
        page = self.presenter.page
        if page is None:
            return
        choices = (
            Choice("cancel", self.text("cancel")),
            Choice(NOT_SEEN, self.text("code.is_not"), "", "x"),
            Choice(SEEN, self.text("code.is"), "primary", "check"),
        )
        title = self.text("code.question", subject=page.row.subject)
        look_for = self.text("code.look_for", code=page.symbol_code)
        self.dialog = Dialog(title, [look_for, self.text("code.recorded")], choices, wide=560, parent=self)
        self.dialog.ask_for(self._code_found)

    def open_dossier(self) -> None:
        """Open the dossier it was first issued for."""
        if self.presenter.page is not None:
            self._go_to_dossier(self.presenter.page.row.dossier_id)

    # --- inside

    def resizeEvent(self, event: QtGui.QResizeEvent) -> None:
        """Three columns where there is room, else the records under the state."""
        super().resizeEvent(event)
        self._place_records()

    def _body(self) -> QtWidgets.QWidget:
        body = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.start)
        row.addWidget(Line())
        row.addWidget(self.letter, 1)
        row.addWidget(self._end_line)
        row.addWidget(self.end)
        return body

    def _place_records(self) -> None:
        apart = self.width() >= look().px(_THREE_COLUMNS)
        self.end.setVisible(apart)
        self._end_line.setVisible(apart)
        for column in (self._start_column, self._end_column):
            _drop_stretch(column)
        target = self._end_column if apart else self._start_column
        for section in self._records:
            target.addWidget(section)
        for column in (self._start_column, self._end_column):
            column.addStretch(1)

    def _code_found(self, found: str, _reason: str) -> None:
        if found in {SEEN, NOT_SEEN}:
            self.presenter.record_code(seen=found == SEEN)

    def _go_to_dossier(self, dossier_id: int) -> None:
        self.desk.go(route("dossier", id=dossier_id))

    def _copy_number(self) -> None:
        if self.presenter.page is not None:
            number = self.presenter.page.row.number
            QtWidgets.QApplication.clipboard().setText(number)
            self.desk.tell(self.text("copied", number=number))


def _column(name: str, wide: int) -> tuple[QtWidgets.QScrollArea, QtWidgets.QVBoxLayout]:
    """A scrolling column of sections."""
    area = QtWidgets.QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFixedWidth(look().px(wide))
    area.setAccessibleName(name)
    inside = QtWidgets.QWidget()
    on_ground(inside, "surface")
    column = QtWidgets.QVBoxLayout(inside)
    set_margins(column, 16, 12, 16, 12)
    column.setSpacing(look().px(6))
    area.setWidget(inside)
    return area, column


def _drop_stretch(column: QtWidgets.QVBoxLayout) -> None:
    last = column.itemAt(column.count() - 1)
    if last is not None and last.spacerItem() is not None:
        column.takeAt(column.count() - 1)
