"""The calendar is changed day by day and week by week, weighed, and kept all at once."""

from datetime import date

import pytest

from desktop.models.errors import RuleBroken
from desktop.services.calendar_editing import calendar_year
from desktop.services.closures import list_closures
from desktop.services.dossiers import dossier_details
from desktop.services.unit_of_work import reading
from desktop.services.wording import in_tehran, jalali_year
from desktop.views.navigation import route
from desktop.views.office_calendar.day_dialog import DayDialog
from desktop.views.office_calendar.screen import OfficeCalendarScreen
from desktop.views.widgets.dialog import Dialog
from desktop.views.widgets.label import Label


@pytest.fixture
def administrator(desk_of, case, worn):
    case.submitted()
    return desk_of("administrator")


@pytest.fixture
def screen(qtbot, administrator):
    screen = OfficeCalendarScreen(administrator, route("office_calendar"))
    qtbot.addWidget(screen)
    screen.resize(1300, 800)
    screen.show()
    return screen


def due_of(case):
    with reading(case.office) as session:
        return dossier_details(session, case.dossier_id).due_at


def days_of(case) -> set[date]:
    with reading(case.office) as session:
        return {row.day for row in list_closures(session, jalali_year(case.now.date()))}


def test_a_closed_day_waits_until_it_is_kept_and_then_moves_the_due_time(screen, case):
    due = due_of(case)
    day = in_tehran(due).date()
    screen._presenter.put(day, "بسته‌بودن اداره", None)
    screen._show()
    assert due_of(case) == due
    assert day not in days_of(case)
    told = []
    screen._presenter.look_ahead(lambda: told.append(screen._presenter.preview))
    assert told[0].later == 1
    screen._presenter.keep(screen.refresh)
    assert day in days_of(case)
    assert due_of(case) > due


def test_the_question_names_the_dossiers_that_move(qtbot, screen, case):
    screen._presenter.put(in_tehran(due_of(case)).date(), "بسته‌بودن اداره", None)
    screen._look_ahead()
    dialog = next(one for one in screen.findChildren(Dialog) if one.isVisible())
    said = "\n".join(label.text() for label in dialog.findChildren(Label))
    assert screen._presenter.examples()[0] in said
    dialog.buttons["no"].click()
    assert screen._presenter.is_changed


def test_a_day_without_a_reason_is_refused_where_it_is_written(qtbot, screen, administrator):
    dialog = DayDialog(administrator, screen._presenter, date(2026, 6, 1), screen._show, screen)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.buttons["put"].click()
    assert not screen._presenter.is_changed
    assert dialog.isVisible()
    dialog.day_title.setText("جلسهٔ سراسری")
    dialog.buttons["put"].click()
    assert screen._presenter.days()[date(2026, 6, 1)].title == "جلسهٔ سراسری"


def test_a_half_day_has_hours_of_its_own_and_wrong_hours_are_refused(screen):
    with pytest.raises(RuleBroken, match=r"calendar\.hours_reversed"):
        screen._presenter.put(date(2026, 6, 1), "نیمه‌وقت", ("12:00", "08:00"))
    with pytest.raises(RuleBroken, match=r"calendar\.no_time"):
        screen._presenter.put(date(2026, 6, 1), "نیمه‌وقت", ("صبح", "ظهر"))
    screen._presenter.put(date(2026, 6, 1), "نیمه‌وقت", ("۸:۰۰", "۱۲:۰۰"))
    assert screen._presenter.days()[date(2026, 6, 1)].hours.closes.hour == 12


def test_the_week_is_read_from_its_lines(screen, case):
    box, opens, closes = screen.week._lines[3]
    box.setChecked(True)
    opens.setText("08:00")
    closes.setText("۱۲:۰۰")
    screen.week._use()
    screen._presenter.keep(screen.refresh)
    with reading(case.office) as session:
        week = calendar_year(session, 1405).week
    assert 3 not in week.weekend
    assert week.week_hours[3].closes.hour == 12


def test_dropping_a_change_leaves_everything_as_it_was(screen, case):
    before = days_of(case)
    screen._presenter.put(date(2026, 6, 1), "تعطیل", None)
    screen._forget()
    assert not screen._presenter.is_changed
    assert days_of(case) == before


def test_somebody_else_reads_and_is_told_who_changes_it(qtbot, desk_of, case, worn):
    screen = OfficeCalendarScreen(desk_of("manager"), route("office_calendar"))
    qtbot.addWidget(screen)
    add = next(command for command in screen.commands() if command.code == "add")
    assert "مدیر سامانه" in add.why_not()
