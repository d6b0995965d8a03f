"""What becomes of a package: a receipt, or a place in quarantine with everything that is wrong."""

import json
from dataclasses import asdict, dataclass
from typing import Any

from desktop.services.intake.report import Finding


@dataclass(frozen=True, slots=True)
class Receipt:
    """What the portal is told of a taken package; the same package gets the same receipt for ever.

    Moments are ISO 8601 in UTC.
    """

    package_id: str
    contents_sha256: str
    purpose: str
    scheme: str
    scheme_version: str
    dossier: str
    round: int
    files: int
    submitted_at: str
    received_at: str

    def as_json(self) -> str:
        """The receipt in one spelling, byte for byte the same whenever it is asked for."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True)


@dataclass(frozen=True, slots=True)
class Quarantined:
    """A package that could not be taken; `id` is its number in quarantine."""

    id: int
    file_name: str
    sha256: str
    size: int
    package_id: str | None
    findings: tuple[Finding, ...]


Outcome = Receipt | Quarantined


class Refused(Exception):
    """Nothing of the package may stay; carries what was found wrong up to where it is written down."""

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__(findings)
        self.findings = findings


def findings_of(rows: list[dict[str, Any]]) -> tuple[Finding, ...]:
    """Findings read back from where they were stored."""
    return tuple(Finding(row["where"], row["rule"], row["values"]) for row in rows)
