"""Long work that can be watched and stopped: each job is a generator that says how far it is."""

from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from itertools import count
from time import monotonic, sleep
from typing import Any

from PySide6 import QtCore

from desktop.views.background import Failed, Request, Runner, Then

TELL_AT_MOST_EVERY = 0.1
"""Seconds between two tellings of a job's progress: the eye needs no more, and each costs the window."""

WORKS, RESTS = 0.008, 0.001
"""Seconds: after so much work in Python a job lets the window draw a frame before it goes on."""

Steps = Generator[Any, None, Any]
"""Yields progress with `done` and `total` (either may be missing); what it returns is the job's answer."""


class JobState(StrEnum):
    """The life of a job."""

    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass
class Job:
    """One job as the panel shows it."""

    id: int
    title: str
    begun_at: datetime
    state: JobState = JobState.RUNNING
    done: int = 0
    total: int = 0
    ended_at: datetime | None = None
    log: list[str] = field(default_factory=list)
    cancel_asked: bool = False


class Jobs(QtCore.QObject):
    """All jobs of this window. Signals: `changed(Job)` whenever one has gone on."""

    changed = QtCore.Signal(object)

    def __init__(self, runner: Runner, now: Callable[[], datetime]) -> None:
        super().__init__()
        self._runner, self._now, self._ids = runner, now, count(1)
        self.jobs: list[Job] = []

    @property
    def running(self) -> list[Job]:
        """Those that have not ended."""
        return [job for job in self.jobs if job.state is JobState.RUNNING]

    def prepare(self, title: str) -> Job:
        """A job that has not begun."""
        job = Job(next(self._ids), title, self._now())
        self.jobs.insert(0, job)
        return job

    def run(self, job: Job, steps: Callable[[], Steps], then: Then, failed: Failed) -> None:
        """Run the steps one by one; `then` gets what the generator returns, unless it was cancelled."""
        self._runner.start(
            Request(
                lambda: self._run(job, steps()),
                lambda answer: self._end(job, then, answer),
                lambda error: self._fail(job, failed, error),
                self,
            )
        )
        self.changed.emit(job)

    def cancel(self, job: Job) -> None:
        """Ask a job to stop at its next step; what its unit of work had done is rolled back."""
        job.cancel_asked = True

    def _run(self, job: Job, steps: Steps) -> Any:
        told, rested = 0.0, monotonic()
        while not job.cancel_asked:
            try:
                progress = next(steps)
            except StopIteration as ended:
                return ended.value
            job.done = getattr(progress, "done", job.done + 1)
            job.total = getattr(progress, "total", job.total)
            if monotonic() - told >= TELL_AT_MOST_EVERY:
                told = monotonic()
                self.changed.emit(job)
            if monotonic() - rested >= WORKS:
                sleep(RESTS)
                rested = monotonic()
        steps.close()
        return None

    def _end(self, job: Job, then: Then, answer: Any) -> None:
        job.state = JobState.CANCELLED if job.cancel_asked and answer is None else JobState.DONE
        job.ended_at = self._now()
        self.changed.emit(job)
        if job.state is JobState.DONE:
            then(answer)

    def _fail(self, job: Job, failed: Failed, error: Exception) -> None:
        job.state, job.ended_at = JobState.FAILED, self._now()
        job.log.append(str(error))
        self.changed.emit(job)
        failed(error)
