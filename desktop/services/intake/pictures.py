"""Looks into received pictures with Pillow, in bounded memory: broken is refused, a bomb is flagged.

The decoder of the judged type is called by name, so that no other of Pillow's many decoders ever sees
the bytes, and sizes are compared with our own limits before a pixel is unpacked.
"""

import io
from collections.abc import Callable

from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile

from desktop.models.errors import RuleBroken
from desktop.services.intake import limits
from desktop.services.intake.judgement import Flag, Look
from desktop.services.intake.report import Rule

_BOMB = Look(0, (Flag.DECOMPRESSION_BOMB,))
_START_OF_SCAN = b"\xff\xda"
_TIFF_TILE_TAGS = (322, 323)


class _TooManyPixels(Exception):
    """The picture says that it unpacks to more than the limits allow."""


def look_at_jpeg(data: bytes) -> Look:
    """Decode a JPEG at an eighth of its size: every bit is read, hardly any memory is used."""
    if data.count(_START_OF_SCAN) > limits.PROGRESSIVE_SCANS:
        return _BOMB

    def decode() -> int:
        picture = JpegImageFile(io.BytesIO(data))
        _demand_pixels(picture)
        picture.draft("L", (picture.width // 8, picture.height // 8))
        picture.load()
        return 1

    return _looked(decode)


def look_at_png(data: bytes) -> Look:
    """Decode a PNG; an animated one counts as the single picture that it shows first."""

    def decode() -> int:
        picture = PngImageFile(io.BytesIO(data))
        _demand_pixels(picture)
        picture.load()
        return 1

    return _looked(decode)


def look_at_gif(data: bytes) -> Look:
    """Decode all frames of a GIF."""

    def decode() -> int:
        return _load_frames(GifImageFile(io.BytesIO(data)))

    return _looked(decode)


def look_at_tiff(data: bytes) -> Look:
    """Decode all frames of a TIFF; each is one page."""

    def decode() -> int:
        return _load_frames(TiffImageFile(io.BytesIO(data)))

    return _looked(decode)


def _looked(decode: Callable[[], int]) -> Look:
    try:
        return Look(decode())
    except _TooManyPixels:
        return _BOMB
    except RuleBroken:
        raise
    except Exception as error:  # A decoder fed foreign bytes may raise anything it likes.
        raise RuleBroken(Rule.FILE_DAMAGED, decoder=type(error).__name__) from error


def _load_frames(picture: ImageFile) -> int:
    """Load frame after frame; the next one is only looked for after this one was within the limits."""
    frames, pixels = 0, 0
    while True:
        _demand_pixels(picture)
        frames, pixels = frames + 1, pixels + picture.width * picture.height
        if frames > limits.FRAMES:
            raise RuleBroken(Rule.TOO_MANY_PAGES, limit=limits.FRAMES)
        if pixels > limits.TOTAL_PIXELS:
            raise _TooManyPixels
        picture.load()
        try:
            picture.seek(frames)
        except EOFError:
            return frames


def _demand_pixels(picture: ImageFile) -> None:
    tags = getattr(picture, "tag_v2", {})
    tile_width, tile_height = (tags.get(tag, 0) for tag in _TIFF_TILE_TAGS)
    if max(picture.width * picture.height, tile_width * tile_height) > limits.PIXELS:
        raise _TooManyPixels
