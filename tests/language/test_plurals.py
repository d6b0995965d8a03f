"""Plural forms are those of Unicode's CLDR."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.language.plurals import FORMS, plural_of
from desktop.models.vocabulary import Language

CASES = [
    (Language.PERSIAN, {0: "one", 1: "one", 2: "other", 100: "other"}),
    (Language.ENGLISH, {0: "other", 1: "one", 2: "other", 101: "other"}),
    (
        Language.ARABIC,
        {0: "zero", 1: "one", 2: "two", 3: "few", 10: "few", 11: "many", 99: "many"}
        | {100: "other", 102: "other", 103: "few", 110: "few", 111: "many", 1003: "few"},
    ),
]


@pytest.mark.parametrize(("language", "forms"), CASES)
def test_the_form_follows_the_rule_of_the_language(language, forms):
    assert {count: plural_of(count, language) for count in forms} == forms


@given(st.integers(min_value=0), st.sampled_from(Language))
def test_every_count_has_a_form_of_its_language(count, language):
    assert plural_of(count, language) in FORMS[language]
