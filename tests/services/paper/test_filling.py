import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.errors import RuleBroken
from desktop.services.paper.filling import centred, filled
from desktop.services.paper.slabs import Slab

_HEAD = [Slab(50)]


def _pages(slabs: list[Slab]) -> list[list[Slab]]:
    return [[slab for _, slab in page] for page in filled(slabs, [], [], 0, 100)]


@given(
    st.lists(
        st.builds(Slab, height=st.floats(1, 60), keeps_next=st.booleans(), blank=st.booleans()),
        max_size=40,
    )
)
def test_no_slab_is_lost_moved_or_run_off_the_page(slabs: list[Slab]):
    pages = filled(slabs, _HEAD, [Slab(10)], 20, 200)
    texts = [
        slab for page in pages for _, slab in page if not slab.blank and slab not in (Slab(50), Slab(10))
    ]

    assert texts == [slab for slab in slabs if not slab.blank]
    for page in pages:
        ends = [top + slab.height for top, slab in page]
        assert all(top >= end - 0.001 for (top, _), end in zip(page[1:], ends, strict=False))
        assert ends[-1] <= 200.001


def test_slabs_that_belong_together_go_over_to_the_next_page_together():
    first, bound, last = Slab(60), Slab(30, keeps_next=True), Slab(30)

    assert _pages([first, bound, last]) == [[first], [bound, last]]


def test_air_neither_begins_nor_makes_a_page():
    text, air = Slab(90), Slab(20, blank=True)

    assert _pages([text, air]) == [[text]]
    assert _pages([text, air, text]) == [[text], [text]]


def test_a_table_row_that_begins_a_page_brings_its_header_along():
    header = Slab(10, keeps_next=True)
    row = Slab(40, repeated=(header,))

    assert _pages([header, row, row, row]) == [[header, row, row], [header, row]]


def test_a_chain_longer_than_a_page_is_parted_and_kept():
    links = [Slab(40, keeps_next=True) for _ in range(4)]

    assert [len(page) for page in _pages(links)] == [2, 2]


def test_a_chain_of_rows_longer_than_a_page_has_its_header_on_each():
    header = Slab(10, keeps_next=True)
    rows = [Slab(40, keeps_next=True, repeated=(header,)) for _ in range(4)]

    assert [page[0] for page in _pages(rows)] == [rows[0], header]


def test_a_slab_higher_than_a_page_is_refused_and_not_cut():
    with pytest.raises(RuleBroken) as refused:
        _pages([Slab(101)])

    assert refused.value.code == "letter.too_long"


def test_a_centred_page_gives_up_its_air_before_it_refuses():
    text, air = Slab(45), Slab(30, blank=True)

    (page,) = centred([text, air, text], 0, 100)
    assert page[-1][0] + page[-1][1].height == pytest.approx(100)
    with pytest.raises(RuleBroken, match="too_long"):
        centred([text, air, text], 0, 80)
