"""The columns of the stack share whatever width there is, and the least needed go first."""

import pytest

from desktop.views.approval.row_painting import BOXES, CHAIN, DUE, EVIDENCE, NAME, SCHEMES, columns_of
from desktop.views.theme.look import put_on

ALL = {BOXES, NAME, SCHEMES, CHAIN, EVIDENCE, DUE}


@pytest.mark.parametrize(
    ("width", "left_out"),
    [(1500, set()), (965, set()), (736, {EVIDENCE}), (348, {EVIDENCE, CHAIN}), (180, {EVIDENCE, CHAIN, DUE})],
)
def test_what_has_no_room_is_left_out(worn, width, left_out):
    assert set(columns_of(width)) == ALL - left_out


@pytest.mark.parametrize("scale", [0.8, 1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [300, 700, 1124, 1368])
def test_columns_follow_one_another_and_fill_the_row(qapp, scale, width):
    put_on(qapp, "light", scale, "fa", still=True)
    end = 0
    for start, wide in columns_of(width).values():
        assert (start, wide > 0) == (end, True)
        end = start + wide
    assert end == width
