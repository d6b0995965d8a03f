"""Draws the specimens that look like scans: cards, pages and portraits of nobody, all marked."""

import io
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from arabic_reshaper import reshape
from bidi import get_display
from PIL import Image, ImageDraw, ImageFont

Colour = tuple[int, int, int]

CARD, PAGE, PORTRAIT = (600, 400), (460, 650), (240, 320)
_INK: Colour = (52, 56, 66)
_FORMATS = {".jpg": "JPEG", ".png": "PNG", ".gif": "GIF", ".tif": "TIFF"}
_COLOURS = 32
"""Of a picture without losses: so few keep it small."""
_SAVING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 60, "optimize": True},
    "PNG": {"optimize": True},
    "GIF": {},
    "TIFF": {"compression": "tiff_lzw"},
}


def card(title: str, rows: Sequence[Sequence[str]], stamp: str, ending: str, shade: int) -> bytes:
    """A card with a band, a portrait at its left and rows of label and value."""
    picture, draw = _blank(CARD, shade)
    draw.rectangle((0, 0, CARD[0], 74), fill=_tint(shade, 120))
    _write(draw, (CARD[0] - 30, 14), title, 30, (255, 255, 255))
    _portrait(draw, (36, 104, 216, 344), shade)
    for place, (label, value) in enumerate(rows):
        _write(draw, (CARD[0] - 30, 104 + 50 * place), f"{label}: {value}", 23, _INK)
    return _finished(picture, draw, stamp, ending)


def page(title: str, rows: Sequence[Sequence[str]], stamp: str, ending: str, shade: int) -> bytes:
    """A framed page with rows of label and value, a round seal and ruled lines."""
    picture, draw = _blank(PAGE, shade)
    draw.rectangle((18, 18, PAGE[0] - 18, PAGE[1] - 18), outline=_tint(shade, 120), width=3)
    _write(draw, (PAGE[0] - 60, 48), title, 32, _tint(shade, 90))
    for place, (label, value) in enumerate(rows):
        _write(draw, (PAGE[0] - 60, 116 + 54 * place), f"{label}: {value}", 23, _INK)
    for line in range(400, 500, 25):
        draw.line((60, line, PAGE[0] - 60, line), fill=_tint(shade, 190))
    draw.ellipse((60, 515, 150, 605), outline=_tint(shade, 100), width=4)
    return _finished(picture, draw, stamp, ending)


def photo(stamp: str, ending: str, shade: int) -> bytes:
    """A portrait of nobody."""
    picture, draw = _blank(PORTRAIT, shade)
    _portrait(draw, (10, 20, 230, 320), shade)
    return _finished(picture, draw, stamp, ending)


def _blank(size: tuple[int, int], shade: int) -> tuple[Image.Image, ImageDraw.ImageDraw]:
    """Paper with fine wavy ruling, as printed against copying."""
    picture = Image.new("RGB", size, (248, 246, 240))
    draw = ImageDraw.Draw(picture)
    for start in range(-size[1], size[0], 22 + shade % 4):
        draw.line((start, 0, start + size[1], size[1]), fill=_tint(shade, 225))
        draw.line((start + size[1], 0, start, size[1]), fill=_tint(shade + 2, 232))
    return picture, draw


def _tint(shade: int, light: int) -> Colour:
    """One of six soft colours at this lightness."""
    red, green, blue = ((4, 0, 2), (0, 3, 3), (3, 1, 0), (0, 2, 4), (2, 3, 0), (3, 0, 3))[shade % 6]
    return (light - 12 * red, light - 12 * green, light - 12 * blue)


def _portrait(draw: ImageDraw.ImageDraw, box: tuple[int, int, int, int], shade: int) -> None:
    left, top, right, bottom = box
    middle, width = (left + right) // 2, right - left
    draw.rectangle(box, fill=_tint(shade + 3, 215), outline=_INK)
    draw.ellipse(
        (middle - width // 4, top + width // 5, middle + width // 4, top + width * 4 // 5),
        fill=_tint(shade + 1, 150),
    )
    draw.pieslice(
        (left + width // 12, bottom - width // 2, right - width // 12, bottom + width // 2),
        180,
        360,
        fill=_tint(shade + 1, 120),
    )


def _finished(picture: Image.Image, draw: ImageDraw.ImageDraw, stamp: str, ending: str) -> bytes:
    width, height = picture.size
    _write(draw, (width - 30, height - 46), stamp, 15 if width < CARD[0] else 18, (176, 40, 48))
    kind = _FORMATS[ending]
    written = io.BytesIO()
    kept = picture if kind == "JPEG" else picture.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT)
    kept.save(written, kind, **_SAVING[kind])
    return written.getvalue()


def _write(draw: ImageDraw.ImageDraw, right_top: tuple[int, int], text: str, size: int, ink: Colour) -> None:
    """A line of Persian that ends at its upper right corner."""
    # ZWNJ has no ink of its own, but this simple setter would draw the font's sign for it.
    shown = str(get_display(reshape(text), base_dir="R")).replace("\u200c", "")
    draw.text(right_top, shown, fill=ink, font=_font(size), anchor="ra")


@cache
def _font(size: int) -> ImageFont.FreeTypeFont:
    data = (files("fontpkg_noto_sans_arabic") / "files" / "NotoSansArabic[wdth,wght].ttf").read_bytes()
    return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.BASIC)
