"""The offices a benchmark works in: real ones with eNamad and a few people, in a passing folder."""

from datetime import UTC, datetime
from pathlib import Path

from desktop.models.vocabulary import Role
from desktop.services.database import Database, open_office
from desktop.services.office import create_office
from desktop.services.people import Actor, actor_named, add_person
from desktop.services.schemes.reading import read_scheme
from desktop.services.schemes.storing import add_scheme, version_on
from desktop.services.unit_of_work import reading, run

NOW = datetime(2026, 11, 2, 6, 0, tzinfo=UTC)
"""1405/08/11, half past nine in Tehran: a day after the last invented dossier was opened."""
NAME = {"fa": "دبیرخانهٔ سنجش", "ar": "أمانة القياس", "en": "Benchmark Office"}
PEOPLE = {
    "sara": ("سارا بهمنی", {Role.REVIEWER}),
    "navid": ("نوید کاویانی", {Role.REVIEWER}),
    "shirin": ("شیرین لطفی", {Role.DOCUMENTS_OFFICER, Role.CLERK}),
    "houshang": ("هوشنگ مدنی", {Role.MANAGER}),
    "golnaz": ("گلناز ستوده", {Role.ADMINISTRATOR, Role.SUPERVISOR}),
}
ENAMAD = Path(__file__).parents[2] / "resources" / "schemes" / "enamad.toml"


def furnished_office(folder: Path) -> Database:
    """An office with people and the eNamad scheme, without any dossier."""
    create_office(folder, NAME, NOW)
    database = open_office(folder)
    for username, (name, roles) in PEOPLE.items():
        run(database, add_person, username, name, roles, NOW)
    definition = read_scheme(ENAMAD)
    run(database, add_scheme, acting(database, "golnaz"), definition, ENAMAD.read_text(encoding="utf-8"))
    return database


def acting(database: Database, username: str) -> Actor:
    """One of the office's people, now."""
    with reading(database) as session:
        return actor_named(session, username, NOW)


def enamad_version(database: Database) -> int:
    """The eNamad version in force now."""
    with reading(database) as session:
        return version_on(session, "enamad", NOW.date()).id
