"""Words of a search are found in a text however either was spelled, and marked where they stand."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from desktop.services import wording
from desktop.views.dossier_list.highlight import spans


@pytest.mark.parametrize(
    ("text", "words", "found"),
    [
        ("پوشاک تارینو", ("تارينو",), ["تارینو"]),
        ("گل‌سرای نسترن‌راه", ("گلسرای",), ["گل‌سرای"]),
        (
            "\u2068۱۴۰۵/۰۴۲۱۷\u2069  ·  \u2068tarino.example\u2069",
            ("1405/04217", "TARINO"),
            ["۱۴۰۵/۰۴۲۱۷", "tarino"],
        ),
        ("کتاب کتاب", ("كتاب",), ["کتاب", "کتاب"]),
        ("abcd", ("abc", "bcd"), ["abcd"]),
        ("پوشاک", ("چرم",), []),
        ("پوشاک", ("",), []),
    ],
)
def test_what_was_searched_for_is_found_as_it_is_written(text, words, found):
    assert [text[start:end] for start, end in spans(text, words)] == found


letters = st.text(alphabet="اآبپتيیكک\u200c۱1٣abA ", max_size=12)


@given(letters, letters)
def test_every_marked_place_folds_to_something_searched_for(text, word):
    for start, end in spans(text, (word,)):
        assert 0 <= start < end <= len(text)
        assert wording.fold(word) in wording.fold(text[start:end])
