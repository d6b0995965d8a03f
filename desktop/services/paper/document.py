"""What a paper consists of, as plain data: who writes a paper says what is on it, never where it stands."""

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.models.vocabulary import Language


class Align(StrEnum):
    """Where lines stand in their column; `START` is right in Persian and Arabic, left in English."""

    START = "start"
    END = "end"
    CENTRE = "centre"
    JUSTIFIED = "justified"


@dataclass(frozen=True)
class Heading:
    """The paper's title (level 1) or the title of a part of it (level 2); stays with what follows."""

    text: str
    level: int = 2
    align: Align = Align.START
    size: float | None = None
    """Points, where the level's own size does not fit."""


@dataclass(frozen=True)
class Paragraph:
    """Running text; line breaks in it begin new paragraphs."""

    text: str
    align: Align = Align.JUSTIFIED
    strong: bool = False
    small: bool = False


@dataclass(frozen=True)
class ListOf:
    """Clauses, numbered in the paper's digits or marked with dots."""

    items: tuple[str, ...]
    numbered: bool = True


@dataclass(frozen=True)
class KeyValues:
    """Rows of a label and its value, in one or two pairs a line."""

    rows: tuple[tuple[str, str], ...]
    pairs_per_line: int = 1
    centred: bool = False
    """Set as one tinted box in the middle of the page."""


@dataclass(frozen=True)
class Table:
    """A ruled table whose header comes again on each page.

    `shares` are the columns' parts of the width; a column of share 0 is as wide as its longest text.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[float, ...]


@dataclass(frozen=True)
class Verbatim:
    """A domain name or address on a line of its own, where every reader of PDF keeps its order."""

    text: str
    size: float = 12


@dataclass(frozen=True)
class Stars:
    """As many drawn stars as the level has; they stand beside a level's name and say nothing alone."""

    count: int


@dataclass(frozen=True)
class Panel:
    """A framed box with a title, text, and blanks to be filled in by hand: rows of labels."""

    title: str
    text: str
    blanks: tuple[tuple[str, ...], ...] = ()
    blank_height: float = 22


@dataclass(frozen=True)
class SignaturePlace:
    """Where one person signs: what they are, who they are, and what else belongs there (stamp, date)."""

    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Signatures:
    """Places to sign, side by side; never parted by a page's end."""

    places: tuple[SignaturePlace, ...]
    room: float = 40
    """Free height in points between the names and the notes."""
    centred: bool = False


@dataclass(frozen=True)
class Gap:
    """Free height in points."""

    height: float


@dataclass(frozen=True)
class Together:
    """Blocks that stand on one page."""

    blocks: tuple["Block", ...]


Block = (
    Heading | Paragraph | ListOf | KeyValues | Table | Verbatim | Stars | Panel | Signatures | Gap | Together
)


@dataclass(frozen=True)
class Letterhead:
    """Who writes, and the letter's own number, date and attachments."""

    names: tuple[str, ...]
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Document:
    """A whole paper; `page_label` has the places {page} and {pages}, and is empty for none."""

    title: str
    language: Language
    blocks: tuple[Block, ...]
    letterhead: Letterhead | None = None
    page_label: str = ""
    footer: str = ""
    ornate: bool = False
    """Framed as a certificate, with the text centred on one page."""
    author: str = ""
    subject: str = field(default="")
