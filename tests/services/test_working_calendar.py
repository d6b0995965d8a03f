"""Working time against an oracle that walks minute by minute, and the laws it must keep."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.jalali import TEHRAN, from_jalali
from desktop.services.working_calendar import (
    FRIDAY,
    DayOff,
    OfficeHours,
    SkippedDay,
    WorkingCalendar,
)

OFFICE = WorkingCalendar()
FIRST_DAY = date(2026, 11, 14)
MINUTE = timedelta(minutes=1)


def tehran(month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment of 1405 on the clock of Tehran."""
    return datetime.combine(from_jalali(1405, month, day), time(hour, minute), TEHRAN)


MOMENTS = st.integers(0, 21 * 24 * 60).map(
    lambda minutes: datetime.combine(FIRST_DAY, time(), TEHRAN).astimezone(UTC) + minutes * MINUTE
)
CLOSURES = st.dictionaries(
    st.integers(0, 30).map(lambda days: FIRST_DAY + timedelta(days=days)), st.just("تعطیلی"), max_size=6
)
CALENDARS = st.builds(
    WorkingCalendar,
    weekend=st.frozensets(st.integers(0, 6), max_size=3),
    hours=st.sampled_from(
        [OfficeHours(), OfficeHours(time(7, 30), time(14, 15)), OfficeHours(time(0), time(23, 59))]
    ),
    closures=CLOSURES,
    week_hours=st.dictionaries(st.integers(0, 6), st.just(OfficeHours(time(8), time(12))), max_size=2),
    special_hours=st.dictionaries(
        st.integers(0, 30).map(lambda days: FIRST_DAY + timedelta(days=days)),
        st.sampled_from([OfficeHours(time(9), time(11, 30)), OfficeHours(time(14), time(22))]),
        max_size=3,
    ),
)


def minutes_worked(calendar: WorkingCalendar, start: datetime, end: datetime) -> int:
    """Counts the whole minutes that begin in office hours, one by one."""
    worked, moment = 0, start.astimezone(TEHRAN)
    while moment < end:
        hours = calendar.special_hours.get(moment.date())
        if not hours and moment.weekday() not in calendar.weekend and moment.date() not in calendar.closures:
            hours = calendar.week_hours.get(moment.weekday(), calendar.hours)
        worked += bool(hours and hours.opens <= moment.time() < hours.closes)
        moment += MINUTE
    return worked


@given(CALENDARS, MOMENTS, st.integers(0, 5 * 24 * 60))
def test_measured_time_is_what_a_patient_clerk_would_count(
    calendar: WorkingCalendar, start: datetime, span: int
):
    end = start + span * MINUTE
    assert calendar.working_time_between(start, end) == minutes_worked(calendar, start, end) * MINUTE


@given(CALENDARS, MOMENTS, st.integers(0, 3000))
def test_adding_and_measuring_give_the_same_amount(calendar: WorkingCalendar, start: datetime, minutes: int):
    end = calendar.add_working_time(start, minutes * MINUTE)
    assert calendar.working_time_between(start, end) == minutes * MINUTE


@given(CALENDARS, MOMENTS, st.integers(1, 3000))
def test_the_added_time_is_over_no_earlier_than_needed(
    calendar: WorkingCalendar, start: datetime, minutes: int
):
    end = calendar.add_working_time(start, minutes * MINUTE)
    assert calendar.working_time_between(start, end - MINUTE) == (minutes - 1) * MINUTE


@given(CALENDARS, MOMENTS, st.integers(0, 600), st.integers(0, 6), st.integers(0, 3))
def test_who_begins_later_or_has_longer_is_never_due_earlier(
    calendar: WorkingCalendar, start: datetime, later: int, days: int, more: int
):
    due = calendar.add_working_days(start, days)
    assert due <= calendar.add_working_days(start + later * MINUTE, days)
    assert due <= calendar.add_working_days(start, days + more)


@given(CALENDARS, CLOSURES, MOMENTS, st.integers(0, 6))
def test_a_closure_can_only_delay(
    calendar: WorkingCalendar, more: Mapping[date, str], start: datetime, days: int
):
    with_more = replace(calendar, closures={**calendar.closures, **more})
    assert calendar.add_working_days(start, days) <= with_more.add_working_days(start, days)


@given(CALENDARS, MOMENTS, MOMENTS, MOMENTS)
def test_parts_of_a_span_add_up(calendar: WorkingCalendar, one: datetime, two: datetime, three: datetime):
    whole = calendar.working_time_between(one, three)
    assert whole == calendar.working_time_between(one, two) + calendar.working_time_between(two, three)


