"""Says what is to be drawn of a page: its size in pixels, its rotation, and the part that is wanted."""

from dataclasses import dataclass
from typing import Protocol

from desktop.services.page_images.limits import BYTES_PER_PIXEL

Size = tuple[float, float]
"""Width and height of an upright page in points."""
QUARTERS = (0, 90, 180, 270)


@dataclass(frozen=True, slots=True)
class Drawing:
    """A part of a page that is `page_width` × `page_height` pixels large after it was turned clockwise."""

    page_width: int
    page_height: int
    rotation: int
    left: int
    top: int
    width: int
    height: int

    @classmethod
    def whole(cls, width: int, height: int, rotation: int = 0) -> "Drawing":
        """The whole page."""
        return cls(width, height, rotation, 0, 0, width, height)

    @property
    def stride(self) -> int:
        """Bytes of one line."""
        return self.width * BYTES_PER_PIXEL

    @property
    def size(self) -> int:
        """Bytes of all lines."""
        return self.stride * self.height


class Pages(Protocol):
    """An opened document, whatever its kind."""

    @property
    def sizes(self) -> list[Size]:
        """The size of every page."""

    @property
    def is_reduced(self) -> bool:
        """Whether it is too large to be shown in full sharpness."""

    def draw(self, page: int, drawing: Drawing, target: memoryview) -> None:
        """Draw a part of a page (counted from 1) as lines of blue, green, red and an unused byte."""

    def text(self, page: int) -> str:
        """The words of a page, as far as it has any."""

    def spare(self) -> None:
        """Give back the memory that only saves time."""
