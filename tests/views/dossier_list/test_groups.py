"""Rows of a grouped list: every dossier has one row unless its group is closed, and the way back agrees."""

import hypothesis.strategies as st
from hypothesis import given

from desktop.views.dossier_list.groups import Group, Rows


def groups_of(counts):
    groups, first = [], 0
    for number, count in enumerate(counts):
        groups.append(Group(f"g{number}", f"گروه {number}", first, count, str(count)))
        first += count
    return groups


def test_without_groups_every_row_is_a_dossier():
    rows = Rows(3)
    assert [rows.place(row) for row in range(-1, 4)] == [None, 0, 1, 2, None]
    assert rows.heading(1) is None
    assert rows.headings == []


def test_a_closed_group_keeps_its_heading_and_hides_its_dossiers():
    rows = Rows(5, groups_of([2, 3]), closed={"g0"})
    assert len(rows) == 1 + 1 + 3
    assert rows.heading(0).is_open is False
    assert rows.place(2) == 2
    assert rows.row_of(1) is None
    assert rows.heading_over(4).group.code == "g1"


counts = st.lists(st.integers(0, 6), min_size=1, max_size=6)


@given(counts, st.sets(st.integers(0, 5)))
def test_place_and_row_agree_however_groups_are_closed(counts, closed):
    groups = groups_of(counts)
    shut = {f"g{number}" for number in closed}
    rows = Rows(sum(counts), groups, shut)
    seen = []
    for row in range(len(rows)):
        place = rows.place(row)
        if place is None:
            assert rows.row_of_heading(rows.heading(row).group.code) == row
        else:
            seen.append(place)
            assert rows.row_of(place) == row
    hidden = [place for place in range(sum(counts)) if rows.row_of(place) is None]
    assert sorted([*seen, *hidden]) == list(range(sum(counts)))
    assert all(f"g{number}" in shut for number in closed if number < len(counts))


@given(counts)
def test_headings_stand_where_their_groups_begin(counts):
    rows = Rows(sum(counts), groups_of(counts))
    assert [rows.heading(row).group.code for row in rows.headings] == [
        f"g{number}" for number in range(len(counts))
    ]
