"""Acts on the chosen dossier, from the list itself: each has its key, its reason when closed, its undo."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.services import notes
from desktop.services.desk_rows import desk_rows
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading
from desktop.views.queue import menus
from desktop.views.widgets.dialog import Dialog
from tests.builders.dossier_rows import NOW
from tests.builders.lists import HELD
from tests.views.queue.conftest import settle

KEY = QtCore.Qt.Key


def press(qtbot, stage, *keys):
    for key in keys:
        qtbot.keyClick(stage.screen.rows, key)
    settle()


def row_of(stage, dossier_id):
    with reading(stage.screen.desk.database) as session:
        return desk_rows(session, actor_named(session, "sara", NOW), [dossier_id])[0]


def dialog():
    found = [
        one for one in QtWidgets.QApplication.topLevelWidgets() if isinstance(one, Dialog) and one.isVisible()
    ]
    return found[-1]


def answer(qtbot, code, reason=""):
    asked = dialog()
    if reason:
        asked._field.setPlainText(reason)
    qtbot.mouseClick(asked.buttons[code], QtCore.Qt.MouseButton.LeftButton)
    settle()
    return asked


def test_s_refers_the_chosen_dossier_to_a_colleague_of_the_desk(qtbot, staged):
    stage = staged("mine")
    chosen = stage.screen.rows.chosen_id
    press(qtbot, stage, KEY.Key_S)
    # Nobody else reviews in this office.
    assert not dialog().buttons["refer"].isEnabled()
    answer(qtbot, "leave")
    assert row_of(stage, chosen).is_mine


def test_a_dossier_in_other_hands_cannot_be_referred_and_says_why(qtbot, staged):
    stage = staged("unclaimed")
    press(qtbot, stage, KEY.Key_S)
    assert stage.refused == ["این پرونده در دست شما نیست."]


def test_n_writes_an_internal_note(qtbot, staged):
    stage = staged("mine")
    chosen = stage.screen.rows.chosen_id
    press(qtbot, stage, KEY.Key_N)
    answer(qtbot, "keep", "وکالت‌نامه را با تاریخ انتقال بسنجید.")
    with reading(stage.screen.desk.database) as session:
        assert [note.text for note in notes.notes_of(session, chosen)] == [
            "وکالت‌نامه را با تاریخ انتقال بسنجید."
        ]
    assert stage.told[-1].startswith("یادداشت")


def test_u_releases_what_is_mine_and_can_be_undone(qtbot, staged):
    stage = staged("mine")
    desk, undone = stage.screen.desk, []
    desk.messages.told.connect(lambda _sentence, undo, _seconds: undone.append(undo))
    chosen = stage.screen.rows.chosen_id
    press(qtbot, stage, KEY.Key_U)
    assert row_of(stage, chosen).holder is None
    assert stage.screen.rows.chosen_line.gone == "رها شد"
    undone[-1]()
    settle()
    assert row_of(stage, chosen).is_mine
    assert stage.screen.rows.chosen_line.gone == ""


def test_u_claims_what_is_free(qtbot, staged):
    stage = staged("unclaimed")
    chosen = stage.screen.rows.chosen_id
    press(qtbot, stage, KEY.Key_U)
    assert row_of(stage, chosen).is_mine


def test_w_follows_and_w_again_does_not(qtbot, staged):
    stage = staged("unclaimed")
    press(qtbot, stage, KEY.Key_W)
    assert stage.screen.rows.chosen_line.is_followed
    press(qtbot, stage, KEY.Key_W)
    assert not stage.screen.rows.chosen_line.is_followed
    assert len(stage.told) == 2


@pytest.mark.parametrize(("key", "copied"), [(KEY.Key_N, "{}"), (KEY.Key_L, "parvandeh://dossier/{}")])
def test_y_and_a_letter_copy_the_number_or_a_link_without_marks_of_direction(qtbot, staged, key, copied):
    stage = staged("mine")
    press(qtbot, stage, KEY.Key_Y, key)
    number = stage.screen.rows.chosen_line.number
    assert QtGui.QGuiApplication.clipboard().text() == copied.format(number)


def test_ctrl_full_stop_takes_the_next_dossier(qtbot, staged):
    stage = staged("mine")
    qtbot.keyClick(stage.screen.rows, KEY.Key_Period, QtCore.Qt.KeyboardModifier.ControlModifier)
    settle()
    assert stage.gone[-1].screen == "dossier"
    assert stage.gone[-1].get("id") > HELD


def test_nothing_chosen_is_a_reason_not_a_fault(qtbot, staged):
    stage = staged("mine")
    press(qtbot, stage, KEY.Key_Up)
    assert stage.screen.rows.chosen_id is None
    press(qtbot, stage, KEY.Key_N, KEY.Key_W)
    assert stage.refused == ["پرونده‌ای انتخاب نشده است."] * 2


def test_everything_stands_in_the_menu_with_its_key_and_its_reason(staged):
    screen = staged("unclaimed").screen
    entries = [(one.code, one.key, one.why_not(), one.run) for one in screen.commands()]
    menu = menus.acts_menu(entries)
    by_code = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert by_code["follow"].text() == "follow\tW"
    assert not by_code["refer"].isEnabled()
    assert by_code["refer"].toolTip() == "این پرونده در دست شما نیست."
