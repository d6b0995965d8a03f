"""Registers a packet that came by post: its tracking number, the day, and which papers lie in it."""

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtWidgets

from desktop.models.errors import ParvandehError
from desktop.models.vocabulary import PaperVerdict
from desktop.services import papers_desk, physical_documents
from desktop.services.dossiers import DossierDetails, dossier_details
from desktop.services.people import Actor
from desktop.services.physical_documents import PaperRow
from desktop.services.wording import in_tehran
from desktop.views.calendars.almanac import Almanac
from desktop.views.calendars.date_field import DateField
from desktop.views.layouts import empty
from desktop.views.theme.look import look
from desktop.views.widgets.dialog import Choice, Dialog
from desktop.views.widgets.fields import CheckField, LineField
from desktop.views.widgets.form_field import FormField
from desktop.views.widgets.label import Label

if TYPE_CHECKING:
    from desktop.views.desk import Desk

_WIDE = 520
REGISTER, LEAVE = "register", "leave"


class Registering(QtCore.QObject):
    """One packet. Signals: `registered(int)` the dossier it belongs to."""

    registered = QtCore.Signal(int)

    def __init__(self, desk: "Desk", over: QtWidgets.QWidget, number: str = "", tracking: str = "") -> None:
        super().__init__(over)
        self._desk, self._text = desk, desk.words.of("papers")
        self._dossier: DossierDetails | None = None
        self.boxes: dict[str, CheckField] = {}
        self.number = LineField(number, latin=True, placeholder=self._text("register.number_like"))
        self.tracking = LineField(tracking, latin=True)
        today = in_tehran(desk.now()).date()
        self.day = DateField(Almanac(desk.words, today, most=today), today)
        self.dialog = self._dialog(over)
        # A scanner ends with Enter: it goes on to the next field and never sends the form.
        self.number.returnPressed.connect(self.tracking.setFocus)
        self.number.editingFinished.connect(self._find)
        self.tracking.returnPressed.connect(self.day.setFocus)

    def open(self) -> None:
        """Ask."""
        self.dialog.ask_for(self._answer)
        (self.tracking if self.number.value() else self.number).setFocus()
        self._find()

    def _dialog(self, over: QtWidgets.QWidget) -> Dialog:
        text, body = self._text, QtWidgets.QWidget()
        column = QtWidgets.QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look().px(10))
        self._number_field = FormField(text("register.number"), self.number, required=True)
        self._tracking_field = FormField(text("register.tracking"), self.tracking, required=True)
        column.addWidget(self._number_field)
        column.addWidget(self._tracking_field)
        column.addWidget(FormField(text("register.day"), self.day, required=True))
        self._papers = QtWidgets.QVBoxLayout()
        self._papers.setSpacing(look().px(4))
        column.addLayout(self._papers)
        return Dialog(
            text("register.title"),
            choices=[
                Choice(REGISTER, text("register.act"), "primary", "inbox"),
                Choice(LEAVE, text("leave")),
            ],
            body=body,
            stays=True,
            wide=_WIDE,
            parent=over,
        )

    def _find(self) -> None:
        typed = self.number.value()
        if not typed or (self._dossier is not None and self._dossier.number == typed):
            return

        def read(session: Any, _actor: Actor) -> tuple[DossierDetails, list[PaperRow]]:
            dossier_id = papers_desk.find_by_paper(session, typed)
            return dossier_details(session, dossier_id), physical_documents.papers_of(session, dossier_id)

        self._desk.read(read, self._found, self._unknown, owner=self, lane="dossier")

    def _found(self, found: tuple[DossierDetails, list[PaperRow]]) -> None:
        self._dossier, papers = found
        self._number_field.set_error(None)
        self.number.setText(self._dossier.number)
        empty(self._papers)
        self._papers.addWidget(Label(self._dossier.applicant_name, "dense", 600))
        awaited = [one for one in papers if one.verdict in (None, PaperVerdict.REJECTED)]
        said = "register.papers" if awaited else "register.all_here"
        self._papers.addWidget(Label(self._text(said), "dense", 400, "text2", wraps=True))
        self.boxes = {}
        for paper in awaited:
            label = self._desk.words.label(paper.label)
            again = paper.verdict is PaperVerdict.REJECTED
            words = self._text("register.again", paper=label) if again else label
            self.boxes[paper.rule] = CheckField(words, checked=paper.required or again)
            self._papers.addWidget(self.boxes[paper.rule])

    def _unknown(self, error: Exception) -> None:
        self._dossier = None
        empty(self._papers)
        self.boxes = {}
        if isinstance(error, ParvandehError):
            self._number_field.set_error(self._desk.words.error(error))
        else:
            self._desk.messages.show(error)

    def _answer(self, code: str, _reason: str) -> None:
        if code != REGISTER:
            return
        dossier, day, papers = self._dossier, self.day.day(), self._chosen()
        why_not = self._why_not(dossier, day, papers)
        if dossier is None or day is None or why_not:
            self.dialog.refuse(why_not)
            return
        tracking = self.tracking.value()

        def work(session: Any, actor: Actor) -> int:
            return physical_documents.receive_packet(session, actor, dossier.id, tracking, day, papers)

        self._desk.write(work, lambda _: self._done(dossier), self._refused, self)

    def _chosen(self) -> list[str]:
        return [rule for rule, box in self.boxes.items() if box.isChecked()]

    def _why_not(self, dossier: DossierDetails | None, day: date | None, papers: list[str]) -> str:
        if dossier is None:
            return self._text("register.no_dossier")
        if day is None:
            return self.day.problem() or self._text("register.no_day")
        return "" if papers else self._text("register.no_paper" if self.boxes else "register.all_here")

    def _done(self, dossier: DossierDetails) -> None:
        self.dialog.close()
        self._desk.tell(self._text("register.done", name=dossier.applicant_name))
        self.registered.emit(dossier.id)

    def _refused(self, error: Exception) -> None:
        if isinstance(error, ParvandehError):
            self.dialog.refuse(self._desk.words.error(error))
        else:
            self._desk.messages.show(error)
