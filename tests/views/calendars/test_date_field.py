"""The field of a date takes keys, what is pasted and what is picked, and says what is wrong."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6 import QtCore, QtGui, QtWidgets

from desktop.models.vocabulary import Language
from desktop.views.calendars.date_field import DateField, MonthPopup
from desktop.views.theme.look import put_on

KEY = QtCore.Qt.Key
TODAY = date(2026, 11, 15)


@pytest.fixture
def field_of(qapp, qtbot, almanac_of):
    def make(day=None, language=Language.PERSIAN, **known):
        put_on(qapp, language=language.value, still=True)
        field = DateField(almanac_of(language, **known), day)
        qtbot.addWidget(field)
        field.show()
        field.setFocus()
        return field

    return make


def press(field: DateField, *keys: KEY | str) -> None:
    for key in keys:
        code, text = (KEY.Key_unknown, key) if isinstance(key, str) else (key, "")
        event = QtGui.QKeyEvent(
            QtCore.QEvent.Type.KeyPress, code, QtCore.Qt.KeyboardModifier.NoModifier, text
        )
        QtWidgets.QApplication.sendEvent(field.editor, event)


def paste(field: DateField, text: str) -> None:
    QtWidgets.QApplication.clipboard().setText(text)
    field.editor.selectAll()
    field.editor.paste()


def test_a_day_is_typed_from_year_to_day(field_of):
    field = field_of()
    told = []
    field.day_changed.connect(told.append)
    press(field, *"14050824")
    assert (field.editor.text(), field.day(), told) == ("۱۴۰۵/۰۸/۲۴", TODAY, [TODAY])
    press(field, KEY.Key_Backspace)
    assert told == [TODAY]
    field.judge()
    assert told == [TODAY, date(2026, 10, 24)]


def test_plus_minus_pages_and_equals_move_the_day(field_of):
    field = field_of(TODAY)
    moved = []
    for key in ("+", "+", "-", KEY.Key_PageDown, KEY.Key_PageUp, "="):
        press(field, key)
        moved.append((field.day() - TODAY).days)
    assert moved == [1, 2, 1, 31, 1, 0]


def test_minus_is_a_separator_until_a_day_stands_there(field_of):
    field = field_of()
    press(field, *"1405-8-24")
    assert field.day() == TODAY
    field.judge()
    press(field, "-")
    assert (field.day(), field.editor.text()) == (TODAY - timedelta(days=1), "۱۴۰۵/۰۸/۲۳")


def test_arrows_mark_the_segments_from_left_to_right_in_a_persian_window(field_of):
    field = field_of(TODAY)
    field.editor.setCursorPosition(0)
    marked = []
    for key in (KEY.Key_Right, KEY.Key_Right, KEY.Key_Left, KEY.Key_Left):
        press(field, key)
        marked.append(field.editor.selectedText())
    assert marked == ["۰۸", "۲۴", "۰۸", "۱۴۰۵"]
    assert field.editor.layoutDirection() == QtCore.Qt.LayoutDirection.LeftToRight
    absolute_right = QtCore.Qt.AlignmentFlag.AlignRight | QtCore.Qt.AlignmentFlag.AlignAbsolute
    assert field.editor.alignment() & absolute_right == absolute_right


def test_a_full_segment_hands_on_to_the_next(field_of):
    field = field_of(TODAY)
    field.editor.setSelection(5, 2)
    press(field, "1", "2")
    assert (field.editor.text(), field.editor.selectedText()) == ("۱۴۰۵/۱۲/۲۴", "۲۴")


def test_a_pasted_day_is_written_out_and_said_how_it_was_read(field_of):
    field = field_of(date(2020, 1, 1))
    said = []
    field.said.connect(lambda sentence, wrong: said.append((sentence, wrong)))
    paste(field, "2026-11-15")
    assert (field.day(), field.editor.text()) == (TODAY, "۱۴۰۵/۰۸/۲۴")
    assert said[-1] == ("تاریخ میلادی خوانده شد: ۲۴ آبان ۱۴۰۵", False)


def test_a_half_written_day_is_complained_of_only_when_it_is_left(field_of):
    field = field_of()
    said = []
    field.said.connect(lambda sentence, wrong: said.append((sentence, wrong)))
    press(field, *"140508")
    assert {sentence for sentence, _ in said} == {""}
    field.judge()
    assert said[-1][1]
    assert field.problem().startswith("«")
    assert field.day() is None


def test_bounds_are_said_and_kept(field_of):
    field = field_of(least=TODAY)
    paste(field, "1405/01/01")
    assert field.day() is None
    assert field.problem() == "تاریخ نمی‌تواند پیش از ۲۴ آبان ۱۴۰۵ باشد."
    press(field, "+")
    assert field.day() == TODAY


def test_the_month_opens_under_the_field_and_what_is_picked_stands_in_it(field_of):
    field = field_of(TODAY)
    press(field, KEY.Key_Down)
    popup = field.findChild(MonthPopup)
    assert popup.grid.current == TODAY
    QtWidgets.QApplication.sendEvent(
        popup.grid.table,
        QtGui.QKeyEvent(QtCore.QEvent.Type.KeyPress, KEY.Key_Down, QtCore.Qt.KeyboardModifier.NoModifier),
    )
    popup.grid.day_picked.emit(popup.grid.current)
    assert field.day() == TODAY + timedelta(days=7)
    assert not popup.isVisible()


def test_a_day_that_was_put_is_announced_once(field_of):
    field = field_of()
    told = []
    field.day_changed.connect(told.append)
    field.set_day(TODAY)
    field.set_day(TODAY)
    field.set_day(None)
    assert told == [TODAY, None]
    assert field.editor.text() == ""


def test_the_name_of_the_field_is_heard_where_one_writes(field_of):
    field = field_of(TODAY)
    field.setAccessibleName("روز پرداخت")
    assert field.editor.accessibleName() == "روز پرداخت"
    assert "PgUp" in field.editor.accessibleDescription()
    assert field.editor.toolTip().startswith("یکشنبه ۲۴ آبان ۱۴۰۵")


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(
            [
                *"0123456789۴٤/-.+= آa",
                *(KEY.Key_Left, KEY.Key_Right, KEY.Key_PageUp, KEY.Key_PageDown, KEY.Key_Return),
                *(KEY.Key_Backspace, KEY.Key_Delete, KEY.Key_Home, KEY.Key_End),
            ]
        ),
        max_size=25,
    )
)
def test_no_keys_raise_and_the_text_is_always_the_entrys(field_of, keys):
    field = field_of(TODAY)
    for key in keys:
        press(field, key)
        assert field.editor.text() == field.entry.text
        assert field.day() is None or field.problem() == ""
