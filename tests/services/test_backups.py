import errno
import hashlib
import os
import shutil
import threading
from contextlib import closing

import pytest
import sqlcipher3.dbapi2 as driver

from desktop.models.errors import NeedsConfirmation, NotFound, RuleBroken, Unavailable
from desktop.models.office import Office
from desktop.services import backups, durable_files
from desktop.services.backups import backup, restore, sum_of
from desktop.services.database import OFFICE_FILE, connect, open_office
from desktop.services.journal import record
from desktop.services.office import create_office
from desktop.services.office_check import checked
from desktop.services.people import clock
from desktop.services.unit_of_work import reading, writing
from tests.builders.damage import PAGE, change_past_protections, tear_pages
from tests.builders.office import MADE_AT

OTHER = {"fa": "دیگر", "ar": "آخر", "en": "Other"}
KEPT = "office-20260321T053000Z.db"


@pytest.fixture
def made(kept_office, tmp_path):
    """A backup of an office with something in every table."""
    return backup(kept_office, tmp_path / "backup.db")


@pytest.fixture
def fresh(tmp_path):
    return tmp_path / "restored"


@pytest.fixture
def occupied(tmp_path):
    """A folder with another office, closed."""
    create_office(tmp_path / "other", OTHER, MADE_AT)
    return tmp_path / "other"


def name_in(folder):
    database = open_office(folder)
    with reading(database) as session:
        name = session.get_one(Office, 1).name["en"]
    report = checked(database)
    database.close()
    assert report.is_sound, report.findings
    return name


def test_a_backup_is_one_file_with_its_sum_beside_it(made, tmp_path):
    written = (made.path.stat().st_size, hashlib.sha256(made.path.read_bytes()).hexdigest())
    assert (made.size, made.sha256) == written
    assert sum_of(made.path).read_text(encoding="utf-8") == f"{made.sha256}  backup.db\n"
    assert {path.name for path in tmp_path.iterdir()} == {"office", "backup.db", "backup.db.sha256"}


def test_a_backup_counts_what_it_holds(made):
    assert {name: made.counts[name] for name in ("dossier", "attachment", "journal_entry")} == {
        "dossier": 1,
        "attachment": 2,
        "journal_entry": 4,
    }


def test_a_restored_office_is_the_one_that_was_backed_up(made, kept_office, fresh):
    restored = restore(made.path, fresh)
    assert (restored.kept_aside, restored.report.is_sound) == (None, True)
    assert restored.report.counts == checked(kept_office).counts
    assert name_in(fresh) == "Trial Trust Mark Office"
    assert [path.name for path in fresh.iterdir()] == [OFFICE_FILE]


def test_a_backup_never_goes_over_a_file(made, kept_office):
    before = made.path.read_bytes()
    with pytest.raises(RuleBroken) as refusal:
        backup(kept_office, made.path)
    assert refusal.value.code == "backup.exists"
    assert made.path.read_bytes() == before


def test_a_file_that_appears_meanwhile_is_not_overwritten(kept_office, tmp_path, monkeypatch):
    target = tmp_path / "backup.db"
    original = durable_files.flush
    monkeypatch.setattr(
        durable_files, "flush", lambda path: (original(path), target.write_text("somebody's"))
    )
    with pytest.raises(RuleBroken) as refusal:
        backup(kept_office, target)
    assert (refusal.value.code, target.read_text()) == ("backup.exists", "somebody's")


def test_a_backup_into_a_folder_that_is_not_there_is_refused(kept_office, tmp_path):
    with pytest.raises(NotFound) as refusal:
        backup(kept_office, tmp_path / "stick" / "backup.db")
    assert refusal.value.code == "backup.folder_missing"


def test_a_backup_shows_one_moment_while_others_write(kept_office, tmp_path, fresh):
    """Every transaction writes two entries; a backup with an odd number would show half of one."""
    stop, writes = threading.Event(), []

    def write():
        while not stop.is_set():
            with writing(kept_office) as session:
                record(session, clock(MADE_AT), "trial:pair:begun")
                record(session, clock(MADE_AT), "trial:pair:ended")
            writes.append(1)

    writer = threading.Thread(target=write)
    writer.start()
    made = [backup(kept_office, tmp_path / f"{number}.db") for number in range(5)]
    stop.set()
    writer.join()
    counts = [one.counts["journal_entry"] for one in made]
    assert len(writes) > 0
    assert counts == sorted(counts)
    assert [count % 2 for count in counts] == [0] * 5
    assert restore(made[-1].path, fresh).report.counts["journal_entry"] == counts[-1]


