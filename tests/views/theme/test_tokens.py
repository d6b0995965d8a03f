"""Whatever stands on something can be told apart from it, in every theme, by the numbers of WCAG."""

import re
from itertools import product

import pytest

from desktop.views.theme.tokens import CONTRAST, DARK, FAMILIES, LIGHT, THEMES, contrast

SURFACES = ("window", "rail", "surface", "surface2", "tint")
SOLIDS = (
    "accentSolid",
    "accentSolidHover",
    "greenSolid",
    "redSolid",
    "amberSolid",
    "turqSolid",
    "violetSolid",
)
WORDS = [
    *product(("text", "text2", "text3", "accent"), SURFACES),
    *product(("text", "text2", "accent"), ("tintStrong",)),
    *((f"{family}Fg", surface) for family in FAMILIES for surface in (*SURFACES, f"{family}Bg")),
    *(("text", f"{family}Bg") for family in FAMILIES),
    *(("onAccent", solid) for solid in SOLIDS),
    ("onTooltip", "tooltip"),
]
OUTLINES = list(product(("borderStrong", "focus"), SURFACES))


@pytest.fixture(params=THEMES.values(), ids=THEMES)
def tokens(request):
    return request.param


@pytest.mark.parametrize(("ink", "ground"), WORDS)
def test_words_are_readable_on_what_they_stand_on(tokens, ink, ground):
    assert contrast(tokens[ink], tokens[ground]) >= 4.5


@pytest.mark.parametrize(("line", "ground"), OUTLINES)
def test_outlines_of_controls_and_the_focus_ring_are_visible(tokens, line, ground):
    assert contrast(tokens[line], tokens[ground]) >= 3


def test_a_tool_tip_is_the_plainest_of_all(tokens):
    assert contrast(tokens["onTooltip"], tokens["tooltip"]) >= 14


def test_a_change_bar_is_visible_beside_every_text(tokens):
    assert all(contrast(tokens["turqSolid"], tokens[ground]) >= 3 for ground in ("surface", "surface2"))


def test_with_high_contrast_even_decorative_lines_are_visible():
    assert all(contrast(CONTRAST["border"], CONTRAST[ground]) >= 3 for ground in SURFACES)
    assert CONTRAST.chip_outline == 1


def test_every_theme_has_every_colour(tokens):
    assert tokens.colours.keys() == LIGHT.colours.keys()
    assert [value for value in tokens.colours.values() if not re.fullmatch("#[0-9A-F]{6}", value)] == []


def test_nobody_can_repaint_a_theme(tokens):
    with pytest.raises(TypeError):
        tokens.colours["text"] = "#000000"


@pytest.mark.parametrize(("one", "other", "ratio"), [("#FFFFFF", "#000000", 21), ("#777777", "#777777", 1)])
def test_contrast_runs_from_one_to_twenty_one(one, other, ratio):
    assert contrast(one, other) == contrast(other, one) == pytest.approx(ratio)


def test_turquoise_is_told_from_the_colours_of_status():
    for tokens in (LIGHT, DARK):
        others = {tokens[f"{family}Fg"] for family in FAMILIES if family != "turq"}
        assert tokens["turqFg"] not in others
