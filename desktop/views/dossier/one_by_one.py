"""Writes of one page go one after the other, in the order of the gestures: two workers know no order."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop.views.dossier.asking import Asking, SessionWork


@dataclass(frozen=True)
class _Errand:
    work: SessionWork
    then: Callable[[Any], object]
    failed: Callable[[Exception], object]


class OneByOne:
    """A line in which every write waits for the one before it; a failed one does not stop the others."""

    def __init__(self, desk: Asking) -> None:
        self._desk = desk
        self._waiting: deque[_Errand] = deque()
        self._is_busy = False

    @property
    def is_busy(self) -> bool:
        """Whether something is being written."""
        return self._is_busy

    def write(
        self,
        work: SessionWork,
        then: Callable[[Any], object],
        failed: Callable[[Exception], object] | None = None,
    ) -> None:
        """Write when everything asked for before has been written."""
        self._waiting.append(_Errand(work, then, failed or self._desk.messages.show))
        self._go_on()

    def _go_on(self) -> None:
        if self._is_busy or not self._waiting:
            return
        errand = self._waiting.popleft()
        self._is_busy = True
        self._desk.write(
            errand.work,
            lambda answer: self._ended(lambda: errand.then(answer)),
            lambda error: self._ended(lambda: errand.failed(error)),
        )

    def _ended(self, tell: Callable[[], object]) -> None:
        self._is_busy = False
        try:
            tell()
        finally:
            self._go_on()
