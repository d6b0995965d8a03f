"""Which dossiers of a list are marked for work on many at once; all of a million cost no more than one."""

from collections.abc import Iterable, Iterator, Sequence


class Marks:
    """Marked ids of a list, written as those marked or, once all were, as those left out."""

    def __init__(self) -> None:
        self._all = False
        self._named: set[int] = set()

    def __contains__(self, dossier_id: int) -> bool:
        return (dossier_id in self._named) is not self._all

    def __bool__(self) -> bool:
        return self._all or bool(self._named)

    def count(self, size: int) -> int:
        """How many of a list of this size are marked."""
        return size - len(self._named) if self._all else len(self._named)

    def toggle(self, dossier_id: int) -> None:
        """Mark one, or take its mark away."""
        self._named ^= {dossier_id}

    def mark(self, ids: Iterable[int]) -> None:
        """Mark all of these."""
        self._named = self._named - set(ids) if self._all else self._named | set(ids)

    def mark_all(self) -> None:
        """Mark the whole list."""
        self._all, self._named = True, set()

    def clear(self) -> None:
        """Take every mark away."""
        self._all, self._named = False, set()

    def among(self, ids: Sequence[int]) -> Iterator[int]:
        """The marked ones in the order of the list."""
        return (dossier_id for dossier_id in ids if dossier_id in self)
