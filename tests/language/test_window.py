"""The window's words: sentences by screen and code, filled by type, refused when something is missing."""

from datetime import UTC, date, datetime

import pytest

from desktop.language import texts
from desktop.language.calendars import Calendar
from desktop.language.window import Words
from desktop.models.errors import RuleBroken
from desktop.models.vocabulary import Language, Role

SCREEN = {
    "fa": """
title = "صف من"
held = "پروندهٔ {number} از {since} در دست {holder} است"
days = {one = "{count} روز مانده", other = "{count} روز مانده است"}
found = ["{name} در {place}", "{name}"]
until = "تا {day:long}، {share:percent}"
role = "نقش: {role:role}"
command.claim = "برداشتن"
""",
    "en": """
title = "My queue"
held = "{holder} has held dossier {number} since {since}"
days = {one = "{count} day left", other = "{count} days left"}
found = ["{name} in {place}", "{name}"]
until = "until {day:long}, {share:percent}"
role = "Role: {role:role}"
"command.claim" = "Take"
""",
    "ar": """
title = "طابوري"
days = {zero = "لا أيام", one = "يوم واحد", two = "يومان", few = "{count} أيام", other = "{count} يومًا"}
""",
}


@pytest.fixture(autouse=True)
def _queue(tmp_path, monkeypatch):
    for language, text in SCREEN.items():
        (tmp_path / language).mkdir()
        (tmp_path / language / "queue.toml").write_text(text, encoding="utf-8")
        for shared in ("formats", "errors"):
            said = (texts.FOLDER / language / f"{shared}.toml").read_text(encoding="utf-8")
            (tmp_path / language / f"{shared}.toml").write_text(said, encoding="utf-8")
    monkeypatch.setattr(texts, "FOLDER", tmp_path)
    texts.sentences.cache_clear()
    yield
    texts.sentences.cache_clear()


def of_queue(language, **settings):
    return Words(language, **settings).of("queue")


def test_a_sentence_is_said_in_the_language_with_its_values_by_type():
    values = {"number": "1405/00012", "holder": "arash", "since": datetime(2026, 11, 15, 6, tzinfo=UTC)}
    assert of_queue(Language.PERSIAN)("held", **values) == (
        "پروندهٔ \u2068۱۴۰۵/۰۰۰۱۲\u2069 از ۱۴۰۵/۰۸/۲۴، ۰۹:۳۰ در دست \u2068arash\u2069 است"
    )
    assert of_queue(Language.ENGLISH)("held", **values) == (
        "arash has held dossier 1405/00012 since 1405/08/24, 09:30"
    )


def test_a_persian_name_keeps_its_place_in_an_english_sentence():
    assert of_queue(Language.ENGLISH)("found", name="پوشاک تارینو") == "\u2068پوشاک تارینو\u2069"


def test_the_first_wording_whose_values_are_known_is_said():
    text = of_queue(Language.PERSIAN)
    assert text("found", name="مینا", place="دفتر") == "مینا در دفتر"
    assert text("found", name="مینا", place=None) == "مینا"


def test_the_count_chooses_the_plural():
    assert [of_queue(Language.ENGLISH)("days", count=count) for count in (0, 1, 2)] == [
        "0 days left",
        "1 day left",
        "2 days left",
    ]
    arabic = of_queue(Language.ARABIC)
    assert [arabic("days", count=count) for count in (0, 1, 2, 3, 11)] == [
        "لا أيام",
        "يوم واحد",
        "يومان",
        "٣ أيام",
        "١١ يومًا",
    ]


def test_a_sentence_may_ask_how_a_value_is_written():
    text = of_queue(Language.PERSIAN)
    assert text("until", day=date(2026, 11, 15), share=0.4) == "تا ۲۴ آبان ۱۴۰۵، ۴۰٪"
    assert text("role", role=Role.REVIEWER) == "نقش: کارشناس"


def test_a_code_with_a_dot_is_found_with_quotes_and_without():
    assert of_queue(Language.PERSIAN)("command.claim") == "برداشتن"
    assert of_queue(Language.ENGLISH)("command.claim") == "Take"


@pytest.mark.parametrize(
    ("screen", "code", "named"),
    [("queue", "moon", "'moon' of 'queue'"), ("moon", "title", "'moon'"), ("queue", "held", "queue: held")],
)
def test_what_cannot_be_said_is_refused_with_screen_and_code(screen, code, named):
    with pytest.raises(LookupError) as refused:
        Words(Language.PERSIAN).of(screen)(code, number="1405/00012")
    assert named in str(refused.value)


def test_a_screen_says_which_codes_it_knows():
    text = of_queue(Language.PERSIAN)
    assert text.knows("title")
    assert not text.knows("moon")


def test_an_error_names_buttons_first_and_else_says_what_the_command_line_says():
    words = Words(Language.ENGLISH)
    error = RuleBroken("claim.not_yours", number="1405/00012")
    assert words.error(error) == "Dossier 1405/00012 is not in your hands. Take it first."
    assert words.error(RuleBroken("certificate.unknown", number="1405/00012")).startswith("There is no")


def test_an_error_without_a_sentence_is_shown_with_its_values():
    assert Words(Language.ENGLISH).error(RuleBroken("moon.full", day=14)) == "moon.full (day: 14)"


def test_codes_of_a_scheme_are_said_in_its_words():
    label = {"fa": "اعلام نقص", "ar": "إشعار بالنواقص", "en": "Deficiency announced"}
    words = Words(Language.PERSIAN, Calendar.HIJRI, True).with_scheme({"status": {"deficient": label}})
    assert words.word("status", "deficient") == words.label(label) == "اعلام نقص"
    assert (words.formats.calendar, words.formats.latin_ids) == (Calendar.HIJRI, True)


def test_a_word_alone_begins_with_a_capital_where_there_are_any():
    assert Words(Language.ENGLISH).word("role", Role.REVIEWER) == "reviewer"
    assert Words(Language.ENGLISH).title("role", Role.REVIEWER) == "Reviewer"
    assert Words(Language.PERSIAN).title("role", Role.REVIEWER) == "کارشناس"
