"""Behind the queue: which list is shown, where it comes from, what has changed in it since; no Qt."""

from array import array
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Protocol

from desktop.services import desk_rows, queues
from desktop.services.due_buckets import BucketStart, bucket_starts
from desktop.services.facets import FacetCount, facet_counts, narrowed
from desktop.services.next_case import next_case
from desktop.services.queues import Queue, QueueQuery, Sort
from desktop.views.dossier_list.groups import Group
from desktop.views.dossier_list.lines import Line
from desktop.views.dossier_list.marks import Marks
from desktop.views.dossier_list.pages import Pages
from desktop.views.dossier_list.places import narrowed_by
from desktop.views.dossier_list.writing import LineWriter
from desktop.views.queue import query_box
from desktop.views.queue.asked import Asked, asked_at
from desktop.views.queue.buckets import headings
from desktop.views.queue.manner import Manners
from desktop.views.queue.query_box import Understood, Vocabulary

if TYPE_CHECKING:
    from desktop.views.desk import Desk

COMPARED: Final = 100_000
"""Lists up to this length are held against each other dossier by dossier; longer ones only by how long."""


class Shows(Protocol):
    """What the presenter tells the screen."""

    def show_list(self, pages: Pages, headings: list[Group]) -> None:
        """Another list is there."""

    def show_lines(self, places: range) -> None:
        """Lines for these places are there."""

    def show_counts(self, counts: Sequence[FacetCount]) -> None:
        """How many each part of the queue has."""

    def show_news(self, arrived: int) -> None:
        """So many dossiers have come since the list was read."""

    def show_failure(self, error: Exception) -> None:
        """The list could not be read."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A list as the worker found it."""

    ids: "array[int]"
    starts: list[BucketStart]
    at: datetime
    query: QueueQuery
    unknown: tuple[tuple[str, str], ...]


