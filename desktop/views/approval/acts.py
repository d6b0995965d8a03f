"""What a manager does with the stack: decides a batch as a job, or sends one dossier back."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING, Any

from PySide6 import QtCore, QtWidgets

from desktop.models.errors import ParvandehError
from desktop.services.people import Actor
from desktop.services.steps import take_step
from desktop.views.approval.batch_run import BatchRun
from desktop.views.approval.choosing import Batch
from desktop.views.approval.confirm import DecisionDialog
from desktop.views.approval.consequences import follows_of
from desktop.views.approval.deciding import Decision, moved_since
from desktop.views.approval.lines import StackLine
from desktop.views.approval.presenter import ApprovalPresenter
from desktop.views.approval.returning import Returning

if TYPE_CHECKING:
    from desktop.views.desk import Desk


class ApprovalActs(QtCore.QObject):
    """The acts of one visit to the desk."""

    def __init__(self, desk: "Desk", over: QtWidgets.QWidget, presenter: ApprovalPresenter) -> None:
        super().__init__(over)
        self._desk, self._over, self._presenter = desk, over, presenter
        self._text = desk.words.of("approval")
        self.question: DecisionDialog | None = None
        self.returning: Returning | None = None
        self.run: BatchRun | None = None

    def why_nothing(self) -> str | None:
        """Why nothing can be done: no row has the cursor."""
        return None if self._presenter.line is not None else self._text("nothing_chosen")

    def return_(self) -> None:
        """Send the row under the cursor back to a desk, with the reason."""
        line = self._presenter.line
        if line is not None:
            self.returning = Returning(self._desk, line, self._over)
            self.returning.open()

    def decide(self) -> None:
        """Ask about the marked rows, or the one under the cursor, once it is known what would follow."""
        batch = self._presenter.batch()
        if batch.included and self.question is None:
            follows = follows_of(batch.included, self._desk.words)
            self._desk.read(follows, lambda said: self._ask(batch, said), owner=self, lane="question")

    def heard(self, changed: Collection[int]) -> None:
        """Dossiers have changed: what stands in an open question drops out of it."""
        if self.question is not None:
            self.question.drop(changed)

    def _ask(self, batch: Batch, follows: Sequence[str]) -> None:
        self.question = DecisionDialog(self._text, batch, follows, self._over)
        self.question.agreed.connect(self._look_once_more)
        self.question.dialog.finished.connect(lambda _result: self._forget_question())
        self.question.open()

    def _forget_question(self) -> None:
        self.question = None

    def _look_once_more(self, lines: tuple[StackLine, ...], note: str) -> None:
        """Somebody at another desk may have moved a row meanwhile: it drops out before anything is done."""

        def looked(moved: frozenset[int]) -> None:
            if self.question is None:
                return
            if moved:
                self.question.drop(moved)
                self.question.wait_for_another_look()
                self._presenter.look_again(moved)
                return
            if len(lines) == 1:
                self._decide_one(lines[0], note)
                return
            self.question.close()
            self._presenter.marked.put([])
            self.run = BatchRun(self._desk, Decision(lines, note))

        self._desk.read(moved_since(lines), looked, owner=self)

    def _decide_one(self, line: StackLine, note: str) -> None:
        """One decision is no job: its question stays until it is taken, and says why when it is refused."""

        def done(_answer: object) -> None:
            if self.question is not None:
                self.question.close()
            self._desk.tell(self._text("told_one", name=line.name, action=line.verb))

        def refused(error: Exception) -> None:
            if self.question is not None and isinstance(error, ParvandehError):
                self.question.refuse(self._desk.words.error(error))
            else:
                self._desk.messages.show(error)

        def work(session: Any, actor: Actor) -> object:
            return take_step(session, actor, line.id, line.action, note or None, line.version)

        self._desk.write(work, done, refused, self)
