"""kill -9 during a backup or a restore leaves either nothing or a whole one, wherever it strikes."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from desktop.models.office import Office
from desktop.services.backups import backup, restore
from desktop.services.database import OFFICE_FILE, open_office
from desktop.services.office import create_office
from desktop.services.office_check import checked
from desktop.services.unit_of_work import reading
from tests.builders.office import MADE_AT, OFFICE_NAME

ROOT = Path(__file__).parents[2]
OLD = {"fa": "پیشین", "ar": "السابق", "en": "Old"}
KEPT = "office-20260321T053000Z.db"


@pytest.fixture
def out(tmp_path):
    folder = tmp_path / "out"
    folder.mkdir()
    return folder


@pytest.fixture
def times(full_counts):
    return 200 if full_counts else 6


def stop_again_and_again(kind, source, out, times):
    command = [sys.executable, "-m", "tests.faults.stopped_backups", kind, str(source), str(out), str(times)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
    runs = [out / number for number in ended.stdout.split()]
    print(f"{kind}: {len(runs)} runs, {len(runs) - 2} of them to be killed")
    assert len(runs) > times + 5
    return runs


def name_of_sound_office(folder):
    database = open_office(folder)
    report = checked(database)
    with reading(database) as session:
        name = session.get_one(Office, 1).name
    database.close()
    assert report.is_sound, report.findings
    return name


def test_a_killed_backup_leaves_nothing_or_a_whole_one(kept_office, out, tmp_path, times):
    runs = stop_again_and_again("backup", kept_office.folder, out, times)
    whole = [folder for folder in runs if (folder / "backup.db").exists()]
    assert 1 < len(whole) < len(runs)
    for folder in whole:
        restore(folder / "backup.db", tmp_path / "back")
        assert name_of_sound_office(tmp_path / "back") == OFFICE_NAME
        shutil.rmtree(tmp_path / "back")
    assert checked(kept_office).is_sound


def test_a_killed_restore_leaves_nothing_or_a_whole_office(kept_office, out, tmp_path, times):
    backup(kept_office, tmp_path / "backup.db")
    runs = stop_again_and_again("restore", tmp_path / "backup.db", out, times)
    whole = [folder for folder in runs if (folder / OFFICE_FILE).exists()]
    assert 1 < len(whole) < len(runs)
    assert [name_of_sound_office(folder) for folder in whole] == [OFFICE_NAME] * len(whole)


def test_a_killed_replacement_leaves_the_old_or_the_new_office_and_never_none(
    kept_office, out, tmp_path, times
):
    backup(kept_office, tmp_path / "backup.db")
    create_office(out, OLD, MADE_AT)
    runs = stop_again_and_again("replace", tmp_path / "backup.db", out, times)
    names = {folder: name_of_sound_office(folder) for folder in runs}
    replaced = [folder for folder, name in names.items() if name == OFFICE_NAME]
    assert 1 < len(replaced) < len(runs)
    assert [name for name in names.values() if name not in (OFFICE_NAME, OLD)] == []
    assert [folder for folder in replaced if not (folder / KEPT).exists()] == []
