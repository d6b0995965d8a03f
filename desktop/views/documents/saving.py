"""Saves a received file where the person chooses, under a name that is only a suggestion."""

from pathlib import Path

from PySide6 import QtWidgets

from desktop.language.window import Texts
from desktop.services.durable_files import put_over, unfinished_beside

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


def ask_where(parent: QtWidgets.QWidget, texts: Texts, suggestion: str) -> Path | None:
    """Where to save; nothing when the person changed his mind."""
    place, _ = QtWidgets.QFileDialog.getSaveFileName(parent, texts("save_title"), suggestion)
    return Path(place) if place else None


def save(place: Path, data: bytes) -> None:
    """Write the file, whole or not at all; Unavailable when the disk refuses."""
    with unfinished_beside(place) as folder:
        unfinished = folder / place.name
        unfinished.write_bytes(data)
        put_over(unfinished, place)
