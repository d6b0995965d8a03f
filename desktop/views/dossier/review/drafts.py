"""What the reviewer types, from the first letter until it is recorded: nothing of it is lost on the way."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desktop.services.people import Actor
from desktop.services.review import keep_draft
from desktop.services.review_desk import ReviewDesk
from desktop.views.dossier.asking import Asking
from desktop.views.dossier.one_by_one import OneByOne

if TYPE_CHECKING:
    from datetime import datetime


class Drafts:
    """Remarks by item: as typed, as kept in the office, or as recorded; `told()` when some were saved."""

    def __init__(self, desk: Asking, line: OneByOne, dossier_id: int, told: Callable[[], object]) -> None:
        self._desk, self._line, self._dossier_id, self._told = desk, line, dossier_id, told
        self._typed: dict[str, str] = {}
        self._unsaved: set[str] = set()
        self._on_the_way = False
        self.saved_at: dict[str, datetime] = {}

    @property
    def are_saved(self) -> bool:
        """Whether everything typed is in the office."""
        return not self._unsaved and not self._on_the_way

    def typed(self, item: str, text: str) -> None:
        """Take what now stands in the comment box of an item."""
        if self._typed.get(item) != text:
            self._typed[item] = text
            self._unsaved.add(item)

    def text_of(self, item: str, desk: ReviewDesk, current_round: int) -> str:
        """The remark as it stands: typed, kept as a draft, or recorded in this round."""
        if item in self._typed:
            return self._typed[item]
        if item in desk.drafts:
            return desk.drafts[item][1]
        row = next(row for row in desk.items if row.code == item)
        return row.remark if row.round == current_round else ""

    def recorded(self, item: str) -> None:
        """The remark of this item is part of a finding now."""
        self._typed.pop(item, None)
        self._unsaved.discard(item)
        self.saved_at.pop(item, None)

    def hold_back(self, item: str) -> None:
        """Keep no draft of this item for now: its finding is being recorded."""
        self._unsaved.discard(item)

    def save(self) -> None:
        """Keep what is not kept yet, after whatever else is being written."""
        if not self._unsaved:
            return
        self._on_the_way = True
        self._line.write(self._keeping(), self._kept, self._not_kept)

    def save_at_once(self) -> None:
        """The same past the line, because the page is about to go."""
        if self._unsaved:
            self._desk.write(self._keeping())

    def _keeping(self) -> Callable[[Any, Actor], frozenset[str]]:
        texts = {item: self._typed[item] for item in self._unsaved}
        self._unsaved.clear()
        self._last = texts

        def keep(session: Any, actor: Actor) -> frozenset[str]:
            for item, text in texts.items():
                keep_draft(session, actor, self._dossier_id, item, None, text)
            return frozenset(texts)

        return keep

    def _kept(self, items: frozenset[str]) -> None:
        self._on_the_way = False
        self.saved_at.update(dict.fromkeys(items, self._desk.now()))
        self._told()

    def _not_kept(self, error: Exception) -> None:
        self._on_the_way = False
        self._unsaved.update(item for item in self._last if item in self._typed)
        self._desk.messages.show(error)
