"""Saved searches: a place in a queue under a name of the person's own; the rail shows them."""

from typing import TYPE_CHECKING, Any, Final

from desktop.views.queue.asked import Asked

if TYPE_CHECKING:
    from desktop.views.preferences import Preferences

KEY: Final = "queue.saved"


class SavedSearches:
    """The saved searches of one person, in the order in which he saved them."""

    def __init__(self, keeps: "Preferences") -> None:
        self._keeps = keeps

    def name_of(self, asked: Asked) -> str | None:
        """The name under which this place is saved."""
        place = asked.arguments()
        return next((one["name"] for one in self._all() if one["route"] == place), None)

    def save(self, name: str, asked: Asked) -> None:
        """Save this place; a name that is taken, and another name of the same place, are replaced."""
        place = asked.arguments()
        others = [one for one in self._all() if one["name"] != name and one["route"] != place]
        self._keeps.set(KEY, [*others, {"name": name, "route": place}])

    def forget(self, name: str) -> None:
        """Forget the search of this name."""
        self._keeps.set(KEY, [one for one in self._all() if one["name"] != name])

    def _all(self) -> list[dict[str, Any]]:
        return list(self._keeps.get(KEY, []))
