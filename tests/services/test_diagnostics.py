"""Each thing that can be wrong with an office is found by its check; what support sees names nobody."""

import json
import shutil
import zipfile
from datetime import timedelta
from typing import NamedTuple

import pytest
from sqlalchemy import delete

from desktop.language.messages import wordings
from desktop.models.errors import Unavailable
from desktop.models.office import Closure
from desktop.models.tables import metadata
from desktop.models.vocabulary import Language
from desktop.services import diagnostics
from desktop.services.diagnostics import CODES, CheckState, diagnose
from desktop.services.notes import write_note
from desktop.services.support_bundle import support_bundle, write_bundle
from tests.builders.damage import change_past_protections
from tests.builders.enamad import BEGUN_AT, PEOPLE, Case


class Usage(NamedTuple):
    """What the disk says of itself."""

    total: int
    used: int
    free: int


def states(office, at=BEGUN_AT):
    return {check.code: check.state for check in diagnose(office, at)}


def faults(office, at=BEGUN_AT):
    return {code: state for code, state in states(office, at).items() if state is not CheckState.GOOD}


def test_an_office_in_order_passes_every_check(enamad):
    assert states(enamad) == dict.fromkeys(CODES, CheckState.GOOD)


def test_looking_changes_nothing(enamad):
    with enamad.reading.connect() as connection:
        before = connection.exec_driver_sql("PRAGMA data_version").scalar_one()
        list(diagnose(enamad, BEGUN_AT))
        assert connection.exec_driver_sql("PRAGMA data_version").scalar_one() == before


def test_a_missing_protection_is_found(enamad):
    with enamad.writing.begin() as connection:
        connection.exec_driver_sql("DROP TRIGGER journal_entry_stays")
    check = next(diagnose(enamad, BEGUN_AT))
    assert (check.code, check.state, check.values["findings"]) == ("file", CheckState.FAULT, ["file.schema"])


@pytest.mark.parametrize(
    ("free", "state"),
    [(50 << 20, CheckState.FAULT), (500 << 20, CheckState.WARNING), (5 << 30, CheckState.GOOD)],
)
def test_little_room_on_the_disk_is_said_in_time(enamad, monkeypatch, free, state):
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(1, 1, free))
    assert states(enamad)["room"] is state


def test_a_log_that_cannot_be_emptied_is_said(enamad, monkeypatch):
    monkeypatch.setattr(diagnostics, "LONG_LOG", -1)
    assert faults(enamad) == {"log": CheckState.WARNING}


def test_a_clock_that_was_set_back_is_found(case: Case):
    case.submitted()
    assert faults(case.office, case.now) == {}
    assert faults(case.office, case.now - timedelta(hours=30)) == {"clock": CheckState.FAULT}


@pytest.mark.parametrize(
    ("days", "state"), [(590, CheckState.GOOD), (640, CheckState.WARNING), (800, CheckState.FAULT)]
)
def test_a_calendar_that_ends_soon_is_said(enamad, days, state):
    assert states(enamad, BEGUN_AT + timedelta(days=days))["calendar"] is state


def test_an_office_without_a_calendar_is_said(enamad):
    with enamad.writing.begin() as connection:
        connection.execute(delete(Closure))
    assert faults(enamad) == {"calendar": CheckState.FAULT}


def test_an_office_without_schemes_is_said(office):
    assert faults(office)["schemes"] is CheckState.FAULT


def test_an_office_nobody_governs_is_said(enamad):
    change_past_protections(
        enamad.folder, "person_role", "DELETE FROM person_role WHERE role = 'administrator'"
    )
    assert faults(enamad) == {"administrator": CheckState.FAULT}


def test_a_check_that_cannot_be_made_stops_no_other(enamad):
    with enamad.writing.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE closure RENAME TO closed")
    found = faults(enamad)
    assert found == {"file": CheckState.FAULT, "calendar": CheckState.FAULT}


@pytest.mark.parametrize("language", list(Language))
def test_every_check_has_its_name(language):
    assert wordings(language)["diagnosis"].keys() == set(CODES)


def test_what_support_sees_names_nobody(claimed: Case, tmp_path):
    claimed.by("reviewer", write_note, claimed.dossier_id, "یادداشت محرمانه")
    files = support_bundle(claimed.office, claimed.now)
    written = "\n".join(one.text for one in files)
    with claimed.office.reading.connect() as connection:
        applicant = connection.execute(metadata.tables["applicant"].select()).mappings().one()
    secrets = [applicant[name] for name in ("name", "identity_number", "mobile", "email", "user_id")]
    secrets += [claimed.number, "golchin", "یادداشت محرمانه", str(claimed.office.folder), "آزمایشی"]
    secrets += [part for person in PEOPLE for part in (person.name, f'"{person.username}"')]
    secrets.remove('"administrator"')  # the code of a check too
    assert [secret for secret in secrets if secret in written] == []


def test_what_support_sees_says_how_much_there_is_and_what_is_done(claimed: Case):
    files = {one.name: json.loads(one.text) for one in support_bundle(claimed.office, claimed.now)}
    assert files.keys() == {"environment.json", "checks.json", "office.json", "journal.json"}
    assert files["office.json"]["rows"]["dossier"] == 1
    assert files["office.json"]["schemes"] == {"enamad": ["1389-01-01", "1397-12-05"]}
    assert files["journal.json"]["dossier:claim:taken"] == 1
    assert [one["code"] for one in files["checks.json"]] == list(CODES)
    assert files["environment.json"]["sqlite"]


def test_the_bundle_holds_the_files_as_they_were_shown(enamad, tmp_path):
    files = support_bundle(enamad, BEGUN_AT)
    path = write_bundle(files, tmp_path / "support.zip")
    with zipfile.ZipFile(path) as bundle:
        assert {name: bundle.read(name).decode() for name in bundle.namelist()} == {
            one.name: one.text for one in files
        }
    with pytest.raises(Unavailable):
        write_bundle(files, tmp_path / "nowhere" / "support.zip")
