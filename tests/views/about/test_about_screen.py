"""Checks, the due time explained, and a support bundle that everybody reads before it is saved."""

import json
import zipfile

import pytest

from desktop.services.diagnostics import CODES, CheckState
from desktop.views.about.bundle_dialog import BundleDialog
from desktop.views.about.presenter import AboutPresenter
from desktop.views.about.screen import AboutScreen
from desktop.views.navigation import route


@pytest.fixture
def presenter(desk_of, case, worn):
    case.submitted()
    return AboutPresenter(desk_of("administrator"), None)


def test_every_check_is_told_in_words(presenter):
    presenter.check(lambda: None)
    assert len(presenter.checks) == len(CODES)
    assert all(line.name and line.said for line in presenter.checks)
    assert presenter.checks[0].state is CheckState.GOOD


@pytest.mark.requirement("ENM-057")
def test_a_due_time_explains_its_own_arithmetic(presenter, case):
    told = []
    presenter.explain(case.number, told.extend, lambda error: told.append(str(error)))
    assert told[0].startswith("مهلت:")
    assert "روز کاری" in told[0]


def test_an_unknown_number_is_refused_in_words(presenter):
    refused = []
    presenter.explain("1399/1", refused.append, refused.append)
    assert presenter.desk.words.error(refused[0]).startswith("پرونده‌ای با شمارهٔ")


def test_the_bundle_holds_what_was_shown_and_names_nobody(presenter, case, tmp_path):
    presenter.gather(lambda: None)
    presenter.save(tmp_path / "support.zip")
    with zipfile.ZipFile(tmp_path / "support.zip") as bundle:
        texts = {name: bundle.read(name).decode() for name in bundle.namelist()}
    assert texts == {one.name: one.text for one in presenter.files}
    assert all(json.loads(text) is not None for text in texts.values())
    assert not any(name in text for text in texts.values() for name in ("متصدی باجه", "reviewer@"))


def test_the_page_opens_and_shows_each_file_before_saving(qtbot, desk_of, case, worn):
    desk = desk_of("reviewer")
    screen = AboutScreen(desk, route("about"))
    qtbot.addWidget(screen)
    screen.show()
    screen._presenter.gather(lambda: None)
    dialog = BundleDialog(desk, screen._presenter.files, lambda: None, screen)
    qtbot.addWidget(dialog)
    for one in screen._presenter.files:
        dialog.file.choose(one.name)
        dialog.file.chosen.emit(one.name)
        assert dialog.page.toPlainText() == one.text.rstrip("\n") or dialog.page.toPlainText() == one.text
