"""The asking side of the drawing process: starts it, waits no longer than allowed, replaces it when it dies.

Every call blocks until the answer is there, so it belongs into a thread beside the window.
"""

import json
import threading
import weakref
from dataclasses import asdict, dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from multiprocessing.shared_memory import SharedMemory
from typing import Any, Final, cast

from desktop.models.errors import ParvandehError, RuleBroken, Unavailable
from desktop.services.page_images.differences import Box
from desktop.services.page_images.drawing import Drawing, Size
from desktop.services.page_images.limits import DRAWING_BYTES, DRAWINGS, Limits
from desktop.services.page_images.rendering import READY, serve

_SECONDS_TO_START: Final = 60
_TRIES: Final = 2
"""A process that dies twice over one request dies of the document."""
FAILURES: Final = frozenset(
    {"document.encrypted", "document.damaged", "document.too_large", "document.too_many_pages"}
)
"""What the process may say of a document."""
_LONGEST_ANSWER: Final = 16 * 1024 * 1024


class Stopped(Exception):
    """The process was stopped for good while something was asked of it."""


class _Died(Exception):
    """The process ended, or spoke nonsense, before it had answered."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What is known of a document that can be drawn."""

    sizes: tuple[Size, ...]
    """Of every page, in points."""
    is_reduced: bool
    """Too large to be shown in full sharpness."""


@dataclass(frozen=True, slots=True)
class _Running:
    process: SpawnProcess
    connection: Connection
    opened: dict[str, Opened]
    """The documents it holds open; another process knows nothing of them."""


class RenderingProcess:
    """One process that draws. Calls come from one thread at a time; `stop` may come from any.

    A failure raises RuleBroken("document.encrypted", "document.damaged", "document.too_large" or
    "document.too_many_pages") or Unavailable("document.timed_out"). After `stop` everything raises Stopped.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self._limits = limits or Limits()
        self._memory = SharedMemory(create=True, size=DRAWING_BYTES * DRAWINGS)
        # Also when nobody stops us: shared memory outlives programs.
        self._release = weakref.finalize(self, _release, self._memory)
        self._documents: dict[str, tuple[bytes, str]] = {}
        self._running: _Running | None = None
        self._asking, self._changing = threading.Lock(), threading.Lock()
        self._is_stopped = False

    @property
    def pid(self) -> int | None:
        """The number of the process that runs now."""
        return self._running.process.pid if self._running else None

    def start(self) -> None:
        """Start the process now; otherwise the first question does."""
        with self._asking:
            self._started()

    def open(self, key: str, data: bytes, media_type: str) -> Opened:
        """Open a document under a name of the caller's; a process that replaces this one opens it again."""
        self._documents[key] = (data, media_type)
        try:
            answer = self._ask({"do": "open"}, key)
        except (RuleBroken, Unavailable):
            del self._documents[key]
            raise
        opened: Opened = answer["opened"]
        return opened

    def draw(self, key: str, page: int, drawing: Drawing, place: int) -> None:
        """Draw a part of a page into one of the places of the shared memory."""
        self._ask({"do": "draw", "page": page, "drawing": asdict(drawing), "place": place}, key)

    def drawn(self, drawing: Drawing, place: int) -> memoryview:
        """The lines that were drawn; let go of them before that place is drawn into again."""
        start = place * DRAWING_BYTES
        return cast("memoryview", self._memory.buf)[start : start + drawing.size]

    def text(self, key: str, page: int) -> str:
        """The words of a page."""
        return str(self._ask({"do": "text", "page": page}, key)["text"])

    def differences(self, key: str, other: str, page: int) -> list[Box]:
        """The places of a page of `key` that look different in `other`."""
        boxes = self._ask({"do": "differences", "page": page}, key, other)["boxes"]
        return [(float(left), float(top), float(width), float(height)) for left, top, width, height in boxes]

    def close(self, key: str) -> None:
        """Forget a document."""
        with self._asking:
            self._documents.pop(key, None)
            running = self._running
            if running is None or running.opened.pop(key, None) is None:
                return
            try:
                self._conversed(running, {"do": "close", "key": key})
            except _Died:
                self._end()

    def stop(self) -> None:
        """End the process for good; a question that is being answered raises Stopped."""
        with self._changing:
            self._is_stopped = True
            if self._running:
                self._running.process.kill()
        with self._asking:
            self._end()
            self._release()

    # --- one question ---------------------------------------------------------------------------------------

    def _ask(self, request: dict[str, Any], *keys: str) -> dict[str, Any]:
        with self._asking:
            for _ in range(_TRIES):
                try:
                    return self._answered(request, keys)
                except _Died:
                    self._end()
                    self._demand_going_on()
            raise RuleBroken("document.damaged")

    def _answered(self, request: dict[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
        running = self._started()
        for key in keys:
            self._open_there(running, key)
        if request["do"] == "open":
            return {"opened": running.opened[keys[0]]}
        named = dict(zip(("key", "other"), keys, strict=False))
        return self._conversed(running, {**request, **named})

    def _open_there(self, running: _Running, key: str) -> None:
        if key in running.opened:
            return
        data, media_type = self._documents[key]
        answer = self._conversed(running, {"do": "open", "key": key, "media_type": media_type}, data)
        sizes = tuple((float(width), float(height)) for width, height in answer["sizes"])
        running.opened[key] = Opened(sizes, bool(answer["reduced"]))

    def _conversed(self, running: _Running, request: dict[str, Any], *data: bytes) -> dict[str, Any]:
        try:
            for message in (json.dumps(request).encode(), *data):
                running.connection.send_bytes(message)
            if not running.connection.poll(self._limits.seconds):
                self._end()
                raise Unavailable("document.timed_out", seconds=round(self._limits.seconds))
            answer: dict[str, Any] = json.loads(running.connection.recv_bytes(_LONGEST_ANSWER))
        except (EOFError, OSError, ValueError) as error:
            raise _Died from error
        if "failed" in answer:
            raise _failure(answer)
        return answer

    # --- the process ----------------------------------------------------------------------------------------

    def _started(self) -> _Running:
        if self._running is not None and self._running.process.is_alive():
            return self._running
        self._end()
        running = self._begun()
        try:
            is_ready = running.connection.poll(_SECONDS_TO_START) and running.connection.recv_bytes() == READY
        except (EOFError, OSError) as error:
            raise _Died from error
        if not is_ready:
            raise _Died
        return running

    def _begun(self) -> _Running:
        context = get_context("spawn")
        ours, theirs = context.Pipe()
        arguments = (theirs, self._memory.name, self._limits)
        process = context.Process(target=serve, args=arguments, daemon=True, name="page images")
        with self._changing:
            self._demand_going_on()
            process.start()
            self._running = _Running(process, ours, {})
        theirs.close()
        return self._running

    def _end(self) -> None:
        running, self._running = self._running, None
        if running is not None:
            running.process.kill()
            running.process.join()
            running.process.close()
            running.connection.close()

    def _demand_going_on(self) -> None:
        if self._is_stopped:
            raise Stopped


def _failure(answer: dict[str, Any]) -> ParvandehError:
    code = answer["failed"] if answer["failed"] in FAILURES else "document.damaged"
    values = {name: value for name, value in answer["values"].items() if isinstance(value, int | str)}
    return RuleBroken(code, **values)


def _release(memory: SharedMemory) -> None:
    memory.close()
    memory.unlink()
