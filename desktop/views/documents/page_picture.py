"""The picture of the page on a canvas: the old one stays until the new has come, the next is drawn ahead."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6 import QtCore, QtGui

from desktop.services.page_images.drawing import Drawing
from desktop.views.documents.renderer import Renderer, Ticket
from desktop.views.documents.waiting import Urgency


@dataclass(frozen=True)
class Picture:
    """What was drawn of which page."""

    key: str
    page: int
    drawing: Drawing
    image: QtGui.QImage


class PagePicture(QtCore.QObject):
    """Signals: `arrived()` when another picture is there, `failed(Exception)` when none can be had."""

    arrived = QtCore.Signal()
    failed = QtCore.Signal(object)

    def __init__(self, renderer: Renderer, parent: QtCore.QObject | None = None) -> None:
        super().__init__(parent)
        self._renderer = renderer
        self.whole: Picture | None = None
        self.part: Picture | None = None
        """A sharper part of the same page, over the whole."""
        self._wanted: Ticket | None = None
        self._wanted_part: Ticket | None = None
        self._ahead: list[Ticket | None] = []

    def show(self, key: str, page: int, drawing: Drawing) -> None:
        """Show a page as soon as it is drawn."""
        self._drop()
        self._wanted = self._renderer.draw(
            key, page, drawing, lambda image: self._came(Picture(key, page, drawing, image)), self._fail, self
        )

    def show_part(self, key: str, page: int, drawing: Drawing | None) -> None:
        """Show a part of the page sharper than the whole; None when the whole is sharp."""
        self._renderer.drop(self._wanted_part)
        self._wanted_part = None
        if drawing is None:
            self.part = None
        elif self.part is None or (self.part.key, self.part.page, self.part.drawing) != (key, page, drawing):
            self._wanted_part = self._renderer.draw(
                key,
                page,
                drawing,
                lambda image: self._part_came(Picture(key, page, drawing, image)),
                self._fail,
                self,
            )

    def draw_ahead(self, key: str, pages: Iterable[tuple[int, Drawing]]) -> None:
        """Have pages drawn that are likely to be shown next."""
        for ticket in self._ahead:
            self._renderer.drop(ticket)
        self._ahead = [
            self._renderer.draw(key, page, drawing, _nothing, _nothing, self, Urgency.SOON)
            for page, drawing in pages
        ]

    def forget(self) -> None:
        """Show nothing, and wait for nothing."""
        self._drop()
        self.draw_ahead("", ())
        self.whole = self.part = None

    def _drop(self) -> None:
        self._renderer.drop(self._wanted)
        self._renderer.drop(self._wanted_part)
        self._wanted = self._wanted_part = None

    def _came(self, picture: Picture) -> None:
        if self.part is not None and self.part.page != picture.page:
            self.part = None
        self.whole = picture
        self._wanted = None
        self.arrived.emit()

    def _part_came(self, picture: Picture) -> None:
        self.part = picture
        self._wanted_part = None
        self.arrived.emit()

    def _fail(self, error: Exception) -> None:
        self._drop()
        self.failed.emit(error)


def _nothing(_answer: object) -> None:
    """A page drawn ahead is only to be kept; should it fail, it will say so when it is shown."""
