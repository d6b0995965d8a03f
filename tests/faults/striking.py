"""Orders work that a fault strikes, in a process of its own, and hears what had been reported by then."""

import json
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

ROOT = Path(__file__).parents[2]


class Worker:
    """A process that does one kind of `struck_work` in one office, as often as it is told."""

    def __init__(self, work: str, office: Path) -> None:
        command = [sys.executable, "-m", "tests.faults.struck_work", work, str(office)]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        ended = self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()
        assert error is not None or ended == 0

    def order(self, *arguments: Any, kill_after: float | None = None) -> None:
        """Begin the work; it is killed so many seconds after its first report, or ends by itself."""
        assert self._process.stdin is not None
        print(
            json.dumps({"arguments": arguments, "kill_after": kill_after}),
            file=self._process.stdin,
            flush=True,
        )

    def reported(self) -> list[Any]:
        """Every piece that was reported as saved, each as it was said."""
        assert self._process.stdout is not None
        return [json.loads(piece) for piece in json.loads(self._process.stdout.readline())]

    def killed(self, *arguments: Any, after: float) -> list[Any]:
        """What was reported before the work was killed."""
        self.order(*arguments, kill_after=after)
        return self.reported()
