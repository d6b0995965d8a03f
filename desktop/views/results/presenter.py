"""Behind the search results: what was typed, how it was understood, and what was found; no Qt."""

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final, Protocol

from desktop.services import desk_rows, search, wording
from desktop.services.certificate_register import (
    CertificateRow,
    RegisterQuery,
    certificate_ids,
    certificate_rows,
)
from desktop.views.dossier_list.lines import Line
from desktop.views.dossier_list.pages import Pages
from desktop.views.dossier_list.writing import LineWriter
from desktop.views.navigation import Route, route

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.views.desk import Desk

MOST: Final = 50
"""Results shown; who sees so many types more."""


class Kind(StrEnum):
    """What can be found."""

    DOSSIER = "dossier"
    CERTIFICATE = "certificate"


@dataclass(frozen=True, slots=True)
class Found:
    """What a search has found."""

    typed: str
    lines: list[Line]
    certificates: list[CertificateRow]
    more: frozenset[Kind]
    """Of these there are more than are shown."""
    exact: int | None
    """The dossier whose number was typed in full."""

    def count(self, kind: Kind) -> int:
        """How many of a kind are shown."""
        return len(self.lines if kind is Kind.DOSSIER else self.certificates)


class Shows(Protocol):
    """What the presenter tells the screen."""

    def show_found(self, found: Found) -> None:
        """The search has ended."""

    def show_failure(self, error: Exception) -> None:
        """It could not be done."""


class ResultsPresenter:
    """Searches for what is typed."""

    def __init__(self, desk: "Desk", screen: Shows, typed: str) -> None:
        self._desk, self._screen = desk, screen
        self._owner: Any = screen
        self.typed = typed
        self.found = Found("", [], [], frozenset(), None)

    def search(self, typed: str | None = None) -> None:
        """Search, for something else when `typed` is given."""
        self.typed = self.typed if typed is None else typed
        wanted, words = self.typed, self._desk.words

        def read(session: Any, actor: Any) -> Found:
            page = search.search(session, actor, wanted, MOST)
            ids = [row.id for row in page.rows]
            rows = desk_rows.desk_rows(session, actor, ids)
            marked = tuple(wanted.split())
            lines = [replace(line, found=marked) for line in LineWriter(words, actor.at).lines(rows)]
            certificates = (
                list(certificate_ids(session, actor, RegisterQuery(search=wanted))) if wanted else []
            )
            number = wording.stored_number(wanted)
            return Found(
                wanted,
                lines,
                certificate_rows(session, actor, certificates[:MOST]),
                _more(page.more, len(certificates) > MOST),
                next((line.id for line in lines if line.number == number), None),
            )

        self._desk.read(read, self._show, self._screen.show_failure, self._owner, "search")

    @property
    def understood(self) -> str:
        """What was searched for: letters of one form, as everything is compared."""
        digits = self._desk.words.formats.digits
        return " ".join(
            word if word.isascii() and not word.isdigit() else digits(word) for word in self._folded
        )

    @property
    def was_folded(self) -> bool:
        """Whether letters were taken for others than were typed."""
        return self._folded != wording.western_digits(self.typed).split()

    @property
    def _folded(self) -> list[str]:
        return wording.fold(self.typed).split()

    def pages(self) -> Pages:
        """The dossiers as a list shows them."""
        return Pages.of(self.found.lines)

    def place_of(self, kind: Kind, key: int) -> Route:
        """Where something found is opened."""
        return route("dossier", id=key) if kind is Kind.DOSSIER else route("certificate", id=key)

    def first_kind(self) -> Kind:
        """What to show first: dossiers, unless there are only certificates."""
        only_certificates = not self.found.lines and self.found.certificates
        return Kind.CERTIFICATE if only_certificates else Kind.DOSSIER

    def _show(self, found: Found) -> None:
        self.found = found
        self._screen.show_found(found)


def _more(dossiers: bool, certificates: bool) -> frozenset[Kind]:  # noqa: FBT001 - one for each kind
    both: Sequence[tuple[Kind, bool]] = ((Kind.DOSSIER, dossiers), (Kind.CERTIFICATE, certificates))
    return frozenset(kind for kind, more in both if more)
