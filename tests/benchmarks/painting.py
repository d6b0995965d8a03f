"""A page of the queue painted by the window beside the same strokes painted bare; what a long queue weighs.

`python -m tests.benchmarks.painting FOLDER` prints the bytes a window with the queue of all dossiers holds.
"""

import os
import subprocess
import sys
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.services.database import Database, open_office
from desktop.services.desk_rows import desk_rows
from desktop.services.people import list_people
from desktop.services.queues import QueueQuery, queue_ids
from desktop.services.unit_of_work import reading
from tests.benchmarks.measuring import Ratio, by_turns, megabytes, within
from tests.benchmarks.offices import NOW, acting

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

# isort: off
import desktop.views  # noqa: F401 - the first meeting with Qt

# isort: on
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.background import AtOnce
from desktop.views.desk import Desk, Place
from desktop.views.dossier_list.columns import COLUMNS
from desktop.views.dossier_list.lines import Line
from desktop.views.dossier_list.marks import Marks
from desktop.views.dossier_list.pages import SIZE, Pages
from desktop.views.dossier_list.table import DossierTable
from desktop.views.dossier_list.view import DossierList
from desktop.views.dossier_list.writing import LineWriter
from desktop.views.navigation import route
from desktop.views.theme.look import look, put_on
from desktop.views.widgets.faces import face

ROOT = Path(__file__).parents[2]
WIDE, HIGH = 1000, 800
"""A list of sixteen rows in two lines."""

PAGES = 24
"""Pages painted one after the other, none of them twice."""

ACTING = "golnaz"
_PAGE_SIZE = os.sysconf("SC_PAGESIZE")


def painting(database: Database) -> Ratio:
    """Pages of rows nobody has seen yet: the list of the window beside bare painting of what they say."""
    put_on(_application(), still=True)
    lines = _lines(database)
    shown = _a_list(lines)
    rows = HIGH // look().px(48)
    tops = [place * rows for place in range(PAGES)]

    def ours() -> None:
        for top in tops:
            _forget_texts()
            shown.verticalScrollBar().setValue(top * look().px(48))
            shown.viewport().grab()

    strokes = _Strokes.of(shown)

    def bare() -> None:
        for top in tops:
            _forget_texts()
            strokes.paint(lines[top : top + rows])

    taken, other = by_turns(5, ours, bare)
    return within("a fresh page of rows", taken / PAGES, "bare painting of it", other / PAGES, bar=1.5)


def memory(many: Path, few: Path) -> Ratio:
    """A window with the queue of all dossiers of a large office beside that of a small one."""
    ours, other = (_bytes_of_window(folder) for folder in (many, few))
    name = "memory of the window, many dossiers"
    return Ratio(name, megabytes(ours), "with few", megabytes(other), ours / other, 1.5, at_least=False)


@dataclass(frozen=True)
class _Strokes:
    """Paints rows as plain strokes: fonts, places and colours are known before, nothing is asked for."""

    places: dict[str, QtCore.QRect]
    picture: QtGui.QPixmap
    icon: QtGui.QPixmap

    @classmethod
    def of(cls, shown: DossierList) -> "_Strokes":
        """The places of the cells as the list has them."""
        places = {
            one.code: QtCore.QRect(shown.columnViewportPosition(number), 0, shown.columnWidth(number), 47)
            for number, one in enumerate(COLUMNS)
        }
        picture = QtGui.QPixmap(shown.viewport().size())
        return cls(places, picture, look().pixmap("shield", "text2"))

    def paint(self, lines: Sequence[Line]) -> None:
        """One page."""
        painter = QtGui.QPainter(self.picture)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(QtCore.Qt.LayoutDirection.RightToLeft)
        for number, line in enumerate(lines):
            self._row(painter, number * 48, line)
        painter.end()

    def _row(self, painter: QtGui.QPainter, top: int, line: Line) -> None:
        ink, faint, blue = _INKS
        painter.fillRect(0, top, WIDE, 48, QtCore.Qt.GlobalColor.white)
        painter.fillRect(0, top + 47, WIDE, 1, QtCore.Qt.GlobalColor.lightGray)
        texts = (
            ("name", 3, 22, face("body", 700 if line.is_unread else 500).font, ink, line.name),
            ("name", 25, 18, face("caption").font, faint, line.below),
            ("scheme", 4, 20, face("dense").font, ink, line.scheme),
            ("scheme", 24, 18, face("caption").font, faint, line.kind),
            ("round", 0, 47, face("dense").font, faint, line.round),
            ("since", 0, 47, face("dense").font, faint, line.since),
            ("due", 5, 20, face("dense", 500).font, ink, line.due.words if line.due else ""),
            ("due", 26, 16, face("micro").font, faint, line.due.second if line.due else ""),
        )
        for code, down, high, font, colour, text in texts:
            place = self.places[code]
            painter.setFont(font)
            painter.setPen(colour)
            painter.drawText(QtCore.QRect(place.left(), top + down, place.width(), high), _FLAGS, text)
        chip = self.places["status"].translated(0, top)
        painter.setPen(blue)
        painter.setBrush(QtCore.Qt.GlobalColor.white)
        painter.drawRoundedRect(QtCore.QRectF(chip.left(), chip.top() + 12, 100, 22), 11, 11)
        painter.setFont(face("caption", 500).font)
        painter.drawText(chip, _FLAGS, line.status)
        due = self.places["due"].translated(0, top)
        painter.drawEllipse(QtCore.QRectF(due.right() - 15, due.top() + 16, 13, 13))
        painter.drawPie(QtCore.QRectF(due.right() - 13, due.top() + 18, 9, 9), 90 * 16, -1440)
        for code in ("scheme", "status"):
            painter.drawPixmap(self.places[code].right() - 16, top + 6, self.icon)


