"""What stands in the rail for one person: queues with their counts, and the screens his roles open; no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.models.vocabulary import Role
from desktop.services import queues
from desktop.services.queues import Queue, QueueCount
from desktop.views.navigation import Route, route
from desktop.views.registry import SCREENS, may_open

if TYPE_CHECKING:
    from desktop.views.desk import Desk

SECTIONS = ("work", "unit", "saved", "registers", "office", "end")
MOST_SHOWN = 999
_QUEUE_ICONS: dict[str, str] = {
    Queue.MINE: "inbox",
    Queue.OVERDUE: "clock",
    Queue.UNCLAIMED: "users",
    Queue.ALL: "folder",
    Role.REVIEWER: "eye",
    Role.DOCUMENTS_OFFICER: "papers",
    Role.MANAGER: "stamp",
    Role.SUPERVISOR: "flag",
    Role.CLERK: "user",
    Role.INSPECTOR: "pin",
    Role.COMPLAINTS_OFFICER: "speech",
    Role.SUPPORT_AGENT: "ticket",
}
_OWN_QUEUES = (Queue.MINE, Queue.OVERDUE)


@dataclass(frozen=True)
class RailItem:
    """One line of the rail; `tone` colours its count: "" plain, "red" overdue, "turq" came back."""

    label: str
    icon: str
    to: Route
    section: str
    count: int | None = None
    more: bool = False
    tone: str = ""


def rail_items(desk: "Desk", counts: Sequence[QueueCount]) -> list[RailItem]:
    """Everything this person's rail holds, section by section."""
    found = [*_screens(desk), *_queues(desk, counts), *_saved(desk)]
    return sorted(found, key=lambda item: SECTIONS.index(item.section))


def count_queues(session: Any, actor: Any) -> list[QueueCount]:
    """The queues of this person with capped counts."""
    return queues.queues_of(session, actor)


def _screens(desk: "Desk") -> list[RailItem]:
    text = desk.words.of("shell")
    roles = frozenset(desk.person.roles)
    return [
        RailItem(text(f"screen.{name}"), entry.icon, route(name), entry.section)
        for name, entry in SCREENS.items()
        if entry.section and may_open(name, roles)
    ]


def _queues(desk: "Desk", counts: Sequence[QueueCount]) -> list[RailItem]:
    text = desk.words.of("shell")
    return [
        RailItem(
            text(f"queue.{one.code}"),
            _QUEUE_ICONS.get(one.code, "list"),
            route("queue", queue=one.code),
            "work" if one.code in _OWN_QUEUES else "unit",
            one.count,
            one.more,
            "red" if one.code == Queue.OVERDUE and one.count else "",
        )
        for one in counts
    ]


def _saved(desk: "Desk") -> list[RailItem]:
    saved = desk.preferences.get("queue.saved", [])
    return [RailItem(one["name"], "search", route("queue", **one["route"]), "saved") for one in saved]
