"""Which document, which version, beside which other: kept without a widget."""

import pytest

from desktop.views.documents.presenter import Presenter
from desktop.views.documents.view import View
from tests.builders.viewed_documents import a_document, a_version


def versions(*numbers):
    return tuple(a_version(f"v{number}", number) for number in numbers)


@pytest.fixture
def presenter():
    one = Presenter({})
    one.take([a_document("lease", *versions(1, 2, 3)), a_document("card"), a_document("tax")])
    return one


def test_the_first_document_is_shown_in_its_newest_version(presenter):
    assert presenter.document.id == "lease"
    assert presenter.version.number == 3


def test_a_document_and_a_version_are_chosen(presenter):
    assert presenter.choose("lease", 2)
    assert presenter.version.number == 2
    assert not presenter.choose("nothing")
    assert presenter.version.number == 2


@pytest.mark.parametrize(("shown", "known", "other"), [(3, None, 2), (1, None, 2), (3, 1, 1), (1, 1, 2)])
def test_a_version_is_compared_with_what_the_reader_knows(shown, known, other):
    presenter = Presenter({})
    presenter.take([a_document("lease", *versions(1, 2, 3), compare_with=known)])
    presenter.choose("lease", shown)
    assert presenter.other.number == other


def test_a_single_version_is_compared_with_nothing(presenter):
    presenter.choose("card")
    presenter.compare(on=True)
    assert presenter.other is None
    assert not presenter.is_comparing


def test_comparing_ends_at_a_document_with_one_version(presenter):
    presenter.compare(on=True)
    assert presenter.is_comparing
    presenter.choose("card")
    assert not presenter.is_comparing


def test_the_neighbours_in_the_list_end_at_its_ends(presenter):
    assert (presenter.beside(-1), presenter.beside(1)) == (None, "card")
    presenter.choose("tax")
    assert (presenter.beside(-1), presenter.beside(1)) == ("card", None)


def test_what_is_shown_stays_when_the_list_is_read_again(presenter):
    presenter.choose("lease", 2)
    presenter.take([a_document("card"), a_document("lease", *versions(1, 2, 3, 4))])
    assert (presenter.document.id, presenter.version.number) == ("lease", 2)


def test_a_document_that_is_gone_makes_room_for_the_first(presenter):
    presenter.take([a_document("card")])
    assert presenter.document.id == "card"
    presenter.take([])
    assert (presenter.document, presenter.version, presenter.other) == (None, None, None)


def test_a_file_is_found_in_whatever_document_has_it(presenter):
    assert presenter.holding("v2") == ("lease", 2)
    assert presenter.holding("nowhere") is None


def test_each_document_remembers_its_own_view():
    memory = {}
    presenter = Presenter(memory)
    presenter.take([a_document("lease"), a_document("card")])
    seen = View(4, 1.5, 90, 0.1, 0.2)
    presenter.remember(seen)
    presenter.choose("card")
    assert presenter.remembered() == View()
    again = Presenter(memory)
    again.take([a_document("lease")])
    assert again.remembered() == seen
