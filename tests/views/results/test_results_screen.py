"""Search results: every kind found, in any spelling, marked in place; a whole number leads straight on."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.models.errors import Unavailable
from desktop.services import search
from desktop.views.navigation import route
from desktop.views.results.presenter import Kind
from desktop.views.results.screen import ResultsScreen
from tests.builders.lists import Stage, lists_office, prepared_lists, seat_at

__all__ = ["lists_office", "prepared_lists", "seat_at"]

KEY = QtCore.Qt.Key
LEFT = QtCore.Qt.MouseButton.LeftButton


def settle():
    for _ in range(4):
        QtWidgets.QApplication.processEvents()


@pytest.fixture
def searched(qtbot, worn, seat_at):
    """The results of a search: `searched("کریمی")`."""

    def open_results(typed, desk=None):
        desk = desk or seat_at("sara")
        stage = Stage(desk, ResultsScreen(desk, route("results", search=typed)))
        qtbot.addWidget(stage)
        stage.resize(1200, 800)
        stage.show()
        stage.activateWindow()
        stage.screen.first_focus().setFocus()
        settle()
        return stage

    return open_results


def names(screen):
    return [line.name for line in screen.presenter.found.lines]


def test_dossiers_are_found_and_the_first_is_chosen(searched):
    screen = searched("kala11.").screen
    assert names(screen) == ["متقاضی 011"]
    assert screen.dossiers.chosen_id == 11
    assert screen.chips[Kind.DOSSIER].accessibleName() == "پرونده‌ها ۱"


def test_what_was_typed_in_another_script_is_shown_as_it_was_understood(searched):
    screen = searched("متقاضي ۰۱۱").screen
    assert "متقاضی 011" in names(screen)
    assert "متقاضی ۰۱۱" in screen.hint.text()
    assert searched("kala11").screen.hint.text() == ""


def test_what_was_found_is_marked_where_it_stands(searched):
    screen = searched("KALA11").screen
    assert screen.dossiers.chosen_line.found == ("KALA11",)
    plain = searched("1405/00011").screen
    marked, unmarked = (one.dossiers.grab().toImage() for one in (screen, plain))
    assert marked != unmarked


def test_too_many_say_that_there_are_more(searched):
    screen = searched("متقاضی").screen
    assert len(names(screen)) == 50
    assert "محدودتر کنید" in screen.more.text()


def test_nothing_found_says_so_and_the_field_has_the_keyboard(searched):
    stage = searched("تارینوووو")
    said = [label.text() for label in stage.screen.findChildren(QtWidgets.QLabel) if label.isVisible()]
    assert any("تارینوووو" in text for text in said)
    assert stage.screen.field.hasFocus()


def test_without_anything_typed_nothing_is_searched(searched):
    stage = searched("")
    assert names(stage.screen) == []
    assert stage.screen.field.hasFocus()


def test_enter_opens_the_chosen_dossier(qtbot, searched):
    stage = searched("متقاضی")
    qtbot.keyClick(stage.screen.dossiers, KEY.Key_J)
    qtbot.keyClick(stage.screen.dossiers, KEY.Key_Return)
    assert stage.gone == [route("dossier", id=stage.screen.dossiers.chosen_id)]


def test_a_number_typed_in_full_leads_straight_to_its_dossier(searched):
    stage = searched("")
    stage.screen.field.setText("۱۴۰۵/۱۱")
    stage.screen.field.returnPressed.emit()
    settle()
    assert stage.gone == [route("dossier", id=11)]


def test_typing_on_searches_again_and_leads_nowhere(qtbot, searched):
    stage = searched("متقاضی")
    stage.screen.field.setText("kala11.")
    stage.screen.field.search()
    settle()
    assert names(stage.screen) == ["متقاضی 011"]
    assert stage.gone == []


def test_the_other_kind_is_a_chip_and_a_number_key_away(qtbot, searched):
    stage = searched("kala11.")
    qtbot.mouseClick(stage.screen.chips[Kind.CERTIFICATE], LEFT)
    assert stage.screen.shown is Kind.CERTIFICATE
    qtbot.keyClick(QtWidgets.QApplication.focusWidget(), KEY.Key_1)
    assert stage.screen.shown is Kind.DOSSIER


@pytest.mark.requirement("X-13")
def test_a_certificate_is_found_by_its_holder_and_opened(qtbot, worn, case, desk_of):
    case.with_manager().step("approve", by="manager")
    found = case.certificate
    desk, gone = desk_of("reviewer"), []
    desk.gone.connect(gone.append)
    screen = ResultsScreen(desk, route("results", search=found.number))
    qtbot.addWidget(screen)
    screen.show()
    screen.show_kind(Kind.CERTIFICATE)
    settle()
    assert [row.number for row in screen.presenter.found.certificates] == [found.number]
    screen.open()
    assert gone[0].screen == "certificate"


def test_coming_back_finds_the_search_and_the_row(searched):
    stage = searched("متقاضی")
    third = stage.screen.presenter.found.lines[2].id
    stage.screen.dossiers.choose(third)
    kept = stage.screen.kept()
    again = searched("", desk=stage.screen.desk).screen
    again.restore(kept)
    settle()
    assert again.presenter.typed == "متقاضی"
    assert again.dossiers.chosen_id == third


def test_a_search_that_cannot_be_done_keeps_what_was_found(searched, monkeypatch):
    stage = searched("kala11.")
    told = []
    stage.screen.desk.messages.unavailable.connect(told.append)

    def locked(*_):
        raise Unavailable("database.locked")

    monkeypatch.setattr(search, "search", locked)
    stage.screen.refresh()
    settle()
    assert len(told) == 1
    assert names(stage.screen) == ["متقاضی 011"]


def test_letters_go_into_the_field_and_do_nothing_else(searched):
    stage = searched("متقاضی")
    stage.screen.write()
    chosen = stage.screen.dossiers.chosen_id
    down, none = QtCore.QEvent.Type.KeyPress, QtCore.Qt.KeyboardModifier.NoModifier
    event = QtGui.QKeyEvent(down, KEY.Key_J, none, "j")
    QtCore.QCoreApplication.sendEvent(stage.screen.field, event)
    assert stage.screen.field.text().endswith("j")
    assert stage.screen.dossiers.chosen_id == chosen
