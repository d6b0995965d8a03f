"""Packages with which something is wrong, one of each common kind, for the demo office's quarantine."""

import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desktop.services.demo.agenda import days_before
from desktop.services.demo.businesses import Inventor
from desktop.services.demo.packages import Asked, Portal, zipped
from desktop.services.intake.archive import CONTENTS, open_archive
from desktop.services.intake.limits import FILE_BYTES
from desktop.services.intake.report import Findings, Rule
from desktop.services.working_calendar import WorkingCalendar

Entries = dict[str, bytes]
_NEWEST_DAYS = 0.2


@dataclass(frozen=True, slots=True)
class FaultyPackage:
    """A package as it arrives, when, and under which name."""

    at: datetime
    file_name: str
    data: bytes


def faulty_packages(
    portal: Portal, inventor: Inventor, calendar: WorkingCalendar, at: datetime
) -> Iterator[FaultyPackage]:
    """One package of each kind of fault, on every other working day before `at`."""
    asked = Asked("initial", "one_star", 1)
    for place, (name, spoil) in enumerate(_FAULTS.items()):
        arrived = days_before(calendar, at, _NEWEST_DAYS + 2 * place)
        business = inventor.business(frozenset({"natural"}), arrived.date())
        sound = portal.first_package(business, arrived, asked)
        yield FaultyPackage(arrived, f"{name}.zip", spoil(sound))


def _opened(package: bytes) -> Entries:
    findings = Findings()
    archive = open_archive(package, findings)
    if archive is None:
        raise ValueError("a demo package must open")
    read = {name: archive.read(name, FILE_BYTES, Rule.FILE_TOO_LARGE, findings) for name in archive.entries}
    return {name: data for name, data in read.items() if data is not None}


def _with_document(package: bytes, change: Callable[[dict[str, Any]], None]) -> bytes:
    entries = _opened(package)
    document = json.loads(entries[CONTENTS])
    change(document)
    return zipped({**entries, CONTENTS: json.dumps(document, ensure_ascii=False).encode()})


def _cut_off(package: bytes) -> bytes:
    return package[: len(package) // 2]


def _wrong_check_digit(package: bytes) -> bytes:
    def change(document: dict[str, Any]) -> None:
        number = document["applicant"]["national_id"]
        document["applicant"]["national_id"] = number[:-1] + str((int(number[-1]) + 1) % 10)

    return _with_document(package, change)


def _unknown_field(package: bytes) -> bytes:
    return _with_document(package, lambda document: document["fields"].update(telegram_channel="@shop"))


def _missing_field(package: bytes) -> bytes:
    return _with_document(package, lambda document: document["fields"].pop("postal_code"))


def _not_verified(package: bytes) -> bytes:
    return _with_document(package, lambda document: document.update(verifications=[]))


def _unknown_dossier(package: bytes) -> bytes:
    return _with_document(
        package, lambda document: document.update(purpose="resubmit", dossier="1405/99999", replies=[])
    )


def _other_bytes(package: bytes) -> bytes:
    entries = _opened(package)
    name = next(name for name in entries if name.endswith(".jpg"))
    return zipped({**entries, name: entries[name] + b"\0"})


def _unlisted_file(package: bytes) -> bytes:
    return zipped({**_opened(package), "papers/extra.txt": b"not in the list"})


def _path_outside(package: bytes) -> bytes:
    return zipped({**_opened(package), "../outside.jpg": b"\xff\xd8\xff"})


def _damaged_entry(package: bytes) -> bytes:
    checksum = zlib.crc32(_opened(package)[CONTENTS]).to_bytes(4, "little")
    return package.replace(checksum, bytes(4))


_FAULTS: Mapping[str, Callable[[bytes], bytes]] = {
    "cut-off": _cut_off,
    "wrong-national-id": _wrong_check_digit,
    "unknown-field": _unknown_field,
    "missing-field": _missing_field,
    "nothing-verified": _not_verified,
    "unknown-dossier": _unknown_dossier,
    "other-bytes": _other_bytes,
    "unlisted-file": _unlisted_file,
    "path-outside": _path_outside,
    "damaged-entry": _damaged_entry,
}
