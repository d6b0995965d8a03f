"""Runs work away from the window's thread and brings the answer back to it; nothing here waits."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Protocol

import shiboken6
from PySide6 import QtCore

WORKERS = 4
"""Readers beside each other; writers queue at the database anyway."""

Work = Callable[[], Any]
Then = Callable[[Any], object]
Failed = Callable[[Exception], object]


@dataclass(frozen=True)
class Request:
    """Work, and who wants to know how it ended.

    The answer is dropped when `owner` is gone by then, or has asked again in the same `lane` meanwhile.
    """

    work: Work
    then: Then
    failed: Failed
    owner: QtCore.QObject | None = None
    lane: str = ""


class Runner(Protocol):
    """What runs requests: in threads, or in tests at once."""

    def start(self, request: Request) -> None:
        """Run the request."""

    def close(self) -> None:
        """Wait for what runs and start nothing more."""


def run_at_once(request: Request) -> None:
    """Run a request to its end here and now."""
    try:
        answer = request.work()
    except Exception as error:  # noqa: BLE001 - whoever asked is told, as it would be from a thread
        request.failed(error)
    else:
        request.then(answer)


class AtOnce:
    """Runs everything in the thread that asks; tests use it to see the end of a gesture when it returns."""

    def start(self, request: Request) -> None:
        """Run the request to its end."""
        run_at_once(request)

    def close(self) -> None:
        """Nothing runs, so nothing has to end."""


class Background(QtCore.QObject):
    """Runs requests in worker threads; answers arrive through a queued signal."""

    _ended = QtCore.Signal(object, object, object)

    def __init__(self) -> None:
        super().__init__()
        self._workers = ThreadPoolExecutor(WORKERS, thread_name_prefix="work")
        self._newest: dict[tuple[int, str], Request] = {}
        self._ended.connect(self._deliver, QtCore.Qt.ConnectionType.QueuedConnection)

    def start(self, request: Request) -> None:
        """Run the request in a worker."""
        if request.lane:
            self._newest[_lane_of(request)] = request
        self._workers.submit(self._run, request)

    def close(self) -> None:
        """Wait for everything that was asked for: typed text on its way to the office may be among it."""
        self._workers.shutdown(wait=True)

    def _run(self, request: Request) -> None:
        if self._is_overtaken(request):
            return
        try:
            answer, error = request.work(), None
        except Exception as raised:  # noqa: BLE001 - carried to whoever asked
            answer, error = None, raised
        if shiboken6.isValid(self):
            self._ended.emit(request, answer, error)

    @QtCore.Slot(object, object, object)
    def _deliver(self, request: Request, answer: Any, error: Exception | None) -> None:
        if self._is_overtaken(request) or not is_alive(request.owner):
            return
        if request.lane:
            del self._newest[_lane_of(request)]
        if error is None:
            request.then(answer)
        else:
            request.failed(error)

    def _is_overtaken(self, request: Request) -> bool:
        return bool(request.lane) and self._newest.get(_lane_of(request)) is not request


def _lane_of(request: Request) -> tuple[int, str]:
    return id(request.owner), request.lane


def is_alive(owner: QtCore.QObject | None) -> bool:
    """Whether the owner still stands, or nobody needs to."""
    return owner is None or shiboken6.isValid(owner)
