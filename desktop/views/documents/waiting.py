"""The requests that wait for the drawing process: the most urgent goes first, dropped ones never."""

import threading
from dataclasses import dataclass, field
from enum import IntEnum
from itertools import count
from typing import Any

from desktop.services.page_images.process import RenderingProcess


class Urgency(IntEnum):
    """Who goes first; among equals who came first."""

    SHOWN = 0
    """A page somebody waits for."""
    SOON = 1
    """The pages before and after it."""
    THUMBNAIL = 2
    LATER = 3
    """Differences and words: nobody waits for them."""


_SERIAL = count()


@dataclass(eq=False)
class Job:
    """Something to ask of the process; `name` is the same for the same question."""

    name: tuple[object, ...]
    urgency: Urgency
    serial: int = field(default_factory=lambda: next(_SERIAL))

    def done_by(self, process: RenderingProcess, place: int) -> Any:
        """Ask, and give the answer; pictures are left in that place of the shared memory."""
        raise NotImplementedError


class Waiting:
    """A line of jobs between the window, which puts them, and the thread that takes them."""

    def __init__(self) -> None:
        self._jobs: list[Job] = []
        self._something = threading.Condition()
        self.is_closed = False

    def put(self, job: Job) -> None:
        """Let a job wait; one that waits already is only hurried."""
        with self._something:
            if job not in self._jobs:
                self._jobs.append(job)
            self._something.notify()

    def drop(self, job: Job) -> bool:
        """Forget a job; False when it was taken before."""
        with self._something:
            if job not in self._jobs:
                return False
            self._jobs.remove(job)
            return True

    def take(self) -> Job | None:
        """Wait for the most urgent job; nothing once the line is closed."""
        with self._something:
            self._something.wait_for(lambda: self._jobs or self.is_closed)
            if self.is_closed:
                return None
            job = min(self._jobs, key=lambda one: (one.urgency, one.serial))
            self._jobs.remove(job)
            return job

    def close(self) -> None:
        """Give nothing out any more."""
        with self._something:
            self.is_closed = True
            self._something.notify_all()
