"""What goes out and what stays inside are two texts; `::` puts ready sentences in."""

import pytest
from PySide6 import QtCore, QtWidgets

from desktop.views.widgets.comment_box import CommentBox

pytestmark = pytest.mark.usefixtures("worn")

_KEY = QtCore.Qt.Key
_CANNED = [
    ("کد پستی ناهمخوان", "کد پستی سند با پرونده یکی نیست."),
    ("صفحهٔ امضا ناقص", "صفحهٔ امضا در تصویر نیست."),
    ("بند ۱۲", "بند ۱۲ پیمان خوانا نیست."),
]


@pytest.fixture
def box(qtbot) -> CommentBox:
    made = CommentBox("", "", _CANNED, most=20)
    qtbot.addWidget(made)
    made.resize(500, 160)
    made.show()
    made.write_remark()
    QtWidgets.QApplication.processEvents()
    return made


def _looks(box: CommentBox) -> bytes:
    return bytes(box.grab().toImage().constBits())


def test_a_remark_and_a_note_are_told_apart(box, qtbot, keyboard):
    remarks, notes = [], []
    box.changed.connect(remarks.append)
    box.note_changed.connect(notes.append)
    keyboard(box.remark_field, "ب")
    box.write_note()
    keyboard(box.note_field, "د")
    assert (remarks, notes) == (["ب"], ["د"])
    assert (box.remark(), box.note()) == ("ب", "د")


def test_the_two_look_different_even_when_empty(box):
    box.remark_field.setPlaceholderText("")
    box.note_field.setPlaceholderText("")
    outside = _looks(box)
    box.write_note()
    assert _looks(box) != outside
    assert box.note_tab.isChecked()
    assert not box.remark_tab.isChecked()


def test_tabs_change_the_text_that_is_shown(box, qtbot):
    qtbot.mouseClick(box.note_tab, QtCore.Qt.MouseButton.LeftButton)
    assert (box.note_field.isVisible(), box.remark_field.isVisible()) == (True, False)
    qtbot.mouseClick(box.remark_tab, QtCore.Qt.MouseButton.LeftButton)
    assert (box.note_field.isVisible(), box.remark_field.isVisible()) == (False, True)


def test_the_counter_counts_what_was_written_and_nothing_is_cut_off(box, qtbot, keyboard):
    keyboard(box.remark_field, "ا" * 19)
    assert (box._counter.text(), box.is_too_long()) == ("۱۹ از ۲۰", False)
    keyboard(box.remark_field, "بب")
    assert (box._counter.text(), box.is_too_long()) == ("۲۱ از ۲۰", True)
    assert len(box.remark()) == 21


def test_two_colons_offer_ready_sentences_and_letters_narrow_them(box, qtbot, keyboard):
    popup = box._canned.popup
    assert not popup.isVisible()
    keyboard(box.remark_field, "سلام ::")
    assert (popup.isVisible(), popup.count()) == (True, 3)
    keyboard(box.remark_field, "امضا")
    assert popup.count() == 1
    qtbot.keyClick(box.remark_field, _KEY.Key_Return)
    assert box.remark() == "سلام صفحهٔ امضا در تصویر نیست."
    assert not popup.isVisible()


@pytest.mark.parametrize("typed", ["12", "۱۲", "١٢"])
def test_ready_sentences_are_found_by_digits_of_any_script(box, qtbot, typed, keyboard):
    keyboard(box.remark_field, f"::{typed}")
    assert box._canned.popup.count() == 1


def test_arrows_choose_among_ready_sentences(box, qtbot, keyboard):
    keyboard(box.remark_field, "::")
    qtbot.keyClick(box.remark_field, _KEY.Key_Down)
    qtbot.keyClick(box.remark_field, _KEY.Key_Tab)
    assert box.remark() == "صفحهٔ امضا در تصویر نیست."


def test_esc_closes_the_ready_sentences_and_leaves_what_was_written(box, qtbot, keyboard):
    keyboard(box.remark_field, "::")
    qtbot.keyClick(box.remark_field, _KEY.Key_Escape)
    assert not box._canned.popup.isVisible()
    assert box.remark() == "::"


def test_the_button_opens_the_ready_sentences_too(box, qtbot):
    qtbot.mouseClick(box._offer, QtCore.Qt.MouseButton.LeftButton)
    assert box._canned.popup.isVisible()


def test_ctrl_enter_submits(box, qtbot):
    with qtbot.waitSignal(box.submitted, timeout=500):
        qtbot.keyClick(box.remark_field, _KEY.Key_Return, QtCore.Qt.KeyboardModifier.ControlModifier)


def test_it_says_when_it_was_saved_and_what_is_missing(box):
    box.show_saved("۱۱:۲۴")
    assert box._saved.text() == "ذخیره شد \u2068۱۱:۲۴\u2069"
    box.set_error("توضیحی بنویسید.")
    assert box.remark_field.accessibleDescription() == "توضیحی بنویسید."
    assert box._error_row.isVisible()
    box.set_error(None)
    assert not box._error_row.isVisible()
