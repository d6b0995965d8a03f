"""How long the window stands still while much is done beside it: the longest gap between two of its ticks.

`python -m tests.benchmarks.window_gaps FOLDER` prints the longest gaps in seconds, by what was done.
"""

import gc
import io
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from desktop.__main__ import RARELY
from tests.benchmarks.measuring import Ratio, within
from tests.benchmarks.offices import NAME

ROOT = Path(__file__).parents[2]
TWO_FRAMES = 2 / 60
TICK_MILLISECONDS = 4
ROUNDS = 5
PATIENCE_SECONDS = 300
PDF_PAGES = 200
ACTING = "golnaz"
NAMES = {
    "rows": "while the rows of a long queue load",
    "pdf": f"while a PDF of {PDF_PAGES} pages opens",
    "report": "while the audit is verified",
}


def frame_gaps(folder: Path) -> list[Ratio]:
    """Of each work the longest gap, the median of some rounds, beside two frames of a screen."""
    command = [sys.executable, "-m", __spec__.name, str(folder)]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    gaps: dict[str, list[float]] = json.loads(said.splitlines()[-1])
    return [
        within(f"gap {NAMES[what]}", median(longest), "two frames", TWO_FRAMES, bar=1)
        for what, longest in gaps.items()
    ]


def _measure(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    # The window and what it shows are loaded only in the process that shows them.
    from desktop.models.vocabulary import Language  # noqa: PLC0415
    from desktop.services.database import open_office  # noqa: PLC0415
    from desktop.services.people import list_people  # noqa: PLC0415
    from desktop.services.unit_of_work import reading  # noqa: PLC0415
    from desktop.views import QtWidgets  # noqa: PLC0415
    from desktop.views.background import Background  # noqa: PLC0415
    from desktop.views.desk import Desk, Place  # noqa: PLC0415
    from desktop.views.main_window import MainWindow  # noqa: PLC0415
    from desktop.views.navigation import route  # noqa: PLC0415
    from desktop.views.shell.looks import dress  # noqa: PLC0415

    app = QtWidgets.QApplication([])
    database = open_office(folder)
    with reading(database) as session:
        person = next(one for one in list_people(session) if one.username == ACTING)
    desk = Desk(Place(database, NAME, is_demo=False), person, Background(), Language.PERSIAN)
    dress(desk)
    window = MainWindow(desk, route("queue", queue="all"))
    window.show()
    # As the program does when it has started.
    gc.set_threshold(RARELY)
    gc.freeze()
    ticks = _Ticks(app)
    ticks.during(lambda: _load_rows(window))
    gaps = {
        "rows": [ticks.during(lambda: _load_rows(window)) for _ in range(ROUNDS)],
        "pdf": _pdf_gaps(ticks),
        "report": [ticks.during(lambda: _verify(desk)) for _ in range(ROUNDS)],
    }
    print(json.dumps(gaps), flush=True)
    os._exit(0)


class _Ticks:
    """Ticks as often as a window has anything to do, and knows how long it did not."""

    def __init__(self, app: Any) -> None:
        from desktop.views import QtCore  # noqa: PLC0415

        self._app, self._core = app, QtCore
        self._timer = QtCore.QTimer(app, timerType=QtCore.Qt.TimerType.PreciseTimer)
        self._timer.setInterval(TICK_MILLISECONDS)
        self._timer.timeout.connect(self._tick)
        self._last = self._longest = 0.0
        self._timer.start()

    def during(self, work: Callable[[], Callable[[], bool]]) -> float:
        """The longest gap from the start of some work until it says that it has ended."""
        self._settle()
        self._last, self._longest = time.perf_counter(), 0.0
        ended = work()
        until = time.monotonic() + PATIENCE_SECONDS
        way = self._core.QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        while not ended():
            if time.monotonic() > until:
                raise SystemExit("what was measured did not end")
            self._core.QCoreApplication.processEvents(way)
        return self._longest

    def _settle(self) -> None:
        until = time.monotonic() + 0.3
        while time.monotonic() < until:
            self._core.QCoreApplication.processEvents()

    def _tick(self) -> None:
        now = time.perf_counter()
        self._longest = max(self._longest, now - self._last)
        self._last = now


def _load_rows(window: Any) -> Callable[[], bool]:
    """Read the list of all dossiers anew and paint its first page."""
    screen = window.screen_shown
    loaded: list[bool] = []
    screen.list.loaded.connect(lambda: loaded.append(True))
    screen.list.load()
    return lambda: bool(loaded) and screen.rows.table.record(1) is not None


def _verify(desk: Any) -> Callable[[], bool]:
    """Verify every chain of the audit as a job, with the progress the jobs panel shows."""
    from desktop.services.audit_check import verify_chains  # noqa: PLC0415

    def steps(database: Any, acting: Callable[[], Any]) -> Any:
        return (yield from verify_chains(database, acting()))

    job = desk.long("", steps, lambda _: None)
    return lambda: job.ended_at is not None


def _pdf_gaps(ticks: "_Ticks") -> list[float]:
    """A viewer gets a document it has not seen, in the drawing process of a window that was used before."""
    from desktop.language.window import Words  # noqa: PLC0415
    from desktop.models.vocabulary import Language  # noqa: PLC0415
    from desktop.views.documents.renderer import Renderer  # noqa: PLC0415
    from desktop.views.documents.viewer import DocumentViewer  # noqa: PLC0415
    from tests.builders.viewed_documents import Files, a_document, a_version, at_once  # noqa: PLC0415

    data, renderer, gaps = _pdf(), Renderer(), []
    for number in range(ROUNDS + 1):
        name = f"pages{number}"
        viewer = DocumentViewer(Words(Language.PERSIAN), Files(**{name: data}), {}, at_once, renderer)
        viewer.resize(820, 900)
        viewer.show()

        def show(viewer: Any = viewer, name: str = name) -> Callable[[], bool]:
            viewer.show_documents([a_document(name, a_version(name))])
            canvas = viewer.pane.canvas
            return lambda: canvas.shown_page == 1 and not renderer._jobs

        gaps.append(ticks.during(show))
        viewer.close()
        viewer.deleteLater()
    renderer.shut_down()
    return gaps[1:]


def _pdf() -> bytes:
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415

    written = io.BytesIO()
    canvas = Canvas(written, pagesize=(595.0, 842.0))
    for page in range(PDF_PAGES):
        for line in range(42):
            canvas.drawString(
                60, 800 - 18 * line, f"{page}.{line} The lessee pays on the first of every month."
            )
        canvas.showPage()
    canvas.save()
    return written.getvalue()


if __name__ == "__main__":
    _measure(Path(sys.argv[1]))
