"""Dossiers as an older system would hand them over: the quickest way to an office full of them."""

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from desktop.models.identity_numbers import with_check_digit
from desktop.models.vocabulary import ApplicantKind, DossierKind, Role
from desktop.services.bulk_load import DossierRow, load_dossiers
from desktop.services.database import OFFICE_FILE, Database, open_office
from desktop.services.people import Actor, actor_named, add_person
from desktop.services.schemes.reading import read_scheme
from desktop.services.schemes.storing import add_scheme
from desktop.services.unit_of_work import reading, run
from tests.builders.schemes import ENAMAD_TEXT, SMALL_SCHEME

NOW = datetime(2026, 11, 2, 6, 0, tzinfo=UTC)
PEOPLE = {
    "sara": {Role.REVIEWER},
    "shirin": {Role.DOCUMENTS_OFFICER, Role.CLERK},
    "houshang": {Role.MANAGER},
    "golnaz": {Role.ADMINISTRATOR, Role.SUPERVISOR},
    "arash": {Role.AUDITOR},
}

Acting = dict[str, Actor]


def staff(database: Database) -> Acting:
    """Enter a few people; each of them acting now."""
    for username, roles in PEOPLE.items():
        run(database, add_person, username, f"آقا یا خانم {username}", roles, NOW)
    with reading(database) as session:
        return {username: actor_named(session, username, NOW) for username in PEOPLE}


def add_schemes(database: Database, administrator: Actor) -> None:
    """ENamad, and a small scheme of another shape."""
    for name, text in (("enamad.toml", ENAMAD_TEXT), ("stalls.toml", SMALL_SCHEME)):
        run(database, add_scheme, administrator, read_scheme(text, name), text)


def a_row(serial: int, **changes: Any) -> DossierRow:
    """The dossier 1405/<serial> of an applicant of its own, under review since yesterday."""
    opened = NOW - timedelta(days=40) + timedelta(minutes=serial)
    given: dict[str, Any] = {
        "number": f"1405/{serial:05}",
        "scheme_version_id": 1,
        "kind": DossierKind.INITIAL,
        "level": None,
        "applicant_kind": ApplicantKind.NATURAL_PERSON,
        "identity_number": with_check_digit(f"{100_000_000 + serial * 7919:09}"),
        "applicant_name": "سارا کریمی",
        "subject": f"kala{serial}.example",
        "title": "فروشگاه گل",
        "status": "under_review",
        "round": 1,
        "opened_at": opened,
        "status_since": max(opened, NOW - timedelta(days=1)),
    }
    return DossierRow(**(given | changes))


def load(database: Database, administrator: Actor, *rows: DossierRow) -> None:
    """Take these dossiers over."""
    for _ in load_dossiers(database, administrator, rows):
        pass


@contextmanager
def office_with(
    prepared: Path, folder: Path, rows: Iterable[DossierRow]
) -> Iterator[tuple[Database, Acting]]:
    """A copy of the prepared office in `folder`, with people, both schemes and these dossiers."""
    shutil.copyfile(prepared / OFFICE_FILE, folder / OFFICE_FILE)
    database = open_office(folder)
    people = staff(database)
    add_schemes(database, people["golnaz"])
    load(database, people["golnaz"], *rows)
    yield database, people
    database.close()
