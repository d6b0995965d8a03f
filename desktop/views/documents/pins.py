"""Places on pages that prove something, as the viewer shows them."""

from dataclasses import dataclass

from PySide6 import QtCore


@dataclass(frozen=True)
class Pin:
    """A place on a page that proves something."""

    id: int
    version_key: str
    page: int
    place: QtCore.QRectF
    """In shares of the upright page."""
    label: str
    """The number in its disc."""
    told: str = ""
    """What it proves, for its tool tip."""
