"""How a page is looked at: magnified in steps, turned, remembered as plain values."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as some

from desktop.views.documents.view import LARGEST, SMALLEST, STEPS, View, bounded, magnified, turned

zooms = some.one_of(some.sampled_from(["width", "page"]), some.floats(SMALLEST, LARGEST))
positions = some.floats(0, 1)
rotations = some.sampled_from([0, 90, 180, 270])
views = some.builds(View, some.integers(1, 2_000), zooms, rotations, positions, positions)


@given(views)
def test_a_view_is_remembered_as_plain_values(view):
    assert View.of(json.loads(json.dumps(view.remembered()))) == view


@pytest.mark.parametrize(
    "remembered",
    [
        {},
        {"page": "4", "zoom": "tall", "rotation": 45},
        {"page": -1, "across": None, "down": "0"},
        {"zoom": []},
    ],
)
def test_what_cannot_be_a_view_is_a_first_look(remembered):
    assert View.of(remembered) == View()


@given(some.floats(SMALLEST, LARGEST))
def test_every_step_makes_a_difference_until_the_ends(factor):
    assert magnified(factor, 1) > factor or factor > LARGEST / 1.03
    assert magnified(factor, -1) < factor or factor < SMALLEST * 1.03


def test_steps_lead_to_the_full_size_and_away_from_it():
    assert magnified(0.94, 1) == 1
    assert magnified(1, 1) == 1.15
    assert magnified(1, -1) == 0.9
    assert magnified(1, 100) == STEPS[-1]
    assert magnified(1, -100) == STEPS[0]


def test_a_magnification_keeps_within_what_is_offered():
    assert (bounded(100), bounded(0.001)) == (LARGEST, SMALLEST)


def test_four_turns_are_none():
    assert [turned(0, 90), turned(270, 90), turned(0, -90)] == [90, 0, 270]
