"""Which row of a list shows what: headings of groups and dossiers between them, without a list of rows."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate


@dataclass(frozen=True, slots=True)
class Group:
    """A run of dossiers under one heading; `first` is the place of its first in the order of all."""

    code: str
    title: str
    first: int
    count: int
    shown_count: str
    family: str = "grey"


@dataclass(frozen=True, slots=True)
class Heading:
    """A row that heads a group."""

    group: Group
    is_open: bool


class Rows:
    """Rows of a list: every group has one heading, and its dossiers follow unless it is closed.

    Without groups every row is a dossier. Costs a few numbers, however long the list is.
    """

    def __init__(self, size: int, groups: Sequence[Group] = (), closed: Collection[str] = ()) -> None:
        self._groups, self._closed = list(groups), frozenset(closed)
        lengths = [1 + (0 if group.code in self._closed else group.count) for group in groups]
        self._starts = [0, *accumulate(lengths)] if groups else [0, size]
        self._ends = [group.first + group.count for group in groups]

    def __len__(self) -> int:
        return self._starts[-1]

    @property
    def headings(self) -> list[int]:
        """The rows that head groups."""
        return self._starts[:-1] if self._groups else []

    def heading(self, row: int) -> Heading | None:
        """The heading in this row, None where a dossier stands."""
        group = self._group_at(row)
        if group is None or self._starts[group] != row:
            return None
        return self._heading(group)

    def heading_over(self, row: int) -> Heading | None:
        """The heading under which this row stands, which may be the row itself."""
        group = self._group_at(row)
        return None if group is None else self._heading(group)

    def place(self, row: int) -> int | None:
        """The place of the dossier in this row, in the order of all; None for a heading."""
        group = self._group_at(row)
        if group is None:
            return row if 0 <= row < len(self) else None
        behind = row - self._starts[group] - 1
        return None if behind < 0 else self._groups[group].first + behind

    def row_of(self, place: int) -> int | None:
        """The row that shows the dossier at this place; None when its group is closed."""
        if not self._groups:
            return place if 0 <= place < len(self) else None
        number = bisect_right(self._ends, place)
        if number == len(self._groups):
            return None
        group = self._groups[number]
        return None if group.code in self._closed else self._starts[number] + 1 + place - group.first

    def row_of_heading(self, code: str) -> int | None:
        """The row that heads this group."""
        found = (number for number, group in enumerate(self._groups) if group.code == code)
        number = next(found, None)
        return None if number is None else self._starts[number]

    def _group_at(self, row: int) -> int | None:
        if not self._groups or not 0 <= row < len(self):
            return None
        return bisect_right(self._starts, row) - 1

    def _heading(self, number: int) -> Heading:
        group = self._groups[number]
        return Heading(group, group.code not in self._closed)
