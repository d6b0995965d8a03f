"""What is wrong with a package: findings that name a place and a rule; sentences are made by the faces."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Rule(StrEnum):
    """Every rule that the reading of a package may find broken; docs/portal.md explains each."""

    NOT_A_ZIP = "not_a_zip"
    PACKAGE_TOO_LARGE = "package_too_large"
    TOO_MANY_FILES = "too_many_files"
    ZIP_BOMB = "zip_bomb"
    ENTRY_ENCRYPTED = "entry_encrypted"
    ENTRY_COMPRESSION = "entry_compression"
    ENTRY_LINK = "entry_link"
    ENTRY_DAMAGED = "entry_damaged"
    PATH_PARENT = "path_parent"
    PATH_ABSOLUTE = "path_absolute"
    PATH_BACKSLASH = "path_backslash"
    PATH_DRIVE = "path_drive"
    PATH_CONTROL = "path_control"
    PATH_TOO_LONG = "path_too_long"
    NAME_REPEATED = "name_repeated"
    NAME_EQUIVALENT = "name_equivalent"
    NAME_NOT_UTF8 = "name_not_utf8"
    CONTENTS_MISSING = "contents_missing"
    CONTENTS_TOO_LARGE = "contents_too_large"
    CONTENTS_NOT_UTF8 = "contents_not_utf8"
    CONTENTS_NOT_JSON = "contents_not_json"
    CONTENTS_TOO_DEEP = "contents_too_deep"
    KEY_REPEATED = "key_repeated"
    NOT_A_NUMBER = "not_a_number"
    TEXT_CONTROL = "text_control"
    MISSING = "missing"
    UNKNOWN = "unknown"
    MUST_BE_ABSENT = "must_be_absent"
    WRONG_TYPE = "wrong_type"
    WRONG_FORM = "wrong_form"
    NOT_IN_LIST = "not_in_list"
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    REPEATED = "repeated"
    NATIONAL_ID = "national_id"
    LEGAL_NATIONAL_ID = "legal_national_id"
    MOBILE = "mobile"
    DATE = "date"
    MOMENT = "moment"
    AFTER_SUBMISSION = "after_submission"
    FILE_MISSING = "file_missing"
    FILE_UNLISTED = "file_unlisted"
    FILE_HASH = "file_hash"
    FILE_EMPTY = "file_empty"
    FILE_TOO_LARGE = "file_too_large"
    FILE_DAMAGED = "file_damaged"
    TYPE_NOT_ACCEPTED = "type_not_accepted"
    TYPE_DIFFERS_FROM_NAME = "type_differs_from_name"
    TOO_MANY_PAGES = "too_many_pages"
    EMAIL = "email"
    LANDLINE = "landline"
    POSTAL_CODE = "postal_code"
    DOMAIN_NAME = "domain_name"
    SCHEME_UNKNOWN = "scheme_unknown"
    SCHEME_NOT_IN_FORCE = "scheme_not_in_force"
    IN_FUTURE = "in_future"
    TOO_LONG_AGO = "too_long_ago"
    VERIFIED_VALUE = "verified_value"
    KIND_NOT_TAKEN = "kind_not_taken"
    CERTIFICATE_MISSING = "certificate_missing"
    LEVEL_OUT_OF_REACH = "level_out_of_reach"
    PACKAGE_ID_USED = "package_id_used"
    DOSSIER_UNKNOWN = "dossier_unknown"
    DOSSIER_DIFFERS = "dossier_differs"
    DOSSIER_NOT_WITH_APPLICANT = "dossier_not_with_applicant"
    REPLY_MISSING = "reply_missing"
    REPLY_NOT_ASKED = "reply_not_asked"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing wrong: `where` is a JSON path ($.applicant.mobile), a file, or "" for the whole zip."""

    where: str
    rule: str
    values: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """Why a package cannot be taken; `package_id` is known when package.json could be read so far."""

    sha256: str
    size: int
    findings: tuple[Finding, ...]
    package_id: str | None = None

    def as_rows(self) -> list[dict[str, Any]]:
        """The findings as plain values, for storing and for `--json`."""
        return [{"where": one.where, "rule": str(one.rule), "values": one.values} for one in self.findings]


class Findings:
    """Collects everything that is wrong in one package, each place and rule once."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, str], Finding] = {}

    def add(self, where: str, rule: str, **values: Any) -> None:
        """Remember that `rule` is broken at `where`; `values` tell what was there and what was asked."""
        self._found.setdefault((where, str(rule)), Finding(where, str(rule), values))

    def clean(self, where: str) -> bool:
        """Whether nothing has been found wrong at `where` so far."""
        return not any(place == where for place, _ in self._found)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._found.values())

    def __bool__(self) -> bool:
        return bool(self._found)