@given(CALENDARS, MOMENTS, st.integers(1, 5))
def test_a_due_moment_lies_in_office_hours_of_a_working_day(
    calendar: WorkingCalendar, start: datetime, days: int
):
    due = calendar.add_working_days(start, days).astimezone(TEHRAN)
    hours = calendar.hours_on(due.date())
    assert hours is not None
    assert hours.opens < due.time() <= hours.closes


@pytest.mark.requirement("X-15", "ENM-057")
def test_three_working_days_from_wednesday_afternoon_end_on_monday_afternoon():
    due = OFFICE.add_working_days(tehran(8, 27, 14), 3)
    assert due == tehran(9, 2, 14)
    assert OFFICE.skipped_days(tehran(8, 27, 14), due) == (
        SkippedDay(from_jalali(1405, 8, 28), DayOff.WEEKEND),
        SkippedDay(from_jalali(1405, 8, 29), DayOff.WEEKEND),
    )


@pytest.mark.parametrize(
    ("start", "due"),
    [
        (tehran(8, 24, 8), tehran(8, 24, 16)),
        (tehran(8, 24, 7), tehran(8, 24, 16)),
        (tehran(8, 24, 16), tehran(8, 25, 16)),
        (tehran(8, 24, 23, 59), tehran(8, 25, 16)),
        (tehran(8, 28, 12), tehran(8, 30, 16)),
    ],
)
def test_one_working_day_ends_at_closing_time_when_it_begins_outside_office_hours(
    start: datetime, due: datetime
):
    assert OFFICE.add_working_days(start, 1) == due


def test_a_closure_is_skipped_under_its_title_and_a_weekend_stays_a_weekend():
    calendar = WorkingCalendar(
        closures={from_jalali(1405, 8, 25): "تعطیلی به‌سبب آلودگی هوا", from_jalali(1405, 8, 28): "شهادت"}
    )
    due = calendar.add_working_days(tehran(8, 24, 10), 3)
    assert due == tehran(8, 30, 10)
    assert calendar.skipped_days(tehran(8, 24, 10), due) == (
        SkippedDay(from_jalali(1405, 8, 25), DayOff.CLOSURE, "تعطیلی به‌سبب آلودگی هوا"),
        SkippedDay(from_jalali(1405, 8, 28), DayOff.WEEKEND),
        SkippedDay(from_jalali(1405, 8, 29), DayOff.WEEKEND),
    )


def test_an_office_that_works_on_thursdays_is_due_earlier():
    lawful = WorkingCalendar(weekend=frozenset({FRIDAY}))
    assert lawful.add_working_days(tehran(8, 27, 14), 3) == tehran(9, 1, 14)


def test_the_summer_time_of_1400_moves_no_hour_of_work():
    before = datetime(2021, 3, 20, 12, tzinfo=TEHRAN)
    after = datetime(2021, 3, 24, 12, tzinfo=TEHRAN)
    assert before.utcoffset() != after.utcoffset()
    assert OFFICE.add_working_days(before, 4) == after
    assert OFFICE.working_time_between(before, after) == timedelta(hours=32)


def test_the_due_moment_is_told_in_utc():
    assert OFFICE.add_working_days(tehran(8, 24, 8), 1).tzinfo is UTC
    assert OFFICE.add_working_days(tehran(8, 24, 8), 0).tzinfo is UTC


@pytest.mark.parametrize(
    ("due", "reminder"),
    [
        (tehran(9, 2, 14), tehran(8, 27, 14)),
        (tehran(8, 27, 16), tehran(8, 25, 8)),
        (tehran(8, 27, 8), tehran(8, 24, 8)),
        (tehran(8, 29, 12), tehran(8, 25, 8)),
    ],
)
def test_three_working_days_before_a_deadline_skip_the_same_days(due: datetime, reminder: datetime):
    assert OFFICE.add_working_days(due, -3) == reminder


@given(CALENDARS, MOMENTS, st.integers(0, 3000))
def test_going_back_leaves_the_amount_in_between(calendar: WorkingCalendar, end: datetime, minutes: int):
    start = calendar.add_working_time(end, -minutes * MINUTE)
    assert calendar.working_time_between(start, end) == minutes * MINUTE
    assert calendar.working_time_between(start + MINUTE, end) == max(0, minutes - 1) * MINUTE or not minutes


def test_a_calendar_without_working_days_is_refused():
    with pytest.raises(ValueError, match="leave a working day"):
        WorkingCalendar(weekend=frozenset(range(7)))
    with pytest.raises(ValueError, match="before it closes"):
        OfficeHours(time(16), time(8))
