"""The review desk as it is used without a mouse."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.models.vocabulary import Verdict
from desktop.views.dossier.decision.dialogs import GO
from tests.views.dossier.hands import (
    CONTROL,
    KEY,
    LEFT_BUTTON,
    SHIFT,
    press,
    refused,
    standing,
    the_list,
    told,
)


@pytest.mark.requirement("X-06")
def test_a_reviewer_judges_by_keys_alone(qtbot, in_window, case):
    _, screen = in_window()
    press(qtbot, screen, KEY.Key_1)
    assert standing(case, "O1").round == 2
    press(qtbot, screen, KEY.Key_F)
    assert screen.presenter.review.current == "O2"
    press(qtbot, screen, KEY.Key_3)
    assert standing(case, "O2").verdict is Verdict.NOT_APPLICABLE
    press(qtbot, screen, KEY.Key_J)
    assert screen.presenter.review.current == "O3"
    press(qtbot, screen, KEY.Key_K)
    press(qtbot, screen, KEY.Key_Z)
    assert standing(case, "O2").round == 1


@pytest.mark.requirement("ENM-061")
def test_2_without_a_remark_opens_the_comment_box_with_a_field_error(qtbot, in_window, case):
    _, screen = in_window()
    screen.presenter.review.choose("C4")
    press(qtbot, screen, KEY.Key_2)
    box = screen.review.checklist.card.box
    assert box._error.text().startswith("برای عدم تأیید، توضیحی بنویسید")
    assert screen.window().focusWidget() is box.remark_field
    qtbot.keyClicks(box.remark_field, "1 2 J")
    assert standing(case, "C4").round == 1
    screen.review.checklist.list.setFocus()
    press(qtbot, screen, KEY.Key_2)
    assert (standing(case, "C4").verdict, standing(case, "C4").remark) == (Verdict.REJECTED, "1 2 J")


def test_shift_1_confirms_the_group_and_says_how_many(qtbot, in_window, case):
    window, screen = in_window()
    said = told(window)
    screen.presenter.review.choose("B6")
    press(qtbot, screen, KEY.Key_1, SHIFT)
    assert standing(case, "B1").round == 2
    assert said == ["۶ بند بدون تغییر تأیید شد."]


def test_arrows_go_from_item_to_item_and_fold_a_group(qtbot, shown):
    screen = shown()
    press(qtbot, screen, KEY.Key_Down)
    assert screen.presenter.review.current == "O2"
    press(qtbot, screen, KEY.Key_Right)
    assert "owner" in screen.presenter.review.closed_groups
    assert not screen.review.checklist.card.isVisible()


def test_a_key_that_cannot_act_says_why(qtbot, in_window):
    window, screen = in_window("colleague")
    said = refused(window)
    press(qtbot, screen, KEY.Key_1)
    assert said == ["پرونده در دست شما نیست. نخست آن را در دست بگیرید (U)."]
    press(qtbot, screen, KEY.Key_U)
    assert said[-1] == "این پرونده اکنون کار میز شما نیست."


def test_u_puts_the_dossier_back_and_takes_it_again(qtbot, in_window, case):
    _, screen = in_window()
    press(qtbot, screen, KEY.Key_U)
    assert screen.presenter.page.standing == "free"
    assert "claim" in screen.decisions.buttons
    press(qtbot, screen, KEY.Key_U)
    assert screen.presenter.page.standing == "in_hand"


def test_y_then_n_copies_the_number(qtbot, in_window, case):
    _, screen = in_window()
    press(qtbot, screen, KEY.Key_Y)
    press(qtbot, screen, KEY.Key_N)
    assert QtGui.QGuiApplication.clipboard().text() == case.number


@pytest.mark.requirement("ENM-061")
def test_ctrl_enter_asks_and_the_dialog_sends_the_deficiencies(qtbot, in_window, almost_done):
    window, screen = in_window()
    said = told(window)
    press(qtbot, screen, KEY.Key_Return, CONTROL)
    dialog = screen.gestures.dialog
    assert dialog.focusWidget() is dialog.buttons["stay"]
    qtbot.mouseClick(dialog.buttons[GO], LEFT_BUTTON)
    assert almost_done.status == "deficient"
    assert "اعلام نقص" in said[0]


def test_a_refused_decision_leaves_its_dialog_open_with_what_was_written(qtbot, in_window, case):
    _, screen = in_window()
    decision = screen.presenter.decision
    ending = next(offer for offer in decision.bar.menu if offer.action == "mark_not_applicable")
    screen.gestures.decide(ending)
    dialog = screen.gestures.dialog
    dialog._field.setPlainText("کوتاه")
    qtbot.mouseClick(dialog.buttons[GO], LEFT_BUTTON)
    assert dialog.isVisible()
    assert dialog.reason() == "کوتاه"
    assert case.status == "under_review"
    assert any("دست‌کم ۱۰ نویسه" in one.text() for one in dialog.findChildren(QtWidgets.QLabel))
    dialog._field.setPlainText("فروش این کالا مشمول نماد نیست")
    qtbot.mouseClick(dialog.buttons[GO], LEFT_BUTTON)
    assert case.status == "not_applicable"
    assert not dialog.isVisible()


def test_n_writes_an_internal_note_from_anywhere_on_the_page(qtbot, in_window, case):
    _, screen = in_window()
    press(qtbot, screen, KEY.Key_N)
    dialog = screen.gestures.dialog
    dialog._field.setPlainText("با مالک تماس گرفته شد")
    qtbot.mouseClick(dialog.buttons[GO], LEFT_BUTTON)
    assert not dialog.isVisible()
    assert screen.head.tabs.accessibleTabName(4) == "یادداشت داخلی ۲"


def test_s_refers_the_dossier_with_a_reason(qtbot, in_window, case):
    _, screen = in_window()
    press(qtbot, screen, KEY.Key_S)
    dialog = screen.gestures.dialog
    assert not dialog.buttons[GO].isEnabled()
    field = dialog.findChild(QtWidgets.QComboBox)
    field.choose("colleague")
    field.chosen.emit("colleague")
    dialog._field.setPlainText("مرخصی")
    qtbot.mouseClick(dialog.buttons[GO], LEFT_BUTTON)
    assert case.details.claimed_by == "کارشناس دوم"


def test_esc_leaves_a_text_before_it_leaves_the_page(qtbot, in_window):
    window, screen = in_window()
    field = screen.review.checklist.card.box.remark_field
    field.setFocus()
    qtbot.keyClick(field, KEY.Key_Escape)
    assert window.focusWidget() is the_list(screen)
    assert window.screen_shown is screen


def test_a_region_marked_on_the_page_becomes_evidence_and_z_takes_it_back(qtbot, in_window, case):
    _, screen = in_window()
    screen.presenter.review.choose("B7")
    screen.review.viewer.viewer.region_marked.emit(1, QtCore.QRectF(0.1, 0.2, 0.3, 0.1))
    (mark,) = screen.presenter.review.marks("B7")
    assert (mark.page, round(mark.place.width, 3)) == (1, 0.3)
    assert screen.presenter.review.item("B7").marks == 1
    press(qtbot, screen, KEY.Key_Z)
    assert screen.presenter.review.marks("B7") == []


def test_c_goes_through_the_changes_and_takes_their_item_at_hand(qtbot, in_window):
    _, screen = in_window()
    press(qtbot, screen, KEY.Key_C)
    first = screen.presenter.review.current
    press(qtbot, screen, KEY.Key_C)
    assert (first, screen.presenter.review.current) == ("O1", "B6")
