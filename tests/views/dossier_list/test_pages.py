"""Pages of a list: read when wanted, once, and only so many are kept."""

from array import array

from desktop.views.dossier_list.pages import MOST, SIZE, Pages
from tests.builders.list_lines import a_line


def pages_of(size):
    asked = []
    pages = Pages(array("q", range(1, size + 1)), lambda number, ids: asked.append((number, list(ids))))
    return pages, asked


def come(pages, number):
    return pages.came(number, [a_line(dossier_id) for dossier_id in pages.ids_on(number)])


def test_a_page_is_asked_for_once_however_often_it_is_wanted():
    pages, asked = pages_of(3 * SIZE)
    pages.want([SIZE, SIZE + 1])
    pages.want([SIZE + 5])
    assert [number for number, _ in asked] == [1]
    assert asked[0][1] == list(range(SIZE + 1, 2 * SIZE + 1))


def test_lines_are_there_once_their_page_has_come():
    pages, _ = pages_of(SIZE + 3)
    pages.want([SIZE])
    assert pages.line(SIZE) is None
    assert come(pages, 1) == range(SIZE, SIZE + 3)
    assert pages.line(SIZE + 2).id == SIZE + 3
    assert not pages.is_here(0)


def test_a_dossier_that_is_gone_has_no_line_and_is_not_asked_for_again():
    pages, asked = pages_of(4)
    pages.want([0])
    pages.came(0, [a_line(1), a_line(3)])
    assert pages.line(1) is None
    assert pages.is_here(1)
    pages.want([1])
    assert len(asked) == 1


def test_a_page_that_failed_is_asked_for_when_it_is_next_in_sight():
    pages, asked = pages_of(4)
    pages.want([0])
    pages.failed(0)
    pages.want([0])
    assert len(asked) == 2


def test_the_page_looked_at_longest_ago_goes_first():
    pages, _ = pages_of((MOST + 2) * SIZE)
    for number in range(MOST):
        pages.want([number * SIZE])
        come(pages, number)
    pages.want([0])
    pages.want([MOST * SIZE])
    come(pages, MOST)
    assert pages.is_here(0)
    assert not pages.is_here(SIZE)
    assert len(pages.numbers) == MOST


def test_changed_dossiers_name_the_pages_that_hold_them():
    pages, asked = pages_of(3 * SIZE)
    for number in (0, 2):
        pages.want([number * SIZE])
        come(pages, number)
    assert pages.holding([2 * SIZE + 1]) == [2]
    assert pages.holding([SIZE + 1]) == []
    assert sorted(pages.holding([0])) == [0, 2]
    pages.read_again([2])
    assert [number for number, _ in asked] == [0, 2, 2]
    assert pages.line(2 * SIZE).id == 2 * SIZE + 1
