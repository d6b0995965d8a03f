"""Which rows are marked for deciding together: only those he may decide, at most fifty, exceptions singly."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from desktop.services.stack_rows import StackStanding
from desktop.views.approval.lines import StackLine

MOST: Final = 50
"""More than this nobody looks through before one press of a key."""


@dataclass(frozen=True, slots=True)
class Batch:
    """What one press would decide, and what of the marked rows it leaves out."""

    included: tuple[StackLine, ...] = ()
    excluded: tuple[StackLine, ...] = ()

    @property
    def is_single(self) -> bool:
        """Whether it is about one dossier alone."""
        return len(self.included) + len(self.excluded) == 1


class Marked:
    """The marked rows in the order in which they were marked."""

    def __init__(self) -> None:
        self._ids: dict[int, None] = {}

    def __contains__(self, dossier_id: object) -> bool:
        return dossier_id in self._ids

    def __len__(self) -> int:
        return len(self._ids)

    def __iter__(self) -> Iterator[int]:
        return iter(self._ids)

    def toggle(self, dossier_id: int) -> None:
        """Mark the row, or no longer."""
        if dossier_id in self._ids:
            del self._ids[dossier_id]
        else:
            self._ids[dossier_id] = None

    def put(self, ids: Iterable[int]) -> None:
        """Mark these and no others, up to the limit."""
        self._ids = dict.fromkeys(list(ids)[:MOST])

    def keep(self, ids: Iterable[int]) -> None:
        """Forget what is not among these any more."""
        there = set(ids)
        self._ids = {one: None for one in self._ids if one in there}


def batch_of(lines: list[StackLine]) -> Batch:
    """Ready rows go together; one row alone may also be one that wants a look of its own."""
    open_lines = [line for line in lines if line.standing is not StackStanding.CLOSED]
    if len(lines) == 1:
        return Batch(tuple(open_lines), () if open_lines else tuple(lines))
    ready = tuple(line for line in lines if line.standing is StackStanding.READY)
    return Batch(ready, tuple(line for line in lines if line not in ready))
