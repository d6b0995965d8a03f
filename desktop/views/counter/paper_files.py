"""The files a draft brings, each judged once as intake will judge it. No Qt."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.models.errors import ParvandehError
from desktop.services.intake.counter import DraftFile, JudgedPaper, judge_paper
from desktop.services.intake.report import Rule
from desktop.views.counter.troubles import PAPERS, Trouble

if TYPE_CHECKING:
    from desktop.views.desk import Desk


class PaperFiles:
    """Keeps the files of the open draft and what each was found to be."""

    def __init__(self, desk: "Desk", changed: Callable[[], object]) -> None:
        self._desk, self._changed = desk, changed
        self._text = desk.words.of("counter")
        self.listed: tuple[DraftFile, ...] = ()
        self._judged: dict[Path, JudgedPaper] = {}
        self._failed: dict[Path, str] = {}

    def take(self, files: Sequence[DraftFile]) -> None:
        """Show the files of another draft."""
        self.forget()
        self.listed = tuple(files)
        self._judge([one.path for one in files], lambda: None)

    def forget(self) -> None:
        """No draft is open."""
        self.listed, self._judged, self._failed = (), {}, {}

    def add(self, rule: str, paths: Sequence[Path]) -> None:
        """Bring files for a document."""
        new = [DraftFile(rule, path) for path in paths if DraftFile(rule, path) not in self.listed]
        self.listed = (*self.listed, *new)
        self._judge([one.path for one in new], self._changed)
        self._changed()

    def remove(self, file: DraftFile) -> None:
        """Bring a file no more."""
        self.listed = tuple(one for one in self.listed if one != file)
        self._changed()

    def of(self, rule: str) -> list[DraftFile]:
        """The files of a document."""
        return [one for one in self.listed if one.rule == rule]

    def problem(self, file: DraftFile) -> str:
        """Why no package can bring this file; empty when one can."""
        judged = self._judged.get(file.path)
        if judged is None or judged.problem is None:
            return self._failed.get(file.path, "")
        if judged.problem.rule == Rule.TYPE_NOT_ACCEPTED:
            return self._text("not_accepted")
        return self._desk.words.finding(judged.problem.rule, judged.problem.values)

    def told(self, file: DraftFile) -> str:
        """What a file is: its size and its pages."""
        judged = self._judged.get(file.path)
        if judged is None:
            return ""
        size = self._desk.words.formats.file_size(judged.size)
        return self._text("file", size=size, count=judged.pages) if judged.pages else size

    def troubles(self) -> list[Trouble]:
        """What is wrong with the files."""
        return [
            Trouble(f"{PAPERS}.{one.rule}", one.path.name, problem)
            for one in self.listed
            if (problem := self.problem(one))
        ]

    def _judge(self, paths: Sequence[Path], then: Callable[[], object]) -> None:
        for path in paths:
            self._desk.aside(
                partial(judge_paper, path),
                partial(self._keep, path, then),
                partial(self._fail, path, then),
            )

    def _keep(self, path: Path, then: Callable[[], object], judged: JudgedPaper) -> None:
        self._judged[path] = judged
        self._failed.pop(path, None)
        then()

    def _fail(self, path: Path, then: Callable[[], object], error: Exception) -> None:
        if isinstance(error, ParvandehError):
            self._failed[path] = self._desk.words.error(error)
            then()
        else:
            self._desk.messages.show(error)
