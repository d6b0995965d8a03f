import re

import hypothesis
import hypothesis.strategies as st
import pytest
from sqlalchemy import update

from desktop.models.dossier import Dossier
from desktop.services import search as searching
from desktop.services import search_index
from desktop.services.queues import QueueQuery
from desktop.services.search import search, search_text
from desktop.services.unit_of_work import reading
from tests.builders.dossier_rows import a_row, office_with

ROWS = (
    a_row(4217, applicant_name="علی رضا کریمی", title="فروشگاه دیجی‌کالا", subject="golchin.example"),
    a_row(
        217, applicant_name="علیرضا كريمي", title="دیجی کالا", subject="rahavard-42.example", status="active"
    ),
    a_row(42, applicant_name="سارا مؤمنی", title="خانهٔ آئینه", subject="ayneh.example", status="deficient"),
    a_row(
        9, applicant_name="شرکت نوآوران ۲۴", title="عطاری", subject="attari.example", status="manager_review"
    ),
    a_row(8, number="1404/04217", applicant_name="نوید کاویانی", title='"نقل" قول', subject="nt.example"),
)
NUMBER = re.compile(r"\d{4}[/-]\d+")
NUMBERS = [row.number for row in ROWS]


@pytest.fixture(scope="module")
def filled(prepared_office, tmp_path_factory):
    with office_with(prepared_office, tmp_path_factory.mktemp("searched"), ROWS) as (database, people):
        yield database, people["sara"]


@pytest.fixture
def everywhere(filled):
    database, sara = filled
    with reading(database) as session:
        yield session, sara


@pytest.fixture
def found(everywhere):
    def numbers(words, **more):
        return [row.number for row in search(*everywhere, words, **more).rows]

    return numbers


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("1405/04217", ["1405/04217"]),
        ("1405-4217", ["1405/04217"]),
        ("1405/4217", ["1405/04217"]),
        ("۱۴۰۵/۰۴۲۱۷", ["1405/04217"]),
        ("١٤٠٥-٤٢١٧", ["1405/04217"]),
        ("4217", ["1405/04217", "1404/04217"]),
        ("1405/042", ["1405/00042", "1405/04217"]),
        ("علیرضا", ["1405/04217", "1405/00217"]),
        ("علي رضا", ["1405/04217", "1405/00217"]),
        ("كریمی", ["1405/04217", "1405/00217"]),
        ("دیجیکالا", ["1405/04217", "1405/00217"]),
        ("دیجی‌کالا", ["1405/04217", "1405/00217"]),
        ("کالا دیجی", ["1405/04217", "1405/00217"]),
        ("دیجی کالا golchin", ["1405/04217"]),
        ("GOLCHIN.example", ["1405/04217"]),
        ("rahavard-42", ["1405/00217"]),
        ("مومنی", ["1405/00042"]),
        ("مؤمنی", ["1405/00042"]),
        ("خانه آیینه", ["1405/00042"]),
        ("نوآوران ٢٤", ["1405/00009"]),
        ("نواوران 24", ["1405/00009"]),
        ('"نقل"', ["1404/04217"]),
        ("رس", []),
        ("هیچ‌کجا", []),
        ("کریمی هیچ‌کجا", []),
        ("  ", []),
    ],
)
def test_a_dossier_is_found_however_it_is_typed(found, words, numbers):
    assert found(words) == numbers


@pytest.mark.parametrize("row", ROWS, ids=NUMBERS)
def test_a_dossier_is_found_by_its_owners_identity_number_and_by_a_part_of_it(found, row):
    assert found(row.identity_number) == [row.number]
    assert row.number in found(row.identity_number[3:8])


@pytest.mark.requirement("ENM-107")
def test_the_portal_user_name_is_part_of_what_is_searched():
    text = search_text("1405/04217", "سارا کریمی", "golchin.example", None, "0012345679", "sara.karimi")
    assert "sara.karimi" in text.split()


def test_what_is_due_comes_first_then_the_newest(found):
    assert found("example") == ["1405/00009", "1405/04217", "1404/04217", "1405/00042", "1405/00217"]


def test_of_more_than_the_limit_the_first_are_shown_and_more_is_said(everywhere):
    page = search(*everywhere, "example", limit=2)
    assert [row.number for row in page.rows] == ["1405/00009", "1405/04217"]
    assert page.more
    assert not search(*everywhere, "example", limit=5).more


def test_inside_a_queue_only_its_dossiers_are_found(found):
    assert found("example", query=QueueQuery("manager")) == ["1405/00009"]
    assert found("کریمی", query=QueueQuery(statuses=("active",))) == ["1405/00217"]
    assert found("۱۴", query=QueueQuery("manager")) == ["1405/00009"]


def test_changed_words_are_found_and_the_old_ones_no_longer(everywhere, found):
    session, _ = everywhere
    changed = search_text("1405/00009", "شرکت نوآوران ۲۴", "zaferan.example", "عطاری", "0")
    session.execute(update(Dossier).where(Dossier.number == "1405/00009").values(search=changed))
    assert found("zaferan") == ["1405/00009"]
    assert found("attari") == []


TEXTS = {
    row.number: search_text(row.number, row.applicant_name, row.subject, row.title, row.identity_number)
    for row in ROWS
}


@st.composite
def pieces(draw):
    """Some letters of what is stored, or letters that may stand nowhere."""
    text = draw(st.sampled_from(list(TEXTS.values())))
    start = draw(st.integers(0, len(text) - 1))
    return text[start : start + draw(st.integers(1, 8))]


@hypothesis.settings(suppress_health_check=[hypothesis.HealthCheck.function_scoped_fixture])
@hypothesis.given(typed=st.lists(pieces() | st.sampled_from(["ژ", "qx", "کجا"]), min_size=1, max_size=3))
def test_every_plan_finds_the_same_and_all_that_holds_every_word(everywhere, typed):
    session, actor = everywhere
    words = " ".join(typed).split()
    wanted = {number for number, text in TEXTS.items() if words and all(word in text for word in words)}
    with pytest.MonkeyPatch.context() as patch:
        few = [row.number for row in search(session, actor, " ".join(typed)).rows]
        patch.setattr(search_index, "CANDIDATES", 0)
        many = [row.number for row in search(session, actor, " ".join(typed)).rows]
    assert few == many
    assert set(few) >= wanted if any(map(NUMBER.fullmatch, words)) else set(few) == wanted


def test_words_too_wide_to_look_everywhere_say_so(everywhere, monkeypatch):
    monkeypatch.setattr(searching, "WALKED_DUE", 1)
    monkeypatch.setattr(searching, "WALKED_NEWEST", 2)
    page = search(*everywhere, "اا")
    assert (page.rows, page.more) == ([], True)
