"""Draws received pictures with Pillow, called by the decoder of their kind and in bounded memory."""

import io
from typing import Final

from PIL import Image
from PIL.GifImagePlugin import GifImageFile
from PIL.ImageFile import ImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.TiffImagePlugin import TiffImageFile

from desktop.models.errors import RuleBroken
from desktop.services.page_images.drawing import Drawing, Size
from desktop.services.page_images.limits import PIXELS_PER_INCH, POINTS_PER_INCH, Limits

DECODERS: Final[dict[str, type[ImageFile]]] = {
    "image/jpeg": JpegImageFile,
    "image/png": PngImageFile,
    "image/tiff": TiffImageFile,
    "image/gif": GifImageFile,
}
_JPEG_REDUCTIONS: Final = (1, 2, 4, 8)
_ORIENTATION: Final = 0x0112
_UPRIGHT: Final = {
    2: (Image.Transpose.FLIP_LEFT_RIGHT,),
    3: (Image.Transpose.ROTATE_180,),
    4: (Image.Transpose.FLIP_TOP_BOTTOM,),
    5: (Image.Transpose.TRANSPOSE,),
    6: (Image.Transpose.ROTATE_270,),
    7: (Image.Transpose.TRANSVERSE,),
    8: (Image.Transpose.ROTATE_90,),
}
"""What makes a picture upright that a camera took sideways; from 5 on width and height change places."""
_SIDEWAYS_FROM: Final = 5
_TURNED: Final = {
    90: Image.Transpose.ROTATE_270,
    180: Image.Transpose.ROTATE_180,
    270: Image.Transpose.ROTATE_90,
}
_SIDEWAYS: Final = (90, 270)
_SIXTEEN_BITS: Final = 256
_GAP: Final = 2.0
"""How much is shrunk roughly before it is shrunk well."""


class PicturePages:
    """An opened picture; every frame is a page. Raises RuleBroken when it is damaged or too large."""

    def __init__(self, data: bytes, media_type: str, limits: Limits) -> None:
        # Sizes are compared with our own limits before a pixel is unpacked.
        Image.MAX_IMAGE_PIXELS = None
        self._data, self._decoder, self._limits = data, DECODERS[media_type], limits
        self._decoded: tuple[int, Image.Image] | None = None
        self.is_reduced = False
        self.sizes = self._look_through()

    def draw(self, page: int, drawing: Drawing, target: memoryview) -> None:
        """Draw a part of a frame: cut out, shrunk or magnified, then turned."""
        frame = self._frame(page)
        box, size = _in_frame(drawing, frame.size)
        part = frame.resize(size, Image.Resampling.BILINEAR, box, _GAP)
        if drawing.rotation:
            part = part.transpose(_TURNED[drawing.rotation])
        target[:] = part.tobytes("raw", "BGRX")

    def text(self, page: int) -> str:  # noqa: ARG002 - asked alike of every kind of document
        """A picture has no words."""
        return ""

    def spare(self) -> None:
        """Forget the frame that was unpacked."""
        self._decoded = None

    def _look_through(self) -> list[Size]:
        """Measure every frame; only GIF has to unpack for that, one frame at a time."""
        picture = self._opened()
        sizes: list[Size] = []
        while True:
            self._demand_pixels(picture)
            sizes.append(_points(picture))
            if len(sizes) > self._limits.pages:
                raise RuleBroken("document.too_many_pages", pages=len(sizes), limit=self._limits.pages)
            # Only these two hold several pages; the frames of an animated PNG are no pages.
            if not isinstance(picture, TiffImageFile | GifImageFile):
                return sizes
            try:
                picture.seek(len(sizes))
            except EOFError:
                return sizes

    def _opened(self) -> ImageFile:
        return self._decoder(io.BytesIO(self._data))

    def _demand_pixels(self, picture: ImageFile) -> None:
        if picture.width * picture.height <= self._limits.pixels:
            return
        self.is_reduced = isinstance(picture, JpegImageFile)
        if self._reduction(picture) is None:
            width, height = picture.size
            raise RuleBroken("document.too_large", width=width, height=height)

    def _reduction(self, picture: ImageFile) -> int | None:
        reductions = _JPEG_REDUCTIONS if isinstance(picture, JpegImageFile) else _JPEG_REDUCTIONS[:1]
        fitting = (
            by for by in reductions if (picture.width // by) * (picture.height // by) <= self._limits.pixels
        )
        return next(fitting, None)

    def _frame(self, page: int) -> Image.Image:
        if self._decoded is None or self._decoded[0] != page:
            self._decoded = None
            self._decoded = (page, self._unpacked(page))
        return self._decoded[1]

    def _unpacked(self, page: int) -> Image.Image:
        picture = self._opened()
        picture.seek(page - 1)
        reduction = self._reduction(picture)
        if isinstance(picture, JpegImageFile) and reduction and reduction > 1:
            picture.draft("RGB", (picture.width // reduction, picture.height // reduction))
        orientation = _orientation(picture)
        try:
            picture.load()
        except OSError as error:
            # What a decoder says when its own memory ends cannot be told from damage, except by the size.
            if self.is_reduced:
                raise MemoryError from error
            raise
        upright: Image.Image = _coloured(picture)
        for step in _UPRIGHT.get(orientation, ()):
            upright = upright.transpose(step)
        return upright


def _orientation(picture: ImageFile) -> int:
    if not isinstance(picture, JpegImageFile):
        return 1
    found = picture.getexif().get(_ORIENTATION, 1)
    return found if isinstance(found, int) else 1


def _points(picture: ImageFile) -> Size:
    width, height = (side * POINTS_PER_INCH / PIXELS_PER_INCH for side in picture.size)
    return (height, width) if _orientation(picture) >= _SIDEWAYS_FROM else (width, height)


def _coloured(picture: Image.Image) -> Image.Image:
    """The picture in red, green and blue; what shines through is white paper."""
    if picture.mode.startswith("I;16") or picture.mode == "I":
        picture = picture.convert("I").point(lambda value: value / _SIXTEEN_BITS).convert("L")
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        paper.alpha_composite(clear)
        picture = paper
    return picture if picture.mode == "RGB" else picture.convert("RGB")


Box = tuple[float, float, float, float]


def _in_frame(drawing: Drawing, frame: tuple[int, int]) -> tuple[Box, tuple[int, int]]:
    """Which part of the upright frame is drawn, in its pixels, and how large before it is turned."""
    left, right = drawing.left / drawing.page_width, (drawing.left + drawing.width) / drawing.page_width
    top, bottom = drawing.top / drawing.page_height, (drawing.top + drawing.height) / drawing.page_height
    upright: dict[int, Box] = {
        0: (left, top, right, bottom),
        90: (top, 1 - right, bottom, 1 - left),
        180: (1 - right, 1 - bottom, 1 - left, 1 - top),
        270: (1 - bottom, left, 1 - top, right),
    }
    first, second, third, fourth = (min(max(share, 0.0), 1.0) for share in upright[drawing.rotation])
    width, height = frame
    size = (drawing.width, drawing.height)
    if drawing.rotation in _SIDEWAYS:
        size = size[::-1]
    return (first * width, second * height, third * width, fourth * height), size
