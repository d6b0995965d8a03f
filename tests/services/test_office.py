from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from desktop.models.errors import NotFound, RuleBroken, Unavailable
from desktop.models.office import Office
from desktop.services.database import OFFICE_FILE, open_office
from desktop.services.office import create_office
from desktop.services.unit_of_work import reading, writing
from tests.builders.office import MADE_AT, OFFICE_NAME


def test_a_new_office_has_its_name_and_nothing_else_in_its_folder(tmp_path):
    create_office(tmp_path, OFFICE_NAME, MADE_AT, is_demo=True)
    assert [path.name for path in tmp_path.iterdir()] == [OFFICE_FILE]
    database = open_office(tmp_path)
    with reading(database) as session:
        office = session.scalars(select(Office)).one()
        assert (office.name, office.is_demo, office.created_at) == (OFFICE_NAME, True, MADE_AT)
    database.close()


def test_an_office_is_never_made_over_another(tmp_path):
    create_office(tmp_path, OFFICE_NAME, MADE_AT)
    before = (tmp_path / OFFICE_FILE).read_bytes()
    with pytest.raises(RuleBroken) as refusal:
        create_office(tmp_path, {"fa": "دیگر", "ar": "آخر", "en": "Other"}, datetime.now(UTC))
    assert refusal.value.code == "office.exists"
    assert (tmp_path / OFFICE_FILE).read_bytes() == before


def test_a_folder_without_an_office_is_not_opened(tmp_path):
    with pytest.raises(NotFound) as refusal:
        open_office(tmp_path)
    assert refusal.value.code == "office.missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("found", "code"), [("0002", "office.newer"), ("0000", "office.older")])
def test_an_office_of_another_program_is_not_written_to(office, found, code):
    with office.writing.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{found}'")
    with pytest.raises(Unavailable) as refusal:
        open_office(office.folder)
    assert (refusal.value.code, refusal.value.values["found"]) == (code, found)


def test_each_test_has_an_office_of_its_own(office, prepared_office):
    with writing(office) as session:
        session.delete(session.scalars(select(Office)).one())
    untouched = open_office(prepared_office)
    with reading(untouched) as session:
        assert session.scalars(select(Office)).all() != []
    untouched.close()
