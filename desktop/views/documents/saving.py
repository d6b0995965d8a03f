"""Saves a received file where the person chooses, under a name that is only a suggestion."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from PySide6 import QtCore, QtWidgets

from desktop.language.window import Texts
from desktop.services.durable_files import put_over, unfinished_beside
from desktop.views.background import Failed, Then
from desktop.views.documents.opening import Opening
from desktop.views.documents.viewed import ViewedVersion

Aside = Callable[[Callable[[], Any], Then, Failed | None], object]
"""Runs work beside the window, as Desk.aside does."""

SUFFIXES = {
    "application/pdf": ".pdf",
    "image/jpeg": ".jpg",
    "image/png": ".png",
    "image/tiff": ".tif",
    "image/gif": ".gif",
}
"""What a file is called after what it is: the name it came with may say otherwise."""


def suggested_name(name: str, media_type: str) -> str:
    """A file name without folders, with the ending of its kind."""
    stem = Path(name.replace("\\", "/")).stem.strip(". ") or "document"
    return stem + SUFFIXES.get(media_type, "")


class Saving(QtCore.QObject):
    """Asks where, and writes. Signals: `saved(str)` the place, `failed(Exception)`."""

    saved = QtCore.Signal(str)
    failed = QtCore.Signal(object)

    def __init__(self, opening: Opening, aside: Aside, texts: Texts, parent: QtWidgets.QWidget) -> None:
        super().__init__(parent)
        self._opening, self._aside, self._texts, self._parent = opening, aside, texts, parent

    def save(self, version: ViewedVersion) -> None:
        """Ask where, fetch the file, and write it beside the window."""
        suggestion = suggested_name(version.file_name, version.media_type)
        place, _ = QtWidgets.QFileDialog.getSaveFileName(self._parent, self._texts("save_title"), suggestion)
        if place:
            self._opening.fetch(version, partial(self._write, Path(place)), self.failed.emit)

    def _write(self, place: Path, data: bytes) -> None:
        self._aside(
            partial(written, place, data), lambda _done: self.saved.emit(str(place)), self.failed.emit
        )


def written(place: Path, data: bytes) -> None:
    """Write the file, whole or not at all; Unavailable when the disk refuses."""
    with unfinished_beside(place) as folder:
        unfinished = folder / place.name
        unfinished.write_bytes(data)
        put_over(unfinished, place)
