"""Fields take any digits, keep each text in its own direction, find by typing, and say what is wrong."""

import pytest
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.views.widgets.form_field import CheckField, ChoiceField, FormField, LineField, TextField
from desktop.views.widgets.search_field import SearchField

pytestmark = pytest.mark.usefixtures("worn")

_KEY, _HELD = QtCore.Qt.Key, QtCore.Qt.KeyboardModifier
_FLIP = _HELD.ControlModifier | _HELD.ShiftModifier
_X_ON_X11 = 53


def _flip(widget: QtWidgets.QWidget) -> None:
    """Ctrl+Shift+X as a Persian layout sends it: the place of X, the letter ط."""
    kind = QtCore.QEvent.Type.KeyPress
    press = QtGui.QKeyEvent(kind, 0x637, _FLIP, _X_ON_X11, 0, 0, "")
    QtWidgets.QApplication.sendEvent(widget, press)


@pytest.mark.parametrize(("typed", "value"), [("۰۲۱ ۱۲۳", "021 123"), ("٠٢١", "021"), (" 021 ", "021")])
def test_a_latin_field_gives_western_digits_whatever_was_typed(qtbot, typed, value, keyboard):
    field = LineField(latin=True)
    qtbot.addWidget(field)
    keyboard(field, typed)
    assert field.value() == value


def test_a_pasted_text_leaves_its_invisible_marks_behind(qtbot):
    field = LineField("\u2068tarino.example\u2069\u200f ")
    qtbot.addWidget(field)
    assert field.value() == "tarino.example"


def test_zwnj_stays_in_persian_words(qtbot):
    field = LineField("کتاب‌سرا")
    qtbot.addWidget(field)
    assert field.value() == "کتاب‌سرا"


def test_a_line_stands_at_the_start_of_the_row_and_turns_by_ctrl_shift_x(qtbot):
    field = LineField("Tarino")
    qtbot.addWidget(field)
    assert field.alignment() & QtCore.Qt.AlignmentFlag.AlignRight
    assert not field.reads_rtl()
    _flip(field)
    assert field.reads_rtl()
    assert field.text() == "Tarino"
    _flip(field)
    assert not field.reads_rtl()


def test_a_paragraph_turns_by_ctrl_shift_x_and_the_next_ones_do_not(qtbot):
    field = TextField("پوشاک\nTarino")
    qtbot.addWidget(field)
    field.moveCursor(QtGui.QTextCursor.MoveOperation.Start)
    _flip(field)
    block = field.document().firstBlock()
    assert block.textDirection() == QtCore.Qt.LayoutDirection.LeftToRight
    assert block.next().blockFormat().layoutDirection() == QtCore.Qt.LayoutDirection.LayoutDirectionAuto


def test_every_paragraph_has_lines_of_the_design_also_after_enter(qtbot, keyboard):
    field = TextField("یک")
    qtbot.addWidget(field)
    qtbot.keyClick(field, _KEY.Key_Return)
    keyboard(field, "دو")
    heights = {field.document().findBlockByNumber(n).blockFormat().lineHeight() for n in (0, 1)}
    assert heights == {22.0}


def test_a_text_grows_with_its_lines_up_to_its_bound(qtbot):
    field = TextField("", rows=2, most_rows=4)
    qtbot.addWidget(field)
    field.resize(300, 60)
    field.show()
    heights = []
    for lines in (1, 3, 9):
        field.set_text("\n".join("خط" for _ in range(lines)))
        heights.append(field.minimumHeight())
    assert [high - heights[0] for high in heights] == [0, 22, 44]


def test_ctrl_enter_submits_and_writes_nothing(qtbot):
    field = TextField("متن")
    qtbot.addWidget(field)
    with qtbot.waitSignal(field.submitted, timeout=500):
        qtbot.keyClick(field, _KEY.Key_Return, _HELD.ControlModifier)
    assert field.value() == "متن"


