"""The ruler says of any two moments what walking the calendar day by day says."""

from datetime import UTC, date, datetime, time, timedelta

import hypothesis
import hypothesis.strategies as st

from desktop.services.working_calendar import OfficeHours, WorkingCalendar
from desktop.services.working_time_ruler import ruler_of

SHORT = [OfficeHours(time(8), time(12)), OfficeHours(time(9, 15), time(20))]
days = st.dates(date(2020, 1, 1), date(2028, 12, 31))
moments = st.datetimes(datetime(2020, 1, 1), datetime(2028, 12, 31), timezones=st.just(UTC))  # noqa: DTZ001
calendars = st.builds(
    WorkingCalendar,
    weekend=st.frozensets(st.integers(0, 6), max_size=6),
    hours=st.sampled_from([OfficeHours(), OfficeHours(time(7, 30), time(14, 15))]),
    closures=st.dictionaries(days, st.just("تعطیل"), max_size=40),
    week_hours=st.dictionaries(st.integers(0, 6), st.sampled_from(SHORT), max_size=3),
    special_hours=st.dictionaries(days, st.sampled_from(SHORT), max_size=20),
)


@hypothesis.given(calendar=calendars, start=moments, end=moments)
def test_it_measures_what_walking_the_days_measures(calendar, start, end):
    assert ruler_of(calendar).between(start, end) == calendar.working_time_between(start, end)


def test_closures_near_by_are_left_out_once_even_when_they_fall_on_a_weekend():
    thursday, sunday = date(2026, 5, 14), date(2026, 5, 17)
    calendar = WorkingCalendar(closures={thursday: "پنج‌شنبه", sunday: "یکشنبه"})
    wednesday = datetime(2026, 5, 13, 12, 30, tzinfo=UTC)
    assert ruler_of(calendar).between(wednesday, wednesday + timedelta(days=7)) == timedelta(hours=32)
