"""Where a person is in the window and has been; plain data, so that presenters can say where to go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Route:
    """One place in the window: a screen by its name in the registry and what it shows there."""

    screen: str
    arguments: Mapping[str, Any] = field(default_factory=dict)

    def get(self, name: str, default: Any = None) -> Any:
        """One argument of the place."""
        return self.arguments.get(name, default)


def route(screen: str, **arguments: Any) -> Route:
    """A place by name: `route("dossier", id=12)`."""
    return Route(screen, arguments)


@dataclass
class Stop:
    """A place that was visited, and what its screen wants to find again there."""

    route: Route
    kept: dict[str, Any] = field(default_factory=dict)


class History:
    """The places visited in one window, as a browser keeps them."""

    MOST = 50

    def __init__(self) -> None:
        self._stops: list[Stop] = []
        self._at = -1

    @property
    def here(self) -> Stop | None:
        """The place shown now."""
        return self._stops[self._at] if self._stops else None

    def go(self, to: Route) -> Stop:
        """Go to a new place; what lay ahead is forgotten."""
        del self._stops[self._at + 1 :]
        self._stops.append(Stop(to))
        del self._stops[: -self.MOST]
        self._at = len(self._stops) - 1
        return self._stops[self._at]

    def back(self) -> Stop | None:
        """The place before this one."""
        return self._moved(-1)

    def forward(self) -> Stop | None:
        """The place that was left by going back."""
        return self._moved(+1)

    def way(self) -> list[Route]:
        """How this place was reached: it and those before it, the last one first."""
        return [stop.route for stop in reversed(self._stops[: self._at + 1])]

    def may_go_back(self) -> bool:
        """Whether there is a place before this one."""
        return self._at > 0

    def _moved(self, by: int) -> Stop | None:
        if not 0 <= self._at + by < len(self._stops):
            return None
        self._at += by
        return self._stops[self._at]
