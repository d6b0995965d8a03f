"""Intake packages for tests: one valid document and one valid zip, each part of which a test may change."""

import hashlib
import io
import json
import zipfile
from copy import deepcopy
from functools import cache
from pathlib import Path
from typing import Any

from PIL import Image
from reportlab.pdfgen.canvas import Canvas

NATIONAL_ID = "0012345679"
LEGAL_NATIONAL_ID = "10380284790"

_DOCUMENT: dict[str, Any] = {
    "format": "parvandeh-intake/1",
    "package_id": "6f1c2f0e-0001-4c5e-9a51-0d5b3a6e7001",
    "purpose": "open",
    "scheme": "enamad",
    "kind": "initial",
    "submitted_at": "2026-06-14T09:30:00+03:30",
    "applicant": {
        "kind": "natural_person",
        "name": "سارا کریمی",
        "national_id": NATIONAL_ID,
        "birth_date": "۱۳۷۰/۰۵/۱۲",
        "sex": "female",
        "mobile": "۰۹۱۲۳۴۵۶۷۸۹",
        "email": "sara@golchin.example",
        "user_id": "sara.karimi",
    },
    "subject": "golchin.example",
    "fields": {},
    "services": [],
    "terms": {"version": "1405-1", "accepted_at": "2026-06-14T09:25:00+03:30"},
    "verifications": [],
    "documents": [],
}


@cache
def a_picture(form: str = "PNG", size: tuple[int, int] = (32, 20), frames: int = 1) -> bytes:
    """A small picture of one colour per frame."""
    pictures = [Image.new("RGB", size, (40 * number % 256, 90, 120)) for number in range(frames)]
    written = io.BytesIO()
    more = {"save_all": True, "append_images": pictures[1:]} if frames > 1 else {}
    pictures[0].save(written, form, **more)
    return written.getvalue()


@cache
def a_pdf(pages: int = 1) -> bytes:
    """A PDF of empty pages."""
    written = io.BytesIO()
    canvas = Canvas(written, invariant=1)
    for _ in range(pages):
        canvas.showPage()
    canvas.save()
    return written.getvalue()


FILES = {
    "papers/card.png": ("national_card", a_picture("PNG")),
    "papers/booklet.jpg": ("identity_booklet", a_picture("JPEG")),
}


def a_document(files: dict[str, tuple[str, bytes]] | None = None, **changes: Any) -> dict[str, Any]:
    """A valid package.json that lists `files` (name → document rule and bytes); None takes a key out."""
    document = deepcopy(_DOCUMENT)
    document["documents"] = [
        {"rule": rule, "file": name, "sha256": hashlib.sha256(data).hexdigest()}
        for name, (rule, data) in (FILES if files is None else files).items()
    ]
    document.update(changes)
    return {key: value for key, value in document.items() if value is not None}


def zipped(entries: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these entries."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return written.getvalue()


def package_bytes(
    document: Any = None, files: dict[str, tuple[str, bytes]] | None = None, **more: bytes
) -> bytes:
    """A package whose zip holds the document, the files it lists, and `more` entries."""
    files = FILES if files is None else files
    document = a_document(files) if document is None else document
    written = document if isinstance(document, bytes) else json.dumps(document, ensure_ascii=False).encode()
    return zipped({"package.json": written, **{name: data for name, (_, data) in files.items()}, **more})


def a_package(path: Path, document: Any = None, files: dict[str, tuple[str, bytes]] | None = None) -> Path:
    """Write a package to `path`."""
    path.write_bytes(package_bytes(document, files))
    return path
