"""What the register shows: facet, search and order are asked of the service, rows read as they are seen."""

from array import array
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Protocol

from desktop.services.certificate_page import CertificatePage, certificate_page
from desktop.services.certificate_register import (
    Facet,
    FacetCount,
    RegisterQuery,
    RegisterSort,
    certificate_ids,
    certificate_rows,
    facet_counts,
)
from desktop.services.people import Actor
from desktop.views.certificates.rows import row_of
from desktop.views.records.cells import Row

if TYPE_CHECKING:
    from desktop.views.desk import Desk

Listed = tuple["array[int]", Sequence[FacetCount]]


class RegisterView(Protocol):
    """What the presenter tells the screen."""

    def show_list(self) -> None:
        """Another list is there, with its counts."""

    def show_page(self, page: int, rows: Sequence[Row]) -> None:
        """Rows of a page have come."""

    def show_chosen(self) -> None:
        """The certificate under the cursor is known."""

    def show_failure(self, error: Exception) -> None:
        """The list could not be read; the last one stays."""


@dataclass(frozen=True)
class _Asked:
    """A list is told apart from the one asked for after it, so that late pages are dropped."""

    query: RegisterQuery
    turn: int


class CertificatesPresenter:
    """The register of one office."""

    def __init__(self, desk: "Desk", view: Any, query: RegisterQuery) -> None:
        self._desk, self._view = desk, view
        self._text = desk.words.of("certificates")
        self._asked = _Asked(query, 0)
        self.ids: array[int] = array("q")
        self.counts: Sequence[FacetCount] = ()
        self.chosen: CertificatePage | None = None
        self.is_loaded = False

    @property
    def query(self) -> RegisterQuery:
        """What is asked for now."""
        return self._asked.query

    @property
    def is_narrowed(self) -> bool:
        """Whether a facet or a search hides certificates."""
        return self.query.facet is not Facet.ALL or bool(self.query.search)

    def ask(self, **changes: Any) -> None:
        """Ask for another facet, search or order."""
        self._asked = _Asked(replace(self.query, **changes), self._asked.turn)
        self.read()

    def sort_by(self, code: str, *, descending: bool) -> None:
        """Sort by a column."""
        self.ask(sort=RegisterSort(code), descending=descending)

    def read(self) -> None:
        """Read the list and the counts again; what stands there stays until they have come."""
        asked = replace(self._asked, turn=self._asked.turn + 1)
        self._asked = asked

        def work(session: Any, actor: Actor) -> Listed:
            counts = facet_counts(session, actor, asked.query.search)
            return certificate_ids(session, actor, asked.query), counts

        self._desk.read(work, self._show, self._view.show_failure, owner=self._view, lane="list")

    def want(self, page: int, ids: Sequence[int]) -> None:
        """Read the rows of a page that came into sight."""
        turn, wanted = self._asked.turn, list(ids)

        def work(session: Any, actor: Actor) -> list[Row]:
            rows = certificate_rows(session, actor, wanted)
            return [row_of(row, self._desk.words, self._text) for row in rows]

        def came(rows: list[Row]) -> None:
            if turn == self._asked.turn:
                self._view.show_page(page, rows)

        self._desk.read(work, came, owner=self._view)

    def choose(self, certificate_id: int | None) -> None:
        """Read the certificate under the cursor; nothing under it shows nothing."""
        if certificate_id is None:
            self.chosen = None
            self._view.show_chosen()
            return
        self._desk.read(
            lambda session, actor: certificate_page(session, actor, certificate_id),
            self._show_chosen,
            owner=self._view,
            lane="chosen",
        )

    def _show(self, listed: Listed) -> None:
        self.ids, self.counts = listed
        self.is_loaded = True
        self._view.show_list()

    def _show_chosen(self, page: CertificatePage) -> None:
        self.chosen = page
        self._view.show_chosen()
