"""The attachments of the demo office: a few dozen specimen papers, drawn once and sent often."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from desktop.models.text import localized_digits
from desktop.models.vocabulary import Language
from desktop.services.demo import specimen_pictures
from desktop.services.demo.resources import resource
from desktop.services.paper import Document, set_document
from desktop.services.paper.document import Align, Block, Heading, KeyValues, Paragraph

SCRIPTED_LEASE = "lease-with-script"
"""Key of the one PDF that carries a script, for the reviewer's warning to be seen."""
_SCRIPT = "app.alert('specimen');"


@dataclass(frozen=True, slots=True)
class Specimen:
    """One file as an applicant would upload it."""

    name: str
    data: bytes


Specimens = Mapping[str, tuple[Specimen, ...]]
"""Specimens by the code of the document rule they answer."""


def draw_specimens() -> Specimens:
    """Draw every specimen; the same bytes each time."""
    drawn = {table["rule"]: tuple(_copies(table)) for table in resource("specimens")["specimen"]}
    lease = drawn["lease"][0]
    return {**drawn, SCRIPTED_LEASE: (Specimen("lease-script.pdf", _with_script(lease.data)),)}


def _copies(table: Mapping[str, Any]) -> Iterator[Specimen]:
    for copy in range(1, table["copies"] + 1):
        name = f"{table['rule'].replace('_', '-')}-{copy}{table['ending']}"
        yield Specimen(name, _draw(table, copy))


def _draw(table: Mapping[str, Any], copy: int) -> bytes:
    words = resource("specimens")
    stamp = localized_digits(f"{words['stamp']}؛ {words['number']} {copy}", "fa")
    match table["kind"]:
        case "card":
            return specimen_pictures.card(table["title"], table["rows"], stamp, table["ending"], copy)
        case "sheet":
            return specimen_pictures.page(table["title"], table["rows"], stamp, table["ending"], copy)
        case "photo":
            return specimen_pictures.photo(stamp, table["ending"], copy)
        case _:
            return _paper(table, stamp)


def _paper(table: Mapping[str, Any], stamp: str) -> bytes:
    rows = tuple((label, value) for label, value in table["rows"])
    blocks: tuple[Block, ...] = (
        Heading(table["title"], level=1, align=Align.CENTRE),
        KeyValues(rows),
        Paragraph(table["text"]),
    )
    return set_document(Document(table["title"], Language.PERSIAN, blocks, footer=stamp))


def _with_script(paper: bytes) -> bytes:
    import pikepdf  # noqa: PLC0415 - for one file of the demo office only

    written = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper)) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=_SCRIPT)
        pdf.save(written, deterministic_id=True)
    return written.getvalue()
