"""Ties places on pages to items and takes them back; a mark that was made can be undone."""

from collections.abc import Callable

from desktop.services import notes
from desktop.views.dossier.one_by_one import OneByOne

Remember = Callable[[Callable[[], None]], object]
"""Told how what was just done is undone."""


class EvidenceKeeper:
    """The marks of one dossier, as they are made and taken back."""

    def __init__(self, line: OneByOne, dossier_id: int) -> None:
        self._line, self._dossier_id = line, dossier_id

    def mark(
        self, item: str, document_id: int, page: int, place: notes.Rectangle, remember: Remember
    ) -> None:
        """Tie a place on a page to an item."""
        self._line.write(
            lambda session, actor: notes.mark(
                session, actor, self._dossier_id, item, document_id, page, place
            ),
            lambda mark_id: remember(lambda: self.remove(mark_id)),
        )

    def remove(self, mark_id: int) -> None:
        """Take back one's own mark."""
        self._line.write(lambda session, actor: notes.remove_mark(session, actor, mark_id), lambda _: None)
