"""What is typed and pasted into a date field, keystroke by keystroke."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language.calendars import FIRST_HIJRI_DAY, LAST_HIJRI_DAY, Calendar
from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.views.calendars.almanac import FIRST_DAY, LAST_DAY, Almanac
from desktop.views.calendars.date_entry import DateEntry, Trouble

TODAY = date(2026, 11, 15)


def entry_of(language=Language.PERSIAN, calendar=Calendar.JALALI, **known) -> DateEntry:
    return DateEntry(Almanac(Words(language, calendar), TODAY, **known))


def typed(keys: str, **settings) -> DateEntry:
    entry = entry_of(**settings)
    for key in keys:
        entry.write(entry.text + key)
    return entry


@pytest.mark.requirement("X-12")
@pytest.mark.parametrize("keys", ["14050824", "۱۴۰۵۰۸۲۴", "١٤٠٥٠٨٢٤", "1405824"])
def test_typed_digits_get_their_slashes_and_the_digits_of_the_language(keys):
    entry = typed(keys)
    if len(keys) == 8:
        assert (entry.text, entry.day, entry.said()) == ("۱۴۰۵/۰۸/۲۴", TODAY, "")
    else:  # without noughts nobody knows where the month ends
        assert entry.trouble is Trouble.NO_SUCH_DAY


@pytest.mark.parametrize("keys", ["1405/8/24", "1405-8-24", "1405.8.24", "1405 8 24", "1405/08/24"])
def test_a_sign_may_be_typed_where_the_slash_would_come_by_itself(keys):
    entry = typed(keys)
    assert entry.day == TODAY
    entry.tidy()
    assert entry.text == "۱۴۰۵/۰۸/۲۴"


def test_rubbing_out_a_slash_does_not_bring_it_back():
    entry = typed("1405")
    assert entry.text == "۱۴۰۵/"
    entry.write("۱۴۰۵")
    assert entry.text == "۱۴۰۵"


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("2026-11-15", "تاریخ میلادی خوانده شد: ۲۴ آبان ۱۴۰۵"),
        ("1405-8-24", "تاریخ جلالی خوانده شد: ۲۴ آبان ۱۴۰۵"),
        ("5 Jumada II 1448", "تاریخ قمری خوانده شد: ۲۴ آبان ۱۴۰۵"),
    ],
)
def test_a_pasted_day_is_written_out_and_said_how_it_was_read(pasted, said):
    entry = entry_of()
    entry.write(pasted)
    assert (entry.day, entry.text, entry.said()) == (TODAY, "۱۴۰۵/۰۸/۲۴", said)


def test_a_day_pasted_over_one_of_the_same_length_is_said_too():
    entry = entry_of()
    entry.put(date(2020, 1, 1))
    entry.write("2026-11-15")
    assert (entry.day, entry.pasted) == (TODAY, True)


@pytest.mark.parametrize(
    ("text", "trouble", "begins"),
    [
        ("شنبه", Trouble.NOT_A_DAY, "«شنبه» تاریخ نیست"),
        ("1404/12/30", Trouble.NO_SUCH_DAY, "چنین روزی در تقویم نیست"),
        ("1405/08/01", Trouble.TOO_EARLY, "تاریخ نمی‌تواند پیش از ۱۴ آبان ۱۴۰۵ باشد"),
        ("1406/08/01", Trouble.TOO_LATE, "تاریخ نمی‌تواند پس از ۲۹ آبان ۱۴۰۵ باشد"),
    ],
)
def test_a_wrong_text_is_complained_of_and_gives_no_day(text, trouble, begins):
    entry = entry_of(least=date(2026, 11, 5), most=date(2026, 11, 20))
    entry.write(text)
    assert (entry.trouble, entry.day, entry.said()) == (trouble, None, "")
    assert entry.complaint().startswith(begins)


def test_an_empty_field_is_no_trouble():
    entry = entry_of()
    entry.write(" ")
    assert (entry.trouble, entry.day, entry.complaint()) == (None, None, "")


@given(
    st.lists(st.text(alphabet="0123456789۰۹٤/-. ابa\u2068", max_size=12), max_size=6),
    st.sampled_from(Calendar),
)
def test_no_writing_raises_and_a_day_is_always_one_that_may_be_taken(texts, calendar):
    entry = entry_of(calendar=calendar, least=date(2000, 1, 1), most=date(2040, 1, 1))
    for text in texts:
        entry.write(text)
        assert entry.day is None or date(2000, 1, 1) <= entry.day <= date(2040, 1, 1)
        assert bool(entry.complaint()) is bool(entry.trouble)
        entry.tidy()


@given(st.dates(FIRST_DAY, LAST_DAY), st.sampled_from(Calendar), st.sampled_from(Language))
def test_a_day_put_into_the_field_is_read_from_its_text(day, calendar, language):
    entry = entry_of(language, calendar)
    entry.put(day)
    written = entry.text
    entry.write("")
    entry.write(written)
    assert entry.day == day
    assert entry.is_whole


@given(st.dates(FIRST_HIJRI_DAY + timedelta(1), LAST_HIJRI_DAY - timedelta(1)), st.sampled_from(Calendar))
def test_steps_go_day_by_day(day, calendar):
    entry = entry_of(calendar=calendar)
    entry.put(day)
    entry.step(days=1)
    assert entry.day == day + timedelta(days=1)
    entry.step(days=-2)
    assert entry.day == day - timedelta(days=1)


def test_a_step_from_an_empty_field_is_today():
    entry = entry_of()
    entry.step(months=1)
    assert entry.day == TODAY


def test_segments_are_year_month_and_day_and_the_outermost_stay():
    entry = entry_of()
    assert entry.segment_at(0) is None
    entry.put(TODAY)
    assert [entry.segment_at(place) for place in (0, 4, 5, 9, 10)] == [
        (0, 4),
        (0, 4),
        (5, 7),
        (8, 10),
        (8, 10),
    ]
    assert [entry.segment_beside(5, by) for by in (-1, 1)] == [(0, 4), (8, 10)]
    assert [entry.segment_beside(place, by) for place, by in ((0, -1), (8, 1))] == [(0, 4), (8, 10)]
