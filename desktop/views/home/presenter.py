"""Behind the home page: reads it for the role the person works in; no Qt."""

from typing import TYPE_CHECKING, Any, Protocol

from desktop.services import claims, undoing
from desktop.services.claims import Claimed
from desktop.services.home import home_of
from desktop.views.home.page import Page, PageWriter
from desktop.views.navigation import Route, route

if TYPE_CHECKING:
    from desktop.views.desk import Desk


class Shows(Protocol):
    """What the presenter tells the screen."""

    def show_page(self, page: Page) -> None:
        """The page has been read."""

    def show_failure(self, error: Exception) -> None:
        """It could not be read; what was read last stays."""


class HomePresenter:
    """Reads the page and does the one thing that can be done on it."""

    def __init__(self, desk: "Desk", screen: Shows) -> None:
        self._desk, self._screen = desk, screen
        self._owner: Any = screen
        self.page: Page | None = None

    def load(self) -> None:
        """Read everything anew."""
        words, role = self._desk.words, self._desk.role

        def read(session: Any, actor: Any) -> Page | None:
            return PageWriter(words, actor.at).write(home_of(session, actor, role)) if role else None

        self._desk.read(read, self._show, self._screen.show_failure, self._owner, "home")

    def links(self) -> list[Route]:
        """Where the number keys lead."""
        if self.page is None:
            return []
        return [entry.to for entry in self.page.keyed() if entry.to is not None]

    def take_next(self) -> None:
        """Take the next dossier in hand and open it."""
        text = self._desk.words.of("queue")

        def taken(claimed: Claimed) -> None:
            self._desk.tell(text("taken", number=claimed.number), lambda: self._undo(claimed.dossier_id))
            self._desk.go(route("dossier", id=claimed.dossier_id, queue="mine"))

        self._desk.write(claims.claim_next, taken, owner=self._owner)

    def _undo(self, dossier_id: int) -> None:
        said = self._desk.words.of("queue")("undone")
        self._desk.write(
            lambda session, actor: undoing.undo(session, actor, dossier_id), lambda _: self._desk.tell(said)
        )

    def _show(self, page: Page | None) -> None:
        self.page = page
        if page is not None:
            self._screen.show_page(page)
