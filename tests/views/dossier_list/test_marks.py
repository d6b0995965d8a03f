"""Marks on a list: the same few rules whether they are written as those marked or those left out."""

import hypothesis.strategies as st
from hypothesis import given

from desktop.views.dossier_list.marks import Marks

IDS = list(range(10, 30))
acts = st.lists(
    st.one_of(
        st.tuples(st.just("toggle"), st.sampled_from(IDS)),
        st.tuples(st.just("mark"), st.lists(st.sampled_from(IDS), max_size=5)),
        st.tuples(st.just("mark_all"), st.none()),
        st.tuples(st.just("clear"), st.none()),
    ),
    max_size=12,
)


@given(acts)
def test_marks_behave_as_a_plain_set_would(acts):
    marks, plain = Marks(), set()
    for name, given_ids in acts:
        if name == "toggle":
            marks.toggle(given_ids)
            plain ^= {given_ids}
        elif name == "mark":
            marks.mark(given_ids)
            plain |= set(given_ids)
        elif name == "mark_all":
            marks.mark_all()
            plain = set(IDS)
        else:
            marks.clear()
            plain = set()
    assert list(marks.among(IDS)) == sorted(plain)
    assert marks.count(len(IDS)) == len(plain)
    assert [one in marks for one in IDS] == [one in plain for one in IDS]


def test_nothing_marked_is_false():
    marks = Marks()
    assert not marks
    marks.toggle(3)
    assert marks
