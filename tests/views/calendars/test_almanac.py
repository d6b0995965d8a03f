"""The days a month shows, the way from one to the next, and what is told of each."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language.calendars import FIRST_HIJRI_DAY, LAST_HIJRI_DAY, Calendar, parts_of
from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.views.calendars.almanac import FIRST_DAY, LAST_DAY, Almanac

TODAY = date(2026, 11, 15)
BY_CALENDAR = {one: Almanac(Words(Language.PERSIAN, one), TODAY) for one in Calendar}
days = st.dates(FIRST_HIJRI_DAY, LAST_HIJRI_DAY)
calendars = st.sampled_from(Calendar)


@given(days, calendars)
def test_six_whole_weeks_show_the_whole_month(day, calendar):
    almanac = BY_CALENDAR[calendar]
    shown = almanac.weeks_about(day)
    year, month, _ = parts_of(day, calendar)
    assert [late - early for early, late in pairwise(shown)] == [timedelta(days=1)] * 41
    inside = [one for one in shown if almanac.same_month(one, day)]
    assert day in inside
    assert parts_of(inside[0], calendar) == (year, month, 1)
    following = inside[-1] + timedelta(days=1)
    assert following > LAST_HIJRI_DAY or parts_of(following, calendar).day == 1


@pytest.mark.parametrize(("calendar", "weekday"), [("jalali", 5), ("hijri", 5), ("gregorian", 0)])
def test_the_week_of_the_office_begins_on_saturday(calendar, weekday):
    assert BY_CALENDAR[Calendar(calendar)].weeks_about(TODAY)[0].weekday() == weekday


@given(days, calendars, st.integers(-30, 30))
def test_months_on_keep_the_day_or_take_the_last(day, calendar, months):
    almanac = BY_CALENDAR[calendar]
    there = almanac.later(day, months=months)
    before, after = parts_of(day, calendar), parts_of(there, calendar)
    at_an_end = there in (almanac.clipped(date.min), almanac.clipped(date.max))
    assert at_an_end or (after.year * 12 + after.month) - (before.year * 12 + before.month) == months
    assert at_an_end or after.day == before.day or (after.day < before.day and after.day >= 28)


@given(days, calendars, st.integers(-400, 400))
def test_days_on_are_days_on_until_the_bounds(day, calendar, days_on):
    almanac = BY_CALENDAR[calendar]
    assert almanac.later(day, days=days_on) == almanac.clipped(day + timedelta(days=days_on))


def test_the_bounds_hold():
    almanac = Almanac(Words(Language.PERSIAN), TODAY, least=TODAY, most=TODAY + timedelta(days=10))
    assert almanac.later(TODAY, days=-1) == TODAY
    assert almanac.later(TODAY, months=1) == TODAY + timedelta(days=10)
    assert not almanac.holds(TODAY - timedelta(days=1))
    assert (BY_CALENDAR[Calendar.JALALI].clipped(date.min), FIRST_DAY, LAST_DAY) == (
        date(1921, 3, 21),
        date(1921, 3, 21),
        date(2122, 3, 20),
    )


def test_a_day_beyond_the_hijri_tables_has_no_number_and_cannot_be_chosen():
    almanac = BY_CALENDAR[Calendar.HIJRI]
    beyond = LAST_HIJRI_DAY + timedelta(days=1)
    assert almanac.number(beyond) == ""
    assert not almanac.holds(beyond)
    assert not almanac.same_month(beyond, LAST_HIJRI_DAY)
    assert almanac.month(beyond) == "ذی‌الحجه ۱۵۰۰"


@pytest.mark.parametrize(("visits", "ticks"), [(0, 0), (1, 1), (3, 1), (4, 2), (9, 3), (40, 3)])
def test_a_tick_is_three_visits_and_there_are_three_at_most(visits, ticks):
    assert Almanac(Words(Language.PERSIAN), TODAY, loads={TODAY: visits}).ticks(TODAY) == ticks


def test_a_day_is_told_with_all_that_is_known_of_it():
    thursday = date(2026, 11, 19)
    almanac = Almanac(
        Words(Language.PERSIAN),
        thursday,
        weekend=frozenset({3, 4}),
        closures={thursday: "شهادت"},
        loads={thursday: 4},
    )
    assert almanac.told(thursday) == (
        "پنجشنبه ۲۸ آبان ۱۴۰۵ (۱۹ نوامبر ۲۰۲۶)، امروز، تعطیل: شهادت، آخر هفته، ۴ بازدید"
    )
    assert (
        Almanac(Words(Language.ENGLISH), TODAY, least=TODAY)
        .told(date(2026, 11, 14))
        .endswith(", cannot be chosen")
    )


@pytest.mark.parametrize("language", list(Language))
def test_seven_days_have_seven_letters_that_stand_with_their_names(language):
    almanac = Almanac(Words(language), TODAY)
    assert len(set(almanac.weekday_letters())) == len(set(almanac.weekday_names())) == 7
    if language is Language.ENGLISH:
        assert [name[:2] for name in almanac.weekday_names()] == almanac.weekday_letters()
    if language is Language.PERSIAN:
        assert almanac.weekday_letters() == list("شیدسچپج")
