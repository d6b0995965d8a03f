"""Reads one intake package from disk into memory and judges it whole; touches no database."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.models.errors import NotFound, RuleBroken, Unavailable
from desktop.services.intake import limits
from desktop.services.intake.archive import CONTENTS, Archive, open_archive, shown
from desktop.services.intake.attachments import judge
from desktop.services.intake.contents import Contents, read_document, typed
from desktop.services.intake.judgement import Judged
from desktop.services.intake.report import Findings, Report, Rule


@dataclass(frozen=True, slots=True)
class PackagedFile:
    """One listed file: its bytes and what they were judged to be."""

    name: str
    data: bytes
    judged: Judged


@dataclass(frozen=True, slots=True)
class Package:
    """A package in which nothing is wrong as far as it can tell by itself."""

    sha256: str
    size: int
    contents: Contents
    contents_sha256: str
    """Of package.json alone; since that lists every file with its hash, it stands for the whole content."""
    files: dict[str, PackagedFile]


def inspect(path: Path) -> Package | Report:
    """Judge the package at `path`: everything wrong is collected into a report, nothing wrong is a package.

    Raises NotFound and Unavailable when the file cannot be read; never anything for what it holds.
    """
    data, size, sha256 = _read(path)
    if size > limits.PACKAGE_BYTES:
        findings = Findings()
        findings.add("", Rule.PACKAGE_TOO_LARGE, limit=limits.PACKAGE_BYTES, size=size)
        return Report(sha256, size, tuple(findings))
    return _judged(data, sha256)


def inspect_bytes(data: bytes) -> Package | Report:
    """Judge a package that is in memory already, such as one from quarantine."""
    return _judged(data, hashlib.sha256(data).hexdigest())


def _read(path: Path) -> tuple[bytes, int, str]:
    """All bytes, or of a too large package only its size and hash."""
    try:
        with path.open("rb") as opened:
            data = opened.read(limits.PACKAGE_BYTES + 1)
            hashed = hashlib.sha256(data)
            size = len(data)
            while more := opened.read(limits.MEBIBYTE):
                hashed.update(more)
                size += len(more)
    except (FileNotFoundError, IsADirectoryError) as error:
        raise NotFound("file.missing", file=str(path)) from error
    except OSError as error:
        raise Unavailable("file.unreadable", file=str(path), detail=error.strerror or "") from error
    return data, size, hashed.hexdigest()


def _judged(data: bytes, sha256: str) -> Package | Report:
    findings = Findings()
    document, files = None, {}
    archive = open_archive(data, findings)
    written = None if archive is None else _written_contents(archive, findings)
    if archive is not None and written is not None:
        document = read_document(written, CONTENTS, findings)
        files = _files(archive, _listed(document), findings)
    if findings or document is None or written is None:
        return Report(sha256, len(data), tuple(findings), _package_id(document))
    return Package(sha256, len(data), typed(document), hashlib.sha256(written).hexdigest(), files)


def _written_contents(archive: Archive, findings: Findings) -> bytes | None:
    if CONTENTS not in archive.entries:
        findings.add(CONTENTS, Rule.CONTENTS_MISSING)
        return None
    return archive.read(CONTENTS, limits.CONTENTS_BYTES, Rule.CONTENTS_TOO_LARGE, findings)


def _package_id(document: dict[str, Any] | None) -> str | None:
    """The id of a faulty package, when it has one that can be kept."""
    given = (document or {}).get("package_id")
    fits = isinstance(given, str) and given.isprintable() and 0 < len(given) <= limits.ID_LETTERS
    return given if fits else None


def _listed(document: dict[str, Any] | None) -> dict[str, str] | None:
    """Name and hash of every listed file; None when the list itself cannot be read."""
    documents = (document or {}).get("documents")
    if not isinstance(documents, list):
        return None
    named = [one for one in documents if isinstance(one, dict) and isinstance(one.get("file"), str)]
    return {one["file"]: str(one.get("sha256")).lower() for one in named}


def _files(archive: Archive, listed: dict[str, str] | None, findings: Findings) -> dict[str, PackagedFile]:
    if listed is None:
        return {}
    for name in archive.entries.keys() - listed.keys() - {CONTENTS}:
        findings.add(shown(name), Rule.FILE_UNLISTED)
    for name in listed.keys() - archive.entries.keys() | listed.keys() & {CONTENTS}:
        findings.add(shown(name), Rule.FILE_MISSING)
    names = [name for name in listed if name in archive.entries and name != CONTENTS]
    found = {name: _file(archive, name, listed[name], findings) for name in names}
    return {name: one for name, one in found.items() if one is not None}


def _file(archive: Archive, name: str, sha256: str, findings: Findings) -> PackagedFile | None:
    data = archive.read(name, limits.FILE_BYTES, Rule.FILE_TOO_LARGE, findings)
    if data is None:
        return None
    try:
        judged = judge(data, name)
    except RuleBroken as refused:
        findings.add(shown(name), refused.code, **refused.values)
        return None
    if judged.sha256 != sha256:
        findings.add(shown(name), Rule.FILE_HASH, listed=sha256[:64], found=judged.sha256)
    return PackagedFile(name, data, judged)
