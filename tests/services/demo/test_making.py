"""How the demo office is made: the same each time, whole or not at all, and never over a real office."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.models.errors import RuleBroken, Unavailable
from desktop.models.journal import JournalHead
from desktop.services.database import OFFICE_FILE, Database, open_office
from desktop.services.demo.courses import all_courses, counts_for
from desktop.services.demo.making import DOSSIERS as USUAL
from desktop.services.demo.making import make_demo_office, remake_demo_office
from desktop.services.unit_of_work import reading
from tests.builders.demo import AT, DOSSIERS


def journal_heads(folder: Path) -> dict[int, str]:
    database = open_office(folder)
    try:
        with reading(database) as session:
            return {head.chain: head.hash for head in session.scalars(select(JournalHead))}
    finally:
        database.close()


def test_a_demo_office_remade_for_the_same_moment_has_the_same_history(demo_folder: Path, tmp_path: Path):
    shutil.copyfile(demo_folder / OFFICE_FILE, tmp_path / OFFICE_FILE)
    *_, last = remake_demo_office(tmp_path, AT, DOSSIERS)
    assert last.done == last.total == DOSSIERS
    assert [path.name for path in tmp_path.iterdir()] == [OFFICE_FILE]
    assert journal_heads(tmp_path) == journal_heads(demo_folder)


def test_a_real_office_is_never_thrown_away(office: Database):
    place = office.folder / OFFICE_FILE
    before = place.stat()
    with pytest.raises(RuleBroken, match=r"demo\.real_office"):
        next(remake_demo_office(office.folder, AT))
    assert (place.stat().st_ino, place.stat().st_size) == (before.st_ino, before.st_size)


def test_a_demo_office_is_not_made_over_any_office(demo_folder: Path):
    with pytest.raises(RuleBroken, match=r"office\.exists"):
        next(make_demo_office(demo_folder, AT))


def test_a_demo_office_somebody_works_in_stays(
    demo_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    place = tmp_path / OFFICE_FILE
    shutil.copyfile(demo_folder / OFFICE_FILE, place)
    before = place.stat().st_ino
    monkeypatch.setattr("desktop.services.demo.making._make", lambda *_: iter(["made"]))
    working = open_office(tmp_path)
    with reading(working) as session:
        session.scalar(select(JournalHead.hash).limit(1))
        with pytest.raises(Unavailable, match=r"office\.in_use"):
            list(remake_demo_office(tmp_path, AT))
    working.close()
    assert place.stat().st_ino == before
    assert sorted(path.name for path in tmp_path.iterdir()) == [OFFICE_FILE]


def test_a_stopped_making_leaves_no_office(tmp_path: Path):
    making = make_demo_office(tmp_path, AT, DOSSIERS)
    next(making)
    making.close()
    assert list(tmp_path.iterdir()) == []


def test_fewer_dossiers_than_courses_are_refused():
    with pytest.raises(RuleBroken, match=r"demo\.too_few"):
        counts_for(DOSSIERS - 1)


def test_three_hundred_dossiers_go_as_the_courses_say():
    assert counts_for(USUAL) == {course.name: course.count for course in all_courses()}


@given(st.integers(DOSSIERS, 3000))
def test_any_number_of_dossiers_is_shared_out_exactly(dossiers: int):
    counts = counts_for(dossiers)
    assert sum(counts.values()) == dossiers
    assert min(counts.values()) >= 1
