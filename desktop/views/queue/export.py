"""Asks where a list is to be written, and writes it as a job that can be watched and stopped."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6 import QtCore, QtWidgets

from desktop.services import wording
from desktop.services.database import Database
from desktop.services.people import Actor
from desktop.views.desk import Desk

_SUFFIX = ".xlsx"


def export(desk: Desk, over: QtWidgets.QWidget, title: str, ids: Sequence[int]) -> None:
    """Ask where, then write; nothing happens when nobody says where."""
    day = wording.format_date(wording.in_tehran(desk.now()).date(), desk.words.language)
    name = f"{title} {wording.western_digits(day).replace('/', '-')}{_SUFFIX}"
    documents = QtCore.QStandardPaths.writableLocation(
        QtCore.QStandardPaths.StandardLocation.DocumentsLocation
    )
    text = desk.words.of("queue")
    chosen, _ = QtWidgets.QFileDialog.getSaveFileName(
        over, text("command.export"), str(Path(documents) / name), f"{text('sheet.file')} (*{_SUFFIX})"
    )
    if chosen:
        path = Path(chosen) if chosen.endswith(_SUFFIX) else Path(chosen + _SUFFIX)
        write(desk, title, ids, path)


def write(desk: Desk, title: str, ids: Sequence[int], path: Path) -> None:
    """Write these dossiers to `path` as a job."""
    from desktop.views.queue.spreadsheet import write_list  # noqa: PLC0415 - only who exports waits for it

    text, words = desk.words.of("queue"), desk.words

    def steps(database: Database, acting: Callable[[], Actor]) -> Any:
        return write_list(database, acting(), ids, words, path)

    said = text("exported", count=len(ids), name=wording.isolate(path.name))
    desk.long(text("exporting", title=title), steps, lambda _: desk.tell(said))
