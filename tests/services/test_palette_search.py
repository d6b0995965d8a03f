"""A few letters find what is meant, whatever it is; an identifier typed whole comes first."""

import pytest
from sqlalchemy import select

from desktop.models.applicant import Applicant
from desktop.services.palette_search import MOST, HitKind, palette_hits
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading
from tests.builders.dossier_rows import a_row, office_with
from tests.builders.enamad import Case


def hits(case: Case, typed):
    with reading(case.office) as session:
        return palette_hits(session, actor_named(session, "reviewer", case.now), typed)


def kinds(found):
    return [hit.kind for hit in found]


@pytest.mark.parametrize("typed", ["1405/1", "۱۴۰۵/۰۰۰۰۱", "1405-00001"])
def test_a_number_typed_whole_leads_to_the_dossier_and_the_certificate_of_that_number(approved: Case, typed):
    dossier, certificate, *_ = hits(approved, typed)
    assert (dossier.kind, dossier.target, dossier.arguments) == (
        HitKind.DOSSIER,
        "dossier",
        {"id": approved.dossier_id},
    )
    assert (certificate.kind, certificate.number) == (HitKind.CERTIFICATE, approved.certificate.number)
    assert certificate.target == "certificate"


def test_a_symbol_code_leads_to_its_certificate(approved: Case):
    assert kinds(hits(approved, approved.certificate.symbol_code)) == [HitKind.CERTIFICATE]


def test_a_tracking_number_leads_to_the_dossier_whose_packet_it_is(papers: Case):
    papers.papers_received("44710001")
    (found,) = hits(papers, "۴۴۷۱۰۰۰۱")
    assert (found.kind, found.number) == (HitKind.DOSSIER, papers.number)


def test_a_domain_leads_to_its_dossier(claimed: Case):
    found = hits(claimed, claimed.details.subject.upper())
    assert found[0].arguments == {"id": claimed.dossier_id}


def test_an_identity_number_leads_to_its_applicant_and_is_not_shown_whole(claimed: Case):
    with reading(claimed.office) as session:
        number = session.scalars(select(Applicant.identity_number)).one()
    applicant, dossier = hits(claimed, number)
    assert (applicant.kind, dossier.kind) == (HitKind.APPLICANT, HitKind.DOSSIER)
    assert number not in str(applicant)
    assert "•" in applicant.number


def test_a_name_finds_dossiers_and_the_applicant_who_is_called_so(claimed: Case):
    found = hits(claimed, "كريمي سارا")
    assert kinds(found) == [HitKind.DOSSIER, HitKind.APPLICANT]
    assert found[1].arguments == {"search": claimed.details.applicant_name}


def test_a_title_finds_the_dossier_but_nobody_is_called_so(claimed: Case):
    assert kinds(hits(claimed, "golchin")) == [HitKind.DOSSIER]


@pytest.mark.parametrize("typed", ["", "  ", "ناپیدا", "9999999999"])
def test_what_means_nothing_finds_nothing(claimed: Case, typed):
    assert hits(claimed, typed) == []


def test_no_more_than_eight_are_shown_and_each_once(prepared_office, tmp_path):
    rows = (a_row(serial, applicant_name=f"سارا کریمی {serial}") for serial in range(1, 30))
    with office_with(prepared_office, tmp_path, rows) as (database, people), reading(database) as session:
        found = palette_hits(session, people["sara"], "کریمی")
    assert len(found) == MOST
    assert len({(hit.kind, hit.number) for hit in found}) == MOST
    assert HitKind.APPLICANT in kinds(found)


def test_the_detail_keeps_number_and_subject_in_their_order(claimed: Case):
    (found,) = hits(claimed, "golchin")
    assert found.detail == f"\u2068{claimed.number}\u2069 · \u2068{claimed.details.subject}\u2069"
