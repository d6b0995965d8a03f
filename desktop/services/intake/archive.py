"""Opens the zip of an intake package without trusting a word of it: names, sizes, ratios."""

import io
import stat
import struct
import unicodedata
import zipfile
import zlib
from collections.abc import Callable

from desktop.services.intake import limits
from desktop.services.intake.report import Findings, Rule

CONTENTS = "package.json"

_END = b"PK\x05\x06"
_END_SIZE = 22
_ZIP64_LOCATOR = b"PK\x06\x07"
_ZIP64_LOCATOR_SIZE = 20
_LONGEST_COMMENT = 0xFFFF
_ENCRYPTED = 0x1 | 0x40
_UTF8_NAME = 0x800
_READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Archive:
    """The safe entries of one zip by name; `read` counts real unpacked bytes against the limits."""

    def __init__(self, zipped: zipfile.ZipFile, entries: dict[str, zipfile.ZipInfo], size: int) -> None:
        self._zip = zipped
        self._most = min(limits.UNPACKED_BYTES, max(limits.RATIO * size, limits.RATIO_FROM_BYTES))
        self._unpacked = 0
        self.entries = entries

    def read(self, name: str, limit: int, too_large: Rule, findings: Findings) -> bytes | None:
        """The bytes of entry `name`, or None after noting why not; never unpacks more than `limit` bytes."""
        left = self._most - self._unpacked
        try:
            with self._zip.open(self.entries[name]) as unpacked:
                data = unpacked.read(min(limit, left) + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, ValueError, NotImplementedError, OSError):
            findings.add(name, Rule.ENTRY_DAMAGED)
            return None
        self._unpacked += len(data)
        if len(data) > left:
            findings.add("", Rule.ZIP_BOMB, limit=self._most)
        elif len(data) > limit:
            findings.add(name, too_large, limit=limit)
        else:
            return data
        return None


def open_archive(data: bytes, findings: Findings) -> Archive | None:
    """Open the zip in `data`; None when it cannot be opened at all, entries with a finding are left out."""
    if not _directory_is_small(data, findings):
        return None
    try:
        zipped = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, struct.error, NotImplementedError, OSError, EOFError):
        findings.add("", Rule.NOT_A_ZIP)
        return None
    files = [entry for entry in zipped.infolist() if not _is_folder(entry)]
    if len(files) > limits.FILES + 1:
        findings.add("", Rule.TOO_MANY_FILES, limit=limits.FILES, count=len(files) - 1)
        return None
    return Archive(zipped, _safe_entries(files, findings), len(data))


def _directory_is_small(data: bytes, findings: Findings) -> bool:
    """Look at the end record before zipfile builds an object for each of perhaps millions of entries."""
    at = _end_record(data)
    if at < 0:
        findings.add("", Rule.NOT_A_ZIP)
        return False
    count, directory = struct.unpack_from("<HI", data, at + 10)
    before = max(at - _ZIP64_LOCATOR_SIZE, 0)
    if data[before : before + 4] == _ZIP64_LOCATOR or directory > limits.DIRECTORY_BYTES:
        findings.add("", Rule.TOO_MANY_FILES, limit=limits.FILES, count=count)
        return False
    return True


def _end_record(data: bytes) -> int:
    """Where zipfile will find the end record: at the very end, else the last one with a comment behind it."""
    at = len(data) - _END_SIZE
    if at >= 0 and data[at : at + 4] == _END and data[-2:] == b"\0\0":
        return at
    found = data.rfind(_END, max(at - _LONGEST_COMMENT, 0))
    return found if found + _END_SIZE <= len(data) else -1


def _is_folder(entry: zipfile.ZipInfo) -> bool:
    return entry.orig_filename.endswith("/") and entry.file_size == 0


def _safe_entries(files: list[zipfile.ZipInfo], findings: Findings) -> dict[str, zipfile.ZipInfo]:
    safe: dict[str, zipfile.ZipInfo] = {}
    spelled: dict[str, str] = {}
    for entry in files:
        name = entry.orig_filename
        same = spelled.setdefault(_sameness(name), name)
        if name in safe:
            findings.add(shown(name), Rule.NAME_REPEATED)
        elif same != name:
            findings.add(shown(name), Rule.NAME_EQUIVALENT, other=shown(same))
        elif _entry_is_safe(entry, findings):
            safe[name] = entry
    return safe


def _sameness(name: str) -> str:
    """One key for names that some file system or eye would take for the same."""
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def shown(name: str) -> str:
    """The name as a report may carry it: control characters and broken letters spelled out, cut to a line."""
    safe = "".join(f"\\u{ord(one):04x}" if _controls(one) else one for one in name)
    return safe if len(safe) <= limits.NAME_LETTERS else safe[: limits.NAME_LETTERS - 1] + "…"


def _entry_is_safe(entry: zipfile.ZipInfo, findings: Findings) -> bool:
    name = entry.orig_filename
    broken = [rule for rule, is_broken in _ENTRY_RULES if is_broken(entry)]
    broken += [rule for rule, is_broken in _PATH_RULES if is_broken(name)]
    for rule in broken:
        findings.add(shown(name), rule)
    return not broken


def _is_link(entry: zipfile.ZipInfo) -> bool:
    kind = stat.S_IFMT(entry.external_attr >> 16)
    return kind not in (0, stat.S_IFREG)


def _controls(letter: str) -> bool:
    """Control, format, half and unassigned characters; the joiners that Persian needs are letters."""
    return unicodedata.category(letter)[0] == "C" and letter not in "\u200c\u200d"


_ENTRY_RULES: tuple[tuple[Rule, Callable[[zipfile.ZipInfo], bool]], ...] = (
    (Rule.ENTRY_ENCRYPTED, lambda entry: bool(entry.flag_bits & _ENCRYPTED)),
    (Rule.ENTRY_COMPRESSION, lambda entry: entry.compress_type not in _READABLE),
    (Rule.ENTRY_LINK, _is_link),
    (Rule.NAME_NOT_UTF8, lambda entry: not (entry.flag_bits & _UTF8_NAME or entry.orig_filename.isascii())),
)
_PATH_RULES: tuple[tuple[Rule, Callable[[str], bool]], ...] = (
    (
        Rule.PATH_PARENT,
        lambda name: (
            any(part in ("", ".", "..") for part in name.split("/")[1:]) or name.split("/")[0] in (".", "..")
        ),
    ),
    (Rule.PATH_ABSOLUTE, lambda name: name.startswith("/") or not name),
    (Rule.PATH_BACKSLASH, lambda name: "\\" in name),
    (Rule.PATH_DRIVE, lambda name: ":" in name),
    (Rule.PATH_CONTROL, lambda name: any(_controls(letter) for letter in name)),
    (Rule.PATH_TOO_LONG, lambda name: len(name) > limits.NAME_LETTERS),
)
