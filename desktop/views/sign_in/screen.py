"""The page before the window's work: who sits down in this office, or which office shall be made."""

import logging
from collections.abc import Callable
from typing import Any

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Words
from desktop.models.errors import ParvandehError
from desktop.services.people import PersonRow
from desktop.views.background import Request, Runner
from desktop.views.layouts import empty
from desktop.views.shell.emblem import Emblem
from desktop.views.shell.grounds import on_ground
from desktop.views.sign_in.person_list import PersonList
from desktop.views.sign_in.presenter import OpenOffice, SignInPresenter
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import PrimaryButton, SecondaryButton
from desktop.views.widgets.form_field import FormField, LineField
from desktop.views.widgets.label import Label

_log = logging.getLogger(__name__)

WIDTH = 440
SIGNED = "sign_in"


class SignIn(QtWidgets.QWidget):
    """Signals: `chosen(OpenOffice, PersonRow)` when somebody has sat down."""

    chosen = QtCore.Signal(object, object)
    _progress = QtCore.Signal(object)

    def __init__(self, presenter: SignInPresenter, words: Words, runner: Runner) -> None:
        super().__init__()
        self._presenter, self._words, self._runner = presenter, words, runner
        self._text = words.of(SIGNED)
        self._office: OpenOffice | None = None
        on_ground(self, "window")
        self.setMinimumSize(look().px(720), look().px(600))
        self._middle = QtWidgets.QVBoxLayout()
        self._middle.setSpacing(look().px(14))
        form = QtWidgets.QWidget()
        form.setFixedWidth(look().px(WIDTH))
        form.setLayout(self._middle)
        across = QtWidgets.QHBoxLayout(self)
        across.addStretch(1)
        across.addWidget(form)
        across.addStretch(1)
        self._progress.connect(self._show_progress)
        self.show_office()

    def show_office(self) -> None:
        """Open the office and show its people; without one, how to begin."""
        try:
            self._office = self._presenter.open()
        except Exception as error:  # noqa: BLE001 - whatever is there instead of an office, it is said
            self.show_error(error)
            return
        if self._office is None:
            self._show_beginning()
        else:
            self._show_people(self._office)

    def make_demo_if_missing(self) -> None:
        """Make the demo office at once where there is none."""
        if self._office is None:
            self._make_demo()

    def enter_as(self, username: str) -> bool:
        """Sit down as the person with this user name; answers whether there is one."""
        office = self._office
        person = next((one for one in office.people if one.username == username), None) if office else None
        if office is not None and person is not None:
            self._sit_down(office, person)
        return person is not None

    def close_office(self) -> None:
        """Close what was opened, when nobody sits down."""
        if self._office is not None:
            self._office.database.close()

    def _show_people(self, office: OpenOffice) -> None:
        self._clear(self._words.label(office.name))
        self._middle.addWidget(Label(self._text("who"), "dense", 500, "text2"))
        people = PersonList(office.people, self._words)
        people.chosen.connect(lambda person: self._sit_down(office, person))
        self._middle.addWidget(people)
        button = PrimaryButton(self._text("enter"), key="Enter")
        button.clicked.connect(people.choose)
        self._middle.addWidget(button)
        note = self._text("demo_note") if office.is_demo else self._text("embedded_note")
        self._middle.addWidget(Label(note, "caption", 400, "text3", wraps=True))
        self._middle.addStretch(2)
        people.setFocus()

    def _sit_down(self, office: OpenOffice, person: PersonRow) -> None:
        self._office = None
        self.chosen.emit(office, person)

    def _show_beginning(self) -> None:
        self._clear(self._text("program"))
        self._middle.addWidget(Label(self._text("begin"), "body", 400, "text2", wraps=True))
        demo = PrimaryButton(self._text("open_demo"))
        demo.clicked.connect(self._make_demo)
        new = SecondaryButton(self._text("make_new"))
        new.clicked.connect(self._show_founding)
        self._middle.addWidget(demo)
        self._middle.addWidget(new)
        self._middle.addStretch(2)
        demo.setFocus()

    def _show_founding(self) -> None:
        self._clear(self._text("make_new"))
        fields = {name: LineField(latin=name == "username") for name in ("name", "person", "username")}
        for name, field in fields.items():
            self._middle.addWidget(FormField(self._text(f"field_{name}"), field, required=True))
        button = PrimaryButton(self._text("found"), key="Enter")
        button.clicked.connect(lambda: self._found({name: one.text() for name, one in fields.items()}))
        back = SecondaryButton(self._text("back"))
        back.clicked.connect(self._show_beginning)
        self._middle.addWidget(button)
        self._middle.addWidget(back)
        self._trouble = Label("", "caption", 500, "redFg", wraps=True)
        self._middle.addWidget(self._trouble)
        self._middle.addStretch(2)
        fields["name"].setFocus()

    def _found(self, said: dict[str, str]) -> None:
        try:
            office = self._presenter.make(said["name"], said["username"], said["person"])
        except ParvandehError as error:
            self._trouble.setText(self._words.error(error))
            return
        self._office = office
        self._show_people(office)

    def _make_demo(self) -> None:
        self._clear(self._text("program"))
        self._bar = QtWidgets.QProgressBar()
        self._bar.setTextVisible(False)
        self._middle.addWidget(Label(self._text("making_demo"), "body", 400, "text2", wraps=True))
        self._middle.addWidget(self._bar)
        self._middle.addStretch(2)

        def make() -> None:
            for progress in self._presenter.make_demo():
                self._progress.emit(progress)

        self._run(make, lambda _: self.show_office())

    def _show_progress(self, progress: Any) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)

    def _run(self, work: Callable[[], Any], then: Callable[[Any], object]) -> None:
        self._runner.start(Request(work, then, self.show_error, self))

    def show_error(self, error: Exception) -> None:
        """Say why the office is not open, with a way to try again."""
        if isinstance(error, ParvandehError):
            sentence = self._words.error(error)
        else:
            _log.error("A fault of the program", exc_info=error)
            sentence = self._words.of("shell")("fault_title")
        self._clear(self._text("trouble"))
        self._middle.addWidget(Label(sentence, "body", 400, "redFg", wraps=True))
        again = PrimaryButton(self._text("again"))
        again.clicked.connect(self.show_office)
        self._middle.addWidget(again)
        self._middle.addStretch(2)

    def _clear(self, title: str) -> None:
        empty(self._middle)
        self._middle.addStretch(1)
        row = QtWidgets.QWidget()
        head = QtWidgets.QHBoxLayout(row)
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(look().px(12))
        head.addWidget(Emblem(44))
        head.addWidget(Label(title, "display", 600, wraps=True), 1)
        self._middle.addWidget(row)
