"""What may be decided together: only ready rows, at most fifty; exceptions one by one."""

from dataclasses import replace

import pytest

from desktop.services.stack_rows import StackStanding
from desktop.views.approval.choosing import MOST, Marked, batch_of
from desktop.views.approval.lines import StackLine

READY, SINGLY, CLOSED = StackStanding.READY, StackStanding.SINGLY, StackStanding.CLOSED
LINE = StackLine(
    id=1,
    version=1,
    number="1405/00001",
    shown_number="",
    name="",
    below="",
    scheme="",
    scheme_icon="shield",
    chain=(),
    evidence=(),
    due=None,
    status="manager_review",
    standing=READY,
    why="",
    action="approve",
    verb="",
    asks_note="optional",
    ends=False,
    sought="",
    spoken="",
)


def lines(*standings):
    return [replace(LINE, id=number, standing=one) for number, one in enumerate(standings, 1)]


@pytest.mark.parametrize(
    ("standings", "included", "excluded"),
    [
        ([], [], []),
        ([READY], [1], []),
        ([SINGLY], [1], []),
        ([CLOSED], [], [1]),
        ([READY, READY], [1, 2], []),
        ([READY, SINGLY, READY], [1, 3], [2]),
        ([SINGLY, SINGLY], [], [1, 2]),
    ],
)
def test_ready_rows_go_together_and_an_exception_goes_alone(standings, included, excluded):
    batch = batch_of(lines(*standings))
    assert [line.id for line in batch.included] == included
    assert [line.id for line in batch.excluded] == excluded


def test_no_more_than_fifty_are_marked_together():
    marked = Marked()
    marked.put(range(MOST + 20))
    assert len(marked) == MOST


def test_marks_of_rows_that_are_gone_are_forgotten():
    marked = Marked()
    for one in (3, 1, 2):
        marked.toggle(one)
    marked.toggle(1)
    marked.keep([2, 3, 4])
    assert list(marked) == [3, 2]
