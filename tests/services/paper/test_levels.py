from bidi import get_display
from hypothesis import given
from hypothesis import strategies as st

from desktop.services.paper.levels import Direction, levels_of, mirrored, visual_order

_MIXED = st.text(alphabet="ابپچگ۱۲٣ab12.,:()[]«»/-+٪", min_size=1, max_size=30)


@given(_MIXED)
def test_every_character_has_a_level_whose_parity_is_its_direction(text: str):
    levels = levels_of(text, Direction.RIGHT_TO_LEFT)

    assert len(levels) == len(text)
    assert all(level & 1 for letter, level in zip(text, levels, strict=True) if letter in "ابپچگ")
    assert not any(level & 1 for letter, level in zip(text, levels, strict=True) if letter in "ab12۱۲٣")


@given(_MIXED, st.sampled_from(Direction))
def test_the_order_of_a_line_is_the_order_of_the_unicode_algorithm(text: str, direction: Direction):
    order = visual_order(levels_of(text, direction))

    assert "".join(text[index] for index in order) == get_display(text, base_dir=direction.value)


def test_an_isolated_latin_name_does_not_carry_the_sign_after_it_away():
    text = "دامنهٔ \u2068a.example\u2069."

    levels = levels_of(text, Direction.RIGHT_TO_LEFT)

    assert levels[-1] == 1
    assert levels[text.index("a")] == 2


def test_brackets_turn_round_and_letters_do_not():
    assert [mirrored(sign) for sign in "()[]«»<>"] == list(")(][»«><")
    assert mirrored("ب") == "ب"
