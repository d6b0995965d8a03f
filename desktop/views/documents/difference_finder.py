"""Finds page after page where two versions differ, while nobody has to wait for it."""

from typing import TYPE_CHECKING

from PySide6 import QtCore

from desktop.services.page_images.differences import Box
from desktop.services.page_images.process import Opened
from desktop.views.documents.opening import Opening
from desktop.views.documents.viewed import ViewedVersion

if TYPE_CHECKING:
    from desktop.views.documents.renderer import Ticket


class DifferenceFinder(QtCore.QObject):
    """The differences between two versions.

    Signals: `found(int)` when a page was compared, `failed(Exception)` when comparing ended early.
    """

    found = QtCore.Signal(int)
    failed = QtCore.Signal(object)

    def __init__(self, opening: Opening, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._opening = opening
        self._pair: tuple[str, str] | None = None
        self._places: dict[int, list[QtCore.QRectF]] = {}
        self._left: list[int] = []
        self._ticket: Ticket | None = None
        self._holds = ""

    @property
    def pages(self) -> frozenset[int]:
        """The pages that differ, as far as is known."""
        return frozenset(page for page, places in self._places.items() if places)

    def places(self, page: int) -> list[QtCore.QRectF]:
        """Where a page differs, in shares of the upright page."""
        return self._places.get(page, [])

    def compare(self, version: ViewedVersion, pages: int, other: ViewedVersion, first: int) -> None:
        """Compare two versions, of which the first is open already, beginning with a page."""
        if self._pair == (version.key, other.key):
            return
        self.stop()
        self._pair = pair = (version.key, other.key)
        self._left = [*range(first, pages + 1), *reversed(range(1, first))]

        def opened(_known: Opened) -> None:
            if self._pair == pair:
                self._opening.renderer.hold(other.key)
                self._holds = other.key
                self._next()

        if version.key != other.key:
            self._opening.open(other, opened, lambda error: self._fail(pair, error), self)

    def stop(self) -> None:
        """Forget what was found."""
        renderer = self._opening.renderer
        renderer.drop(self._ticket)
        if self._holds:
            renderer.let_go(self._holds)
        self._pair, self._ticket, self._holds = None, None, ""
        self._places.clear()

    def _next(self) -> None:
        if self._pair is None or not self._left:
            return
        page, pair = self._left.pop(0), self._pair
        self._ticket = self._opening.renderer.compare(
            *pair,
            page,
            lambda boxes: self._came(pair, page, boxes),
            lambda error: self._fail(pair, error),
            self,
        )

    def _came(self, pair: tuple[str, str], page: int, boxes: list[Box]) -> None:
        if pair != self._pair:
            return
        self._places[page] = [QtCore.QRectF(*box) for box in boxes]
        self.found.emit(page)
        self._next()

    def _fail(self, pair: tuple[str, str], error: Exception) -> None:
        # What failed once would fail for the next page too, perhaps after as long a wait.
        if pair == self._pair:
            self._left.clear()
            self.failed.emit(error)
