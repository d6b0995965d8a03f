"""How a person likes one of his lists: density, columns, order, closed groups, the preview; kept for him."""

from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING, Any

from desktop.services.queues import Sort
from desktop.views.dossier_list.columns import HIDDEN_AT_FIRST

if TYPE_CHECKING:
    from desktop.views.preferences import Preferences


@dataclass(frozen=True, slots=True)
class ListManner:
    """One person's choices for one list."""

    is_compact: bool = False
    widths: dict[str, int] = field(default_factory=dict)
    hidden: tuple[str, ...] = tuple(sorted(HIDDEN_AT_FIRST))
    sort: str = Sort.DUE.value
    descending: bool = False
    closed: tuple[str, ...] = ()


class Manners:
    """Reads and keeps the manner of one list."""

    def __init__(self, keeps: "Preferences", queue: str) -> None:
        self._keeps, self._key = keeps, f"queue.{queue}.list"
        self.now = ListManner()
        known: dict[str, Any] = keeps.get(self._key, {})
        names = set(asdict(self.now)) & set(known)
        self.now = replace(self.now, **{name: _plain(known[name]) for name in names})

    def change(self, **choices: Any) -> ListManner:
        """Choose something otherwise; it is kept."""
        self.now = replace(self.now, **choices)
        self._keeps.set(self._key, {name: _listed(value) for name, value in asdict(self.now).items()})
        return self.now


def _plain(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _listed(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value
