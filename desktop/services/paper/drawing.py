"""Writes measured marks into a PDF page; the only module that touches the inside of reportlab's canvas."""

from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from desktop.services.paper.carriers import Cell, with_carriers
from desktop.services.paper.document import Align
from desktop.services.paper.faces import CARRIER_ADVANCE, Typeface, face
from desktop.services.paper.font_resource import FontResource
from desktop.services.paper.levels import Direction
from desktop.services.paper.lines import SPACE, Space
from desktop.services.paper.slabs import BoxMark, Colour, Mark, PathMark, RuleMark, Slab, TextMark

PAGE_WIDTH, PAGE_HEIGHT = 595.276, 841.89
"""A4 in points."""
_PRODUCER = "Parvandeh"
rl_config.useA85 = 0  # bytes, not their text form: a fifth smaller

_UNSEEN = 0.05
"""A step of the pen, in thousandths of an em, too small to be worth an operator."""

_Ink = list[tuple[int, float, float]]


class Sheets:
    """The pages of one PDF; equal marks give equal bytes."""

    def __init__(self, title: str, language: str, author: str, subject: str) -> None:
        self._file = BytesIO()
        self._canvas = Canvas(
            self._file,
            pagesize=(PAGE_WIDTH, PAGE_HEIGHT),
            pageCompression=1,
            invariant=1,
            lang=language,
            pdfVersion=(1, 7),
        )
        self._forget_helvetica()
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author or _PRODUCER)
        self._canvas.setSubject(subject)
        self._canvas.setCreator(_PRODUCER)
        self._canvas.setProducer(_PRODUCER)
        self._fonts: dict[Typeface, FontResource] = {}

    def _forget_helvetica(self) -> None:
        """Take back the font that reportlab names at the head of every page and never puts into the file."""
        self._canvas._preamble = "1 0 0 1 0 0 cm"
        name = self._canvas._doc.fontMapping.pop(self._canvas._fontname)
        del self._canvas._doc.idToObject["BasicFonts"].dict[name.removeprefix("/")]

    def place(self, slab: Slab, top: float) -> None:
        """Draw a slab whose upper edge is `top` points below the page's upper edge."""
        for mark in slab.marks:
            self._canvas._code.append(self._operators(mark, PAGE_HEIGHT - top))

    def end_page(self) -> None:
        """Close the page and begin the next one."""
        self._canvas.showPage()

    def finished(self) -> bytes:
        """Return the whole file."""
        self._canvas.save()
        return self._file.getvalue()

    def _operators(self, mark: Mark, top: float) -> str:
        match mark:
            case TextMark():
                return self._text(mark, top)
            case RuleMark():
                dots = "[0.8 2.2] 0 d 1 J " if mark.dotted else ""
                ends = f"{mark.x:.3f} {top - mark.y:.3f} m {mark.to_x:.3f} {top - mark.to_y:.3f} l S"
                return f"q {dots}{mark.thickness:g} w {_colour(mark.colour)} RG {ends} Q"
            case BoxMark():
                shape = f"{mark.x:.3f} {top - mark.y - mark.height:.3f} {mark.width:.3f} {mark.height:.3f} re"
                return _painted(shape, mark.fill, mark.stroke, mark.thickness)
            case PathMark():
                corners = [f"{x:.3f} {top - y:.3f}" for x, y in mark.points]
                shape = f"{corners[0]} m " + " ".join(f"{corner} l" for corner in corners[1:]) + " h"
                return _painted(shape, mark.fill, mark.stroke, 0.6)

    def _font(self, typeface: Typeface) -> FontResource:
        if typeface not in self._fonts:
            self._fonts[typeface] = FontResource(face(typeface), self._canvas._doc)
        return self._fonts[typeface]

    def _text(self, mark: TextMark, top: float) -> str:
        font, size = self._font(mark.style.typeface), mark.style.size
        gap = _gap_width(mark, font)
        cells, ink = _cells(mark, font, gap)
        width = (mark.line.width + mark.line.gaps * (gap - font.face.advance(_space(font)))) * size / 1000
        x, y = _start(mark, width), top - mark.y
        cells = with_carriers(cells, mark.direction)
        shown = (
            f"BT /{font.internal_name} {size:g} Tf 1 0 0 1 {x:.3f} {y:.3f} Tm [{_shown(cells, font)}] TJ ET"
        )
        return f"{_colour(mark.style.colour)} rg {shown}" + _inked(ink, font, size / 1000, x, y)


def _space(font: FontResource) -> int:
    return font.face.glyph(SPACE) or 0


def _gap_width(mark: TextMark, font: FontResource) -> float:
    """Return the width of one gap: stretched in all lines of a justified paragraph but its last."""
    natural = font.face.advance(_space(font))
    line = mark.line
    if mark.align is not Align.JUSTIFIED or line.ends_paragraph or not line.gaps:
        return natural
    return natural + max(mark.width / mark.style.size * 1000 - line.width, 0) / line.gaps


def _start(mark: TextMark, width: float) -> float:
    if mark.align is Align.CENTRE:
        return mark.x + (mark.width - width) / 2
    at_right = (mark.direction is Direction.RIGHT_TO_LEFT) != (mark.align is Align.END)
    return mark.x + mark.width - width if at_right else mark.x


def _cells(mark: TextMark, font: FontResource, gap: float) -> tuple[list[Cell], _Ink]:
    """Return the line's characters from left to right, and its marks' ink from the line's left end."""
    cells: list[Cell] = []
    ink: _Ink = []
    pen = 0.0
    for piece in mark.line.pieces:
        if isinstance(piece, Space):
            cells.append(Cell(_space(font), SPACE, gap, piece.level))
            pen += gap
            continue
        ink += [(drawn.number, pen + drawn.x, drawn.y) for drawn in piece.marks]
        cells += [Cell(glyph.number, glyph.text, glyph.advance, piece.level) for glyph in piece.glyphs]
        pen += piece.width
    return cells, ink


def _shown(cells: list[Cell], font: FontResource) -> str:
    """Return the array for TJ: codes, and how far the pen goes back (or on) between them."""
    parts: list[str] = []
    back = 0.0
    for cell in cells:
        code = font.code(cell.number, cell.text)
        if abs(back) > _UNSEEN:
            parts += [f"{back:.4g}", f"<{code}>"]
        elif parts:
            parts[-1] = f"{parts[-1][:-1]}{code}>"
        else:
            parts.append(f"<{code}>")
        drawn = CARRIER_ADVANCE if cell.number is None else font.face.advance(cell.number)
        back = drawn - cell.advance
    return "".join(parts)


def _inked(ink: _Ink, font: FontResource, scale: float, x: float, y: float) -> str:
    """Return marks as filled paths; as text they would come back out of order."""
    if not ink:
        return ""
    parts = []
    for glyph, right, up in ink:
        for operator, points in font.face.outline(glyph):
            places = [
                f"{x + (right + value) * scale:.3f}" if index % 2 == 0 else f"{y + (up + value) * scale:.3f}"
                for index, value in enumerate(points)
            ]
            parts.append(" ".join([*places, operator]))
    return "\n" + " ".join(parts) + " f"


def _colour(colour: Colour) -> str:
    return " ".join(f"{part:g}" for part in colour)


def _painted(shape: str, fill: Colour | None, stroke: Colour | None, thickness: float) -> str:
    paint = "B" if fill and stroke else "f" if fill else "S"
    colours = (f"{_colour(fill)} rg " if fill else "") + (f"{_colour(stroke)} RG " if stroke else "")
    return f"q {thickness:g} w {colours}{shape} {paint} Q"
