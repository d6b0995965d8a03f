"""A day is read however it is written, and no text is too strange to be refused quietly."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language.calendars import FIRST_HIJRI_DAY, LAST_HIJRI_DAY, Calendar
from desktop.language.window_formats import WindowFormats
from desktop.models.vocabulary import Language
from desktop.views.calendars.almanac import FIRST_DAY, LAST_DAY
from desktop.views.calendars.date_reading import Reading, read_day

DAY = date(2026, 11, 15)
JALALI, HIJRI, GREGORIAN = Calendar.JALALI, Calendar.HIJRI, Calendar.GREGORIAN


@pytest.mark.parametrize(
    ("text", "calendar"),
    [
        ("1405/08/24", JALALI),
        ("۱۴۰۵/۸/۲۴", JALALI),
        ("١٤٠٥-٠٨-٢٤", JALALI),
        ("  1405.8.24 ", JALALI),
        ("1405 08 24", JALALI),
        ("14050824", JALALI),
        ("24/8/1405", JALALI),
        ("\u2068۱۴۰۵/۰۸/۲۴\u2069", JALALI),
        ("۲۴ آبان ۱۴۰۵", JALALI),
        ("یکشنبه ۲۴ آبان ۱۴۰۵", JALALI),
        ("24 Aban 1405", JALALI),
        ("2026-11-15", GREGORIAN),
        ("2026/11/15", GREGORIAN),
        ("۱۵ نوامبر ۲۰۲۶", GREGORIAN),
        ("15 November 2026", GREGORIAN),
        ("الأحد ١٥ نوفمبر ٢٠٢٦", GREGORIAN),
        ("۵ جمادی‌الثانیه ۱۴۴۸", HIJRI),
        ("٥ جمادى الآخرة ١٤٤٨", HIJRI),
    ],
)
@pytest.mark.requirement("X-12")
def test_a_day_is_read_in_any_digits_signs_and_words(text, calendar):
    assert read_day(text, JALALI) == Reading(DAY, calendar)


def test_digits_alone_are_read_in_the_calendar_of_the_person():
    assert read_day("1448/06/05", HIJRI) == Reading(DAY, HIJRI)
    assert read_day("1405/08/24", GREGORIAN) == Reading(DAY, JALALI)
    assert read_day("2026/11/15", HIJRI) == Reading(DAY, GREGORIAN)


@pytest.mark.parametrize(
    "text",
    [
        *("", "فردا", "1405", "1405/08", "1405/13/01", "1404/12/30", "2026-02-29", "0999/01/01"),
        *("1405/08/24/1", "11/12/2026", "24 آبانک 1405", "9999999999", "1405//08/24", "۲۴ آبان"),
    ],
)
def test_what_is_no_day_is_not_read(text):
    assert read_day(text, JALALI) is None


@given(st.text(), st.sampled_from(Calendar))
def test_no_text_raises(text, calendar):
    assert read_day(text, calendar) is None or isinstance(read_day(text, calendar), Reading)


@given(
    st.from_regex(r"[0-9۰-۹]{1,8}[-/. ][0-9]{1,3}[-/. ][0-9]{1,5}", fullmatch=True), st.sampled_from(Calendar)
)
def test_no_numbers_raise(text, calendar):
    reading = read_day(text, calendar)
    assert reading is None or reading.calendar in Calendar


def test_every_day_from_1300_to_1500_is_read_as_it_is_written():
    persian = WindowFormats(Language.PERSIAN)
    days = (FIRST_DAY + timedelta(days=ahead) for ahead in range((LAST_DAY - FIRST_DAY).days + 1))
    assert [day for day in days if read_day(persian.day(day), JALALI) != Reading(day, JALALI)] == []


@given(st.dates(FIRST_HIJRI_DAY, LAST_HIJRI_DAY), st.sampled_from(Calendar), st.sampled_from(Language))
def test_a_day_is_read_as_it_is_written_in_every_calendar_and_in_words(day, calendar, language):
    formats = WindowFormats(language, calendar=calendar)
    assert read_day(formats.day(day), calendar) == Reading(day, calendar)
    assert read_day(formats.date_long(day), calendar) == Reading(day, calendar)
