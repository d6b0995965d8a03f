"""What a documents officer does with a dossier: judges its papers, registers a packet, keeps a note."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from desktop.models.errors import ParvandehError
from desktop.models.vocabulary import PaperVerdict
from desktop.views.papers.presenter import PapersPresenter
from desktop.views.papers.registering import Registering
from desktop.views.widgets.dialog import Choice, Dialog, Reason

if TYPE_CHECKING:
    from desktop.views.desk import Desk


class PapersActs(QtCore.QObject):
    """Signals: `found(int)` the dossier of a packet that was registered; `settled()` a question has ended."""

    found = QtCore.Signal(int)
    settled = QtCore.Signal()

    def __init__(self, desk: "Desk", presenter: PapersPresenter, over: QtWidgets.QWidget) -> None:
        super().__init__(over)
        self._desk, self._presenter, self._over = desk, presenter, over
        self._text = desk.words.of("papers")
        self.question: Dialog | None = None
        self.registering: Registering | None = None
        self.tracking = ""
        """A number that was typed or scanned and belongs to no packet yet; the form begins with it."""

    def judge(self, verdict: PaperVerdict) -> None:
        """Judge the current paper; a difference wants its reason first."""
        reason = self._presenter.why_not_judge()
        if reason is not None:
            self._desk.messages.refused.emit(reason)
        elif verdict is PaperVerdict.REJECTED:
            self._ask_for_difference()
        else:
            self._presenter.judge(verdict)

    def register(self) -> None:
        """Register a packet, of the open dossier unless another is named."""
        opened = self._presenter.open
        number = opened.page.details.number if opened and opened.count(None, PaperVerdict.REJECTED) else ""
        self.registering = Registering(self._desk, self._over, number, self.tracking)
        self.tracking = ""
        self.registering.registered.connect(self.found)
        self.registering.open()

    def note(self) -> None:
        """Write an internal note; it stays in the office."""
        text = self._text
        self.question = Dialog(
            text("note.title"),
            choices=[Choice("keep", text("note.keep"), "primary"), Choice("leave", text("leave"))],
            reason=Reason(text("note.label"), text("note.explained")),
            parent=self._over,
        )
        keep = self._presenter.write_note
        self.question.ask_for(lambda code, written: keep(written) if code == "keep" else None)

    def _ask_for_difference(self) -> None:
        paper, text = self._presenter.paper, self._text
        if paper is None:
            return
        title = text("difference.title", paper=self._presenter.words.label(paper.label))
        dialog = self.question = Dialog(
            title,
            choices=[Choice("record", text("difference.act"), "primary"), Choice("leave", text("leave"))],
            reason=Reason(text("difference.label"), text("difference.explained"), text=paper.reason),
            stays=True,
            parent=self._over,
        )

        def refused(error: Exception) -> None:
            if isinstance(error, ParvandehError):
                dialog.refuse(self._presenter.words.error(error))
            else:
                self._desk.messages.show(error)

        def answered(code: str, reason: str) -> None:
            if code == "record":
                self._presenter.judge(PaperVerdict.REJECTED, reason, refused, dialog.close)

        dialog.ask_for(answered)
        dialog.finished.connect(lambda _result: self.settled.emit())
