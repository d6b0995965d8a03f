"""Reads papers back with the tools a person has: what pdftotext finds, and what stands in the file itself."""

import io
import re
import subprocess
import unicodedata
from pathlib import Path

import pikepdf
import pypdfium2
from fontTools.ttLib import TTFont

from desktop.models.vocabulary import Language
from desktop.services.paper import Document, set_document
from desktop.services.paper.document import Block

_DIRECTION_CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\f]")


def paper_of(*blocks: Block, language: Language = Language.PERSIAN, **more: object) -> bytes:
    return set_document(Document("نمونه", language, blocks, **more))


def plain(text: str) -> str:
    """The text as a reader means it: composed, without direction marks, each gap one blank."""
    return " ".join(_DIRECTION_CONTROLS.sub("", unicodedata.normalize("NFC", text)).split())


def told_back(pdf: bytes) -> str:
    return plain(_tool(["pdftotext", "-", "-"], pdf).decode())


def told_back_by_pdfium(pdf: bytes) -> str:
    opened = pypdfium2.PdfDocument(pdf)
    try:
        return plain(" ".join(page.get_textpage().get_text_range() for page in opened))
    finally:
        opened.close()


def dark_dots(pdf: bytes) -> int:
    """How many dots of the first page are dark, at 150 to the inch."""
    image = _tool(["pdftoppm", "-gray", "-r", "150", "-singlefile", "-"], pdf)
    return sum(value < 128 for value in image[len(image) // 100 :])


def words_with_places(pdf: bytes) -> list[tuple[str, float, float]]:
    """Each word with its right and upper edge in points, from the page's upper left corner."""
    page = _tool(["pdftotext", "-bbox", "-", "-"], pdf).decode()
    found = re.findall(r'yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">([^<]*)</word>', page)
    return [(plain(word), float(right), float(top)) for top, right, word in found]


def left_ends(pdf: bytes) -> list[float]:
    """The left edge of each line of the page, from above."""
    page = _tool(["pdftotext", "-bbox", "-", "-"], pdf).decode()
    ends: dict[float, float] = {}
    for left, top in re.findall(r'<word xMin="([\d.]+)" yMin="([\d.]+)"', page):
        line = round(float(top))
        ends[line] = min(ends.get(line, float(left)), float(left))
    return [ends[line] for line in sorted(ends)]


def page_texts(pdf: bytes) -> list[str]:
    return [plain(page) for page in _tool(["pdftotext", "-", "-"], pdf).decode().split("\f")[:-1]]


def complaints_of_qpdf(pdf: bytes, folder: Path) -> str:
    path = folder / "paper.pdf"
    path.write_bytes(pdf)
    checked = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    return "" if checked.returncode == 0 else checked.stdout + checked.stderr


def fonts_in(pdf: bytes) -> list[dict[str, object]]:
    """Each font with its name, whether it is embedded and told back, its widths, glyph numbers and file."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        names = {name: font for page in opened.pages for name, font in page.Resources.Font.items()}
        return [_copied(font) for font in names.values()]


def _copied(font: pikepdf.Object) -> dict[str, object]:
    descendant = font.DescendantFonts[0] if "/DescendantFonts" in font else None
    return {
        "name": str(font.BaseFont),
        "embedded": descendant is not None and "/FontFile2" in descendant.FontDescriptor,
        "told_back": "/ToUnicode" in font,
        "widths": [float(width) for width in descendant.W[1]] if descendant is not None else [],
        "glyphs": bytes(descendant.CIDToGIDMap.read_bytes()) if descendant is not None else b"",
        "file": bytes(descendant.FontDescriptor.FontFile2.read_bytes()) if descendant is not None else b"",
    }


def widths_in_font_file(file: bytes) -> list[float]:
    font = TTFont(io.BytesIO(file))
    scale = 1000 / font["head"].unitsPerEm
    return [font["hmtx"].metrics[name][0] * scale for name in font.getGlyphOrder()]


def _tool(command: list[str], data: bytes) -> bytes:
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout
