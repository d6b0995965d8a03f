"""The panel of jobs at the window's end edge: how far each is, how it ended, and how to stop it."""

from collections.abc import Sequence

from PySide6 import QtGui, QtWidgets

from desktop.views.desk import Desk
from desktop.views.jobs import Job, JobState
from desktop.views.layouts import empty
from desktop.views.navigation import route
from desktop.views.theme.look import look
from desktop.views.widgets.buttons import QuietButton
from desktop.views.widgets.dialog import Choice, Dialog
from desktop.views.widgets.empty_state import EmptyState
from desktop.views.widgets.label import Label

WIDTH = 360
SHOWN = 12


class JobsPanel(QtWidgets.QFrame):
    """Lies over the screen; nothing that took less than half a second is shown in it."""

    def __init__(self, desk: Desk, over: QtWidgets.QWidget) -> None:
        super().__init__(over)
        self._desk, self._over = desk, over
        self._text = desk.words.of("shell")
        self.setAutoFillBackground(True)
        shade = self.palette()
        shade.setColor(QtGui.QPalette.ColorRole.Window, look().colour("surface"))
        self.setPalette(shade)
        self._lines = QtWidgets.QVBoxLayout(self)
        gap = look().px(16)
        self._lines.setContentsMargins(gap, gap, gap, gap)
        self._lines.setSpacing(look().px(10))
        self.follow()

    def follow(self) -> None:
        """Show how far the jobs are now."""
        empty(self._lines)
        self._lines.addWidget(Label(self._text("jobs"), "h2"))
        jobs = self._desk.jobs.jobs[:SHOWN]
        if not jobs:
            self._lines.addWidget(EmptyState(self._text("jobs_none")))
        for job in jobs:
            self._lines.addWidget(JobLine(self._desk, job))
        self._lines.addStretch(1)
        whole = QuietButton(self._text("jobs_all"), icon="forward")
        whole.clicked.connect(lambda: self._desk.go(route("jobs")))
        self._lines.addWidget(whole)

    def place(self) -> None:
        """Lie at the end edge, between the bars."""
        width = look().px(WIDTH)
        top, bottom = look().px(48), look().px(28)
        x = 0 if look().rtl else self._over.width() - width
        self.setGeometry(x, top, width, self._over.height() - top - bottom)
        self.raise_()

    def ask_about_leaving(self, window: QtWidgets.QWidget, running: Sequence[Job]) -> bool:
        """Ask whether to wait for running jobs or to stop them; answers whether the window may close."""
        dialog = Dialog(
            self._text("leave_title", count=len(running)),
            [job.title for job in running],
            [
                Choice("stop", self._text("leave_stop"), kind="danger"),
                Choice("wait", self._text("leave_wait")),
            ],
            parent=window,
        )
        if dialog.ask() != "stop":
            return False
        for job in running:
            self._desk.jobs.cancel(job)
        return True


class JobLine(QtWidgets.QWidget):
    """One job: its name, a bar, how far it is, and a way to stop it."""

    def __init__(self, desk: Desk, job: Job) -> None:
        super().__init__()
        text = desk.words.of("shell")
        lines = QtWidgets.QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(look().px(4))
        head = QtWidgets.QHBoxLayout()
        head.addWidget(Label(job.title, "dense", 500), 1)
        if job.state is JobState.RUNNING:
            stop = QuietButton(text("job_cancel"))
            stop.clicked.connect(lambda: desk.jobs.cancel(job))
            head.addWidget(stop)
        lines.addLayout(head)
        if job.state is JobState.RUNNING:
            lines.addWidget(_bar(job))
        lines.addWidget(Label(_said(desk, job), "caption", 400, "text3"))


def _bar(job: Job) -> QtWidgets.QProgressBar:
    bar = QtWidgets.QProgressBar()
    bar.setRange(0, job.total)
    bar.setValue(min(job.done, job.total))
    bar.setTextVisible(False)
    bar.setFixedHeight(look().px(6))
    return bar


def _said(desk: Desk, job: Job) -> str:
    text, formats = desk.words.of("shell"), desk.words.formats
    if job.state is not JobState.RUNNING and job.ended_at is not None:
        return text(f"job_{job.state}", at=formats.when(job.ended_at, desk.now()))
    if job.total:
        return text("job_progress", done=job.done, total=job.total)
    return text("job_begun", at=formats.when(job.begun_at, desk.now()))
