"""Puts a letter on a printer: each page is drawn by the process that draws documents, then handed to Qt."""

from collections.abc import Callable
from hashlib import sha256
from math import sqrt

from PySide6 import QtCore, QtGui, QtPrintSupport

from desktop.services.page_images.drawing import Drawing
from desktop.services.page_images.limits import LARGEST_DRAWING, POINTS_PER_INCH
from desktop.services.page_images.process import Opened
from desktop.views.background import Failed
from desktop.views.documents.renderer import Renderer
from desktop.views.letters.pane import PDF

SHARPNESS = 300
"""Dots per inch: what an office's printer shows of a letter."""


class PaperPrinting(QtCore.QObject):
    """Prints one PDF page by page and goes; either `done(pages)` or `failed(error)` is called, once."""

    def __init__(
        self,
        printer: QtPrintSupport.QPrinter,
        renderer: Renderer,
        done: Callable[[int], object],
        failed: Failed,
        parent: QtCore.QObject,
    ) -> None:
        super().__init__(parent)
        self._printer, self._renderer, self._done, self._failed = printer, renderer, done, failed
        self._painter = QtGui.QPainter()
        self._key = ""
        self._pages: list[int] = []
        self._opened: Opened | None = None

    def print(self, pdf: bytes) -> None:
        """Begin; pages outside the printer's range stay out."""
        self._key = f"print:{sha256(pdf).hexdigest()}"
        self._renderer.open(self._key, pdf, PDF, self._begin, self._end_badly, self)

    def _begin(self, opened: Opened) -> None:
        self._renderer.hold(self._key)
        self._opened = opened
        count = len(opened.sizes)
        first, last = self._printer.fromPage() or 1, self._printer.toPage() or count
        self._pages = list(range(first, min(last, count) + 1))
        self._total = len(self._pages)
        self._painter.begin(self._printer)
        self._next()

    def _next(self) -> None:
        if not self._pages or self._opened is None:
            self._painter.end()
            self._renderer.let_go(self._key)
            self._done(self._total)
            self.deleteLater()
            return
        page = self._pages.pop(0)
        drawing = _sharp(self._opened.sizes[page - 1])
        self._renderer.draw(self._key, page, drawing, self._put, self._end_badly, self)

    def _put(self, picture: QtGui.QImage) -> None:
        room = QtCore.QRectF(self._painter.viewport())
        size = QtCore.QSizeF(picture.size()).scaled(room.size(), QtCore.Qt.AspectRatioMode.KeepAspectRatio)
        self._painter.drawImage(QtCore.QRectF(room.topLeft(), size), picture)
        if self._pages:
            self._printer.newPage()
        self._next()

    def _end_badly(self, error: Exception) -> None:
        if self._painter.isActive():
            self._printer.abort()
            self._painter.end()
        self._failed(error)
        self.deleteLater()


def _sharp(size: tuple[float, float]) -> Drawing:
    """The whole page as sharp as a drawing may be."""
    wide, high = (length / POINTS_PER_INCH * SHARPNESS for length in size)
    reduced = min(1.0, sqrt(LARGEST_DRAWING / (wide * high)))
    return Drawing.whole(int(wide * reduced), int(high * reduced))
