"""The line under everything: whole hints go where room is short; the hours told are those of the day."""

from datetime import UTC, date, datetime, time

import pytest
from PySide6 import QtWidgets

from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.services.working_calendar import OfficeHours, WorkingCalendar
from desktop.views.shell.status_bar import StatusBar
from desktop.views.shell.today import today_sentence
from tests.builders.windows import settle

HINTS = [("J", "پروندهٔ بعدی"), ("K", "پروندهٔ پیشین"), ("Enter", "باز کردن پرونده"), ("?", "همهٔ کلیدها")]
SUNDAY = date(2026, 11, 22)


def words_shown(bar: StatusBar) -> set[str]:
    known = {said for _, said in HINTS}
    return {one.text() for one in bar.findChildren(QtWidgets.QLabel) if one.isVisible()} & known


@pytest.fixture
def bar(qtbot, worn) -> StatusBar:
    bar = StatusBar(Words(Language.PERSIAN), is_demo=True)
    qtbot.addWidget(bar)
    bar.show_today("یکشنبه ۱ آذر ۱۴۰۵، ۱۱:۲۰ — ساعت اداری تا ۱۶:۰۰")
    bar.show_hints(HINTS)
    bar.resize(1600, bar.height())
    bar.show()
    settle()
    return bar


def test_every_hint_is_shown_where_there_is_room(bar):
    assert words_shown(bar) == {said for _, said in HINTS}


def test_where_room_is_short_whole_hints_go_and_the_sheet_of_all_keys_stays(bar):
    bar.resize(760, bar.height())
    settle()
    assert "همهٔ کلیدها" in words_shown(bar)
    assert len(words_shown(bar)) < len(HINTS)
    shown = [one for one in bar.findChildren(QtWidgets.QLabel) if one.isVisible() and one.text()]
    assert all(one.width() >= one.sizeHint().width() for one in shown)


@pytest.mark.requirement("X-15")
def test_on_a_half_day_the_office_closes_at_the_hour_of_that_day(desk):
    calendar = WorkingCalendar(special_hours={SUNDAY: OfficeHours(time(8), time(12))})
    at_ten, at_one = (datetime(2026, 11, 22, hour, 30, tzinfo=UTC) for hour in (6, 9))
    assert "۱۲:۰۰" in today_sentence(desk, at_ten, calendar)
    assert "۱۲:۰۰" not in today_sentence(desk, at_one, calendar)