_INKS = tuple(QtGui.QColor(name) for name in ("#18202C", "#5A6578", "#1D4F91"))
_FLAGS = int(QtCore.Qt.AlignmentFlag.AlignLeft | QtCore.Qt.AlignmentFlag.AlignVCenter) | int(
    QtCore.Qt.TextFlag.TextSingleLine
)


def _application() -> QtWidgets.QApplication:
    found = QtWidgets.QApplication.instance()
    return found if isinstance(found, QtWidgets.QApplication) else QtWidgets.QApplication([])


def _forget_texts() -> None:
    QtGui.QPixmapCache.clear()


def _lines(database: Database) -> list[Line]:
    """Lines of the first dossiers by due date, as a worker prepares them."""
    wanted = PAGES * (HIGH // look().px(48)) + SIZE
    with reading(database) as session:
        actor = acting(database, ACTING)
        ids = queue_ids(session, actor, QueueQuery())[:wanted]
        return LineWriter(Words(Language.PERSIAN), NOW).lines(desk_rows(session, actor, ids))


def _a_list(lines: Sequence[Line]) -> DossierList:
    table = DossierTable([one.code for one in COLUMNS])
    shown = DossierList(table, Marks(), is_compact=False)
    shown.header.arrange({})
    by_id = {line.id: line for line in lines}
    pages = Pages(array("q", by_id), lambda _number, _ids: None)
    for number in range(-(-len(by_id) // SIZE)):
        pages.came(number, [by_id[one] for one in pages.ids_on(number)])
    shown.show_list(pages, [], ())
    shown.resize(WIDE, HIGH)
    shown.show()
    _application().processEvents()
    return shown


def _bytes_of_window(folder: Path) -> int:
    command = [sys.executable, "-m", "tests.benchmarks.painting", str(folder)]
    return int(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def _window(folder: Path) -> int:
    """Open the queue of all dossiers, scroll to its middle and its end; the bytes held then."""
    from desktop.views.queue.screen import QueueScreen  # noqa: PLC0415 - only this process shows a screen

    put_on(_application(), still=True)
    database = open_office(folder)
    with reading(database) as session:
        person = next(one for one in list_people(session) if one.username == ACTING)
    desk = Desk(Place(database, {}, is_demo=False), person, AtOnce(), Language.PERSIAN, lambda: NOW)
    screen = QueueScreen(desk, route("queue", queue="all"))
    screen.resize(1600, 1000)
    screen.show()
    bar = screen.rows.verticalScrollBar()
    for share in (0.0, 0.5, 1.0):
        bar.setValue(int(bar.maximum() * share))
        _settle()
    return _resident()


def _settle() -> None:
    for _ in range(5):
        _application().processEvents()


def _resident() -> int:
    """Memory of this process alone: pages of the database file that lie in memory are the system's."""
    fields = Path("/proc/self/statm").read_text(encoding="ascii").split()
    return (int(fields[1]) - int(fields[2])) * _PAGE_SIZE


if __name__ == "__main__":
    print(_window(Path(sys.argv[1])))