@pytest.mark.parametrize(("number", "code"), [(errno.ENOSPC, "disk.full"), (errno.EIO, "disk.failed")])
def test_a_disk_that_refuses_leaves_nothing_behind(kept_office, tmp_path, monkeypatch, number, code):
    def refuse(handle):
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(durable_files.os, "fsync", refuse)
    with pytest.raises(Unavailable) as refusal:
        backup(kept_office, tmp_path / "backup.db")
    assert refusal.value.code == code
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_a_copy_that_cannot_be_read_back_is_not_called_a_backup(kept_office, tmp_path, monkeypatch):
    reread = backups._demand_equal
    monkeypatch.setattr(
        backups, "_demand_equal", lambda copy, counts: (tear_pages(copy), reread(copy, counts))
    )
    with pytest.raises(Unavailable) as refusal:
        backup(kept_office, tmp_path / "backup.db")
    assert refusal.value.code == "backup.unverified"
    assert [path.name for path in tmp_path.iterdir()] == ["office"]


def test_a_copy_with_other_rows_is_not_called_a_backup(kept_office, tmp_path, monkeypatch):
    reread = backups._demand_equal
    monkeypatch.setattr(backups, "_demand_equal", lambda copy, counts: reread(copy, counts | {"dossier": 2}))
    with pytest.raises(Unavailable) as refusal:
        backup(kept_office, tmp_path / "backup.db")
    assert refusal.value.code == "backup.unverified"


def test_a_disk_without_hard_links_still_gets_backups_and_loses_no_file(kept_office, tmp_path, monkeypatch):
    def refuse(source, target):
        raise PermissionError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(durable_files.os, "link", refuse)
    made = backup(kept_office, tmp_path / "backup.db")
    assert hashlib.sha256(made.path.read_bytes()).hexdigest() == made.sha256
    (tmp_path / "finished").write_text("new")
    with pytest.raises(FileExistsError):
        durable_files.put_in_place(tmp_path / "finished", made.path)


def test_what_a_killed_program_left_is_cleared_after_a_day(kept_office, tmp_path):
    left, recent = tmp_path / ".unfinished-old", tmp_path / ".unfinished-new"
    for folder in (left, recent):
        folder.mkdir()
    os.utime(left, (0, 0))
    backup(kept_office, tmp_path / "backup.db")
    assert (left.exists(), recent.exists()) == (False, True)


def test_a_backup_that_is_not_there_is_said_so(fresh):
    with pytest.raises(NotFound) as refusal:
        restore(fresh / "nothing.db", fresh)
    assert refusal.value.code == "backup.missing"


def truncated_to(share):
    def damage(path):
        os.truncate(path, int(path.stat().st_size * share))

    return damage


def one_byte_short(path):
    os.truncate(path, path.stat().st_size - 1)


def foreign(path):
    path.unlink()
    with closing(driver.connect(str(path))) as database:
        database.execute("CREATE TABLE recipe (name)")
        database.commit()


def one_bit_flipped(path):
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


DAMAGES = [
    pytest.param(truncated_to(0), id="empty"),
    pytest.param(truncated_to(0.5), id="half"),
    pytest.param(one_byte_short, id="one byte short"),
    pytest.param(tear_pages, id="a torn page"),
    pytest.param(lambda path: path.write_text("a letter about the backup"), id="a text"),
    pytest.param(foreign, id="another program's database"),
]


@pytest.mark.parametrize("damage", [*DAMAGES, pytest.param(one_bit_flipped, id="one bit")])
def test_a_damaged_backup_is_refused_by_its_sum(made, fresh, damage):
    damage(made.path)
    with pytest.raises(RuleBroken) as refusal:
        restore(made.path, fresh)
    assert (refusal.value.code, refusal.value.values["rule"]) == ("backup.damaged", "sha256")
    assert list(fresh.iterdir()) == []


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_backup_is_refused_without_its_sum_too(made, fresh, damage):
    sum_of(made.path).unlink()
    damage(made.path)
    with pytest.raises(RuleBroken) as refusal:
        restore(made.path, fresh)
    assert refusal.value.code == "backup.damaged"
    assert list(fresh.iterdir()) == []


