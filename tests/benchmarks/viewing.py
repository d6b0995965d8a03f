"""Turning the pages of a received document in the window beside bare pypdfium2 drawing the same pages."""

import io
import os
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from statistics import median

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pypdfium2
from PIL import Image
from PySide6 import QtCore, QtTest, QtWidgets
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.views.documents.renderer import Renderer
from desktop.views.documents.viewer import DocumentViewer
from desktop.views.theme.look import put_on
from tests.benchmarks.measuring import Ratio, timed, within
from tests.builders.viewed_documents import Files, a_document, a_version, at_once

PAGES = 60
"""So many that none is still kept when the pages are turned from the first again."""
ROUNDS = 7
LINES = 42
A4 = (595.0, 842.0)
SCAN = (1240, 1754)
"""A4 at 150 dpi, as portals send it."""
SIZE = (820, 900)


def page_turns(folder: Path) -> Ratio:
    """From PgDn until the next page is painted, for somebody who looks at each page before he turns it.

    Meanwhile the viewer draws the page after it; every third page is a scan.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "pages.pdf"
    file.write_bytes(_document())
    application = QtWidgets.QApplication.instance() or QtWidgets.QApplication([])
    put_on(application, still=True)
    renderer = Renderer()
    try:
        viewer = _viewer(file.read_bytes(), renderer)
        bare = _bare(file.read_bytes(), viewer.pane.canvas.picture.whole.drawing.width)
        turns, draws = [], []
        for _ in range(ROUNDS):
            turns.append(_turning(viewer, renderer))
            draws.append(timed(bare) / PAGES)
        viewer.deleteLater()
    finally:
        renderer.shut_down()
        renderer.deleteLater()
    ours, other = median(turns), median(draws)
    return within("page turn in the viewer", ours, "pypdfium2 drawing the page", other, bar=1.3)


def _document() -> bytes:
    file = io.BytesIO()
    canvas = Canvas(file, pagesize=A4)
    scans = [ImageReader(io.BytesIO(_scan(seed))) for seed in range(PAGES // 3)]
    for page in range(PAGES):
        if page % 3 == 2:
            canvas.drawImage(scans[page // 3], 0, 0, *A4)
        else:
            for line in range(LINES):
                canvas.drawString(
                    60, 800 - 18 * line, f"{page}.{line} The lessee pays on the first day of every month."
                )
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _scan(seed: int) -> bytes:
    chance = Random(seed)
    sheet = Image.new("L", SCAN, 245)
    for _ in range(3_000):
        left, top = chance.randrange(SCAN[0]), chance.randrange(SCAN[1])
        sheet.paste(chance.randrange(90), (left, top, left + chance.randrange(2, 14), top + 3))
    file = io.BytesIO()
    sheet.save(file, "JPEG", quality=80)
    return file.getvalue()


def _viewer(data: bytes, renderer: Renderer) -> DocumentViewer:
    viewer = DocumentViewer(Words(Language.PERSIAN), Files(pages=data), {}, at_once, renderer)
    viewer.resize(*SIZE)
    viewer.show_documents([a_document("pages", a_version("pages"))])
    viewer.show()
    _Painted(viewer).wait_for(1)
    return viewer


class _Painted(QtCore.QObject):
    """Watches which page of a viewer was painted last."""

    def __init__(self, viewer: DocumentViewer) -> None:
        super().__init__(viewer)
        self._canvas, self._page = viewer.pane.canvas, 0
        self._canvas.viewport().installEventFilter(self)
        self._canvas.viewport().update()

    def eventFilter(self, watched: QtCore.QObject, event: QtCore.QEvent) -> bool:  # noqa: N802 - Qt's name
        """The event goes on as it came."""
        if event.type() == QtCore.QEvent.Type.Paint:
            self._page = self._canvas.shown_page
        return super().eventFilter(watched, event)

    def wait_for(self, page: int) -> None:
        """Until the page was painted."""
        way = QtCore.QEventLoop.ProcessEventsFlag
        while self._page != page:
            QtCore.QCoreApplication.processEvents(way.AllEvents | way.WaitForMoreEvents)


def _turning(viewer: DocumentViewer, renderer: Renderer) -> float:
    """The seconds of a turn, on average over all pages."""
    canvas, painted = viewer.pane.canvas, _Painted(viewer)
    canvas.go_to(1)
    painted.wait_for(1)
    taken = 0.0
    for page in range(2, PAGES + 1):
        _wait_until_idle(renderer)
        start = time.perf_counter()
        QtTest.QTest.keyClick(canvas, QtCore.Qt.Key.Key_PageDown)
        painted.wait_for(page)
        taken += time.perf_counter() - start
    return taken / (PAGES - 1)


def _wait_until_idle(renderer: Renderer) -> None:
    while renderer._jobs:
        QtCore.QCoreApplication.processEvents(QtCore.QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _bare(data: bytes, width: int) -> Callable[[], None]:
    pdf = pypdfium2.PdfDocument(data)

    def draw_all() -> None:
        for page in pdf:
            page.render(scale=width / A4[0])

    return draw_all
