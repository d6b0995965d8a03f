"""The typefaces of the office's papers: glyphs, widths, outlines, mark positions and subsets.

HarfBuzz pins a weight of the variable font while it subsets (about a millisecond), so no static font is made,
cached or shipped, and any number of processes may set papers at once, without a network.
"""

import functools
import struct
from collections.abc import Iterable
from enum import StrEnum
from importlib.resources import files

import uharfbuzz as hb


class Typeface(StrEnum):
    """What a text is set in."""

    TEXT = "NotoSansArabic-Regular"
    STRONG = "NotoSansArabic-Bold"
    DISPLAY = "NotoKufiArabic-Bold"


_SANS = ("fontpkg_noto_sans_arabic", "NotoSansArabic[wdth,wght].ttf")
_KUFI = ("fontpkg_noto_kufi_arabic", "NotoKufiArabic[wght].ttf")
_SOURCES: dict[Typeface, tuple[tuple[str, str], dict[str, float]]] = {
    Typeface.TEXT: (_SANS, {"wght": 400, "wdth": 100}),
    Typeface.STRONG: (_SANS, {"wght": 700, "wdth": 100}),
    Typeface.DISPLAY: (_KUFI, {"wght": 700}),
}
_UNUSED_TABLES = "GSUB GPOS GDEF name post OS/2 cmap STAT DSIG gasp MATH BASE".split()
_EMPTY_GLYPH = "\ufeff"
CARRIER_ADVANCE = 5
"""Width, in thousandths of an em, of the empty glyph on which a character without ink rides: readers of PDF
drop characters of no width."""

Outline = tuple[tuple[str, tuple[float, ...]], ...]


class Face:
    """One weight of one font file; all measures are thousandths of an em."""

    def __init__(self, typeface: Typeface) -> None:
        (package, file_name), self._axes = _SOURCES[typeface]
        self.name = typeface.value
        data = (files(package) / "files" / file_name).read_bytes()
        self._face = hb.Face(hb.Blob(data))
        self._font = hb.Font(self._face)
        self._font.set_variations(self._axes)
        self._scale = 1000 / self._face.upem
        self._glyphs = {code: self._font.get_nominal_glyph(code) for code in self._face.unicodes}
        extents = self._font.get_font_extents("ltr")
        self.ascent = extents.ascender * self._scale
        self.descent = extents.descender * self._scale
        self.box = self._bounding_box()
        self.cap_height = self._top_of("H")
        self.carrier: int = self._glyphs[ord(_EMPTY_GLYPH)]

    def glyph(self, character: str) -> int | None:
        """Return the number of the glyph drawn for one character, None when the font has none."""
        return self._glyphs.get(ord(character))

    @functools.lru_cache(maxsize=4096)  # noqa: B019 - faces live as long as the program
    def advance(self, glyph: int) -> float:
        """Return how far a glyph moves the pen."""
        if glyph == self.carrier:
            return CARRIER_ADVANCE
        return float(self._font.get_glyph_h_advance(glyph) * self._scale)

    @functools.lru_cache(maxsize=1024)  # noqa: B019
    def outline(self, glyph: int) -> Outline:
        """Return a glyph's path as PDF operators m, l, c and h with their coordinates."""
        path: list[tuple[str, tuple[float, ...]]] = []
        pen = hb.DrawFuncs()
        pen.set_move_to_func(lambda x, y, _: path.append(("m", (x, y))))
        pen.set_line_to_func(lambda x, y, _: path.append(("l", (x, y))))
        pen.set_cubic_to_func(lambda a, b, c, d, x, y, _: path.append(("c", (a, b, c, d, x, y))))
        pen.set_quadratic_to_func(lambda a, b, x, y, _: path.append(("c", _cubic(path[-1][1], a, b, x, y))))
        pen.set_close_path_func(lambda _: path.append(("h", ())))
        self._font.draw_glyph(glyph, pen, None)
        return tuple((operator, tuple(value * self._scale for value in points)) for operator, points in path)

    def shaped(self, run: str, *, right_to_left: bool) -> list[tuple[int, int, float, float]]:
        """Return (glyph, index of its character, x, y) of a run with its marks placed by the font's GPOS."""
        buffer = hb.Buffer()
        buffer.cluster_level = hb.BufferClusterLevel.CHARACTERS
        buffer.add_str(run)
        buffer.guess_segment_properties()
        buffer.direction = "rtl" if right_to_left else "ltr"
        buffer.flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        hb.shape(self._font, buffer)
        placed, x = [], 0.0
        for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            left, up = x + position.x_offset, position.y_offset
            placed.append((info.codepoint, info.cluster, left * self._scale, up * self._scale))
            x += position.x_advance
        return placed

    def _bounding_box(self) -> tuple[int, int, int, int]:
        """Return the box round all glyphs, as the font's head table states it."""
        corners = struct.unpack_from(">4h", self._face.reference_table("head").data, 36)
        left, low, right, high = (round(corner * self._scale) for corner in corners)
        return left, low, right, high

    def _top_of(self, letter: str) -> float:
        extents = self._font.get_glyph_extents(self._glyphs[ord(letter)])
        return float(extents.y_bearing * self._scale)

    def subset(self, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
        """Return a font file of these glyphs at this weight, and the new number of each."""
        wanted = hb.SubsetInput()
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).update({self.carrier, *glyphs})
        wanted.sets(hb.SubsetInputSets.DROP_TABLE_TAG).update(_tag(table) for table in _UNUSED_TABLES)
        wanted.flags = (
            hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        )
        for axis, value in self._axes.items():
            wanted.pin_axis_location(self._face, axis, value)
        plan = hb.SubsetPlan(self._face, wanted)
        numbers: dict[int, int] = dict(plan.old_to_new_glyph_mapping)
        width = round(CARRIER_ADVANCE / self._scale)
        return _with_width(plan.execute().blob.data, numbers[self.carrier], width), numbers


@functools.cache
def face(typeface: Typeface) -> Face:
    """Return the one face of a typeface, loaded at first use (about two milliseconds)."""
    return Face(typeface)


def _tag(table: str) -> int:
    return int.from_bytes(table.ljust(4).encode(), "big")


def _cubic(start: tuple[float, ...], a: float, b: float, x: float, y: float) -> tuple[float, ...]:
    """Return a quadratic curve with control point (a, b) as the cubic one that PDF knows."""
    x0, y0 = start[-2:]
    return (x0 + 2 * (a - x0) / 3, y0 + 2 * (b - y0) / 3, x + 2 * (a - x) / 3, y + 2 * (b - y) / 3, x, y)


def _with_width(font: bytes, glyph: int, width: int) -> bytes:
    """Give one glyph a width in a font file's hmtx table, so that the file and the PDF's widths agree."""
    data = bytearray(font)
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {bytes(data[at : at + 4]): at for at in range(12, 12 + 16 * count, 16)}
    offset, length = struct.unpack_from(">II", data, tables[b"hmtx"] + 8)
    struct.pack_into(">H", data, offset + 4 * glyph, width)
    table = bytes(data[offset : offset + length]).ljust((length + 3) // 4 * 4, b"\0")
    checksum = sum(struct.unpack(f">{len(table) // 4}I", table)) & 0xFFFFFFFF
    struct.pack_into(">I", data, tables[b"hmtx"] + 4, checksum)
    return bytes(data)
