"""Reads a spreadsheet back, as far as tests ask: texts by place, their format, the direction of the sheet."""

from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

_NAMES = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}
_TEXT_FORMAT = "49"
"""The number of the built-in format `@`."""


@dataclass(frozen=True)
class Sheet:
    """The first sheet of a workbook: cells by place such as "A1"."""

    cells: dict[str, str]
    kinds: dict[str, str]
    as_text: frozenset[str]
    right_to_left: bool

    def row(self, number: int) -> list[str]:
        """The cells of a row that are there, from its start."""
        places = sorted(place for place in self.cells if place.strip("ABCDEFGHIJKLMN") == str(number))
        return [self.cells[place] for place in places]

    @property
    def rows(self) -> int:
        """The last row with anything in it."""
        return max(int(place.strip("ABCDEFGHIJKLMN")) for place in self.cells)


def read_sheet(path: Path) -> Sheet:
    """The first sheet of the workbook."""
    with ZipFile(path) as book:
        sheet = fromstring(book.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - our own file
        styles = fromstring(book.read("xl/styles.xml"))  # noqa: S314 - our own file
    codes = {one.get("numFmtId"): one.get("formatCode") for one in styles.iterfind(".//s:numFmt", _NAMES)}
    formats = [one.get("numFmtId") for one in styles.findall("s:cellXfs/s:xf", _NAMES)]
    text = [known == _TEXT_FORMAT or codes.get(known) == "@" for known in formats]
    cells = {cell.get("r", ""): cell for cell in sheet.iterfind(".//s:c", _NAMES)}
    return Sheet(
        cells={place: _said(cell) for place, cell in cells.items() if _said(cell)},
        kinds={place: cell.get("t", "n") for place, cell in cells.items()},
        as_text=frozenset(place for place, cell in cells.items() if text[int(cell.get("s", 0))]),
        right_to_left=sheet.find("s:sheetViews/s:sheetView", _NAMES).get("rightToLeft") == "1",
    )


def _said(cell: Element) -> str:
    return "".join(part.text or "" for part in cell.iter() if part.tag.rpartition("}")[2] in {"t", "v"})
