"""Behind the home page: what is counted for this person, and where each number leads; no Qt."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from desktop.services.facets import Facet, FacetCount, facet_counts
from desktop.services.queues import Queue, QueueCount, QueueQuery, queues_of
from desktop.views.navigation import Route, route

if TYPE_CHECKING:
    from desktop.views.desk import Desk


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the page; a number in front when it counts something, and where it leads."""

    words: str
    to: Route | None = None
    count: str = ""
    tone: str = ""
    at_end: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with the lines under it; `nothing` is said when there are none."""

    title: str
    entries: Sequence[Entry]
    nothing: str = ""


class Shows(Protocol):
    """What the presenter tells the screen."""

    def show_parts(self, columns: Sequence[Sequence[Part]]) -> None:
        """The page has been read: its columns from the start."""


class HomePresenter:
    """Reads the page of this person."""

    def __init__(self, desk: "Desk", screen: Shows) -> None:
        self._desk, self._screen = desk, screen
        self._text = desk.words.of("home")

    def load(self, failed: Callable[[Exception], object]) -> None:
        """Read everything anew."""
        self._desk.read(_read, self._show, failed, self._screen, "home")  # type: ignore[arg-type]

    def _show(self, found: tuple[list[FacetCount], list[QueueCount]]) -> None:
        facets, queues = found
        mine = [self._facet(one) for one in facets if one.facet is not Facet.ALL]
        unit = [self._queue(one) for one in queues if one.code != Queue.MINE]
        self._screen.show_parts([[Part(self._text("now"), mine)], [Part(self._text("unit"), unit)], []])

    def _facet(self, one: FacetCount) -> Entry:
        words = self._desk.words.of("queue")(f"facet.{one.facet}")
        to = route("queue", queue=Queue.MINE.value, facet=one.facet.value)
        tones = {Facet.OVERDUE: "red", Facet.RETURNED: "turq", Facet.TODAY: "amber"}
        tone = tones.get(one.facet, "") if one.count else ""
        return Entry(words, to, self._desk.words.formats.count_capped(one.count, one.more), tone)

    def _queue(self, one: QueueCount) -> Entry:
        words = self._desk.words.word("queue", one.code)
        count = self._desk.words.formats.count_capped(one.count, one.more)
        return Entry(words, route("queue", queue=one.code), count)


def _read(session: Any, actor: Any) -> tuple[list[FacetCount], list[QueueCount]]:
    return facet_counts(session, actor, QueueQuery(Queue.MINE.value)), queues_of(session, actor)
