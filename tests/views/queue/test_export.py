"""The list as a spreadsheet: right to left, numbers as text, every moment twice, nothing half written."""

import pytest

from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading
from desktop.views.jobs import JobState
from desktop.views.queue import export, spreadsheet
from tests.builders.dossier_rows import NOW
from tests.builders.sheets import read_sheet
from tests.views.queue.conftest import settle


@pytest.fixture
def written(lists_office, tmp_path):
    """Write these dossiers and read the sheet again."""

    def write(ids, language=Language.PERSIAN):
        with reading(lists_office) as session:
            sara = actor_named(session, "sara", NOW)
        path = tmp_path / "صف.xlsx"
        steps = list(spreadsheet.write_list(lists_office, sara, ids, Words(language), path))
        return read_sheet(path), steps

    return write


def test_the_sheet_reads_from_right_to_left_and_numbers_are_text(written):
    sheet, _ = written([7, 1])
    assert sheet.right_to_left
    assert sheet.row(1)[:3] == ["شمارهٔ پرونده", "متقاضی", "موضوع"]
    assert sheet.cells["A2"] == "1405/00007"
    assert "A2" in sheet.as_text
    assert sheet.cells["A3"] == "1405/00001"


def test_an_english_sheet_reads_from_left_to_right(written):
    sheet, _ = written([7], Language.ENGLISH)
    assert not sheet.right_to_left
    assert sheet.cells["A1"] == "Dossier number"


def test_a_moment_stands_by_both_calendars(written):
    sheet, _ = written([7])
    titles = sheet.row(1)
    since = "ABCDEFGHIJKLMN"[titles.index("از (جلالی)")]
    assert sheet.cells[f"{since}2"].startswith("1405/08/11")
    assert "2026-11-02 09:30" in sheet.row(2)


def test_a_standing_clock_leaves_the_limit_empty(written):
    sheet, _ = written([1])
    titles = sheet.row(1)
    due = "ABCDEFGHIJKLMN"[titles.index("مهلت (جلالی)")]
    assert f"{due}2" not in sheet.cells


def test_progress_is_told_a_page_at_a_time(written, monkeypatch):
    monkeypatch.setattr(spreadsheet, "ROWS_AT_ONCE", 4)
    sheet, steps = written(list(range(1, 11)))
    assert [(step.done, step.total) for step in steps] == [(4, 10), (8, 10), (10, 10)]
    assert sheet.rows == 11


def test_writing_that_is_stopped_leaves_nothing(lists_office, tmp_path, monkeypatch):
    monkeypatch.setattr(spreadsheet, "ROWS_AT_ONCE", 2)
    with reading(lists_office) as session:
        sara = actor_named(session, "sara", NOW)
    steps = spreadsheet.write_list(
        lists_office, sara, [7, 8, 9], Words(Language.PERSIAN), tmp_path / "a.xlsx"
    )
    next(steps)
    steps.close()
    assert list(tmp_path.iterdir()) == [tmp_path / "lists"]


def test_a_formula_in_a_name_stays_text(written, lists_office, monkeypatch):
    monkeypatch.setattr(
        spreadsheet, "_cells", lambda *_: ("=1+1", "@SUM(A1)", *["" for _ in spreadsheet.COLUMNS[2:]])
    )
    sheet, _ = written([7])
    assert sheet.cells["A2"] == "=1+1"
    assert sheet.kinds["A2"] in {"s", "inlineStr"}


def test_e_writes_the_marked_dossiers_as_a_job(staged, tmp_path, monkeypatch):
    stage = staged("mine")
    path = tmp_path / "فهرست"
    monkeypatch.setattr(export.QtWidgets.QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    stage.screen.marking.toggle()
    stage.screen.export()
    settle()
    assert read_sheet(tmp_path / "فهرست.xlsx").rows == 2
    assert stage.told[-1] == "۱ پرونده در \u2068فهرست.xlsx\u2069 نوشته شد."
    assert stage.screen.desk.jobs.jobs[0].state is JobState.DONE


def test_nothing_is_written_when_nobody_says_where(staged, monkeypatch):
    stage = staged("mine")
    monkeypatch.setattr(export.QtWidgets.QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    stage.screen.export()
    assert stage.screen.desk.jobs.jobs == []
