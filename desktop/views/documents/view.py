"""How a page is looked at: which, how large, how turned, which part of it; plain data to remember."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final, Literal

Fit = Literal["width", "page"]
FITS: Final = ("width", "page")
SMALLEST, LARGEST = 0.1, 8.0
STEPS: Final = (0.1, 0.15, 0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1, 1.15, 1.25, 1.5, 1.75, 2, 2.5, 3, 4, 5, 6, 8)
"""Magnifications that + and - go through."""
_CLEAR_STEP: Final = 1.02
_FULL_TURN: Final = 360


@dataclass(frozen=True, slots=True)
class View:
    """A page, a magnification or a way to fit it, a rotation, and the point at the canvas's top left."""

    page: int = 1
    zoom: float | Fit = "width"
    rotation: int = 0
    """Clockwise, in degrees."""
    across: float = 0.0
    down: float = 0.0
    """In shares of the page as it is turned."""

    def remembered(self) -> dict[str, Any]:
        """As plain values."""
        return asdict(self)

    @classmethod
    def of(cls, remembered: Mapping[str, Any]) -> "View":
        """The view that was remembered; what cannot be one is as in a first look."""
        page, zoom, rotation = (remembered.get(name) for name in ("page", "zoom", "rotation"))
        across, down = (remembered.get(name) for name in ("across", "down"))
        return cls(
            page if isinstance(page, int) and page > 0 else 1,
            _zoom(zoom),
            rotation if rotation in (90, 180, 270) else 0,
            float(across) if isinstance(across, int | float) else 0.0,
            float(down) if isinstance(down, int | float) else 0.0,
        )


def _zoom(remembered: Any) -> float | Fit:
    if remembered == "page":
        return "page"
    return bounded(remembered) if isinstance(remembered, int | float) else "width"


def bounded(factor: float) -> float:
    """A magnification within what is offered."""
    return min(max(float(factor), SMALLEST), LARGEST)


def magnified(factor: float, steps: int) -> float:
    """The magnification so many steps above (or below) one that may lie between two."""
    if steps > 0:
        above = [step for step in STEPS if step > factor * _CLEAR_STEP]
        return float(above[min(steps, len(above)) - 1]) if above else LARGEST
    below = [step for step in reversed(STEPS) if step * _CLEAR_STEP < factor]
    return float(below[min(-steps, len(below)) - 1]) if below else SMALLEST


def turned(rotation: int, degrees: int) -> int:
    """The rotation after another turn."""
    return (rotation + degrees) % _FULL_TURN
