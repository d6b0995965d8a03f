"""Decides the rows of a batch one after the other, each in its own unit of work, and keeps every result."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from desktop.services import approval
from desktop.services.approval import ApprovalResult
from desktop.services.database import Database
from desktop.services.people import Actor
from desktop.services.stack_rows import stack_rows
from desktop.views.approval.lines import StackLine


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the batch is."""

    done: int
    total: int


@dataclass
class Decision:
    """A batch on its way; `results` grow as rows are decided, also when it is stopped in between."""

    lines: tuple[StackLine, ...]
    note: str
    results: list[ApprovalResult] = field(default_factory=list)

    def steps(
        self, database: Database, acting: Callable[[], Actor]
    ) -> Generator[Progress, None, Sequence[ApprovalResult]]:
        """Decide; rows with the same deciding step follow one another."""
        seen = {line.id: line.version for line in self.lines}
        for action, lines in groupby(sorted(self.lines, key=_action), key=_action):
            ids = [line.id for line in lines]
            note = self.note or None
            for result in approval.decide_many(database, acting(), ids, action, note, seen):
                self.results.append(result)
                yield Progress(len(self.results), len(self.lines))
        return self.results

    @property
    def approved(self) -> list[StackLine]:
        """The rows that were decided."""
        done = {result.dossier_id for result in self.results if result.refusal is None}
        return [line for line in self.lines if line.id in done]

    @property
    def refused(self) -> list[tuple[StackLine, ApprovalResult]]:
        """The rows that were not, with the reason."""
        by_id = {line.id: line for line in self.lines}
        return [(by_id[one.dossier_id], one) for one in self.results if one.refusal is not None]

    @property
    def untouched(self) -> list[StackLine]:
        """The rows it did not come to before it was stopped."""
        done = {result.dossier_id for result in self.results}
        return [line for line in self.lines if line.id not in done]


def moved_since(lines: Sequence[StackLine]) -> Callable[[Any, Actor], frozenset[int]]:
    """Work that finds the rows which are no longer as they were read."""

    def work(session: Any, actor: Actor) -> frozenset[int]:
        now = {row.id: row.version for row in stack_rows(session, actor, [line.id for line in lines])}
        return frozenset(line.id for line in lines if now.get(line.id) != line.version)

    return work


def _action(line: StackLine) -> str:
    return line.action
