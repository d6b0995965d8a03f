"""The last valid day, against an oracle that counts days; and what "until" means."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.jalali import TEHRAN, from_jalali, parse_date
from desktop.services.validity import is_valid_on, last_valid_day

LEAP_YEARS = {1395, 1399, 1403, 1408, 1412, 1416, 1420}
NOWRUZ_1395 = date(2016, 3, 20)


def nowruz(year: int) -> date:
    """Nowruz of a year from 1395 on, by counting years of 365 and 366 days."""
    days = sum(366 if past in LEAP_YEARS else 365 for past in range(1395, year))
    return NOWRUZ_1395 + timedelta(days=days)


def day_of_year(month: int, day: int) -> int:
    return (month - 1) * 31 - max(0, month - 7) + day - 1


@pytest.mark.requirement("ENM-081")
@pytest.mark.parametrize(
    ("issued", "months", "last"),
    [
        ("1403/12/30", 12, "1404/12/29"),
        ("1405/09/02", 24, "1407/09/01"),
        ("1405/01/01", 12, "1405/12/29"),
        ("1408/01/01", 12, "1408/12/30"),
        ("1403/12/30", 60, "1408/12/29"),
        ("1405/06/31", 1, "1405/07/30"),
        ("1405/12/29", 12, "1406/12/28"),
    ],
)
def test_the_last_valid_day_is_the_day_before_the_same_date(issued: str, months: int, last: str):
    assert last_valid_day(parse_date(issued), months) == parse_date(last)


@given(st.integers(1395, 1418), st.integers(1, 12), st.integers(1, 31), st.sampled_from([12, 24]))
def test_whole_years_agree_with_counted_days(year: int, month: int, day: int, months: int):
    length = 31 if month <= 6 else 30 if month < 12 or year in LEAP_YEARS else 29
    day = min(day, length)
    until = nowruz(year + months // 12) + timedelta(days=day_of_year(month, day))
    assert last_valid_day(from_jalali(year, month, day), months) == until - timedelta(days=1)


@given(st.dates(date(2016, 3, 20), date(2040, 3, 19)), st.sampled_from([1, 6, 12, 24]))
def test_a_certificate_of_a_later_day_is_never_over_earlier(issued: date, months: int):
    assert last_valid_day(issued, months) <= last_valid_day(issued + timedelta(days=1), months)
    assert last_valid_day(issued, months) > issued


def test_no_months_are_no_validity():
    with pytest.raises(ValueError, match="one month"):
        last_valid_day(date(2026, 11, 23), 0)


@pytest.mark.requirement("ENM-098")
def test_a_certificate_is_valid_until_the_last_minute_of_its_last_day_in_tehran():
    last_day = parse_date("1403/01/14")
    last_minute = datetime(2024, 4, 2, 23, 59, 59, tzinfo=TEHRAN)
    assert is_valid_on(last_day, last_minute)
    assert not is_valid_on(last_day, last_minute + timedelta(seconds=1))


@pytest.mark.requirement("ENM-098")
def test_the_day_ends_in_tehran_not_in_greenwich():
    last_day = parse_date("1403/01/14")
    assert is_valid_on(last_day, datetime(2024, 4, 2, 20, 29, tzinfo=UTC))
    assert not is_valid_on(last_day, datetime(2024, 4, 2, 20, 30, tzinfo=UTC))
