"""The three calendars agree with the Gregorian day they stand for, in both directions."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language.calendars import (
    FIRST_HIJRI_DAY,
    LAST_HIJRI_DAY,
    Calendar,
    Parts,
    day_of,
    days_of_month,
    month_after,
    month_names,
    parts_of,
    weekday_name,
)
from desktop.models.vocabulary import Language

FIRST, LAST = date(1921, 3, 21), date(2122, 3, 20)
"""The first day of 1300 and the last of 1500."""
days = st.dates(FIRST, LAST)
hijri_days = st.dates(FIRST_HIJRI_DAY, LAST_HIJRI_DAY)


def test_every_jalali_day_from_1300_to_1500_goes_there_and_back():
    count = (LAST - FIRST).days + 1
    wrong = [
        day
        for day in (FIRST + timedelta(days=ahead) for ahead in range(count))
        if day_of(Calendar.JALALI, parts_of(day, Calendar.JALALI)) != day
    ]
    assert wrong == []
    assert parts_of(FIRST, Calendar.JALALI) == (1300, 1, 1)
    assert parts_of(LAST, Calendar.JALALI)[:2] == (1500, 12)


@given(hijri_days)
def test_a_hijri_day_goes_there_and_back(day):
    assert day_of(Calendar.HIJRI, parts_of(day, Calendar.HIJRI)) == day


@given(days, st.sampled_from([Calendar.JALALI, Calendar.GREGORIAN]))
def test_the_last_day_of_a_month_is_followed_by_the_first_of_the_next(day, calendar):
    year, month, _ = parts_of(day, calendar)
    last = day_of(calendar, Parts(year, month, days_of_month(calendar, year, month)))
    assert parts_of(last + timedelta(days=1), calendar) == (*month_after(year, month, 1), 1)


def test_the_last_month_of_the_hijri_tables_has_its_days():
    assert days_of_month(Calendar.HIJRI, 1500, 12) == parts_of(LAST_HIJRI_DAY, Calendar.HIJRI).day


@pytest.mark.parametrize("day", [FIRST_HIJRI_DAY - timedelta(days=1), LAST_HIJRI_DAY + timedelta(days=1)])
def test_a_day_beyond_the_hijri_tables_is_refused(day):
    with pytest.raises(ValueError, match="outside the Hijri tables"):
        parts_of(day, Calendar.HIJRI)


@pytest.mark.parametrize(
    ("calendar", "parts"),
    [
        (Calendar.JALALI, Parts(1404, 12, 30)),
        (Calendar.GREGORIAN, Parts(2026, 2, 29)),
        (Calendar.HIJRI, Parts(1448, 1, 31)),
        (Calendar.HIJRI, Parts(1600, 1, 1)),
    ],
)
def test_a_day_that_a_calendar_does_not_have_is_refused(calendar, parts):
    with pytest.raises(ValueError):  # noqa: PT011 - each calendar says it in its own words
        day_of(calendar, parts)


@given(st.integers(1300, 1500), st.integers(1, 12), st.integers(-40, 40))
def test_months_count_on_and_back(year, month, by):
    assert month_after(*month_after(year, month, by), -by) == (year, month)


@pytest.mark.parametrize("language", list(Language))
def test_twelve_months_have_twelve_names_in_every_calendar(language):
    for calendar in Calendar:
        assert len(set(month_names(calendar, language))) == 12


def test_a_weekday_is_named():
    assert weekday_name(date(2026, 11, 15), Language.PERSIAN) == "یکشنبه"
