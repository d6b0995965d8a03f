"""What a person has chosen for himself; read once at sign-in, written beside the window."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from desktop.services import preferences

if TYPE_CHECKING:
    from desktop.views.desk import Desk


class Preferences:
    """Choices by key, such as "queue.mine.density"; every value is plain JSON."""

    def __init__(self, desk: "Desk") -> None:
        self._desk = desk
        self._values: dict[str, Any] = desk.read_now(
            lambda session, actor: preferences.preferences_of(session, actor.known_id)
        )

    def get(self, key: str, default: Any = None) -> Any:
        """The choice, or `default` where none was made."""
        return self._values.get(key, default)

    def set(self, key: str, value: Any) -> None:
        """Choose; nothing is written when it was chosen before."""
        if self._values.get(key) == value:
            return
        self._values[key] = value
        self._desk.write(lambda session, actor: preferences.keep_preference(session, actor, key, value))

    def choose_for_now(self, values: Mapping[str, Any]) -> None:
        """Choose for this window only; nothing is written."""
        self._values.update(values)
