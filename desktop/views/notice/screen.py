"""The notice as a screen: its items at the start, the letter as printed at the end, sending below."""

from collections.abc import Sequence
from typing import Final

from PySide6 import QtCore, QtWidgets

from desktop.models.errors import NotFound
from desktop.services.letters import LetterKind
from desktop.views.changes import Change
from desktop.views.desk import Desk
from desktop.views.letters.pane import LetterPane
from desktop.views.letters.printing import Printing
from desktop.views.navigation import Route, route
from desktop.views.notice.list_pane import ListPane
from desktop.views.notice.presenter import NoticePresenter
from desktop.views.notice.question import Question
from desktop.views.screen import Command, Screen
from desktop.views.shell.grounds import Line, on_ground
from desktop.views.widgets.buttons import PrimaryButton, SecondaryButton
from desktop.views.widgets.decision_bar import DecisionBar
from desktop.views.widgets.dialog import Choice, Dialog
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.label import Label

SEND, GO_ON = "send", "go_on"
_KEEP_MILLISECONDS: Final = 1500
_START, _END = 9, 10


class NoticeScreen(Screen):
    """A letter of a dossier: the deficiency notice by default, another one to read with `letter`."""

    code = "notice"

    def __init__(self, desk: Desk, route: Route) -> None:
        super().__init__(desk, route)
        on_ground(self, "surface")
        kind = str(route.get("letter", LetterKind.DEFICIENCY_NOTICE))
        self.presenter = NoticePresenter(desk, int(route.get("id")), kind, route.get("queue"), self)
        self.list = ListPane(desk.words, self.text)
        self.letter = LetterPane(desk.words, desk.words.word("letter", kind), self.presenter.language)
        self.printing = Printing(desk, self)
        self.dialog: Dialog | None = None
        self._rest = QtCore.QTimer(self, singleShot=True, interval=_KEEP_MILLISECONDS)
        self._bar: DecisionBar | None = self._decision_bar() if self.presenter.is_notice else None
        self._lay_out()
        self._connect()
        self.presenter.read()

    # --- what a screen is

    def title(self) -> str:
        """Which letter, of which dossier."""
        word, notice = self.desk.words.word("letter", self.presenter.kind), self.presenter.notice
        if notice is None:
            return word
        return self.text("title_of", letter=word, name=notice.page.details.applicant_name)

    def back_title(self) -> str | None:
        """Back to the dossier."""
        notice = self.presenter.notice
        return (
            self.text("back") if notice is None else self.text("back_to", number=notice.page.details.number)
        )

    def commands(self) -> Sequence[Command]:
        """What can be done with the letter."""
        printing = Command("print", "Ctrl+P", self.print, self._why_not_print)
        back = Command("back", "Esc", self.desk.back)
        if not self.presenter.is_notice:
            return [printing, back]
        send = Command("send", "Ctrl+Enter", self.presenter.prepare, self.presenter.why_not_send)
        edit = Command("edit", "E", self.list.focus_remark, self.presenter.condition)
        return [
            send,
            edit,
            printing,
            Command("undo", "Ctrl+Z", self.presenter.undo, self.presenter.why_not_undo),
            back,
        ]

    def refresh(self) -> None:
        """Read it again; what is being typed stays."""
        self.presenter.read()

    def interested_in(self, changes: frozenset[Change]) -> bool:
        """Findings and steps of dossiers."""
        return self.presenter.concerns(changes)

    def first_focus(self) -> QtWidgets.QWidget:
        """The list of items; another letter is read at once."""
        return self.list if self.presenter.is_notice else self.letter

    def panes(self) -> Sequence[QtWidgets.QWidget]:
        """Items, letter."""
        return [self.list, self.letter]

    def decision_bar(self) -> QtWidgets.QWidget | None:
        """Sending, and why it is closed."""
        return self._bar

    def close_screen(self) -> None:
        """What was typed is kept as drafts."""
        self._rest.stop()
        self.presenter.keep()
        self.letter.leave()

    # --- what the presenter tells

    def show_notice(self) -> None:
        """The notice has come."""
        notice = self.presenter.notice
        if notice is None:
            return
        self.list.show_notice(notice, self.presenter.remarks, self.presenter.condition())
        self._show_bar()
        self._pages.setCurrentIndex(0)
        self.head_changed.emit()

    def show_letter(self, pdf: bytes) -> None:
        """The letter as it is printed."""
        self.letter.show_pdf(pdf)

    def say_no_letter(self, sentence: str) -> None:
        """Why there is none."""
        self.letter.say(sentence)

    def show_failure(self, error: Exception) -> None:
        """There is no such dossier, or it could not be read; what is shown stays."""
        if isinstance(error, NotFound) and self.presenter.notice is None:
            missing = EmptyState(self.desk.words.error(error), self.text("back"), "Esc", self.desk.back)
            self._pages.addWidget(missing)
            self._pages.setCurrentWidget(missing)
        else:
            self.desk.messages.show(error)

    def show_blank(self, code: str) -> None:
        """This remark is empty."""
        self.list.show_remarks(self.presenter.remarks)
        self.list.focus_remark(code)

    def ask(self, question: Question) -> None:
        """Ask before it goes out."""
        choices = (
            Choice(GO_ON, question.go_on),
            Choice(SEND, question.send, "primary", "undo"),
        )
        self.dialog = Dialog(question.title, question.consequences, choices, wide=520, parent=self)
        if question.is_grave:
            self.dialog.buttons[GO_ON].setFocus()
        self.dialog.ask_for(lambda code, _reason: self.presenter.send() if code == SEND else None)

    # --- what is pressed

    def print(self) -> None:
        """Print the letter as it is."""
        notice = self.presenter.notice
        if notice is not None:
            details = notice.page.details
            word = self.desk.words.word("letter", self.presenter.kind)
            title = self.text("print.title", letter=word, name=details.applicant_name)
            name = f"{self.presenter.kind.replace('_', '-')}-{details.number.replace('/', '-')}"
            self.printing.start(title, name, self.presenter.printed)

    # --- inside

    def _lay_out(self) -> None:
        body = QtWidgets.QWidget()
        row = QtWidgets.QHBoxLayout(body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        if self.presenter.is_notice:
            row.addWidget(self.list, _START)
            row.addWidget(Line())
        row.addWidget(self.letter, _END)
        self._pages = QtWidgets.QStackedLayout(self)
        self._pages.addWidget(body)

    def _connect(self) -> None:
        self.list.typed.connect(self._typed)
        self.list.left.connect(self.presenter.record)
        self.list.item_wanted.connect(self._go_to_item)
        self.list.dossier_wanted.connect(lambda: self._go_to_item(None))
        self.letter.language_chosen.connect(self.presenter.choose_language)
        self.letter.print_wanted.connect(self.print)
        self._rest.timeout.connect(self.presenter.keep)

    def _decision_bar(self) -> DecisionBar:
        self._reason = Label("", "dense", 500, "text2")
        self.leave = SecondaryButton(self.text("go_on"), key="Esc")
        self.leave.clicked.connect(self.desk.back)
        self.send = PrimaryButton(self.text("send_dialog"), "undo", "Ctrl+Enter")
        self.send.clicked.connect(self.presenter.prepare)
        return DecisionBar([self._reason], [self.leave, self.send])

    def _show_bar(self) -> None:
        if self._bar is None:
            return
        is_open, reason = self.presenter.is_open, self.presenter.why_not_send()
        self.leave.set_text(self.text("go_on" if is_open else "command.back"))
        self.send.setVisible(is_open)
        self.send.set_reason(reason)
        self._reason.setText((reason or self._progress()) if is_open else "")
        self._reason.set_colour("redFg" if reason else "text2")

    def _progress(self) -> str:
        notice = self.presenter.notice
        count = 0 if notice is None else len(notice.items)
        return self.text("ready", count=count)

    def _typed(self, code: str, text: str) -> None:
        self.presenter.type(code, text)
        self.list.show_remarks(self.presenter.remarks)
        self._rest.start()

    def _go_to_item(self, code: str | None) -> None:
        named = {} if code is None else {"item": code}
        self.desk.go(route("dossier", id=self.presenter.dossier_id, queue=self.route.get("queue"), **named))

    def _why_not_print(self) -> str | None:
        return None if self.letter.pdf else self.letter.reason or self.text("why.reading")
