"""Values as the window shows them: digits, days near and far, three calendars, sizes, isolated words."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language.calendars import Calendar
from desktop.language.window_formats import WindowFormats
from desktop.models.vocabulary import Language

PERSIAN, ARABIC, ENGLISH = (
    WindowFormats(one, isolating=True) for one in (Language.PERSIAN, Language.ARABIC, Language.ENGLISH)
)
NOW = datetime(2026, 11, 15, 10, 30, tzinfo=UTC)
"""1405/08/24, 14:00 in Tehran, a Sunday."""


def test_counts_and_money_stand_apart_from_ten_thousand_on_and_years_do_not():
    assert [PERSIAN.amount(one) for one in (9999, 10000, -1750000)] == ["۹۹۹۹", "۱۰٬۰۰۰", "-۱٬۷۵۰٬۰۰۰"]
    assert PERSIAN.number(1750000) == "۱۷۵۰۰۰۰"
    assert PERSIAN.shown(12000) == "۱۲٬۰۰۰"
    assert ENGLISH.amount(12000) == "12,000"


def test_a_count_that_stopped_says_that_there_are_more():
    assert PERSIAN.count_capped(9999, more=True) == "بیش از ۹٬۹۹۹"
    assert ENGLISH.count_capped(48, more=False) == "48"


def test_a_share_is_a_percentage():
    assert [one.percent(0.4) for one in (PERSIAN, ARABIC, ENGLISH)] == ["۴۰٪", "٤٠٪", "40%"]


@pytest.mark.parametrize(
    ("size", "said"),
    [
        (12, "۱۲ بایت"),
        (1023, "۱۰۲۳ بایت"),
        (1024, "۱ کیلوبایت"),
        (1536, "۱٫۵ کیلوبایت"),
        (1024 * 1024 - 1, "۱ مگابایت"),
        (23 * 2**20, "۲۳ مگابایت"),
        (5000 * 2**30, "۵۰۰۰ گیگابایت"),
    ],
)
def test_a_size_is_said_in_the_unit_people_would_use(size, said):
    assert PERSIAN.file_size(size) == said


@pytest.mark.parametrize(
    ("after", "said"),
    [
        (timedelta(0), "امروز، ۱۴:۰۰"),
        (timedelta(hours=-15), "دیروز، ۲۳:۰۰"),
        (timedelta(days=1), "فردا، ۱۴:۰۰"),
        (timedelta(days=-3), "۲۱ آبان، ۱۴:۰۰"),
        (timedelta(days=-400), "۱۹ مهر ۱۴۰۴"),
    ],
)
@pytest.mark.requirement("X-12")
def test_a_moment_is_told_by_how_near_it_is_in_tehran(after, said):
    assert PERSIAN.when(NOW + after, NOW) == said


def test_days_in_full_name_the_second_calendar():
    day = date(2026, 11, 15)
    assert PERSIAN.date_full(day) == "یکشنبه ۲۴ آبان ۱۴۰۵ (۱۵ نوامبر ۲۰۲۶)"
    assert ARABIC.date_full(day) == "الأحد ٢٤ آبان ١٤٠٥ (١٥ نوفمبر ٢٠٢٦)"
    assert ENGLISH.date_full(day) == "Sunday 24 Aban 1405 (15 November 2026)"
    gregorian = WindowFormats(Language.PERSIAN, calendar=Calendar.GREGORIAN)
    assert gregorian.date_full(day) == "یکشنبه ۱۵ نوامبر ۲۰۲۶ (۲۴ آبان ۱۴۰۵)"


def test_a_day_is_shown_in_the_calendar_of_the_person():
    hijri = WindowFormats(Language.PERSIAN, calendar=Calendar.HIJRI)
    assert hijri.day(date(2026, 11, 15)) == "۱۴۴۸/۰۶/۰۵"
    assert hijri.date_long(date(2026, 11, 15)) == "۵ جمادی‌الثانیه ۱۴۴۸"
    assert hijri.moment(NOW) == "۱۴۴۸/۰۶/۰۵، ۱۴:۰۰"


def test_a_day_beyond_the_hijri_tables_is_said_in_jalali_and_says_so():
    hijri = WindowFormats(Language.PERSIAN, calendar=Calendar.HIJRI)
    assert hijri.day(date(2090, 1, 1)) == "۱۴۶۸/۱۰/۱۲ (جلالی)"
    assert hijri.date_long(date(1900, 1, 1)) == "۱۱ دی ۱۲۷۸ (جلالی)"


@given(st.dates(date(1922, 1, 1), date(2121, 1, 1)), st.sampled_from(Calendar), st.sampled_from(Language))
def test_every_day_can_be_shown_in_every_way(day, calendar, language):
    formats = WindowFormats(language, calendar=calendar)
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    assert all(
        (formats.day(day), formats.day_and_month(day), formats.date_full(day), formats.when(noon, NOW))
    )


def test_a_time_of_day_is_tehrans_or_the_offices():
    assert PERSIAN.clock(NOW) == "۱۴:۰۰"
    assert ENGLISH.clock(time(8, 30)) == "08:30"


def test_working_time_is_hours_and_minutes():
    assert PERSIAN.working_time(160) == "۲:۴۰ ساعت کاری"
    assert PERSIAN.working_time(5) == "۵ دقیقهٔ کاری"
    assert [ENGLISH.working_time(one) for one in (1, 65)] == ["1 working minute", "1:05 working hours"]
    assert ARABIC.working_time(5) == "٥ دقائق عمل"


def test_numbers_of_things_take_the_digits_the_person_prefers():
    assert PERSIAN.text("1405/04217") == "۱۴۰۵/۰۴۲۱۷"
    latin = WindowFormats(Language.PERSIAN, latin_ids=True)
    assert latin.text("1405/04217") == latin.id("۱۴۰۵/۰۴۲۱۷") == "1405/04217"
    assert latin.number(48) == "۴۸"


def test_what_runs_the_other_way_is_isolated_within_a_sentence_and_not_alone():
    assert PERSIAN.text("tarino.example") == "tarino.example"
    assert PERSIAN.inside("tarino.example") == "\u2068tarino.example\u2069"
    assert PERSIAN.inside("+982188801234") == "\u2068+۹۸۲۱۸۸۸۰۱۲۳۴\u2069"
    assert PERSIAN.inside("پوشاک تارینو") == "پوشاک تارینو"
    assert ENGLISH.inside("tarino.example") == "tarino.example"
    assert ENGLISH.inside("پوشاک تارینو") == "\u2068پوشاک تارینو\u2069"


def test_a_run_of_latin_words_is_isolated_as_one_and_once():
    told = PERSIAN.text("شرکت Blue Sky Ltd ثبت شد")
    assert told == "شرکت \u2068Blue Sky Ltd\u2069 ثبت شد"
    assert PERSIAN.text(told) == told
    assert PERSIAN.inside(told) == told


def test_nothing_is_a_dash():
    assert PERSIAN.inside(None) == PERSIAN.shown([]) == "—"


def test_the_parts_of_a_number_keep_their_places_between_arabic_digits():
    assert ARABIC.id("1389-01-05") == "١٣٨٩\u200e-\u200e٠١\u200e-\u200e٠٥"
    assert ARABIC.digits("9900••••65") == "٩٩٠٠\u200e••••\u200e٦٥"
    assert PERSIAN.id("1389-01-05") == "۱۳۸۹-۰۱-۰۵"
    assert WindowFormats(Language.ARABIC, latin_ids=True).id("١٣٨٩-٠١") == "1389-01"
