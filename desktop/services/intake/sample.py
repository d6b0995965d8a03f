"""Writes intake packages that a portal could have sent: to try the office out, for manual and tests."""

import hashlib
import json
import zipfile
from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from desktop.models.identity_numbers import legal_with_check_digit, with_check_digit
from desktop.services.intake import sample_papers
from desktop.services.intake.archive import CONTENTS

FORMAT = "parvandeh-intake/1"
Files = Mapping[str, tuple[str, bytes]]
"""Name in the zip → code of the document rule and bytes."""

_BUSINESS: dict[str, Any] = {
    "activity_type": "guild",
    "postal_code": "1415673891",
    "province": "tehran",
    "city": "تهران",
    "offer_kind": ["goods"],
    "order_method": ["website", "phone"],
    "payment_method": ["bank_gateway", "on_delivery"],
    "delivery_method": ["post", "courier"],
    "survey_physical_shop": "no",
    "survey_staff": "one_to_three",
    "survey_monthly_orders": "under_100",
    "survey_customers": "consumers",
    "survey_source": "bank",
}
_FLOWERS = {
    "business_name": "گل‌فروشی گلچین",
    "email": "info@golchin.example",
    "landline": "02144556677",
    "address": "تهران، خیابان انقلاب، کوچهٔ بهار، پلاک ۱۲",
    "own_sign_up": True,
}
_TOOLS = {
    "business_name": "ابزار آفتاب",
    "registration_number": "418237",
    "email": "office@aftabtools.example",
    "landline": "02166778899",
    "address": "تهران، خیابان شریعتی، نبش کوچهٔ لاله، پلاک ۴۰، طبقهٔ دوم",
}


def write_package(path: Path, document: Mapping[str, Any], files: Files) -> Path:
    """Write a package to `path`: the document, completed by the list of its files, and the files."""
    listed = [
        {"rule": rule, "file": name, "sha256": hashlib.sha256(data).hexdigest()}
        for name, (rule, data) in files.items()
    ]
    contents = json.dumps({**document, "documents": listed}, ensure_ascii=False, indent=2)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as zipped:
        zipped.writestr(CONTENTS, contents)
        for name, (_, data) in files.items():
            zipped.writestr(name, data)
    return path


def sample(folder: Path, at: datetime) -> tuple[Path, ...]:
    """Write one eNamad package of a natural and one of a legal person into `folder`, submitted at `at`.

    Each call with another moment gives packages with ids of their own. The first has one verification and so
    may be referred, not yet approved (ENM-050); the second has all three.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return (_natural_person(folder, at), _legal_person(folder, at))


def _document(name: str, at: datetime, fields: Mapping[str, Any], kinds: tuple[str, ...]) -> dict[str, Any]:
    """What both samples have in common."""
    before = (at - timedelta(minutes=5)).isoformat(timespec="seconds")
    values = {"email": fields["email"], "phone": fields["landline"], "address": fields["address"]}
    return {
        "format": FORMAT,
        "package_id": str(uuid5(NAMESPACE_URL, f"{name} {at.isoformat()}")),
        "purpose": "open",
        "scheme": "enamad",
        "kind": "initial",
        "level": "one_star",
        "submitted_at": at.isoformat(timespec="seconds"),
        "fields": {**_BUSINESS, **fields},
        "services": ["general_goods"],
        "terms": {"version": "1405-1", "accepted_at": before},
        "verifications": [{"kind": kind, "value": values[kind], "verified_at": before} for kind in kinds],
    }


def _natural_person(folder: Path, at: datetime) -> Path:
    document = _document("natural", at, _FLOWERS, ("email",)) | {
        "applicant": {
            "kind": "natural_person",
            "name": "سارا کریمی",
            "national_id": with_check_digit("001234567"),
            "birth_date": "1370/05/12",
            "sex": "female",
            "mobile": "09121234567",
            "email": "sara.karimi@golchin.example",
            "user_id": "sara.karimi",
        },
        "subject": "golchin.example",
        "test_account": {"username": "azmoon", "password": "Azmoon-1405", "note": "ورود از صفحهٔ نخست"},
        "message": "مدارک کامل است؛ سایت از یک ماه پیش فعال است.",
    }
    return write_package(
        folder / "enamad-natural-person.zip",
        document,
        _identity_papers(1) | _papers(("business_license", 1), ("lease", 3)),
    )


def _legal_person(folder: Path, at: datetime) -> Path:
    document = _document("legal", at, _TOOLS, ("email", "phone", "address")) | {
        "applicant": {
            "kind": "legal_person",
            "name": "شرکت ابزار آفتاب",
            "legal_national_id": legal_with_check_digit("1038028479"),
            "managing_director": {"name": "رضا امینی", "national_id": with_check_digit("049937089")},
            "mobile": "09351234567",
            "email": "office@aftabtools.example",
            "user_id": "aftab.tools",
        },
        "subject": "aftabtools.example",
    }
    papers = _papers(
        ("business_license", 1),
        ("official_gazette", 1),
        ("articles_of_association", 6),
        ("board_members_notice", 2),
    )
    return write_package(folder / "enamad-legal-person.zip", document, _identity_papers(2) | papers)


def _identity_papers(shade: int) -> dict[str, tuple[str, bytes]]:
    return {
        "papers/national-card.jpg": ("national_card_front", sample_papers.card("national card", shade)),
        "papers/identity-booklet.jpg": (
            "identity_booklet_first_page",
            sample_papers.card("identity booklet", shade),
        ),
    }


def _papers(*rules: tuple[str, int]) -> dict[str, tuple[str, bytes]]:
    """A PDF for each rule with so many pages."""
    return {
        f"papers/{rule.replace('_', '-')}.pdf": (rule, sample_papers.paper(rule.replace("_", " "), pages))
        for rule, pages in rules
    }
