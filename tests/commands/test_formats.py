"""Values as the three languages write them, and columns that stay straight."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.commands.answers import facts, plain, table
from desktop.commands.formats import Formats, width
from desktop.models.vocabulary import Language, Verdict
from desktop.services.intake.outcomes import Receipt

PERSIAN, ARABIC, ENGLISH = (Formats(one) for one in (Language.PERSIAN, Language.ARABIC, Language.ENGLISH))


@pytest.mark.requirement("X-12")
def test_a_day_is_jalali_and_a_moment_is_tehrans():
    moment = datetime(2026, 6, 14, 21, 0, tzinfo=UTC)
    assert PERSIAN.shown(moment) == "۱۴۰۵/۰۳/۲۵ ساعت ۰۰:۳۰"
    assert ARABIC.shown(date(2026, 6, 14)) == "١٤٠٥/٠٣/٢٤"
    assert ENGLISH.shown(date(2026, 6, 14)) == "1405/03/24"


def test_thousands_stand_apart_in_amounts_and_not_in_other_numbers():
    assert [one.amount(1750000) for one in (PERSIAN, ARABIC, ENGLISH)] == [
        "۱٬۷۵۰٬۰۰۰",
        "١٬٧٥٠٬٠٠٠",
        "1,750,000",
    ]
    assert PERSIAN.shown(1750000) == "۱۷۵۰۰۰۰"


def test_a_text_of_digits_takes_the_digits_of_the_language_and_names_keep_theirs():
    assert PERSIAN.text("1405/00012") == "۱۴۰۵/۰۰۰۱۲"
    assert PERSIAN.text("shop24.example") == "shop24.example"


def test_nothing_is_a_dash_and_a_list_is_one_line():
    assert PERSIAN.shown(None) == "—"
    assert PERSIAN.shown([1, "mina"]) == "۱، mina"
    assert ENGLISH.shown([]) == "—"


def test_latin_words_in_persian_lines_are_isolated_only_where_a_terminal_orders_the_line():
    on_terminal = Formats(Language.PERSIAN, isolating=True)
    assert on_terminal.text("دامنهٔ golchin.example تأیید شد") == "دامنهٔ \u2068golchin.example\u2069 تأیید شد"
    assert PERSIAN.text("دامنهٔ golchin.example تأیید شد") == "دامنهٔ golchin.example تأیید شد"
    assert Formats(Language.ENGLISH, isolating=True).text("golchin.example") == "golchin.example"


def test_joiners_marks_and_isolates_take_no_column():
    assert width("گل‌فروشی") == width("گلفروشی") == 7
    assert width("مُراجِع") == 5
    assert width("\u2068abc\u2069") == 3


@given(st.lists(st.tuples(*[st.text("abگل\u200c\u064e ", max_size=8)] * 2), min_size=1, max_size=5))
def test_every_row_of_a_table_begins_its_second_column_in_the_same_place(rows):
    marked = [(" ".join(first.split()), "|" + " ".join(second.split())) for first, second in rows]
    lines = table(["first", "|second"], marked)
    assert len({width(line.split("|")[0]) for line in lines}) == 1


def test_a_table_without_rows_is_silent_and_a_cell_is_one_line():
    assert table(["a", "b"], []) == []
    assert facts([("note", "two\nlines")]) == ["note  two lines"]


def test_plain_values_are_what_json_knows():
    receipt = Receipt("p", "0" * 64, "open", "enamad", "1397", "1405/00001", 1, 2, "then", "now")
    given = {"v": Verdict.ACCEPTED, "d": date(2026, 6, 14), "s": frozenset({"b", "a"}), "r": [receipt]}
    told = plain(given)
    assert (told["v"], told["d"], told["s"]) == ("accepted", "2026-06-14", ["a", "b"])
    assert told["r"][0]["dossier"] == "1405/00001"
