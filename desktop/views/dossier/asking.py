"""What the page's presenters need of the desk, said without Qt: they can be tried without a window."""

from collections.abc import Callable
from datetime import datetime
from typing import Any, Protocol

from desktop.language.window import Words
from desktop.services.people import Actor, PersonRow
from desktop.views.navigation import Route

SessionWork = Callable[[Any, Actor], Any]
"""Work with a session of the database and the person who acts."""


class Asking(Protocol):
    """The desk as presenters see it; `preferences` and `messages` are used as they are there."""

    words: Words
    person: PersonRow
    preferences: Any
    messages: Any
    now: Callable[[], datetime]

    def read(
        self,
        work: SessionWork,
        then: Callable[[Any], object],
        failed: Callable[[Exception], object] | None = None,
        owner: Any = None,
        lane: str = "",
    ) -> None:
        """Read beside the window."""

    def write(
        self,
        work: SessionWork,
        then: Callable[[Any], object] | None = None,
        failed: Callable[[Exception], object] | None = None,
        owner: Any = None,
    ) -> None:
        """Work beside the window, in a unit of work."""

    def tell(self, sentence: str, undo: Callable[[], object] | None = None, seconds: int = 8) -> None:
        """Say what was done."""

    def go(self, to: Route) -> None:
        """Show another place."""

    def back(self) -> None:
        """Show the place before this one."""
