"""Makes the intake package of a counter draft: what a portal would have sent, from what the clerk entered."""

import hashlib
import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.models.errors import Unavailable
from desktop.services.intake.archive import CONTENTS
from desktop.services.intake.counter_drafts import Draft, DraftFile
from desktop.services.intake.package import Package, inspect_bytes
from desktop.services.intake.report import Report
from desktop.services.intake.sample import FORMAT

UNREAD = "0" * 64
"""Stands for the hash of a file whose bytes are not looked at yet."""


@dataclass(frozen=True, slots=True)
class PackedDraft:
    """A package in memory, judged as intake judges it; `saved_at` tells which state of the draft it is."""

    draft_id: int
    saved_at: datetime
    data: bytes
    judged: Package | Report


def pack(draft: Draft, at: datetime) -> PackedDraft:
    """The package of a draft, submitted now; reads its files.

    Raises Unavailable("file.unreadable") for a file that is gone or cannot be read.
    """
    contents = {name: (one.rule, _read(one.path)) for name, one in _named(draft.files)}
    listed = [
        {"rule": rule, "file": name, "sha256": hashlib.sha256(data).hexdigest()}
        for name, (rule, data) in contents.items()
    ]
    document = package_document(draft, at) | {"documents": listed}
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr(CONTENTS, json.dumps(document, ensure_ascii=False, indent=2))
        for name, (_, data) in contents.items():
            zipped.writestr(name, data)
    packed = written.getvalue()
    return PackedDraft(draft.id, draft.saved_at, packed, inspect_bytes(packed))


def write_counter_package(draft: Draft, at: datetime, path: Path) -> Path:
    """Write the package of a draft to a file, to be handed in elsewhere; raises Unavailable."""
    data = pack(draft, at).data
    try:
        path.write_bytes(data)
    except OSError as error:
        raise Unavailable("file.failed", file=str(path), detail=error.strerror or "") from error
    return path


def package_document(draft: Draft, at: datetime) -> dict[str, Any]:
    """package.json of the draft: without what was left empty, with what the counter itself knows.

    The clerk has seen the applicant accept the terms and prove his contacts, so these bear this moment.
    """
    given, moment = _without_empty(draft.document), at.isoformat(timespec="seconds")
    verified = given.get("verifications", [])
    return {"fields": {}, **given} | {
        "format": FORMAT,
        "package_id": draft.package_id,
        "submitted_at": moment,
        "terms": {**given.get("terms", {}), "accepted_at": moment},
        "verifications": [{**one, "verified_at": moment} for one in verified],
        "documents": [
            {"rule": one.rule, "file": name, "sha256": UNREAD} for name, one in _named(draft.files)
        ],
    }


def _named(files: Iterable[DraftFile]) -> list[tuple[str, DraftFile]]:
    """Each file with its name in the package: its rule, numbered, whatever it is called on the machine."""
    return [
        (f"papers/{number:02}-{one.rule.replace('_', '-')}{one.path.suffix.lower()}", one)
        for number, one in enumerate(files, start=1)
    ]


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise Unavailable("file.unreadable", file=str(path), detail=error.strerror or "") from error


def _without_empty(table: Mapping[str, Any]) -> dict[str, Any]:
    kept = {}
    for name, value in table.items():
        left = _without_empty(value) if isinstance(value, dict) else value
        if left not in ("", None, [], {}):
            kept[name] = left
    return kept