def test_tab_leaves_a_text(qtbot):
    form = QtWidgets.QWidget()
    qtbot.addWidget(form)
    column = QtWidgets.QVBoxLayout(form)
    field, following = TextField("متن"), LineField()
    column.addWidget(field)
    column.addWidget(following)
    form.show()
    field.setFocus()
    qtbot.keyClick(field, _KEY.Key_Tab)
    assert field.toPlainText() == "متن"
    assert form.focusWidget() is following


def _schemes() -> ChoiceField:
    return ChoiceField(
        [("a", "نماد اعتماد"), ("b", "تأیید صلاحیت"), ("c", "پایش کیفیت")], placeholder="برگزینید"
    )


@pytest.mark.parametrize(
    ("typed", "found"), [("ت", "b"), ("پا", "c"), ("اعت", "a"), ("كيف", "c"), ("ص", "b")]
)
def test_typing_chooses_the_first_whose_words_begin_so(qtbot, typed, found, keyboard):
    field = _schemes()
    qtbot.addWidget(field)
    told = []
    field.chosen.connect(told.append)
    keyboard(field, typed)
    assert field.code() == found
    assert told[-1] == found


def test_nothing_is_chosen_until_somebody_chooses_and_the_wheel_does_not(qtbot):
    field = _schemes()
    qtbot.addWidget(field)
    turned = QtCore.QPoint(0, -120)
    wheel = QtGui.QWheelEvent(
        QtCore.QPointF(5, 5),
        QtCore.QPointF(5, 5),
        turned,
        turned,
        QtCore.Qt.MouseButton.NoButton,
        _HELD.NoModifier,
        QtCore.Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QtWidgets.QApplication.sendEvent(field, wheel)
    assert field.code() == ""
    field.choose("b")
    assert field.value() == "b"


def test_an_error_takes_the_place_of_the_help_and_is_read_with_the_field(qtbot):
    line = LineField("012345678", latin=True)
    form = FormField("کد ملی", line, required=True, explained="ده رقم")
    qtbot.addWidget(form)
    assert line.accessibleName() == "کد ملی، الزامی"
    assert line.accessibleDescription() == "ده رقم"
    before = line.grab().toImage()
    form.set_error("کد ملی باید ۱۰ رقم باشد.")
    assert line.accessibleDescription() == "کد ملی باید ۱۰ رقم باشد."
    assert line.grab().toImage() != before
    form.set_error(None)
    assert line.accessibleDescription() == "ده رقم"
    assert line.grab().toImage() == before


def test_a_form_field_without_help_takes_no_room_for_it(qtbot):
    bare, helped = FormField("نام", LineField()), FormField("نام", LineField(), explained="کمک")
    qtbot.addWidget(bare)
    qtbot.addWidget(helped)
    assert helped.sizeHint().height() - bare.sizeHint().height() == 18 + 4


def test_a_check_box_is_pressed_by_its_words(qtbot):
    box = CheckField("دنبال می‌کنم")
    qtbot.addWidget(box)
    box.show()
    qtbot.mouseClick(box, QtCore.Qt.MouseButton.LeftButton, pos=QtCore.QPoint(box.width() - 40, 12))
    assert box.isChecked()


def test_a_search_runs_once_after_typing_rests(qtbot, keyboard):
    field = SearchField("پالایش", "/")
    qtbot.addWidget(field)
    told = []
    field.searched.connect(told.append)
    keyboard(field, "تارینو")
    assert told == []
    qtbot.waitUntil(lambda: told == ["تارینو"], timeout=2000)


def test_esc_empties_the_search_before_it_means_anything_else(qtbot):
    around = QtWidgets.QWidget()
    qtbot.addWidget(around)
    field = SearchField("پالایش", "/")
    field.setParent(around)
    field.setText("تارینو")
    told = []
    field.searched.connect(told.append)
    qtbot.keyClick(field, _KEY.Key_Escape)
    assert (field.text(), told) == ("", [""])
