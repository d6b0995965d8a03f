"""Internal notes that are typed but not written yet: kept for the dossier as a whole and for its items."""

from desktop.views.dossier.asking import Asking

KEY = "dossier.note_drafts"
_KEPT = 50


class NoteDrafts:
    """By place: an item's code, or empty for the dossier as a whole."""

    def __init__(self, desk: Asking, dossier_id: int) -> None:
        self._desk, self._dossier_id = desk, dossier_id
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

    def _name(self, item: str) -> str:
        return f"{self._dossier_id}:{item}"