class QueuePresenter:
    """Keeps one list of a queue and reads its pages as they are wanted."""

    def __init__(self, desk: "Desk", screen: Shows, arguments: dict[str, Any]) -> None:
        self._desk, self._screen = desk, screen
        self._owner: Any = screen
        """Answers are dropped once the screen is gone."""
        self.manners = Manners(desk.preferences, str(arguments.get("queue", "mine")))
        chosen = self.manners.now
        self.asked: Asked = asked_at(arguments, chosen.sort, descending=chosen.descending)
        self.marks = Marks()
        self.vocabulary = Vocabulary()
        self.read_at = desk.now()
        self.pages = Pages(array("q"), self._fetch)
        self.gone: dict[int, str] = {}
        """Dossiers that left the list since it was read, with where they went."""
        self._latest: _Found | None = None
        self.is_loaded = False
        self.query = QueueQuery(self.asked.queue)
        self.unknown: tuple[tuple[str, str], ...] = ()
        """Values of the filter that no field has, each with the name of its field."""

    # --- reading

    def load(self) -> None:
        """Read the list anew and show it."""
        self._read(self._adopt)

    def look_again(self, changed: Collection[int]) -> None:
        """Something has changed: read the lines again, and say what is new without moving a row."""
        self.pages.read_again(self.pages.holding(changed))
        self._read(self._compare, lane="compare")
        self.count()

    def count(self) -> None:
        """Count the parts of the queue."""
        self._desk.read(
            self._count, self._screen.show_counts, self._screen.show_failure, self._owner, "counts"
        )

    def learn(self, then: Callable[[list[str]], object]) -> None:
        """Learn the words that can be asked for in the filter."""

        def read(session: Any, _actor: Any) -> list[str]:
            return self._vocabulary(session).suggestions()

        self._desk.read(read, then, owner=self._owner, lane="words")

    def count_free(self, then: Callable[[int], object]) -> None:
        """Count what nobody has, for who has nothing; none where he takes no cases."""

        def read(session: Any, actor: Any) -> int:
            free = {"free": QueueQuery(Queue.UNCLAIMED.value)}
            takes_cases = next_case(session, actor) is not None
            return queues.queue_counts(session, actor, free)[0].count if takes_cases else 0

        self._desk.read(read, then, owner=self._owner, lane="free")

    # --- asking otherwise

    def ask(self, **otherwise: Any) -> None:
        """Ask for another part, order or filter of the queue."""
        self.asked = replace(self.asked, **otherwise)
        if "sort" in otherwise or "descending" in otherwise:
            self.manners.change(sort=self.asked.sort.value, descending=self.asked.descending)
        self.marks.clear()
        self.load()
        self.count()

    def sort_by(self, sort: Sort) -> None:
        """Sort by this; asked again, the other way round."""
        self.ask(sort=sort, descending=sort is self.asked.sort and not self.asked.descending)

    # --- what stands there

    @property
    def size(self) -> int:
        """How many dossiers the list has."""
        return len(self.pages.ids)

    def want(self, places: Sequence[int]) -> None:
        """These places are in sight."""
        self.pages.want(places)

    def show_news(self) -> None:
        """Show the list as it is now; it was compared before."""
        if self._latest is not None:
            self._adopt(self._latest)

    def has_left(self, dossier_id: int, where: str) -> None:
        """This person has taken a dossier out of the list; its row stays, greyed, and says where it went."""
        self.gone[dossier_id] = where
        self._show_gone([dossier_id])

    # --- inside

    def _read(self, then: Callable[[_Found], object], lane: str = "list") -> None:
        self._desk.read(self._find, then, self._screen.show_failure, self._owner, lane)

    def _find(self, session: Any, actor: Any) -> _Found:
        understood = self._understood(session)
        query = narrowed(session, understood.query, self.asked.facet, actor.at)
        ids = queues.queue_ids(session, actor, query)
        by_due = query.sort is Sort.DUE
        starts = bucket_starts(session, actor, ids) if by_due else []
        return _Found(ids, starts, actor.at, query, understood.unknown)

    def _adopt(self, found: _Found) -> None:
        self._latest, self.is_loaded = None, True
        self.gone.clear()
        self.read_at, self.query, self.unknown = found.at, found.query, found.unknown
        self.pages = Pages(found.ids, self._fetch)
        self._screen.show_list(self.pages, headings(found.starts, self._desk.words, found.at))
        self._screen.show_news(0)

    def _compare(self, found: _Found) -> None:
        shown = self.pages.ids
        if len(shown) > COMPARED or len(found.ids) > COMPARED:
            arrived, left = max(0, len(found.ids) - len(shown)), frozenset[int]()
        else:
            before, now = frozenset(shown), frozenset(found.ids)
            arrived, left = len(now - before), before - now
        self._latest = found
        before_now, unnamed = frozenset(self.gone), left - self.gone.keys()
        self.gone = {number: where for number, where in self.gone.items() if number in left}
        self.gone |= dict.fromkeys(unnamed, self._desk.words.of("queue")("has_left"))
        self._show_gone(before_now ^ frozenset(self.gone))
        self._screen.show_news(arrived)

    def _show_gone(self, ids: Collection[int]) -> None:
        for number in self.pages.rewrite(ids, self._marked_gone):
            self._screen.show_lines(self.pages.places_on(number))

    def _fetch(self, number: int, ids: Sequence[int]) -> None:
        pages, words = self.pages, self._desk.words

        def read(session: Any, actor: Any) -> list[Line]:
            return LineWriter(words, actor.at).lines(desk_rows.desk_rows(session, actor, ids))

        def came(lines: list[Line]) -> None:
            if pages is self.pages:
                self._screen.show_lines(pages.came(number, [self._marked_gone(line) for line in lines]))

        def failed(error: Exception) -> None:
            pages.failed(number)
            self._screen.show_failure(error)

        self._desk.read(read, came, failed, self._owner, f"page {number}")

    def _marked_gone(self, line: Line) -> Line:
        where = self.gone.get(line.id, "")
        if where and line.holder and not line.is_mine and self.asked.queue == Queue.MINE:
            where = self._desk.words.of("queue")("was_referred", name=line.holder)
        return line if line.gone == where else replace(line, gone=where)

    def _count(self, session: Any, actor: Any) -> list[FacetCount]:
        return facet_counts(session, actor, self._understood(session).query)

    def _understood(self, session: Any) -> Understood:
        asked = self.asked
        query = QueueQuery(asked.queue, sort=asked.sort, descending=asked.descending)
        query = narrowed_by(query, asked.within)
        known = self._vocabulary(session) if ":" in asked.typed else self.vocabulary
        return query_box.read(asked.typed, query, known)

    def _vocabulary(self, session: Any) -> Vocabulary:
        """The words of the filter; read when somebody first filters by name."""
        if not self.vocabulary.fields:
            from desktop.views.queue.vocabulary import vocabulary  # noqa: PLC0415 - knows all of schemes

            self.vocabulary = vocabulary(session, self._desk.words)
        return self.vocabulary
