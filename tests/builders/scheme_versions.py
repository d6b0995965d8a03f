"""Offices under an eNamad scheme of which some words were changed: what a version may switch on or off."""

from pathlib import Path

from desktop.models.vocabulary import Role
from desktop.services.database import Database, open_office
from desktop.services.office import create_office
from desktop.services.people import Actor, add_person
from desktop.services.schemes.reading import read_scheme
from desktop.services.schemes.storing import add_scheme
from desktop.services.unit_of_work import writing
from tests.builders.enamad import PEOPLE
from tests.builders.office import MADE_AT, OFFICE_NAME
from tests.builders.schemes import ENAMAD_TEXT


def office_under(folder: Path, *changes: tuple[str, str]) -> Database:
    """An office with the usual people whose scheme says the second of each pair where it said the first."""
    text = ENAMAD_TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    create_office(folder, OFFICE_NAME, MADE_AT)
    office = open_office(folder)
    administrator = Actor(None, "", frozenset({Role.ADMINISTRATOR.value}), MADE_AT)
    with writing(office) as session:
        for person in PEOPLE:
            add_person(session, person.username, person.name, person.roles, MADE_AT)
        add_scheme(session, administrator, read_scheme(text), text)
    return office
