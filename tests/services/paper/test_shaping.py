import unicodedata

import pytest

from desktop.models.errors import RuleBroken
from desktop.services.paper.faces import Typeface, face
from desktop.services.paper.shaping import shape

_TEXT = face(Typeface.TEXT)


def test_glyphs_of_a_right_to_left_run_stand_in_the_order_of_the_eye():
    run = shape(_TEXT, "سلام", 1)

    assert "".join(glyph.text for glyph in run.glyphs) == "مالس"


def test_a_bracket_in_right_to_left_text_is_drawn_turned_and_told_as_written():
    run = shape(_TEXT, "(ب)", 1)

    assert [glyph.text for glyph in run.glyphs] == [")", "ب", "("]
    assert run.glyphs[0].number == _TEXT.glyph("(")
    assert run.glyphs[-1].number == _TEXT.glyph(")")


@pytest.mark.parametrize("hidden", ["\u200c", "\u200d"])
def test_joiners_have_no_ink_and_no_width(hidden: str):
    run = shape(_TEXT, f"ب{hidden}ت", 1)
    joiner = next(glyph for glyph in run.glyphs if glyph.text == hidden)

    assert joiner.number is None
    assert joiner.advance == 0


def test_direction_controls_leave_nothing_behind():
    assert [glyph.text for glyph in shape(_TEXT, "\u2068ب\u2069", 1).glyphs] == ["ب"]


@pytest.mark.parametrize(("word", "letter"), [("مجوّز", "و"), ("نامهٔ", "ه"), ("محمّد", "م"), ("مادّه", "د")])
@pytest.mark.parametrize("typeface", Typeface)
def test_a_mark_is_drawn_over_its_own_letter(typeface: Typeface, word: str, letter: str):
    run = shape(face(typeface), word, 1)
    mark = run.marks[0]
    middle = mark.x + _middle(face(typeface).outline(mark.number))
    left, right = _place_of_marked(run, letter)

    assert left <= middle <= right


def test_two_marks_on_one_letter_are_both_drawn_the_second_above_the_first():
    lower, upper = sorted(shape(_TEXT, "مُحَمَّد", 1).marks, key=lambda mark: mark.y)[-2:]

    assert len(shape(_TEXT, "مُحَمَّد", 1).marks) == 4
    assert upper.y > lower.y


@pytest.mark.parametrize("typeface", Typeface)
@pytest.mark.parametrize("letter", "تثخذزشضظغفقن")
def test_a_mark_stands_clear_above_the_dots_of_its_letter(typeface: Typeface, letter: str):
    run = shape(face(typeface), f"{letter}َ", 1)
    drawn = next(glyph.number for glyph in run.glyphs if glyph.number is not None)
    (mark,) = run.marks

    highest = max(_heights(face(typeface).outline(drawn)))
    assert mark.y + min(_heights(face(typeface).outline(mark.number))) > highest


def _heights(outline):
    return [points[index] for _, points in outline for index in range(1, len(points), 2)]


@pytest.mark.parametrize("typeface", Typeface)
@pytest.mark.parametrize("mark", "ًٌٍَُِّْٰٔ")
def test_every_mark_on_every_letter_has_ink(typeface: Typeface, mark: str):
    for letter in "ابپتجچحدرزسشصضطعغفقکگلمنوهیيكة":
        written = unicodedata.normalize("NFC", f"ب{letter}{mark}ب")
        run = shape(face(typeface), written, 1)

        # Letters such as أ are one character with their mark, as in every paper.
        assert mark not in written or any(face(typeface).outline(ink.number) for ink in run.marks), letter


def test_a_mark_on_lam_before_alef_stands_over_the_lam():
    run = shape(_TEXT, "لَا", 1)
    (mark,) = run.marks

    # The lam is the right half of the joined form.
    assert mark.x + _middle(_TEXT.outline(mark.number)) > run.width * 0.5


def _place_of_marked(run, letter):
    """Where the letter that is followed by the mark stands: in the eye's order the mark comes before it."""
    pen, seen_mark = 0.0, False
    for glyph in run.glyphs:
        if glyph.number is None:
            seen_mark = True
        elif seen_mark and glyph.text == letter:
            return pen, pen + glyph.advance
        pen += glyph.advance
    raise AssertionError(letter)


def _middle(outline):
    rights = [points[index] for _, points in outline for index in range(0, len(points), 2)]
    return (min(rights) + max(rights)) / 2


def test_a_character_that_no_font_has_is_refused_by_name():
    with pytest.raises(RuleBroken) as refused:
        shape(_TEXT, "漢", 0)

    assert refused.value.code == "letter.glyph_missing"
    assert refused.value.values["character"] == "漢"


@pytest.mark.parametrize("typeface", Typeface)
def test_every_letter_digit_and_sign_of_the_three_languages_has_a_glyph(typeface: Typeface):
    letters = "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیءأؤإئةىيكۀ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩"
    signs = "،؛؟٪٫٬«»‹›()[]{}<>/\\|.,:;!?-–—…•·@#$%&*+=_~^'\"“”‘’©®™€§°×÷"
    latin = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"

    for letter in letters:
        shape(face(typeface), f"{letter}{letter}{letter}", 1)
    for sign in signs + latin:
        shape(face(typeface), sign, 0)
