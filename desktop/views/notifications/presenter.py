"""News about one's own dossiers, and acts of one's own that can still be taken back. No Qt."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.services import notifications
from desktop.services.notifications import News, NewsKind
from desktop.services.scheme_words import words_about
from desktop.services.undoing import Held, undo
from desktop.views.records.cells import Cell, Row

if TYPE_CHECKING:
    from desktop.views.desk import Desk

_ICONS = {
    NewsKind.ANSWER: "message",
    NewsKind.REFERRAL: "refer",
    NewsKind.TAKEN_AWAY: "minus",
    NewsKind.DECISION: "stamp",
    NewsKind.MOVE: "forward",
    NewsKind.NOTE: "note",
    NewsKind.CLEARANCE: "building",
    NewsKind.PAPERS: "papers",
}


@dataclass(frozen=True)
class Board:
    """Rows of news, and what can still be taken back."""

    rows: tuple[Row, ...] = ()
    held: tuple[Held, ...] = ()
    dossiers: tuple[tuple[int, int], ...] = ()
    """Row key → dossier."""


class NotificationsPresenter:
    """Reads the news of the person at the desk."""

    def __init__(self, desk: "Desk", owner: Any) -> None:
        self.desk, self._owner = desk, owner
        self._text = desk.words.of("notifications")
        self.board = Board()

    def read(self, then: Callable[[], object]) -> None:
        """Read again."""

        def work(session: Any, actor: Any) -> Board:
            news = notifications.notifications(session, actor)
            words = {one.number: words_about(session, one.number) for one in news}
            rows = tuple(self._row(one, self.desk.words.with_scheme(words[one.number])) for one in news)
            held = tuple(notifications.held_by(session, actor))
            return Board(rows, held, tuple((one.id, one.dossier_id) for one in news))

        def keep(board: Board) -> None:
            self.board = board
            then()

        self.desk.read(work, keep, owner=self._owner, lane="news")

    def dossier_of(self, key: int | None) -> int | None:
        """The dossier a line of news is about."""
        return dict(self.board.dossiers).get(key) if key is not None else None

    def mark_all_read(self, then: Callable[[], object]) -> None:
        """Count everything as read."""
        self.desk.write(notifications.mark_all_read, lambda _: then(), owner=self._owner)

    def undo(self, held: Held) -> None:
        """Take back what has not gone out yet."""
        self.desk.write(
            lambda session, actor: undo(session, actor, held.dossier_id),
            lambda _: self.desk.tell(self._text("undone")),
        )

    def _row(self, news: News, words: Any) -> Row:
        formats = words.formats
        said = words.act(news.entry.tag, news.entry.person, news.entry.values)
        note = news.entry.values.get("note") or news.entry.values.get("reason") or ""
        weight, colour = (700, "text") if news.unread else (400, "text2")
        cells = (
            Cell(said, str(note), weight, colour, _ICONS[news.kind], tip=said),
            Cell(news.applicant_name, formats.id(news.number), 500),
            Cell(self._text(f"kind.{news.kind}"), colour="text2"),
            Cell(formats.when(news.entry.at, self.desk.now()), colour="text2"),
        )
        return Row(news.id, cells)
