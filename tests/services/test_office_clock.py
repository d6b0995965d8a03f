"""A time limit whose clock stops, goes on, and explains itself."""

from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.jalali import TEHRAN, from_jalali
from desktop.models.vocabulary import Phase
from desktop.services.office_clock import ClockStop, Stretch, due_at, explain, working_time_left
from desktop.services.working_calendar import DayOff, SkippedDay, WorkingCalendar

OFFICE = WorkingCalendar()
START = datetime(2026, 11, 14, tzinfo=TEHRAN)
HOUR = timedelta(hours=1)


def tehran(month: int, day: int, hour: int) -> datetime:
    return datetime.combine(from_jalali(1405, month, day), time(hour), TEHRAN)


def stretches_of(hours_and_phases: list[tuple[int, Phase]]) -> list[Stretch]:
    since, stretches = START, []
    for hours, phase in hours_and_phases:
        stretches.append(Stretch(since, phase))
        since += hours * HOUR
    return stretches


HISTORIES = st.lists(
    st.tuples(
        st.integers(0, 60), st.sampled_from([Phase.REVIEW, Phase.WITH_APPLICANT, Phase.WAITING_EXTERNAL])
    ),
    min_size=1,
    max_size=6,
).map(stretches_of)


@given(HISTORIES, st.integers(1, 10))
def test_nothing_is_due_while_the_clock_stands(stretches: list[Stretch], days: int):
    assert (due_at(stretches, days, OFFICE) is None) == (stretches[-1].phase is not Phase.REVIEW)


@given(HISTORIES, st.integers(1, 10))
def test_at_the_due_moment_no_working_time_is_left(stretches: list[Stretch], days: int):
    due = due_at(stretches, days, OFFICE)
    if due is None or due < stretches[-1].since:
        return
    assert working_time_left(stretches, days, OFFICE, due) == timedelta()


@given(HISTORIES, st.integers(1, 10))
def test_a_limit_spent_before_the_newest_stretch_is_overdue_in_it(stretches: list[Stretch], days: int):
    now = stretches[-1].since
    due = due_at(stretches, days, OFFICE)
    if due is not None:
        assert (due <= now) == (working_time_left(stretches, days, OFFICE, now) <= timedelta())


@given(HISTORIES, st.integers(1, 10), st.integers(0, 200))
def test_a_stop_moves_the_due_moment_by_exactly_its_working_time(
    stretches: list[Stretch], days: int, hours: int
):
    newest = stretches[-1].since
    since = newest + hours * HOUR
    stopped = [*stretches, Stretch(newest, Phase.WITH_APPLICANT), Stretch(since, Phase.REVIEW)]
    running = [*stretches, Stretch(newest, Phase.REVIEW)]
    due, due_stopped = due_at(running, days, OFFICE), due_at(stopped, days, OFFICE)
    assert due is not None
    assert due_stopped is not None
    if due > newest:
        stop = OFFICE.working_time_between(newest, since)
        assert due_stopped == OFFICE.add_working_time(due, stop)


@given(HISTORIES, st.integers(1, 10))
def test_the_explanation_accounts_for_every_stop_and_every_skipped_day(stretches: list[Stretch], days: int):
    why = explain(stretches, days, OFFICE)
    if why is None:
        assert all(stretch.phase is not Phase.REVIEW for stretch in stretches)
        return
    assert why.due_at == due_at(stretches, days, OFFICE)
    assert why.started_at == next(stretch.since for stretch in stretches if stretch.runs)
    assert len(set(why.skipped)) == len(why.skipped)
    assert [skipped.day for skipped in why.skipped] == sorted(skipped.day for skipped in why.skipped)
    assert (why.due_at is None) == (bool(why.stops) and why.stops[-1].until is None)


@pytest.mark.requirement("ENM-057", "X-15")
def test_without_a_stop_three_working_days_end_as_the_calendar_says():
    why = explain([Stretch(tehran(8, 27, 14), Phase.REVIEW)], 3, OFFICE)
    assert why is not None
    assert why.due_at == tehran(9, 2, 14)
    assert why.working_time == timedelta(hours=24)
    assert [skipped.day for skipped in why.skipped] == [from_jalali(1405, 8, 28), from_jalali(1405, 8, 29)]
    assert why.stops == ()


@pytest.mark.requirement("ENM-057")
def test_the_clock_goes_on_where_it_stood_when_the_applicant_has_answered():
    stretches = [
        Stretch(tehran(8, 24, 8), Phase.REVIEW),
        Stretch(tehran(8, 25, 12), Phase.WITH_APPLICANT),
        Stretch(tehran(9, 1, 12), Phase.REVIEW),
    ]
    why = explain(stretches, 3, OFFICE)
    assert why is not None
    assert why.used == timedelta(hours=12)
    assert why.due_at == tehran(9, 2, 16)
    assert why.stops == (ClockStop(tehran(8, 25, 12), tehran(9, 1, 12), Phase.WITH_APPLICANT),)
    assert why.skipped == ()


def test_while_the_dossier_is_away_the_explanation_says_since_when_and_why():
    stretches = [Stretch(tehran(8, 24, 8), Phase.REVIEW), Stretch(tehran(8, 24, 10), Phase.WAITING_EXTERNAL)]
    why = explain(stretches, 3, OFFICE)
    assert why is not None
    assert why.due_at is None
    assert why.stops == (ClockStop(tehran(8, 24, 10), None, Phase.WAITING_EXTERNAL),)
    assert working_time_left(stretches, 3, OFFICE, tehran(10, 1, 8)) == timedelta(hours=22)


def test_an_overdue_dossier_keeps_its_due_moment_and_its_lateness_grows_in_working_time():
    stretches = [Stretch(tehran(8, 24, 8), Phase.REVIEW)]
    assert due_at(stretches, 1, OFFICE) == tehran(8, 24, 16)
    assert working_time_left(stretches, 1, OFFICE, tehran(8, 25, 10)) == timedelta(hours=-2)


def test_what_was_late_before_a_stop_is_late_after_it():
    stretches = [
        Stretch(tehran(8, 24, 8), Phase.REVIEW),
        Stretch(tehran(8, 26, 8), Phase.WITH_APPLICANT),
        Stretch(tehran(9, 2, 8), Phase.REVIEW),
    ]
    assert due_at(stretches, 1, OFFICE) == tehran(8, 24, 16)


def test_a_closure_while_the_clock_runs_is_named():
    calendar = WorkingCalendar(closures={from_jalali(1405, 8, 25): "تعطیلی به‌سبب برف"})
    why = explain([Stretch(tehran(8, 24, 12), Phase.REVIEW)], 1, calendar)
    assert why is not None
    assert why.due_at == tehran(8, 26, 12)
    assert why.skipped == (SkippedDay(from_jalali(1405, 8, 25), DayOff.CLOSURE, "تعطیلی به‌سبب برف"),)
