"""The calendar is edited with its consequences in sight: what a preview says is what keeping it does."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from desktop.models.dossier import Dossier
from desktop.models.errors import NotAllowed, RuleBroken
from desktop.models.jalali import TEHRAN, from_jalali, in_tehran
from desktop.services import calendar_editing
from desktop.services.calendar_editing import (
    CalendarEdit,
    DayEntry,
    WorkingWeek,
    calendar_year,
    copy_official_days,
    edited,
    hours_from,
    keep_edit,
    known_until,
    official_days,
    preview_edit,
)
from desktop.services.due_dates import calendar_of, why_due
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading
from desktop.services.working_calendar import FRIDAY, THURSDAY, OfficeHours, WorkingCalendar
from tests.builders.applications import asked
from tests.builders.enamad import Case
from tests.builders.refusals import code_of

HALF = OfficeHours(time(8), time(12))
WHOLE = OfficeHours()
TODAY = date(2026, 5, 2)
"""The day on which the case was submitted: Saturday 1405/02/12."""


@pytest.fixture
def waiting(stage) -> Case:
    """A dossier under review, due three working days after Saturday 10:00."""
    return stage("submitted")


def previewed(case: Case, edit: CalendarEdit, by: str = "administrator"):
    with reading(case.office) as session:
        actor = actor_named(session, by, case.now)
    looking, steps = preview_edit(case.office, actor, edit), []
    while True:
        try:
            steps.append(next(looking))
        except StopIteration as end:
            return end.value


def due(case: Case) -> datetime:
    with reading(case.office) as session:
        return in_tehran(session.scalars(select(Dossier.due_at)).one())


def tehran(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 5, day, hour, minute, tzinfo=TEHRAN)


def test_a_year_is_shown_with_its_week_days_and_how_far_it_is_known(waiting: Case):
    with reading(waiting.office) as session:
        year = calendar_year(session, 1405)
    assert (year.week.weekend, year.week.hours, year.week.week_hours) == ({THURSDAY, FRIDAY}, WHOLE, {})
    assert {row.day for row in year.days} >= {from_jalali(1405, 1, 1), from_jalali(1405, 11, 22)}
    assert all(row.official and row.hours is None for row in year.days)
    assert year.known_until == from_jalali(1407, 1, 1) - timedelta(days=1)


@pytest.mark.parametrize(
    ("edit", "moves_to"),
    [
        (CalendarEdit(days={TODAY + timedelta(days=1): DayEntry("برف")}), tehran(6, 10)),
        (CalendarEdit(days={TODAY + timedelta(days=1): DayEntry("نیمه‌تعطیل", HALF)}), tehran(5, 14)),
        (CalendarEdit(week=WorkingWeek(frozenset({FRIDAY}), WHOLE, {6: HALF})), tehran(5, 14)),
        (CalendarEdit(week=WorkingWeek(frozenset({FRIDAY}), HALF, {})), tehran(5, 10)),
        (CalendarEdit(days={TODAY - timedelta(days=10): DayEntry("گذشته")}), None),
        (CalendarEdit(), None),
    ],
    ids=["closed", "half a day", "a short Sunday", "shorter days", "long past", "nothing"],
)
@pytest.mark.requirement("X-15")
def test_what_a_preview_says_is_what_keeping_it_does(waiting: Case, edit, moves_to):
    before = due(waiting)
    assert before == tehran(5, 10)
    preview = previewed(waiting, edit)
    assert due(waiting) == before
    moved = waiting.by("administrator", keep_edit, edit)
    assert preview.moved == moved
    assert [(one.number, in_tehran(one.new)) for one in preview.examples] == (
        [(waiting.number, due(waiting))] if moved else []
    )
    assert due(waiting) == (moves_to or before)


def test_a_day_made_up_for_on_a_weekend_counts(waiting: Case):
    friday = TODAY + timedelta(days=6)
    waiting.by("administrator", keep_edit, CalendarEdit(days={friday: DayEntry("جبرانی", HALF)}))
    with reading(waiting.office) as session:
        calendar = calendar_of(session)
        rows = {row.day: row for row in calendar_year(session, 1405).days}
    assert calendar.hours_on(friday) == HALF
    assert (rows[friday].hours, rows[friday].official) == (HALF, False)
    assert calendar.why_not_counted(friday) is None


def test_a_preview_tells_which_way_and_what_would_be_overdue(waiting: Case):
    waiting.now = tehran(5, 9)
    short = WorkingWeek(frozenset({FRIDAY}), OfficeHours(time(8), time(9)), {})
    shorter = previewed(waiting, CalendarEdit(week=short))
    assert (shorter.looked_at, shorter.later + shorter.earlier) == (1, shorter.moved)
    longer = previewed(
        waiting, CalendarEdit(days={TODAY + timedelta(days=1): DayEntry("", OfficeHours(time(0), time(23)))})
    )
    assert (longer.earlier, longer.later, longer.newly_overdue) == (1, 0, 1)


def test_only_the_farthest_are_named(waiting: Case, monkeypatch):
    monkeypatch.setattr(calendar_editing, "EXAMPLES", 0)
    preview = previewed(waiting, CalendarEdit(days={TODAY + timedelta(days=1): DayEntry("برف")}))
    assert (preview.moved, preview.examples) == (1, ())


def test_a_day_is_entered_changed_and_taken_out_and_the_journal_tells(waiting: Case):
    day = TODAY + timedelta(days=1)
    for entry in (DayEntry("برف"), DayEntry("نیمه‌تعطیل", HALF), None):
        waiting.by("administrator", keep_edit, CalendarEdit(days={day: entry}))
    assert due(waiting) == tehran(5, 10)
    tags = asked(waiting.office, "SELECT tag FROM journal_entry WHERE tag LIKE 'office:closure%' ORDER BY id")
    assert [tag for (tag,) in tags] == [
        "office:closure:added",
        "office:closure:removed",
        "office:closure:added",
        "office:closure:removed",
    ]
    taking_out = (keep_edit, CalendarEdit(days={day: None}))
    assert code_of(waiting, "administrator", *taking_out) == "closure.unknown"


def test_an_edit_is_kept_whole_or_not_at_all(waiting: Case):
    days = {TODAY + timedelta(days=1): DayEntry("برف"), TODAY + timedelta(days=2): DayEntry(" ")}
    assert code_of(waiting, "administrator", keep_edit, CalendarEdit(days=days)) == "closure.title_missing"
    never = CalendarEdit(week=WorkingWeek(frozenset(range(7)), WHOLE, {}))
    assert code_of(waiting, "administrator", keep_edit, never) == "calendar.no_working_day"
    with pytest.raises(RuleBroken):
        previewed(waiting, never)
    with pytest.raises(RuleBroken) as refusal:
        hours_from(time(16), time(8))
    assert refusal.value.code == "calendar.hours_reversed"


@pytest.mark.parametrize("username", ["manager", "supervisor", "clerk"])
def test_only_an_administrator_edits(waiting: Case, username):
    edit = CalendarEdit(days={TODAY: DayEntry("برف")})
    assert code_of(waiting, username, keep_edit, edit) == "role.missing"
    assert code_of(waiting, username, copy_official_days, 1408) == "role.missing"
    with pytest.raises(NotAllowed):
        previewed(waiting, edit, username)


def test_official_days_of_a_year_are_copied_once(waiting: Case):
    with reading(waiting.office) as session:
        assert not any(day.entered for day in official_days(session, 1408))
    copied = waiting.by("administrator", copy_official_days, 1408)
    with reading(waiting.office) as session:
        assert copied == len(official_days(session, 1408)) > 15
        assert all(day.entered for day in official_days(session, 1408))
        assert known_until(session) == from_jalali(1409, 1, 1) - timedelta(days=1)
    assert waiting.by("administrator", copy_official_days, 1408) == 0


def test_why_due_still_explains_itself_over_a_half_day(waiting: Case):
    edit = CalendarEdit(days={TODAY + timedelta(days=1): DayEntry("نیمه‌تعطیل", HALF)})
    waiting.by("administrator", keep_edit, edit)
    with reading(waiting.office) as session:
        why = why_due(session, waiting.dossier_id)
    assert in_tehran(why.due_at) == due(waiting)
    assert why.working_time == 3 * WHOLE.length


@settings(max_examples=50)
@given(
    st.dictionaries(
        st.integers(0, 20).map(lambda days: TODAY + timedelta(days=days)),
        st.one_of(st.none(), st.just(DayEntry("x")), st.just(DayEntry("x", HALF))),
        max_size=8,
    )
)
def test_an_edit_changes_the_days_it_names_and_no_others(days):
    before = WorkingCalendar(closures={TODAY: "x"}, special_hours={TODAY + timedelta(days=3): HALF})
    after = edited(before, CalendarEdit(days=days))
    for number in range(-3, 25):
        day = TODAY + timedelta(days=number)
        if day not in days:
            assert after.hours_on(day) == before.hours_on(day)
        elif days[day] is not None:
            assert after.hours_on(day) == days[day].hours
