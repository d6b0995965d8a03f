"""Internal notes from the first letter until they are written: of the dossier as a whole and of its items."""

from collections.abc import Callable

from desktop.models.errors import ParvandehError
from desktop.services import notes
from desktop.views.dossier.asking import Asking
from desktop.views.dossier.one_by_one import OneByOne

KEY = "dossier.note_drafts"
_KEPT = 50


class NoteDrafts:
    """By place: an item's code, or empty for the dossier as a whole."""

    def __init__(self, desk: Asking, line: OneByOne, dossier_id: int) -> None:
        self._desk, self._line, self._dossier_id = desk, line, dossier_id
        self._typed: dict[str, str] = {}

    def text(self, item: str = "") -> str:
        """What was typed there."""
        if item in self._typed:
            return self._typed[item]
        found: str = self._desk.preferences.get(KEY, {}).get(self._name(item), "")
        return found

    def typed(self, text: str, item: str = "") -> None:
        """Take what stands there now; empty when it was written or wiped out."""
        self._typed[item] = text

    def save(self) -> None:
        """Keep what was typed since, the oldest forgotten first."""
        if not self._typed:
            return
        kept = dict(self._desk.preferences.get(KEY, {}))
        for item, text in self._typed.items():
            kept.pop(self._name(item), None)
            if text.strip():
                kept[self._name(item)] = text
        self._desk.preferences.set(KEY, dict(list(kept.items())[-_KEPT:]))
        self._typed.clear()

    def write(self, note: str, ended: Callable[[str | None], object]) -> None:
        """Write a note on the dossier; `ended` is told None, or the sentence why not."""
        words = self._desk.words

        def written(_: int) -> None:
            ended(None)
            self._desk.tell(words.of("dossier")("told.note_written"))

        def refused(error: Exception) -> None:
            if isinstance(error, ParvandehError):
                ended(words.error(error))
            else:
                self._desk.messages.show(error)

        self._line.write(
            lambda session, actor: notes.write_note(session, actor, self._dossier_id, note),
            written,
            refused,
        )

    def _name(self, item: str) -> str:
        return f"{self._dossier_id}:{item}"
