"""Puts together the intake packages that the demo office's applicants would have sent."""

import hashlib
import io
import json
import zipfile
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from desktop.models.jalali import in_tehran
from desktop.services.demo.businesses import Business, Traits
from desktop.services.demo.specimens import SCRIPTED_LEASE, Specimens
from desktop.services.intake.archive import CONTENTS
from desktop.services.intake.sample import FORMAT

TERMS = "1405-1"
COUNTED = {"email": "email", "phone": "landline", "address": "address"}
"""Kinds of verification that count, with the field each is about."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a dossier asks for; `copy` says which copy of each specimen is sent."""

    kind: str
    level: str
    copy: int


@dataclass(frozen=True, slots=True)
class Mended:
    """What an applicant changes and answers."""

    fields: Mapping[str, Any]
    papers: Sequence[str]
    replies: Mapping[str, str]
    message: str


class Portal:
    """The applicants' side: writes packages as bytes, each with an id of its own."""

    def __init__(self, chance: Random, specimens: Specimens) -> None:
        self._chance = chance
        self._specimens = specimens

    def first_package(
        self, business: Business, at: datetime, asked: Asked, leaving_out: Collection[str] = ()
    ) -> bytes:
        """The package that opens a dossier, received at `at`; it lacks the documents of `leaving_out`."""
        document = self._document(business, at, "open", asked.kind) | {
            "level": asked.level,
            "services": list(business.services),
            "fields": dict(business.fields),
            "verifications": self._verifications(business.fields, at, self._verified_at_first()),
        }
        if "test_account" in business.traits:
            document["test_account"] = {
                "username": "azmoon",
                "password": f"Azmoon-{self._chance.randrange(1000, 9999)}",
                "note": "ورود از صفحهٔ نخست سایت",
            }
        rules = rules_for(business.traits, asked.level)
        return self.packed(document, [rule for rule in rules if rule not in leaving_out], asked.copy)

    def answer(self, business: Business, at: datetime, dossier: str, asked: Asked, mended: Mended) -> bytes:
        """The package that resubmits the dossier with this number.

        A changed telephone or e-mail comes verified again; a changed address the office has to verify.
        """
        again = [name for name, field in COUNTED.items() if field in mended.fields and name != "address"]
        document = self._document(business, at, "resubmit", asked.kind) | {
            "dossier": dossier,
            "fields": dict(mended.fields),
            "verifications": self._verifications(mended.fields, at, again),
            "replies": [{"item": item, "text": text} for item, text in mended.replies.items()],
            "message": mended.message,
        }
        return self.packed(document, mended.papers, asked.copy)

    def packed(self, document: Mapping[str, Any], rules: Sequence[str], copy: int) -> bytes:
        """A zip of the document, completed by the list of its files, and a specimen for each rule."""
        chosen = [(rule, self._specimens[rule][copy % len(self._specimens[rule])]) for rule in rules]
        files = {f"papers/{specimen.name}": (rule, specimen.data) for rule, specimen in chosen}
        listed = [
            {"rule": _rule(rule), "file": name, "sha256": hashlib.sha256(data).hexdigest()}
            for name, (rule, data) in files.items()
        ]
        contents = json.dumps({**document, "documents": listed}, ensure_ascii=False).encode()
        return zipped({CONTENTS: contents, **{name: data for name, (_, data) in files.items()}})

    def _document(self, business: Business, at: datetime, purpose: str, kind: str) -> dict[str, Any]:
        submitted = in_tehran(at) - timedelta(minutes=self._chance.randrange(4, 40))
        return {
            "format": FORMAT,
            "package_id": str(UUID(int=self._chance.getrandbits(128), version=4)),
            "purpose": purpose,
            "scheme": "enamad",
            "kind": kind,
            "submitted_at": submitted.isoformat(timespec="seconds"),
            "applicant": dict(business.applicant),
            "subject": business.subject,
            "terms": {"version": TERMS, "accepted_at": _earlier(submitted, 3)},
        }

    def _verified_at_first(self) -> list[str]:
        """One verification is enough to send a dossier, three to have it approved (C-08)."""
        return self._chance.sample(list(COUNTED), self._chance.choice((1, 2, 3, 3)))

    def _verifications(
        self, fields: Mapping[str, Any], at: datetime, kinds: Sequence[str]
    ) -> list[dict[str, str]]:
        moment = _earlier(in_tehran(at), 60)
        return [{"kind": kind, "value": fields[COUNTED[kind]], "verified_at": moment} for kind in kinds]


def zipped(entries: Mapping[str, bytes]) -> bytes:
    """A zip of these entries, the same bytes for the same entries."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in entries.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_STORED)
    return written.getvalue()


def _earlier(moment: datetime, minutes: int) -> str:
    return (moment - timedelta(minutes=minutes)).isoformat(timespec="seconds")


def _rule(name: str) -> str:
    return "lease" if name == SCRIPTED_LEASE else name


def rules_for(traits: Traits, level: str) -> list[str]:
    """The documents an applicant of these traits uploads."""
    identity = (
        ["work_permit"] if "foreign" in traits else ["national_card_front", "identity_booklet_first_page"]
    )
    lease = SCRIPTED_LEASE if "script" in traits else "lease"
    place = (
        ["official_gazette", "articles_of_association", "board_members_notice"]
        if "legal" in traits
        else ["deed" if "deed" in traits else lease]
    )
    extra = {
        "photo": "personal_photo",
        "minor": "majority_ruling",
        "proxy": "power_of_attorney",
        "licence": "service_licence",
        "guild": "business_license",
    }
    asked = [rule for trait, rule in extra.items() if trait in traits]
    ssl = ["ssl_certificate"] if level == "two_stars" else []
    return [*identity, *place, *asked, *ssl, "commitment_letter_scan"]
