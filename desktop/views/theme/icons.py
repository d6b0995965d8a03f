"""Draws the icons of resources/icons in any colour and size, mirrored where the reading direction asks it."""

from functools import cache
from pathlib import Path

from PySide6 import QtCore, QtGui, QtSvg

FOLDER = Path(__file__).parents[3] / "resources" / "icons"

MIRRORED = frozenset(
    {
        *("back", "forward", "chevron-back", "chevron-forward"),
        *("refer", "undo", "redo", "send", "external"),
        *("list", "align-start", "split", "rail", "sign-in", "sign-out"),
        *("speech", "message", "flag"),
        "help",  # a mirrored "?" is «؟»
    }
)
"""Icons that follow the reading direction; their files are drawn for left to right."""

SMALL = 12
"""Up to this size the stroke is widened, or it would fade."""


@cache
def _drawing(name: str) -> str:
    path = FOLDER / f"{name}.svg"
    if not path.is_file():
        raise KeyError(f"no icon is called {name!r}")
    return path.read_text(encoding="utf-8")


def icon_names() -> list[str]:
    """Every icon there is."""
    return sorted(path.stem for path in FOLDER.glob("*.svg"))


@cache
def draw_icon(name: str, colour: str, size: int, ratio: float, right_to_left: bool) -> QtGui.QPixmap:  # noqa: FBT001 - a key of the cache
    """The icon `size` pixels wide in `colour` (#RRGGBB), sharp on a screen of this device pixel ratio."""
    drawing = _drawing(name).replace("currentColor", colour)
    if size <= SMALL:
        drawing = drawing.replace('stroke-width="1.5"', 'stroke-width="2"', 1)
    extent = round(size * ratio)
    image = QtGui.QImage(extent, extent, QtGui.QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QtCore.Qt.GlobalColor.transparent)
    painter = QtGui.QPainter(image)
    QtSvg.QSvgRenderer(QtCore.QByteArray(drawing.encode())).render(painter)
    painter.end()
    if right_to_left and name in MIRRORED:
        image = image.flipped(QtCore.Qt.Orientation.Horizontal)
    image.setDevicePixelRatio(ratio)
    return QtGui.QPixmap.fromImage(image)
