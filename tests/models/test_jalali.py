"""Jalali days against an oracle that only knows month lengths, leap years and one Nowruz."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models import jalali
from desktop.models.text import localized_digits

LEAP_YEARS = {1395, 1399, 1403, 1408, 1412, 1416, 1420}
FIRST_YEAR, LAST_YEAR = 1395, 1420
NOWRUZ_1395 = date(2016, 3, 20)


def month_length(year: int, month: int) -> int:
    if month == 12:
        return 30 if year in LEAP_YEARS else 29
    return 31 if month <= 6 else 30


def days_of_the_oracle() -> dict[tuple[int, int, int], date]:
    days, day = {}, NOWRUZ_1395
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for month in range(1, 13):
            for number in range(1, month_length(year, month) + 1):
                days[year, month, number] = day
                day += timedelta(days=1)
    return days


ORACLE = days_of_the_oracle()
JALALI_DAYS = st.sampled_from(sorted(ORACLE))


def test_every_day_of_26_years_is_read_and_written_as_the_oracle_says():
    for (year, month, number), day in ORACLE.items():
        written = f"{year}/{month:02}/{number:02}"
        assert jalali.parse_date(written) == day
        assert jalali.format_date(day, "en") == written
        assert jalali.jalali_year(day) == year


@pytest.mark.requirement("X-12")
@pytest.mark.parametrize(
    "text",
    [
        "1405/9/2",
        "1405/09/02",
        "1405-09-02",
        "۱۴۰۵/۰۹/۰۲",
        "١٤٠٥/٠٩/٠٢",
        " ۱۴۰۵-۹-۲ ",
        "2026-11-23",
        "2026/11/23",
    ],
)
def test_a_day_is_read_in_any_digits_and_both_calendars(text: str):
    assert jalali.parse_date(text) == date(2026, 11, 23)


@pytest.mark.parametrize(
    "text",
    "|1405|1404/12/30|1405/13/01|1405/07/31|1405/09-02|05/09/02|1199/01/01|2026-02-30|1405/00/01|دی".split(
        "|"
    ),
)
def test_what_is_no_day_is_refused(text: str):
    with pytest.raises(ValueError):  # noqa: PT011 - the code of the sentence is the caller's
        jalali.parse_date(text)


@given(JALALI_DAYS, st.sampled_from(["fa", "ar", "en"]))
def test_what_is_written_is_read_back_in_every_language(day: tuple[int, int, int], language: str):
    assert jalali.parse_date(jalali.format_date(ORACLE[day], language)) == ORACLE[day]


def test_a_day_in_words_of_each_language():
    day = date(2026, 11, 23)
    assert jalali.format_long(day) == "دوشنبه ۲ آذر ۱۴۰۵"
    assert jalali.format_long(day, "ar") == "الاثنين ٢ آذر ١٤٠٥"
    assert jalali.format_long(day, "en") == "Monday 2 Azar 1405"
    assert jalali.format_long(day, with_year=False) == "دوشنبه ۲ آذر"


@pytest.mark.requirement("X-12")
def test_a_moment_is_written_on_the_clock_of_tehran():
    moment = datetime(2026, 11, 23, 20, 45, tzinfo=UTC)
    assert jalali.format_moment(moment) == "۱۴۰۵/۰۹/۰۳ ساعت ۰۰:۱۵"
    assert jalali.format_moment(moment, "ar") == "١٤٠٥/٠٩/٠٣ الساعة ٠٠:١٥"
    assert jalali.format_moment(moment, "en") == "1405/09/03 00:15"
    assert jalali.format_clock(moment) == localized_digits("00:15", "fa")


def test_a_moment_without_a_zone_is_refused():
    with pytest.raises(ValueError, match="time zone"):
        jalali.in_tehran(datetime(2026, 11, 23, 20, 45))  # noqa: DTZ001 - this is what is refused


@given(JALALI_DAYS, st.integers(0, 60))
def test_months_are_added_as_the_oracle_says(day: tuple[int, int, int], months: int):
    year, month = divmod(day[0] * 12 + day[1] - 1 + months, 12)
    if year >= LAST_YEAR:
        return
    expected = ORACLE.get((year, month + 1, day[2]))
    if expected is None:
        expected = ORACLE[year, month + 1, month_length(year, month + 1)] + timedelta(days=1)
    assert jalali.add_months(ORACLE[day], months) == expected


@given(JALALI_DAYS, st.integers(-36, 36), st.integers(0, 36))
def test_more_months_never_lead_to_an_earlier_day(day: tuple[int, int, int], months: int, more: int):
    start = ORACLE[day]
    assert jalali.add_months(start, months) <= jalali.add_months(start, months + more)


@pytest.mark.requirement("C-37")
def test_a_person_is_18_on_the_birthday_itself_and_17_the_day_before():
    birth = jalali.from_jalali(1387, 9, 2)
    assert jalali.age_years(birth, jalali.from_jalali(1405, 9, 1)) == 17
    assert jalali.age_years(birth, jalali.from_jalali(1405, 9, 2)) == 18


@pytest.mark.requirement("C-37")
def test_who_was_born_on_a_leap_day_grows_older_on_the_first_of_farvardin():
    birth = jalali.from_jalali(1387, 12, 30)
    assert jalali.age_years(birth, jalali.from_jalali(1405, 12, 29)) == 17
    assert jalali.age_years(birth, jalali.from_jalali(1406, 1, 1)) == 18


@given(JALALI_DAYS, st.integers(0, 9000))
def test_age_is_the_number_of_years_that_can_be_added_to_the_birthday(day: tuple[int, int, int], later: int):
    birth = ORACLE[day]
    on = birth + timedelta(days=later)
    age = jalali.age_years(birth, on)
    assert jalali.add_months(birth, 12 * age) <= on < jalali.add_months(birth, 12 * (age + 1))


def test_nobody_has_an_age_before_birth():
    with pytest.raises(ValueError, match="born after"):
        jalali.age_years(date(2026, 11, 24), date(2026, 11, 23))
