"""Intake of packages beside unzipping, hashing and storing the same files unasked."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Self

from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas
from sqlalchemy import insert, select

from desktop.models.attachment import Attachment, AttachmentChunk
from desktop.models.identity_numbers import with_check_digit
from desktop.services.database import Database
from desktop.services.intake.archive import CONTENTS
from desktop.services.intake.batch import Arrival, take_all
from desktop.services.intake.keeping import chunks
from desktop.services.intake.outcomes import Receipt
from desktop.services.intake.sample import sample, write_package
from tests.benchmarks.measuring import Ratio, timed, within
from tests.benchmarks.offices import NOW, acting, furnished_office

BY_TURNS = 100
CARD_PIXELS = (856, 540)
"""An identity card at 10 pixels per millimetre; grained like a scan it is about 150 KB."""
PAGE_PIXELS = (1240, 1754)
"""A sheet of A4 at 150 dots per inch, the least an office can read; about 0.7 MB."""

ROOM_FOR_NAME = b"-" * 16


@dataclass(frozen=True)
class _Scans:
    """Files to make packages of; making them is slow, so each package gets copies under other names."""

    card: bytes
    one_page: bytes
    two_pages: bytes

    @classmethod
    def made(cls) -> Self:
        first, second = _scan(PAGE_PIXELS), _scan(PAGE_PIXELS)
        return cls(_scan(CARD_PIXELS), _scanned([first]), _scanned([first, second]))


def intake(folder: Path, packages: int) -> Ratio:
    """Packages of natural persons, each with two pictures and two scanned PDFs, 100 at a time by turns."""
    office, other = furnished_office(folder / "ours"), furnished_office(folder / "other")
    document, scans = _model(folder / "samples"), _Scans.made()
    paths = [_package(folder, document, scans, serial) for serial in range(1, packages + 1)]
    arriving = take_all(office, acting(office, "shirin"), paths)
    ours = stored = 0.0
    for first in range(0, packages, BY_TURNS):
        some = paths[first : first + BY_TURNS]
        ours += timed(lambda some=some: _take(arriving, some))
        stored += timed(lambda some=some: _store(other, some))
    office.close()
    other.close()
    return within(f"intake of {packages:,} packages", ours, "unzip, hash and store", stored, bar=2.5)


def _take(arriving: Iterator[Arrival], paths: Sequence[Path]) -> None:
    for arrival in islice(arriving, len(paths)):
        if not isinstance(arrival.outcome, Receipt):
            raise SystemExit(f"a package of the benchmark was not taken: {arrival}")


def _store(office: Database, paths: Sequence[Path]) -> None:
    for path in paths:
        with zipfile.ZipFile(path) as zipped, office.writing.begin() as connection:
            for name in zipped.namelist():
                data = zipped.read(name)
                row = {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data), "pages": 1, "flags": []}
                known = select(Attachment.id).where(Attachment.sha256 == row["sha256"])
                if connection.scalar(known) is None:
                    written = connection.execute(
                        insert(Attachment).values(**row, media_type="image/jpeg", received_at=NOW)
                    )
                    pieces = [
                        {
                            "attachment_id": written.inserted_primary_key[0],
                            "position": place,
                            "content": piece,
                        }
                        for place, piece in enumerate(chunks(data))
                    ]
                    connection.execute(insert(AttachmentChunk), pieces)


def _model(folder: Path) -> dict[str, Any]:
    natural_person, _ = sample(folder, NOW)
    with zipfile.ZipFile(natural_person) as zipped:
        return json.loads(zipped.read(CONTENTS))


def _package(folder: Path, document: dict[str, Any], scans: _Scans, serial: int) -> Path:
    """A package that has no file, person or domain name in common with another one."""
    applicant = document["applicant"] | {"national_id": with_check_digit(f"{100_000_000 + serial * 7919:09}")}
    changed = {
        "package_id": f"benchmark-{serial}",
        "applicant": applicant,
        "subject": f"kala{serial}.example",
    }
    files = {
        "national-card.jpg": ("national_card_front", _own(scans.card, f"card {serial:08}")),
        "booklet.jpg": ("identity_booklet_first_page", _own(scans.card, f"booklet {serial:08}")),
        "license.pdf": ("business_license", _own(scans.one_page, f"license {serial:08}")),
        "lease.pdf": ("lease", _own(scans.two_pages, f"lease {serial:08}")),
    }
    return write_package(folder / f"{serial}.zip", document | changed, files)


def _own(scan: bytes, name: str) -> bytes:
    """The same scan as a file of its own: its name is written over the room left for it."""
    return scan.replace(ROOM_FOR_NAME, name.encode().ljust(len(ROOM_FOR_NAME), b"-"), 1)


def _scan(pixels: tuple[int, int]) -> bytes:
    written = io.BytesIO()
    picture = Image.effect_noise(pixels, 20).convert("RGB")
    picture.save(written, "JPEG", quality=75, comment=ROOM_FOR_NAME)
    return written.getvalue()


def _scanned(pages: Sequence[bytes]) -> bytes:
    """A PDF of scanned pages; the same picture twice would be embedded once."""
    written = io.BytesIO()
    canvas = Canvas(written, pagesize=A4)
    canvas.setTitle(ROOM_FOR_NAME.decode())
    for page in pages:
        canvas.drawImage(ImageReader(io.BytesIO(page)), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return written.getvalue()
