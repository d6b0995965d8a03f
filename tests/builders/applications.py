"""Packages that an eNamad office takes, and what a test asks that office afterwards."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import text

from desktop.models.tables import metadata
from desktop.models.vocabulary import Verdict
from desktop.services import claims, review
from desktop.services.database import Database
from desktop.services.people import Actor, actor_named
from desktop.services.steps import take_step
from desktop.services.unit_of_work import run, writing
from tests.builders.packages import a_document, a_package, a_pdf, a_picture

NOW = datetime(2026, 6, 14, 7, 0, tzinfo=UTC)
"""Half past ten in Tehran, half an hour after the packages below were sent."""

FIELDS: dict[str, Any] = {
    "business_name": "گل‌فروشی گلچین",
    "activity_type": "non_guild",
    "email": "Info@Golchin.Example",
    "landline": "021 4455 6677",
    "postal_code": "۱۴۱۵۶۷۳۸۹۱",
    "province": "tehran",
    "city": "تهران",
    "address": "خیابان انقلاب، پلاک ۱۲",
    "offer_kind": ["goods"],
    "order_method": ["website"],
    "payment_method": ["bank_gateway", "on_delivery"],
    "delivery_method": ["post"],
    "survey_physical_shop": "no",
    "survey_staff": "one_to_three",
    "survey_monthly_orders": "under_100",
    "survey_customers": "consumers",
    "survey_source": "bank",
}
FILES = {
    "papers/card.png": ("national_card_front", a_picture("PNG")),
    "papers/booklet.jpg": ("identity_booklet_first_page", a_picture("JPEG")),
    "papers/lease.pdf": ("lease", a_pdf(2)),
}


def verified(kind: str, value: str, at: str = "2026-06-14T09:00:00+03:30") -> dict[str, str]:
    return {"kind": kind, "value": value, "verified_at": at}


EMAIL = verified("email", "info@golchin.example")


def an_application(files: dict[str, tuple[str, bytes]] | None = None, **changes: Any) -> dict[str, Any]:
    """A package.json that the office takes, with changes."""
    given = {"fields": FIELDS, "verifications": [EMAIL], "services": ["general_goods"]}
    return a_document(FILES if files is None else files, **{**given, **changes})


def an_answer(
    number: str, files: dict[str, tuple[str, bytes]] | None = None, **changes: Any
) -> dict[str, Any]:
    """A package.json that resubmits the dossier with this number, a day later."""
    given = {
        "package_id": f"answer-{number}".replace("/", "-"),
        "purpose": "resubmit",
        "dossier": number,
        "submitted_at": "2026-06-15T10:00:00+03:30",
        "fields": {},
        "services": None,
        "verifications": [],
    }
    return an_application(files or {}, **{**given, **changes})


def packed(folder: Path, document: Any, files: dict[str, tuple[str, bytes]] | None = None) -> Path:
    """The package of this document, in a file named after its id."""
    files = FILES if files is None else files
    return a_package(folder / f"{document['package_id']}.zip", document, files)


def actor(database: Database, username: str, at: datetime = NOW) -> Actor:
    """A person of the office, acting at `at`."""
    with writing(database) as session:
        return actor_named(session, username, at)


def send_back(database: Database, number: str, *rejected: str, at: datetime = NOW) -> None:
    """The reviewer rejects these items and announces the deficiency an hour later."""
    reviewer = replace(actor(database, "reviewer"), at=at + timedelta(hours=1))
    with writing(database) as session:
        dossier_id = session.execute(
            text("SELECT id FROM dossier WHERE number = :number"), {"number": number}
        ).scalar_one()
    run(database, claims.claim, reviewer, dossier_id)
    for item in rejected:
        run(database, review.judge, reviewer, dossier_id, item, Verdict.REJECTED, "ناقص است.")
    run(database, take_step, reviewer, dossier_id, "announce_deficiency")


def rows_of_all_tables(database: Database) -> dict[str, int]:
    """How many rows every table has."""
    with database.reading.connect() as connection:
        return {
            name: connection.exec_driver_sql(f"SELECT count(*) FROM {name}").scalar_one()
            for name in sorted(metadata.tables)
        }


def asked(database: Database, statement: str, **values: Any) -> list[tuple[Any, ...]]:
    """The rows a test wants to see."""
    with database.reading.connect() as connection:
        return [tuple(row) for row in connection.execute(text(statement), values)]
