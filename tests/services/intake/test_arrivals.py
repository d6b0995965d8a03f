"""What came in is listed with what became of it; a package in quarantine says why and can be taken out."""

import pytest

from desktop.models.errors import NotAllowed, NotFound
from desktop.services import people
from desktop.services.intake import arrivals
from desktop.services.intake.arrivals import (
    ArrivalFacet,
    ArrivalState,
    arrival_counts,
    arrival_ids,
    arrival_rows,
    reasons_of,
    saved_bytes,
)
from desktop.services.intake.quarantine import set_aside
from desktop.services.intake.taking import take, take_again
from desktop.services.unit_of_work import reading, run, writing
from tests.builders.applications import FIELDS, NOW, actor, an_application, asked, packed

PORTAL = people.applicant(NOW)


@pytest.fixture
def day(enamad, tmp_path):
    """A package taken by the clerk, one of a portal waiting, one set aside, one taken after all."""
    clerk, supervisor = actor(enamad, "clerk"), actor(enamad, "supervisor")
    run(enamad, take, clerk, packed(tmp_path, an_application()))
    for name in ("package-waits", "package-aside"):
        fields = FIELDS | {"postal_code": "12", "shop": name}
        wrong = an_application(package_id=name, subject=f"{name}.example", fields=fields)
        run(enamad, take, PORTAL, packed(tmp_path, wrong))
    run(enamad, set_aside, supervisor, 3, "آزمایشی")
    late = an_application(package_id="package-late", subject="late.example", scheme="enamad", kind="initial")
    early = people.applicant(NOW.replace(year=2026, month=6, day=13))
    run(enamad, take, early, packed(tmp_path, late))
    run(enamad, take_again, clerk, 4)
    return enamad


def ask(office, question, *arguments, by="clerk"):
    with reading(office) as session:
        return question(session, people.actor_named(session, by, NOW), *arguments)


def rows(office, facet=ArrivalFacet.ALL, search=""):
    return ask(office, arrival_rows, list(ask(office, arrival_ids, facet, search)))


def test_everything_that_came_is_listed_newest_first(day):
    assert [(row.id, row.state) for row in rows(day)] == [
        (5, ArrivalState.TAKEN),
        (4, ArrivalState.RELEASED),
        (3, ArrivalState.SET_ASIDE),
        (2, ArrivalState.WAITING),
        (1, ArrivalState.TAKEN),
    ]


def test_a_row_tells_what_became_of_the_package_and_who_took_it(day):
    first, waiting = rows(day)[-1], rows(day)[-2]
    assert (first.received_by, first.dossier_number, first.purpose, first.round) == (
        "متصدی باجه",
        "1405/00001",
        "open",
        1,
    )
    assert (waiting.received_by, waiting.dossier_id, waiting.findings) == (None, None, 2)
    assert waiting.package_id == "package-waits"
    assert asked(day, "SELECT size FROM intake_package WHERE id = 2") == [(waiting.size,)]


@pytest.mark.parametrize(
    ("facet", "ids"),
    [
        (ArrivalFacet.ALL, [5, 4, 3, 2, 1]),
        (ArrivalFacet.TAKEN, [5, 1]),
        (ArrivalFacet.WAITING, [2]),
        (ArrivalFacet.SETTLED, [4, 3]),
    ],
)
def test_a_facet_holds_what_it_says(day, facet, ids):
    assert [row.id for row in rows(day, facet)] == ids
    counts = {one.facet: (one.count, one.more) for one in ask(day, arrival_counts)}
    assert counts[facet] == (len(ids), False)


@pytest.mark.parametrize(
    ("typed", "ids"), [("E-WAITS", [2]), ("۱۴۰۵/۰۰۰۰۱", [1]), ("6f1c2f0e", [1]), ("چیز دیگر", [])]
)
def test_it_is_searched_by_file_package_and_dossier(day, typed, ids):
    assert [row.id for row in rows(day, search=typed)] == ids


def test_counting_stops_where_nobody_reads_on(day, monkeypatch):
    monkeypatch.setattr(arrivals, "COUNTED", 2)
    counts = {one.facet: (one.count, one.more) for one in ask(day, arrival_counts)}
    assert (counts[ArrivalFacet.ALL], counts[ArrivalFacet.TAKEN]) == ((2, True), (2, False))


def test_a_reason_names_the_place_the_rule_and_what_was_there(day):
    reasons = {one.where: one for one in ask(day, reasons_of, 2)}
    assert reasons["$.fields.postal_code"].rule == "postal_code"
    assert reasons["$.fields.postal_code"].found == "12"
    assert reasons["$.fields.shop"].rule == "unknown"
    with pytest.raises(NotFound):
        ask(day, reasons_of, 1)


def test_a_package_is_saved_as_it_came_and_the_journal_tells(day, tmp_path):
    clerk = actor(day, "clerk")
    with writing(day) as session:
        saved = b"".join(saved_bytes(session, clerk, 2))
    assert saved == (tmp_path / "package-waits.zip").read_bytes()
    (tag,) = asked(day, "SELECT tag FROM journal_entry ORDER BY id DESC LIMIT 1")
    assert tag == ("intake:package:saved",)
    with writing(day) as session, pytest.raises(NotFound) as refusal:
        saved_bytes(session, clerk, 4)
    assert refusal.value.code == "quarantine.bytes_gone"


@pytest.mark.parametrize("username", ["reviewer", "manager", "administrator"])
def test_only_who_takes_packages_and_the_auditor_see_what_came(day, username):
    for question, arguments in ((arrival_ids, ()), (arrival_counts, ()), (reasons_of, (2,))):
        with pytest.raises(NotAllowed):
            ask(day, question, *arguments, by=username)
    assert ask(day, arrival_counts, by="auditor")
