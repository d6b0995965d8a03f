"""The embedded office as a file: opened with the settings that keep it whole, or refused with a reason."""

import pytest

from desktop.models.base import SCHEMA_REVISION
from desktop.models.errors import NotFound, Unavailable
from desktop.services import database
from desktop.services.database import OFFICE_FILE, open_office


def pragma(office, name):
    with office.reading.connect() as connection:
        return connection.exec_driver_sql(f"PRAGMA {name}").scalar_one()


def test_every_connection_keeps_what_is_committed_and_refers_to(office):
    assert pragma(office, "journal_mode") == "wal"
    assert pragma(office, "synchronous") == 2
    assert pragma(office, "foreign_keys") == 1
    assert pragma(office, "trusted_schema") == 0
    assert pragma(office, "secure_delete") == 1


def test_a_folder_without_an_office_is_refused_and_nothing_is_made_there(tmp_path):
    with pytest.raises(NotFound) as refusal:
        open_office(tmp_path)
    assert refusal.value.code == "office.missing"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("revision", "code"), [("9999", "office.newer"), ("0000", "office.older")])
def test_tables_of_another_program_are_not_touched(office, revision, code):
    with office.writing.begin() as connection:
        connection.exec_driver_sql(f"UPDATE alembic_version SET version_num = '{revision}'")
    office.close()
    with pytest.raises(Unavailable) as refusal:
        open_office(office.folder)
    assert refusal.value.code == code
    assert SCHEMA_REVISION not in ("0000", "9999")


def test_a_library_that_may_corrupt_files_is_refused(office, monkeypatch):
    monkeypatch.setattr(database, "OLDEST_SAFE_SQLITE", (99, 0, 0))
    with pytest.raises(Unavailable) as refusal:
        open_office(office.folder)
    assert refusal.value.code == "sqlite.unsafe"


def test_who_writes_takes_the_lock_at_once_and_who_reads_takes_none(office):
    with office.reading.connect() as reader, office.writing.connect() as writer:
        writer.exec_driver_sql("SELECT 1")
        assert reader.exec_driver_sql("SELECT count(*) FROM office").scalar_one() == 1


def test_an_office_is_one_file_once_it_is_closed(office):
    with office.writing.begin() as connection:
        connection.exec_driver_sql("UPDATE office SET is_demo = is_demo")
    office.close()
    assert [path.name for path in office.folder.iterdir()] == [OFFICE_FILE]
