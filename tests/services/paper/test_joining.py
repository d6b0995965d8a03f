import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from desktop.services.paper.joining import join

_LETTERS = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیيكةئؤأإ"


@given(st.text(alphabet=_LETTERS + "\u200c\u200d\u064b\u0651\u0654 (.", max_size=25))
def test_no_character_is_lost_or_moved_by_joining(run: str):
    assert "".join(piece.text for piece in join(run)) == run


@given(st.text(alphabet=_LETTERS, min_size=1, max_size=15))
def test_every_form_is_the_letters_it_stands_for(run: str):
    for piece in join(run):
        assert unicodedata.normalize("NFKC", piece.form) == unicodedata.normalize("NFKC", piece.text)


def test_lam_and_alef_become_one_form_of_two_letters_even_round_a_mark():
    assert [(piece.form, piece.text) for piece in join("لا")] == [("ﻻ", "لا")]
    assert [(piece.form, piece.text) for piece in join("لَا")] == [("ﻻ", "لَا")]


def test_a_non_joiner_parts_letters_and_is_not_drawn():
    forms = [piece.form for piece in join("می\u200cشود")]

    assert forms[:3] == ["ﻣ", "ﯽ", ""]
    assert forms[3] == "ﺷ"


def test_marks_stay_with_their_letter():
    assert [piece.text for piece in join("مجوّز")] == ["م", "ج", "وّ", "ز"]
    assert [piece.text for piece in join("نامهٔ")] == ["ن", "ا", "م", "هٔ"]


def test_rial_is_written_out_and_no_sign():
    assert "".join(piece.text for piece in join("ریال")) == "ریال"
    assert len(join("ریال")) == 4
