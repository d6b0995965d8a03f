"""A batch while it is decided: it outlives the screen, announces what changed and tells what became of it."""

from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets

from desktop.views.approval.deciding import Decision
from desktop.views.approval.lines import StackLine
from desktop.views.approval.results import reason_of, results_dialog
from desktop.views.jobs import Job, JobState

if TYPE_CHECKING:
    from desktop.views.desk import Desk


class BatchRun(QtCore.QObject):
    """One job; belongs to the desk and goes when it has been told how the job ended."""

    def __init__(self, desk: "Desk", decision: Decision) -> None:
        super().__init__(desk)
        self._desk, self._text, self.decision = desk, desk.words.of("approval"), decision
        self._is_told = False
        desk.jobs.changed.connect(self._heard)
        title = self._text("job", count=len(decision.lines))
        self.job: Job | None = None
        self.job = desk.long(title, decision.steps, lambda _results: None)
        self._heard(self.job)

    @QtCore.Slot(object)
    def _heard(self, job: Job) -> None:
        # A job that was stopped has no answer; what it had decided by then is decided all the same.
        if job is not self.job or job.state is JobState.RUNNING or self._is_told:
            return
        self._is_told = True
        decision = self.decision
        job.log += [self._line_of(line) for line in decision.lines]
        self._tell()
        self._desk.changes.announce(frozenset(("dossier", one.dossier_id) for one in decision.results))
        self.deleteLater()

    def _tell(self) -> None:
        decision = self.decision
        if decision.refused or decision.untouched:
            over = QtWidgets.QApplication.activeWindow()
            dialog = results_dialog(self._desk.words, decision, over)
            dialog.setAttribute(QtCore.Qt.WidgetAttribute.WA_DeleteOnClose)
            dialog.open()
        elif len(decision.lines) == 1:
            line = decision.lines[0]
            self._desk.tell(self._text("told_one", name=line.name, action=line.verb))
        else:
            self._desk.tell(self._text("told", count=len(decision.approved)))

    def _line_of(self, line: StackLine) -> str:
        refusal = next((one.refusal for row, one in self.decision.refused if row is line), None)
        if refusal is not None:
            said = reason_of(self._desk.words, self._text, refusal)
        elif line in self.decision.untouched:
            said = self._text("result.untouched")
        else:
            said = self._text("result.done", action=line.verb)
        return self._text("result.line", number=line.number, said=said)
