"""Behind the manager's desk: the stack as it was read, which part is shown, what is marked, what follows."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Protocol

from desktop.services import approval
from desktop.services.people import Actor
from desktop.services.stack_rows import StackStanding, stack_rows
from desktop.services.wording import fold
from desktop.views.approval.choosing import MOST, Batch, Marked, batch_of
from desktop.views.approval.details import Detail, read_detail
from desktop.views.approval.lines import StackLine
from desktop.views.approval.writing import StackWriter

if TYPE_CHECKING:
    from desktop.views.desk import Desk

PAGE: Final = 48
"""Rows read at once; the first page is on the screen before the next is asked for."""

LONGEST: Final = 480
"""A stack that is longer shows its most urgent rows: the others come up as these are decided."""

ALL: Final = "all"
PARTS: Final = (ALL, *StackStanding)


class StackView(Protocol):
    """What the presenter tells the screen."""

    def show_stack(self) -> None:
        """The rows, their order or the marks may be others."""

    def show_detail(self, detail: Detail | None) -> None:
        """What is known of the row under the cursor."""

    def show_failure(self, error: Exception) -> None:
        """The stack could not be read; what was read last stays."""


@dataclass(frozen=True, slots=True)
class _Read:
    ids: list[int]
    waiting: int
    lines: Mapping[int, StackLine]
    asked: tuple[int, ...]


class ApprovalPresenter:
    """The stack of one manager."""

    def __init__(self, desk: "Desk", view: StackView) -> None:
        self._desk, self._view = desk, view
        self._owner: Any = view
        self.lines: dict[int, StackLine] = {}
        self.order: list[int] = []
        self.waiting = 0
        self.is_loaded = False
        self.part, self.typed = ALL, ""
        self.marked = Marked()
        self.current: int | None = None
        self.read_at = desk.now()
        self._stale: set[int] = set()

    # --- reading

    def load(self) -> None:
        """Read what is missing or has changed, a page at a time."""
        known = self.lines.keys() - self._stale

        def work(session: Any, actor: Actor) -> _Read:
            ids = approval.stack(session, actor)
            shown = ids[:LONGEST]
            asked = tuple(one for one in shown if one not in known)[:PAGE]
            writer = StackWriter(self._desk.words, actor)
            lines = {row.id: writer.line(row) for row in stack_rows(session, actor, asked)}
            return _Read(shown, len(ids), lines, asked)

        self._desk.read(work, self._came, self._view.show_failure, owner=self._owner, lane="stack")

    def look_again(self, changed: Collection[int] | None = None) -> None:
        """These dossiers, or all, may stand otherwise now."""
        self._stale |= set(self.lines if changed is None else changed)
        self.load()
        if self.current is not None and self.current in self._stale:
            self.read_detail()

    def read_detail(self) -> None:
        """Read what the decision on the current row rests on."""
        line = self.line
        if line is None:
            self._view.show_detail(None)
            return
        words = self._desk.words

        def work(session: Any, actor: Actor) -> Detail | None:
            return read_detail(session, actor, line.id, words)

        self._desk.read(
            work, self._view.show_detail, self._view.show_failure, owner=self._owner, lane="detail"
        )

    # --- what is shown

    @property
    def line(self) -> StackLine | None:
        """The row under the cursor."""
        return self.lines.get(self.current) if self.current is not None else None

    def shown(self) -> list[StackLine]:
        """The rows of the chosen part that hold what was typed."""
        sought = fold(self.typed)
        return [
            line
            for line in (self.lines[one] for one in self.order if one in self.lines)
            if self.part in {ALL, line.standing} and sought in line.sought
        ]

    def counts(self) -> Counter[str]:
        """How many rows each part has."""
        counted = Counter[str](str(self.lines[one].standing) for one in self.order if one in self.lines)
        counted[ALL] = self.waiting
        return counted

    def choose(self, dossier_id: int | None) -> None:
        """Put the cursor on a row."""
        if dossier_id != self.current:
            self.current = dossier_id
            self.read_detail()

    # --- marking

    def why_not_mark(self) -> str | None:
        """Why the current row cannot be marked."""
        line, text = self.line, self._desk.words.of("approval")
        if line is None:
            return text("nothing_chosen")
        if line.standing is StackStanding.CLOSED:
            return line.why
        full = len(self.marked) >= MOST and line.id not in self.marked
        return text("too_many", most=MOST) if full else None

    def mark(self) -> None:
        """Mark the current row, or no longer."""
        if self.line is not None and self.why_not_mark() is None:
            self.marked.toggle(self.line.id)
            self._view.show_stack()

    def mark_all(self) -> None:
        """Mark every row that is shown and ready; when they all are, none."""
        ready = [line.id for line in self.shown() if line.standing is StackStanding.READY][:MOST]
        self.marked.put([] if all(one in self.marked for one in ready) else ready)
        self._view.show_stack()

    def batch(self) -> Batch:
        """What would be decided now: the marked rows, or the one under the cursor."""
        marked = [self.lines[one] for one in self.order if one in self.marked and one in self.lines]
        here = [self.line] if self.line is not None else []
        return batch_of(marked or here)

    def why_not_decide(self) -> str | None:
        """Why nothing can be decided now."""
        text, batch = self._desk.words.of("approval"), self.batch()
        if batch.included:
            return None
        if not batch.excluded:
            return text("nothing_chosen")
        return batch.excluded[0].why if batch.is_single else text("all_singly")

    # --- within

    def _came(self, read: _Read) -> None:
        # A row may have been decided between the list of ids and the reading of its page.
        there = set(read.ids) - (set(read.asked) - read.lines.keys())
        self.order, self.waiting = [one for one in read.ids if one in there], read.waiting
        self.lines = {one: line for one, line in (self.lines | dict(read.lines)).items() if one in there}
        self._stale = (self._stale - set(read.asked)) & there
        self.marked.keep(one for one in self.lines if self.lines[one].standing is not StackStanding.CLOSED)
        self.is_loaded, self.read_at = True, self._desk.now()
        self._view.show_stack()
        missing = [one for one in self.order if one not in self.lines or one in self._stale]
        if missing and read.asked:
            self.load()
