"""What the drawing process does: holds documents open and answers one request after the other.

Documents come from strangers, so this runs in a process of its own that may take only so much memory and
that the asking side ends when an answer takes too long. Both sides speak JSON: what a document may have
made of this process must not reach the other side as objects.
"""

import json
import os
import signal
import sys
import threading
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.shared_memory import SharedMemory
from typing import TYPE_CHECKING, Any, Final, cast

from desktop.models.errors import RuleBroken
from desktop.services.page_images.differences import differences
from desktop.services.page_images.drawing import Drawing, Pages
from desktop.services.page_images.limits import DRAWING_BYTES, Limits
from desktop.services.page_images.pdf_pages import PdfPages
from desktop.services.page_images.picture_pages import DECODERS, PicturePages

if sys.platform != "win32":
    import resource

if TYPE_CHECKING:
    from collections.abc import Callable

Message = dict[str, Any]
READY: Final = b"ready"


def serve(connection: Connection, memory_name: str, limits: Limits) -> None:
    """Answer requests until the asking side closes its end, or is gone."""
    _restrict(limits)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    memory = SharedMemory(memory_name)
    desk = _Desk(memory, limits)
    connection.send_bytes(READY)
    while True:
        try:
            request: Message = json.loads(connection.recv_bytes())
            data = connection.recv_bytes() if request["do"] == "open" else b""
        except EOFError:
            break
        connection.send_bytes(json.dumps(desk.answer(request, data)).encode())
    memory.close()


def _restrict(limits: Limits) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in a terminal is for the window
    if sys.platform != "win32":
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a core would hold people's papers


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
    os._exit(0)


class _Desk:
    """The open documents, and what can be asked about them."""

    def __init__(self, memory: SharedMemory, limits: Limits) -> None:
        self._memory, self._limits = memory, limits
        self._open: dict[str, Pages] = {}
        self._doings: dict[str, Callable[..., Message]] = {
            "draw": self._draw,
            "text": self._text,
            "differences": self._differences,
            "close": self._close,
        }

    def answer(self, request: Message, data: bytes) -> Message:
        """Do what is asked; a failure is an answer too."""
        try:
            return self._answer(request, data)
        except RuleBroken as error:
            return {"failed": error.code, "values": error.values}
        except MemoryError:
            return {"failed": "document.too_large", "values": {}}
        except Exception as error:  # noqa: BLE001 - a decoder fed foreign bytes may raise anything it likes
            return {"failed": "document.damaged", "values": {"decoder": type(error).__name__}}

    def _answer(self, request: Message, data: bytes) -> Message:
        doing = request.pop("do")
        if doing == "open":
            return self._opened(data=data, **request)
        try:
            return self._doings[doing](**request)
        except MemoryError:
            for pages in self._open.values():
                pages.spare()
            return self._doings[doing](**request)

    def _opened(self, key: str, media_type: str, data: bytes) -> Message:
        known = media_type in DECODERS
        pages = PicturePages(data, media_type, self._limits) if known else PdfPages(data, self._limits)
        self._open[key] = pages
        return {"sizes": pages.sizes, "reduced": pages.is_reduced}

    def _draw(self, key: str, page: int, drawing: Message, place: int) -> Message:
        wanted = Drawing(**drawing)
        start = place * DRAWING_BYTES
        target = cast("memoryview", self._memory.buf)[start : start + wanted.size]
        try:
            self._open[key].draw(page, wanted, target)
        finally:
            del target
        return {}

    def _text(self, key: str, page: int) -> Message:
        return {"text": self._open[key].text(page)}

    def _differences(self, key: str, other: str, page: int) -> Message:
        return {"boxes": differences(self._open[key], self._open[other], page)}

    def _close(self, key: str) -> Message:
        self._open.pop(key).spare()
        return {}