def test_a_backup_of_a_newer_program_is_refused(kept_office, tmp_path, fresh):
    with kept_office.writing.begin() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    made = backup(kept_office, tmp_path / "backup.db")
    with pytest.raises(Unavailable) as refusal:
        restore(made.path, fresh)
    assert refusal.value.code == "office.newer"
    assert list(fresh.iterdir()) == []


def test_an_office_that_was_not_in_order_comes_back_only_with_consent(kept_office, tmp_path, fresh):
    change_past_protections(
        kept_office.folder, "journal_entry", "DELETE FROM journal_entry WHERE sequence = 2"
    )
    made = backup(kept_office, tmp_path / "backup.db")
    with pytest.raises(NeedsConfirmation) as question:
        restore(made.path, fresh)
    assert set(question.value.values["findings"]) == {"journal.broken"}
    assert list(fresh.iterdir()) == []
    assert not restore(made.path, fresh, consent=True).report.is_sound
    assert (fresh / OFFICE_FILE).exists()


def test_a_restore_never_goes_over_an_office(made, occupied):
    with pytest.raises(RuleBroken) as refusal:
        restore(made.path, occupied)
    assert refusal.value.code == "office.exists"
    assert name_in(occupied) == "Other"


def test_when_asked_the_old_office_is_kept_under_a_dated_name(made, occupied, tmp_path):
    restored = restore(made.path, occupied, aside_at=MADE_AT)
    assert restored.kept_aside == occupied / KEPT
    assert sorted(path.name for path in occupied.iterdir()) == [KEPT, OFFICE_FILE]
    assert name_in(occupied) == "Trial Trust Mark Office"
    again = tmp_path / "again"
    again.mkdir()
    shutil.copyfile(occupied / KEPT, again / OFFICE_FILE)
    assert name_in(again) == "Other"


def test_a_kept_office_is_not_overwritten_by_the_next_one(made, occupied):
    restore(made.path, occupied, aside_at=MADE_AT)
    before = (occupied / KEPT).read_bytes()
    with pytest.raises(RuleBroken) as refusal:
        restore(made.path, occupied, aside_at=MADE_AT)
    assert refusal.value.code == "office.exists"
    assert (occupied / KEPT).read_bytes() == before


def test_an_office_somebody_works_in_is_not_replaced(made, occupied):
    database = open_office(occupied)
    with reading(database) as session:
        session.get_one(Office, 1)
        with pytest.raises(Unavailable) as refusal:
            restore(made.path, occupied, aside_at=MADE_AT)
    database.close()
    assert refusal.value.code == "office.in_use"
    assert name_in(occupied) == "Other"


def test_a_damaged_office_is_kept_as_it_is_and_replaced(made, occupied):
    (occupied / OFFICE_FILE).write_bytes(b"\xa5" * 10 * PAGE)
    (occupied / f"{OFFICE_FILE}-wal").write_bytes(b"what was not written back")
    restore(made.path, occupied, aside_at=MADE_AT)
    assert (occupied / KEPT).read_bytes() == b"\xa5" * 10 * PAGE
    assert (occupied / f"{KEPT}-wal").read_bytes() == b"what was not written back"
    assert name_in(occupied) == "Trial Trust Mark Office"


@pytest.mark.parametrize("make", ["restore", "create"])
def test_companions_of_a_lost_database_are_not_taken_for_the_new_ones(made, fresh, make):
    fresh.mkdir()
    (fresh / f"{OFFICE_FILE}-wal").write_bytes(b"of the database that was here")
    with pytest.raises(RuleBroken) as refusal:
        restore(made.path, fresh) if make == "restore" else create_office(fresh, OTHER, MADE_AT)
    assert refusal.value.code == "office.leftovers"


def test_a_backup_keeps_no_trace_of_the_writers_journal(made):
    with closing(driver.connect(str(made.path))) as office:
        assert office.execute("PRAGMA journal_mode").fetchone() == ("delete",)


def test_a_restored_office_is_worked_in_like_any_other(made, fresh):
    restore(made.path, fresh)
    database = connect(fresh)
    with writing(database) as session:
        record(session, clock(MADE_AT), "trial:work:resumed")
    assert checked(database).counts["journal_entry"] == 5
    database.close()
