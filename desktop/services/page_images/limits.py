"""What a document may cost before we give up on it, and how large the picture of a page may be."""

from dataclasses import dataclass

MEBIBYTE = 1024 * 1024

POINTS_PER_INCH = 72
PIXELS_PER_INCH = 96
"""A picture without a size of its own is measured at this, so that 100 % shows it pixel by pixel."""

BYTES_PER_PIXEL = 4
LARGEST_DRAWING = 12_000_000
"""Pixels of one drawing: a screen of 3840×2160 with a margin; what is larger is drawn in parts."""
DRAWING_BYTES = LARGEST_DRAWING * BYTES_PER_PIXEL
DRAWINGS = 2
"""Drawings that fit into the memory shared with the process: one is taken out while the next is made."""

LONGEST_TEXT = 20_000
"""Letters of a page that are read out to a screen reader."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process that draws may use."""

    memory: int = 1024 * MEBIBYTE
    """Bytes of address space."""
    seconds: float = 15
    """For one answer; whoever takes longer is ended."""
    pages: int = 10_000
    """Pages of one document."""
    pixels: int = 40_000_000
    """Of a picture once it is decoded; A4 at 600 dpi has 34.8 million."""
