"""The register of certificates: what each is worth today, found by facet and by what is known of it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import insert, select

from desktop.models.certificate import Certificate
from desktop.models.errors import NotAllowed
from desktop.models.jalali import in_tehran
from desktop.models.vocabulary import CertificateState
from desktop.services import certificate_register
from desktop.services.certificate_register import (
    Facet,
    RegisterQuery,
    RegisterSort,
    certificate_ids,
    certificate_rows,
    facet_counts,
)
from desktop.services.people import actor_named, applicant
from desktop.services.unit_of_work import reading, writing
from tests.builders.enamad import Case

VALID, EXPIRED = CertificateState.VALID, CertificateState.EXPIRED
SHELF = {
    2: (VALID, 0),
    3: (VALID, 29),
    4: (VALID, 30),
    5: (VALID, -1),
    6: (EXPIRED, 100),
    7: (CertificateState.SUSPENDED, 100),
    8: (CertificateState.REVOKED, 100),
    9: (CertificateState.CANCELLED, 100),
}
"""Serial of a certificate → its state as stored, and how many days from today its last valid day is."""


@pytest.fixture
def shelf(approved: Case) -> Case:
    """The case's own certificate, 1405/00001, and one of every state; the code of 1405/00004 was seen."""
    with writing(approved.office) as session:
        first = session.execute(select(Certificate.__table__)).mappings().one()
        session.execute(
            insert(Certificate.__table__),
            [
                dict(first)
                | {
                    "id": serial,
                    "number": f"1405/{serial:05}",
                    "symbol_code": f"CODE{serial}",
                    "state": state,
                    "issued_on": today(approved) - timedelta(days=100 - serial),
                    "last_valid_day": today(approved) + timedelta(days=days),
                    "code_installed_at": approved.now if serial == 4 else None,
                }
                for serial, (state, days) in SHELF.items()
            ],
        )
    return approved


def today(case: Case) -> date:
    return in_tehran(case.now).date()


def ask(case: Case, question, *arguments):
    with reading(case.office) as session:
        return question(session, actor_named(session, "auditor", case.now), *arguments)


def serials(case: Case, **query):
    ids = ask(case, certificate_ids, RegisterQuery(**query))
    return [int(row.number[5:]) for row in ask(case, certificate_rows, list(ids))]


@pytest.mark.parametrize(
    ("facet", "held"),
    [
        (Facet.ALL, {1, 2, 3, 4, 5, 6, 7, 8, 9}),
        (Facet.VALID, {1, 2, 3, 4}),
        (Facet.EXPIRING, {2, 3}),
        (Facet.EXPIRED, {5, 6}),
        (Facet.SUSPENDED, {7}),
        (Facet.REVOKED, {8}),
        (Facet.CANCELLED, {9}),
        (Facet.CODE_NOT_SEEN, {1, 2, 3}),
    ],
)
def test_a_facet_holds_what_a_certificate_is_worth_today(shelf: Case, facet, held):
    assert set(serials(shelf, facet=facet)) == held
    counts = {one.facet: (one.count, one.more) for one in ask(shelf, facet_counts)}
    assert counts[facet] == (len(held), False)


@pytest.mark.requirement("ENM-098")
def test_the_last_day_counts_until_its_end_in_tehran(shelf: Case):
    rows = {row.number: row for row in ask(shelf, certificate_rows, [2, 3, 5, 6])}
    assert (rows["1405/00002"].state, rows["1405/00002"].days_left) == (VALID, 1)
    assert (rows["1405/00003"].days_left, rows["1405/00003"].expires_soon) == (30, True)
    assert (rows["1405/00005"].state, rows["1405/00005"].days_left) == (EXPIRED, None)
    assert rows["1405/00006"].state is EXPIRED
    tomorrow = replace(shelf, now=shelf.now + timedelta(days=1))
    assert ask(tomorrow, certificate_rows, [2])[0].state is EXPIRED


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("سارا", {1, 2, 3, 4, 5, 6, 7, 8, 9}),
        ("۱۴۰۵/۰۰۰۰۷", {7}),
        ("1405-7", {7}),
        ("golchin", {1, 2, 3, 4, 5, 6, 7, 8, 9}),
        ("هیچ‌کس", set()),
    ],
)
def test_it_is_searched_by_number_holder_and_subject(shelf: Case, typed, found):
    assert set(serials(shelf, search=typed)) == found


@pytest.mark.parametrize(
    ("sort", "first"),
    [(RegisterSort.NUMBER, 1), (RegisterSort.LAST_VALID_DAY, 5), (RegisterSort.ISSUED_ON, 2)],
)
def test_it_is_ordered_either_way(shelf: Case, sort, first):
    upward = serials(shelf, sort=sort, descending=False)
    assert upward[0] == first
    assert serials(shelf, sort=sort) == upward[::-1]


def test_by_holder_it_follows_the_alphabet(shelf: Case):
    assert set(serials(shelf, sort=RegisterSort.HOLDER)) == set(range(1, 10))


def test_a_row_says_what_lists_show(approved: Case):
    (row,) = ask(approved, certificate_rows, [1])
    assert (row.number, row.holder, row.subject) == ("1405/00001", "سارا کریمی", "golchin.example")
    assert (row.level["fa"], row.stars, row.code_seen) == ("نماد دائمی یک‌ستاره", 1, False)
    assert (row.scheme, row.dossier_number) == ("enamad", approved.number)


def test_rows_come_in_the_order_asked_for_and_what_is_gone_is_left_out(shelf: Case):
    assert [row.id for row in ask(shelf, certificate_rows, [7, 99, 2])] == [7, 2]


def test_counting_stops_where_nobody_reads_on(shelf: Case, monkeypatch):
    monkeypatch.setattr(certificate_register, "COUNTED", 3)
    counts = {one.facet: (one.count, one.more) for one in ask(shelf, facet_counts)}
    assert (counts[Facet.ALL], counts[Facet.EXPIRING]) == ((3, True), (2, False))


def test_counts_follow_the_search(shelf: Case):
    counts = {one.facet: one.count for one in ask(shelf, facet_counts, "1405/00007")}
    assert (counts[Facet.ALL], counts[Facet.SUSPENDED], counts[Facet.VALID]) == (1, 1, 0)


def test_nobody_outside_the_office_reads_the_register(shelf: Case):
    with reading(shelf.office) as session:
        for question, arguments in ((certificate_ids, (RegisterQuery(),)), (facet_counts, ())):
            with pytest.raises(NotAllowed):
                question(session, applicant(shelf.now), *arguments)
