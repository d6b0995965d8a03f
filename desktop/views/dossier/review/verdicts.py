"""Verdicts on their way to the office: shown at once, taken back when they are refused or undone."""

from collections.abc import Callable, Iterable

from desktop.models.vocabulary import Verdict
from desktop.services import review
from desktop.services.verdict_undoing import undo_verdicts
from desktop.views.dossier.asking import Asking
from desktop.views.dossier.one_by_one import OneByOne
from desktop.views.dossier.review.drafts import Drafts


class Verdicts:
    """What was given here on the items of one dossier; `changed` is called when something is to be shown."""

    def __init__(
        self, desk: Asking, line: OneByOne, dossier_id: int, drafts: Drafts, changed: Callable[[], object]
    ) -> None:
        self._desk, self._line, self._dossier_id = desk, line, dossier_id
        self._drafts, self._show = drafts, changed
        self.pending: dict[str, tuple[Verdict, str]] = {}
        """By item what was given and is not yet read back."""
        self._written: set[str] = set()
        """Items whose verdict was written: the next reading brings it."""
        self._undoings: list[Callable[[], None]] = []

    def settle(self) -> None:
        """Everything was read anew: what was written stands in it."""
        for code in self._written:
            self.pending.pop(code, None)
        self._written.clear()

    def give(self, item: str, verdict: Verdict, remark: str) -> None:
        """Give a verdict with its remark on an item."""
        self.pending[item] = (verdict, remark)
        self._drafts.hold_back(item)
        self._show()
        self._line.write(
            lambda session, actor: review.judge(session, actor, self._dossier_id, item, verdict, remark),
            lambda _: self._given([item]),
            lambda error: self._refused([item], error),
        )

    def confirm(self, rows: Iterable[review.ItemRow]) -> None:
        """Confirm what stands on these items from an earlier round."""
        standing = {row.code: (row.verdict or Verdict.ACCEPTED, row.remark) for row in rows}
        codes = list(standing)
        self.pending.update(standing)
        self._show()
        self._line.write(
            lambda session, actor: review.confirm(session, actor, self._dossier_id, codes),
            lambda _: self._given(codes),
            lambda error: self._refused(codes, error),
        )

    def remember(self, undoing: Callable[[], None]) -> None:
        """Take how something that was done beside a verdict is undone in its turn."""
        self._undoings.append(undoing)

    @property
    def can_undo(self) -> bool:
        """Whether anything was done here that can be taken back."""
        return bool(self._undoings)

    def undo(self) -> bool:
        """Take back what was done last; False when there is nothing."""
        if not self._undoings:
            return False
        self._undoings.pop()()
        return True

    # --- within

    def _given(self, codes: list[str]) -> None:
        self._written.update(codes)
        for code in codes:
            self._drafts.recorded(code)
        self.remember(lambda: self._take_back(codes))

    def _take_back(self, codes: list[str]) -> None:
        self._line.write(
            lambda session, actor: undo_verdicts(session, actor, self._dossier_id, codes), lambda _: None
        )

    def _refused(self, codes: list[str], error: Exception) -> None:
        for code in codes:
            self.pending.pop(code, None)
        self._show()
        self._desk.messages.show(error)
