"""Folding, sorting and digits of the three scripts."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from desktop.models.text import (
    fold,
    isolate,
    localized_digits,
    normalize_persian,
    sort_key,
    western_digits,
)

PERSIAN_LETTERS = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"
PERSIAN_WORDS = st.text(PERSIAN_LETTERS, min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("كتابي", "کتابی"),
        ("مصطفى", "مصطفی"),
        ("مؤسسۀ آئینه", "موسسه ایینه"),
        ("مؤسسهٔ", "موسسه"),
        ("شركة أحمد إبراهيم", "شرکه احمد ابراهیم"),
        ("دیجی‌کالا", "دیجیکالا"),
        ("مـــهـر", "مهر"),
        ("مُحَمَّد", "محمد"),
        ("ﻻﻟﻪ", "لاله"),
        ("انشاء", "انشا"),
        ("۱۲۳ ٤٥٦ 789", "123 456 789"),
        ("\u2068Shop\u2069.EXAMPLE", "shop.example"),
        ("  دو \u00a0 کلمه\n", "دو کلمه"),
        ("Café", "cafe"),
    ],
)
def test_what_is_typed_differently_is_found_as_the_same(typed: str, stored: str):
    assert fold(typed) == fold(stored) == stored


@given(st.text())
@example("İ")
@example("ΐ ŉ ẞ ﷺ")
def test_folding_twice_changes_nothing_more(text: str):
    assert fold(fold(text)) == fold(text)


def test_every_letter_and_sign_outside_the_ideographs_folds_to_something_that_stays():
    for code in [*range(0x3400), *range(0xF900, 0x10000)]:
        folded = fold(chr(code))
        assert fold(folded) == folded, hex(code)


@given(st.text(), st.text())
def test_folding_a_part_gives_a_part_so_that_infix_search_works(before: str, part: str):
    assert fold(part) in fold(before + " " + part)


@given(st.text())
def test_nothing_hidden_survives_folding(text: str):
    assert not {unicodedata.category(sign) for sign in fold(text)} & {"Mn", "Me", "Mc", "Cf", "Cc"}


def test_different_letters_stay_different():
    assert len({fold(letter) for letter in PERSIAN_LETTERS}) == len(PERSIAN_LETTERS) - 1
    assert fold("آ") == fold("ا")


def test_persian_names_sort_in_persian_order():
    in_order = ["آب", "ابر", "باران", "پارس", "تاک", "جام", "چمن", "حافظ", "زرین", "ژاله", "سپهر"]
    in_order += ["قلم", "کاوه", "گلستان", "لاله", "مهر", "نوروز", "وحدت", "هما", "یاس"]
    assert sorted(set(in_order), key=sort_key) == in_order


def test_blanks_signs_digits_persian_and_latin_come_in_this_order():
    in_order = ["گل افشان", "گل-افشان", "گل۵", "گلاب", "گلshop"]
    assert sorted(set(in_order), key=sort_key) == in_order


@given(PERSIAN_WORDS, PERSIAN_WORDS)
def test_sorting_by_the_key_is_sorting_by_the_alphabet(one: str, other: str):
    by_alphabet = [PERSIAN_LETTERS.index(letter) for letter in one] < [
        PERSIAN_LETTERS.index(letter) for letter in other
    ]
    assert (sort_key(one) < sort_key(other)) == by_alphabet


@given(st.text())
def test_a_sort_key_has_only_signs_every_collation_agrees_on(text: str):
    assert set(sort_key(text)) <= set("0123456789abcdefghijklmnopqrstuvwxyz")


@given(st.text())
def test_names_found_as_the_same_sort_together(text: str):
    assert sort_key(text.replace("آ", "ا")) == sort_key(fold(text))


@pytest.mark.parametrize("language", ["fa", "ar", "en"])
def test_digits_change_their_script_and_come_back(language: str):
    written = "شمارهٔ 1405/04217، بند ۷ و ٣"
    localized = localized_digits(written, language)
    assert western_digits(localized) == "شمارهٔ 1405/04217، بند 7 و 3"
    assert sum(sign.isdigit() for sign in localized) == sum(sign.isdigit() for sign in written)


def test_digits_are_those_of_the_language():
    assert localized_digits("1405", "fa") == "۱۴۰۵"
    assert localized_digits("۱۴۰۵", "ar") == "١٤٠٥"
    assert localized_digits("١٤٠٥", "en") == "1405"


def test_a_stored_name_has_persian_letters_and_keeps_its_joiner_and_hamza():
    assert normalize_persian(" علي\u200f  كريمي‌نژاد ") == "علی کریمی‌نژاد"
    assert normalize_persian("مؤسسهٔ آئینه") == "مؤسسهٔ آئینه"
    assert normalize_persian("\u202eمهر\u202c") == "مهر"


@given(st.text())
def test_storing_a_name_twice_changes_nothing_and_is_found_as_before(text: str):
    stored = normalize_persian(text)
    assert normalize_persian(stored) == stored
    assert fold(stored) == fold(text)


def test_an_isolated_number_is_closed_on_both_sides():
    assert isolate("1405/04217") == "\u20681405/04217\u2069"
