"""Marks rows for work on many at once: one by one, a stretch, or the whole list."""

from PySide6 import QtCore

from desktop.views.dossier_list.view import DossierList

ALL_AT_ONCE = 1_000
"""So many can be worked on in one go; more take longer than anybody wants to watch."""


class Marking(QtCore.QObject):
    """Signals: `changed()` when other rows are marked."""

    changed = QtCore.Signal()

    def __init__(self, rows: DossierList) -> None:
        super().__init__(rows)
        self._rows, self._marks = rows, rows.marks
        self._anchor: int | None = None
        rows.marking.connect(self._mark_by_mouse)

    @property
    def count(self) -> int:
        """How many are marked."""
        return self._marks.count(len(self._rows.table.pages.ids))

    @property
    def is_all(self) -> bool:
        """Whether the whole list is marked."""
        return bool(self._marks) and self.count == len(self._rows.table.pages.ids)

    def ids(self) -> list[int]:
        """The marked dossiers in the order of the list."""
        return list(self._marks.among(self._rows.table.pages.ids))

    def toggle(self) -> None:
        """Mark the row under the cursor, or take its mark away."""
        chosen = self._rows.chosen_id
        if chosen is not None:
            self._anchor = chosen
            self._marks.toggle(chosen)
            self._tell()

    def range(self) -> None:
        """Mark everything from the row marked last to the one under the cursor."""
        chosen, ids = self._rows.chosen_id, self._rows.table.pages.ids
        if chosen is None:
            return
        if self._anchor is None or self._anchor not in ids:
            self.toggle()
            return
        first, last = sorted((ids.index(self._anchor), ids.index(chosen)))
        self._marks.mark(ids[first : last + 1])
        self._tell()

    def all(self) -> None:
        """Mark the whole list."""
        self._marks.mark_all()
        self._tell()

    def clear(self) -> bool:
        """Take every mark away; False when there was none."""
        had_any = bool(self._marks)
        self._marks.clear()
        self._anchor = None
        if had_any:
            self._tell()
        return had_any

    def _mark_by_mouse(self, dossier_id: int, way: str) -> None:
        if way == "range":
            self._anchor = self._anchor if self._anchor is not None else self._rows.chosen_id
            self._rows.choose(dossier_id)
            self.range()
        else:
            self._rows.choose(dossier_id)
            self.toggle()

    def _tell(self) -> None:
        self._rows.viewport().update()
        self.changed.emit()
