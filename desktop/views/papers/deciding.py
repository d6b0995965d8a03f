"""The bar under the desk of papers and its questions: all is well, or some papers go back with reasons."""

from collections.abc import Callable

from PySide6 import QtWidgets

from desktop.models.errors import ParvandehError, RuleBroken
from desktop.models.vocabulary import PaperVerdict
from desktop.services.step_natures import DeskStep, StepNature
from desktop.services.wording import in_tehran
from desktop.views.desk import Desk
from desktop.views.papers.page import FOUR_EYES
from desktop.views.papers.presenter import PapersPresenter
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import PrimaryButton, SecondaryButton
from desktop.views.widgets.decision_bar import DecisionBar
from desktop.views.widgets.dialog import Choice, Dialog, Reason
from desktop.views.widgets.label import Label

_HEIGHT = 56
DECIDE, LEAVE = "decide", "leave"


class PapersBar(QtWidgets.QWidget):
    """How far the papers are, what is in the way, and the two decisions."""

    def __init__(self, desk: Desk, presenter: PapersPresenter, over: QtWidgets.QWidget) -> None:
        super().__init__()
        self._desk, self._presenter, self._over = desk, presenter, over
        self._text = desk.words.of("papers")
        self.dialog: Dialog | None = None
        self.progress, self.why = Label("", "dense", 600), Label("", "caption", 400, "text2")
        self.accept = PrimaryButton(self._text("decision.accept"), "shield-check", "Ctrl+Enter")
        self.reject = SecondaryButton(self._text("decision.reject"), "undo")
        self.accept.clicked.connect(lambda _checked: self._ask_about("accept"))
        self.reject.clicked.connect(lambda _checked: self._ask_about("reject"))
        words = QtWidgets.QWidget()
        lines = QtWidgets.QVBoxLayout(words)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addStretch(1)
        lines.addWidget(self.progress)
        lines.addWidget(self.why)
        lines.addStretch(1)
        words.setSizePolicy(QtWidgets.QSizePolicy.Policy.Expanding, QtWidgets.QSizePolicy.Policy.Preferred)
        whole = QtWidgets.QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(DecisionBar([words], [self.reject, self.accept]))
        self.setFixedHeight(look().px(_HEIGHT))

    def show_decisions(self) -> None:
        """Show what can be decided now, and why the rest cannot."""
        opened = self._presenter.open
        self.progress.setText(self._progress())
        self.why.setText(self.why_not_main() or "")
        self._show(self.accept, opened.accept if opened else None)
        self._show(self.reject, opened.reject if opened else None)

    def why_not(self, step: DeskStep | None) -> str | None:
        """Why a step is closed, in sentences; None when it is open."""
        if step is None or self._presenter.open is None:
            return self._text("nothing_to_decide")
        if self._presenter.open.holder is not None:
            return self._text("in_hand_of", holder=self._presenter.open.holder)
        refusals = step.answer.refusals
        if any(one.code == FOUR_EYES for one in refusals):
            return self._text("own_work")
        words = self._presenter.words
        return " ".join(words.error(RuleBroken(one.code, **one.values)) for one in refusals) or None

    def why_not_main(self) -> str | None:
        """Why what Ctrl+Enter asks about is closed."""
        return self.why_not(self._presenter.main)

    def ask(self) -> None:
        """Ask about the main decision."""
        if self._presenter.main is not None:
            self._open(self._presenter.main)

    # --- inside

    def _show(self, button: PrimaryButton | SecondaryButton, step: DeskStep | None) -> None:
        button.setVisible(step is not None)
        if step is not None:
            action = self._presenter.words.label(step.answer.label)
            button.set_text(self._text("with_dialog", action=action))
            button.set_reason(self.why_not(step))

    def _progress(self) -> str:
        opened = self._presenter.open
        if opened is None:
            return ""
        judged = opened.count(PaperVerdict.ACCEPTED, PaperVerdict.REJECTED)
        here = judged + opened.count(PaperVerdict.PENDING)
        rejected = opened.count(PaperVerdict.REJECTED)
        if not here:
            return self._text("no_packet")
        if rejected:
            return self._text("progress.rejected", done=judged, count=here, rejected=rejected)
        return self._text("progress", done=judged, count=here)

    def _ask_about(self, which: str) -> None:
        opened = self._presenter.open
        step = (opened.accept if which == "accept" else opened.reject) if opened else None
        if step is not None:
            self._open(step)

    def _open(self, step: DeskStep) -> None:
        opened = self._presenter.open
        if opened is None:
            return
        action = self._presenter.words.label(step.answer.label)
        note = step.answer.note
        goes_out = step.nature is StepNature.DEFICIENCY
        explained = self._text("question.note_goes_out" if goes_out else "question.note_stays")
        self.dialog = Dialog(
            self._text("question.title", action=action, name=opened.page.details.applicant_name),
            self._consequences(step),
            [Choice(DECIDE, action, "primary"), Choice(LEAVE, self._text("leave"))],
            reason=None
            if note == "none"
            else Reason(self._text("question.note"), explained, note == "required"),
            stays=True,
            parent=self._over,
        )
        self.dialog.ask_for(lambda code, written: self._answer(step, code, written))
        self.dialog.buttons[DECIDE].setFocus()

    def _consequences(self, step: DeskStep) -> list[str]:
        opened, words, text = self._presenter.open, self._presenter.words, self._text
        if opened is None:
            return []
        said = []
        if step.nature is StepNature.DEFICIENCY:
            rejected = [one for one in opened.papers if one.verdict is PaperVerdict.REJECTED]
            said += [
                text("question.reason", paper=words.label(one.label), reason=one.reason) for one in rejected
            ]
            until = in_tehran(opened.page.answer_until).date()
            said.append(text("question.goes_to_applicant", until=until))
        else:
            said.append(text("question.equal", count=opened.count(PaperVerdict.ACCEPTED)))
        said.append(text("question.leads_to", status=words.word("status", step.answer.to_status)))
        if step.answer.can_be_undone:
            said.append(text("question.undoable"))
        return said

    def _answer(self, step: DeskStep, code: str, written: str) -> None:
        dialog = self.dialog
        if code == DECIDE and dialog is not None:
            self._presenter.decide(step, written, dialog.close, self._refusal_of(dialog))

    def _refusal_of(self, dialog: Dialog) -> Callable[[Exception], object]:
        def refused(error: Exception) -> None:
            if isinstance(error, ParvandehError):
                dialog.refuse(self._presenter.words.error(error))
            else:
                self._desk.messages.show(error)

        return refused
