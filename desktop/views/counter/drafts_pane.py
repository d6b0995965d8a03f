"""The start side: a new application, a new answer, and the clerk's drafts to go on with."""

from collections.abc import Callable

from PySide6 import QtCore, QtGui, QtWidgets

from desktop.services.intake.counter import Draft
from desktop.views.counter.presenter import CounterPresenter
from desktop.views.layouts import empty
from desktop.views.shell.grounds import on_ground
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import IconButton, PrimaryButton, SecondaryButton
from desktop.views.widgets.dialog import Choice, Dialog
from desktop.views.widgets.form_field import FormField, LineField
from desktop.views.widgets.label import Label
from desktop.views.widgets.section import Card, Section, SectionHeader


class DraftsPane(QtWidgets.QScrollArea):
    """Signals: `opened(int)` and `discarded(int)` a draft, `application(str)` of a scheme, `answer(str)`."""

    opened = QtCore.Signal(int)
    discarded = QtCore.Signal(int)
    application = QtCore.Signal(str)
    answer = QtCore.Signal(str)

    def __init__(self, presenter: CounterPresenter) -> None:
        super().__init__()
        self._presenter, self._text = presenter, presenter.text
        self.setWidgetResizable(True)
        self.setFrameShape(QtWidgets.QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(QtCore.Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.begin = PrimaryButton(self._text("command.new"), icon="plus", key="N")
        self.begin.clicked.connect(self.ask_for_scheme)
        self.number = LineField(latin=True, placeholder=self._text("number_example"))
        self._number = FormField(self._text("answer"), self.number)
        self.number.returnPressed.connect(self._answer)
        self.number.textEdited.connect(lambda _: self._number.set_error(None))
        self.start_answer = SecondaryButton(self._text("begin_answer"), icon="speech")
        self.start_answer.clicked.connect(self._answer)
        self._drafts = Section(SectionHeader(self._text("drafts"), "pen"), lined=False)
        self._list = QtWidgets.QVBoxLayout()
        self._list.setSpacing(look().px(8))
        self._drafts.body.addLayout(self._list)
        self.continued: dict[int, SecondaryButton] = {}
        self._lay_out()

    def show_drafts(self) -> None:
        """Show the drafts as the presenter knows them."""
        empty(self._list)
        self.continued = {}
        if not self._presenter.drafts:
            self._list.addWidget(Label(self._text("no_drafts"), "dense", 400, "text3", wraps=True))
        for draft in self._presenter.drafts:
            self._list.addWidget(self._card(draft))

    def ask_for_scheme(self) -> None:
        """Begin at once where there is one scheme, else ask for it."""
        schemes = self._presenter.schemes
        if len(schemes) == 1:
            self.application.emit(schemes[0][0])
            return
        menu = QtWidgets.QMenu(self)
        for code, title in schemes:
            menu.addAction(title, _with(self.application.emit, code))
        menu.popup(self.begin.mapToGlobal(QtCore.QPoint(0, self.begin.height())))

    def ask_to_discard(self, draft: Draft) -> None:
        """Ask before a draft is thrown away."""
        dialog = Dialog(
            self._text("discard_title", name=self._presenter.name_of(draft)),
            [self._text("discard_gone"), self._text("discard_files")],
            [Choice("discard", self._text("discard"), "danger"), Choice("no", self._text("cancel"))],
            parent=self,
        )
        dialog.ask_for(lambda code, _: self.discarded.emit(draft.id) if code == "discard" else None)

    def refuse_answer(self, sentence: str) -> None:
        """Say why no answer can be begun for the number."""
        self._number.set_error(sentence)

    def _answer(self) -> None:
        number = self.number.value()
        if number:
            self.answer.emit(number)
        else:
            self.refuse_answer(self._text("number_missing"))
            self.number.setFocus()

    def _card(self, draft: Draft) -> Card:
        presenter = self._presenter
        is_open = presenter.draft is not None and presenter.draft.id == draft.id
        card = Card("tint" if is_open else "surface", bar="accentSolid" if is_open else "border")
        name = presenter.name_of(draft)
        card.body.addWidget(Label(name, "dense", 600))
        card.body.addWidget(Label(presenter.about(draft), "caption", 400, "text2", wraps=True))
        card.body.addWidget(Label(presenter.saved(draft.saved_at), "caption", 400, "text3"))
        row = QtWidgets.QHBoxLayout()
        row.setSpacing(look().px(6))
        if is_open:
            row.addWidget(Label(self._text("is_open"), "caption", 600, "accent"))
        else:
            row.addWidget(self._go_on(draft))
        discard = IconButton("trash", self._text("discard_named", name=name), small=True)
        discard.clicked.connect(_with(self.ask_to_discard, draft))
        row.addStretch(1)
        row.addWidget(discard)
        card.body.addLayout(row)
        return card

    def _go_on(self, draft: Draft) -> SecondaryButton:
        button = SecondaryButton(self._text("continue"), small=True)
        button.clicked.connect(_with(self.opened.emit, draft.id))
        self.continued[draft.id] = button
        return button

    def _lay_out(self) -> None:
        inside = QtWidgets.QWidget()
        on_ground(inside, "surface2")
        column = QtWidgets.QVBoxLayout(inside)
        margin = look().px(12)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look().px(10))
        for widget in (self.begin, self._number, self.start_answer, self._drafts):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidget(inside)

    def paintEvent(self, event: QtGui.QPaintEvent) -> None:
        """The ground behind what is shorter than the pane."""
        QtGui.QPainter(self.viewport()).fillRect(self.viewport().rect(), look().colour("surface2"))
        super().paintEvent(event)


def _with(act: Callable[..., object], argument: object) -> Callable[..., object]:
    return lambda *_pressed: act(argument)
