"""Each kind of damage is done to an office, and has to be found under its name and with nothing else."""

import pytest

from desktop.services.database import OFFICE_FILE
from desktop.services.office_check import CheckProgress, check_office, checked
from tests.builders.damage import change_past_protections, tear_pages


def found(office):
    return [finding.code for finding in checked(office).findings]


def test_an_office_in_order_is_sound_and_counted(kept_office):
    report = checked(kept_office)
    assert report.is_sound, report.findings
    assert report.counts == {"dossier": 1, "certificate": 1, "attachment": 2, "journal_entry": 4}


def test_the_check_tells_how_far_it_is(kept_office):
    seen = list(check_office(kept_office))
    assert {step.part for step in seen} == {"file", "journal", "attachments", "numbers", "search"}
    assert [step for step in seen if step.part == "attachments"] == [
        CheckProgress("attachments", 1, 2),
        CheckProgress("attachments", 2, 2),
    ]


def test_the_check_itself_changes_nothing(kept_office):
    with kept_office.reading.connect() as connection:
        before = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        checked(kept_office)
        assert connection.exec_driver_sql("PRAGMA data_version").scalar_one() == before


@pytest.mark.parametrize(
    ("table", "statement", "code"),
    [
        ("journal_entry", "UPDATE journal_entry SET content = '{}  ' WHERE id = 1", "journal.broken"),
        ("journal_entry", "DELETE FROM journal_entry WHERE chain = 1 AND sequence = 2", "journal.broken"),
        ("journal_entry", "DELETE FROM journal_entry WHERE chain = 0 AND sequence = 1", "journal.broken"),
        ("journal_head", "DELETE FROM journal_head WHERE chain = 1", "journal.broken"),
        (
            "attachment_chunk",
            "UPDATE attachment_chunk SET content = x'00' WHERE position = 1",
            "attachment.damaged",
        ),
        ("attachment_chunk", "DELETE FROM attachment_chunk WHERE position = 1", "attachment.damaged"),
        ("attachment", "UPDATE attachment SET size = size + 1 WHERE id = 2", "attachment.damaged"),
        ("dossier", "UPDATE dossier SET number = '1405/00002'", "numbers.gap"),
        ("certificate", "UPDATE certificate SET number = '1404/00001'", "numbers.gap"),
        ("number_series", "UPDATE number_series SET last = 7 WHERE series = 'dossier'", "numbers.gap"),
        ("dossier", "UPDATE dossier SET search = 'words the index never saw'", "search.differs"),
        ("document", "UPDATE document SET attachment_id = 99", "file.reference"),
    ],
)
def test_damage_is_found_under_its_name(kept_office, table, statement, code):
    change_past_protections(kept_office.folder, table, statement)
    assert set(found(kept_office)) == {code}


def test_a_number_that_was_given_and_never_used_is_said_exactly(kept_office):
    change_past_protections(
        kept_office.folder, "number_series", "UPDATE number_series SET last = 7 WHERE series = 'dossier'"
    )
    values = {"series": "dossier", "year": 1405, "given": 7, "used": 1, "highest": 1}
    assert [finding.values for finding in checked(kept_office).findings] == [values]


@pytest.mark.parametrize(
    ("statement", "missing"),
    [
        ("DROP TRIGGER journal_entry_stays", True),
        ("DROP INDEX ix_dossier_due", True),
        ("ALTER TABLE person ADD COLUMN shoe_size INTEGER", False),
        ("CREATE TABLE stray (id INTEGER)", False),
    ],
)
def test_tables_and_protections_changed_by_hand_are_found(kept_office, statement, missing):
    with kept_office.writing.begin() as connection:
        connection.exec_driver_sql(statement)
    findings = checked(kept_office).findings
    assert [(finding.code, finding.values["missing"]) for finding in findings] == [("file.schema", missing)]


def test_torn_pages_are_found(kept_office):
    kept_office.close()
    tear_pages(kept_office.folder / OFFICE_FILE)
    assert set(found(kept_office)) == {"file.damaged"}
