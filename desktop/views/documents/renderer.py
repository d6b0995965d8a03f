"""The window's way to the drawing process: asks in the right order, keeps what was drawn, never waits."""

import threading
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from typing import Any, Final

import shiboken6
from PySide6 import QtCore, QtGui

from desktop.models.errors import NotFound
from desktop.services.page_images.drawing import Drawing
from desktop.services.page_images.limits import DRAWINGS, Limits
from desktop.services.page_images.process import Opened, RenderingProcess, Stopped
from desktop.views.background import Failed, Then, is_alive
from desktop.views.documents.page_cache import PageCache
from desktop.views.documents.questions import Close, Compare, Draw, Open, Read, Start, draw
from desktop.views.documents.waiting import Job, Urgency, Waiting

IDLE_DOCUMENTS: Final = 4
"""Documents nobody looks at that stay open, for those who go back to one."""
_Places = SimpleQueue[int | None]


@dataclass(eq=False)
class Ticket:
    """Somebody's wish to have an answer; it can be dropped until it came."""

    job: Job
    then: Then
    failed: Failed
    owner: QtCore.QObject | None


class Renderer(QtCore.QObject):
    """Everything about pages, asked of one process. Answers come on the window's thread.

    An answer that is known already comes at once. Answers for an `owner` that is gone are dropped.
    Failures are those of RenderingProcess, and NotFound("document.missing") for a file without a byte.
    """

    _ended = QtCore.Signal(object, object, object)

    def __init__(self, limits: Limits | None = None, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._process, self._waiting = RenderingProcess(limits), Waiting()
        self._cache = PageCache()
        self._jobs: dict[tuple[object, ...], Job] = {}
        self._tickets: dict[Job, list[Ticket]] = {}
        self._opened: dict[str, Opened] = {}
        self._held: Counter[str] = Counter()
        self._idle: OrderedDict[str, None] = OrderedDict()
        self._closing: dict[str, Close] = {}
        self._places: _Places = SimpleQueue()
        for place in range(DRAWINGS):
            self._places.put(place)
        self._ended.connect(self._deliver, QtCore.Qt.ConnectionType.QueuedConnection)
        self._thread = threading.Thread(target=self._work, name="page images", daemon=True)
        self._thread.start()
        self._end = partial(_end, self._waiting, self._places, self._process, self._thread)
        self.destroyed.connect(self._end)
        application = QtCore.QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self._end)
        self._waiting.put(Start(("start",), Urgency.SHOWN))

    @property
    def pid(self) -> int | None:
        """The number of the drawing process that runs now."""
        return self._process.pid

    def shut_down(self) -> None:
        """End the process; nothing is answered any more."""
        self._end()

    # --- documents ------------------------------------------------------------------------------------------

    def opened(self, key: str) -> Opened | None:
        """What is known of a document that is open."""
        return self._opened.get(key)

    def open(
        self,
        key: str,
        data: bytes,
        media_type: str,
        then: Then,
        failed: Failed,
        owner: QtCore.QObject | None = None,
    ) -> None:
        """Open a document; `then` gets an Opened."""
        known = self._opened.get(key)
        if known is not None:
            then(known)
        elif not data:
            failed(NotFound("document.missing"))
        else:
            closing = self._closing.pop(key, None)
            if closing is not None:
                self._waiting.drop(closing)
            job = Open(("open", key), Urgency.SHOWN, key=key, data=data, media_type=media_type)
            self._ask(job, then, failed, owner)

    def hold(self, key: str) -> None:
        """Keep a document open while it is looked at."""
        self._held[key] += 1
        self._idle.pop(key, None)

    def let_go(self, key: str) -> None:
        """It is looked at no more; it is closed when a few others were looked at since."""
        self._held[key] -= 1
        if self._held[key] <= 0:
            del self._held[key]
            self._rest(key)

    def _rest(self, key: str) -> None:
        self._idle[key] = None
        self._idle.move_to_end(key)
        while len(self._idle) > IDLE_DOCUMENTS:
            oldest, _ = self._idle.popitem(last=False)
            if self._opened.pop(oldest, None):
                self._cache.forget_document(oldest)
                self._closing[oldest] = Close(("close", oldest), Urgency.LATER, key=oldest)
                self._waiting.put(self._closing[oldest])

    # --- pages ----------------------------------------------------------------------------------------------

    def kept(self, key: str, page: int, drawing: Drawing) -> QtGui.QImage | None:
        """The picture, when it was drawn before and is still kept."""
        return self._cache.get((key, page, drawing))

    def draw(
        self,
        key: str,
        page: int,
        drawing: Drawing,
        then: Callable[[QtGui.QImage], object],
        failed: Failed,
        owner: QtCore.QObject | None = None,
        urgency: Urgency = Urgency.SHOWN,
    ) -> Ticket | None:
        """Draw a page of an open document, or a part of it; no ticket when it was drawn before."""
        kept = self.kept(key, page, drawing)
        if kept is not None:
            then(kept)
            return None
        return self._ask(draw(key, page, drawing, urgency), then, failed, owner)

    def read(
        self, key: str, page: int, then: Callable[[str], object], failed: Failed, owner: QtCore.QObject
    ) -> Ticket:
        """The words of a page."""
        return self._ask(Read(("read", key, page), Urgency.LATER, key=key, page=page), then, failed, owner)

    def compare(
        self, key: str, other: str, page: int, then: Then, failed: Failed, owner: QtCore.QObject
    ) -> Ticket:
        """The places of a page that differ in another version."""
        name = ("compare", key, other, page)
        return self._ask(Compare(name, Urgency.LATER, key=key, other=other, page=page), then, failed, owner)

    def drop(self, ticket: Ticket | None) -> None:
        """The answer is wanted no more."""
        tickets = self._tickets.get(ticket.job, []) if ticket else []
        if ticket is None or ticket not in tickets:
            return
        tickets.remove(ticket)
        if not tickets and self._waiting.drop(ticket.job):
            self._forget(ticket.job)

    # --- within ---------------------------------------------------------------------------------------------

    def _ask(self, job: Job, then: Then, failed: Failed, owner: QtCore.QObject | None) -> Ticket:
        known = self._jobs.get(job.name)
        if known is None:
            self._jobs[job.name] = known = job
            self._tickets[job] = []
            self._waiting.put(job)
        known.urgency = min(known.urgency, job.urgency)
        ticket = Ticket(known, then, failed, owner)
        self._tickets[known].append(ticket)
        return ticket

    def _forget(self, job: Job) -> list[Ticket]:
        self._jobs.pop(job.name, None)
        return self._tickets.pop(job, [])

    def _work(self) -> None:
        """The thread: one question after the other. A drawn picture keeps its place until it is taken out."""
        while (place := self._places.get()) is not None:
            job = self._waiting.take()
            if job is None:
                return
            answer, error = None, None
            try:
                answer = job.done_by(self._process, place)
            except Stopped:
                return
            except Exception as raised:  # noqa: BLE001 - carried to whoever asked
                error = raised
            if error is not None or not isinstance(job, Draw):
                self._places.put(place)
            if shiboken6.isValid(self):
                self._ended.emit(job, answer, error)

    @QtCore.Slot(object, object, object)
    def _deliver(self, job: Job, answer: Any, error: Exception | None) -> None:
        if self._waiting.is_closed:
            return
        if isinstance(job, Draw) and error is None:
            answer = self._taken_out(job, answer)
        if isinstance(job, Open) and error is None:
            self._opened[job.key] = answer
            if not self._held[job.key]:
                self._rest(job.key)
        if isinstance(job, Close) and self._closing.get(job.key) is job:
            del self._closing[job.key]
        for ticket in self._forget(job):
            if not is_alive(ticket.owner):
                continue
            if error is None:
                ticket.then(answer)
            else:
                ticket.failed(error)

    def _taken_out(self, job: Draw, place: int) -> QtGui.QImage:
        drawing = job.drawing
        lines = self._process.drawn(drawing, place)
        there = QtGui.QImage(
            lines, drawing.width, drawing.height, drawing.stride, QtGui.QImage.Format.Format_RGB32
        )
        picture = there.copy()
        del there
        lines.release()
        self._places.put(place)
        self._cache.put(job.name, picture)
        return picture


def _end(waiting: Waiting, places: _Places, process: RenderingProcess, thread: threading.Thread) -> None:
    waiting.close()
    places.put(None)
    process.stop()
    thread.join()


def shared_renderer() -> Renderer:
    """The one renderer of the window; every viewer uses the same process."""
    application = QtCore.QCoreApplication.instance()
    if application is None:
        raise RuntimeError("no application runs yet")
    found = application.findChild(Renderer)
    return found if isinstance(found, Renderer) else Renderer(parent=application)
