"""Values as the three languages write them."""

from datetime import UTC, date, datetime

import pytest

from desktop.language.formats import Formats
from desktop.models.vocabulary import Language

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
