"""The desk of papers: whose papers have come, whose are awaited, and which dossier a packet belongs to."""

from datetime import timedelta

import pytest

from desktop.models.errors import NotFound
from desktop.models.vocabulary import PaperVerdict
from desktop.services import papers_desk
from desktop.services.papers_desk import PapersPart
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case

REASON = "گواهی امضا ندارد."


def parts(case: Case) -> dict[PapersPart, int]:
    with reading(case.office) as session:
        actor = actor_named(session, "officer", case.now)
        counts = papers_desk.papers_counts(session, actor)
        for part, (count, more) in counts.items():
            assert (len(papers_desk.papers_ids(session, actor, part)), more) == (count, False)
    return {part: count for part, (count, _) in counts.items() if count}


def row(case: Case) -> papers_desk.PapersRow:
    with reading(case.office) as session:
        actor = actor_named(session, "officer", case.now)
        (only,) = papers_desk.papers_rows(session, actor, [case.dossier_id])
    return only


def rejected(case: Case) -> Case:
    return case.papers_received().papers_judged(commitment_letter=REASON)


def test_papers_that_were_asked_for_are_awaited(papers: Case):
    assert parts(papers) == {PapersPart.ALL: 1, PapersPart.AWAITED: 1}
    seen = row(papers)
    assert (seen.expected, seen.received, seen.received_on) == (2, 0, None)


def test_a_packet_brings_them(papers: Case):
    papers.papers_received()
    assert parts(papers) == {PapersPart.ALL: 1, PapersPart.RECEIVED: 1}
    seen = row(papers)
    assert seen.verdicts == {PaperVerdict.PENDING: 2}
    assert seen.received_on == (papers.now - timedelta(hours=1)).date()
    assert not seen.was_sent_again


def test_rejected_papers_are_with_the_applicant_until_they_come_again(papers: Case):
    rejected(papers).step("reject_documents", by="officer")
    assert parts(papers) == {PapersPart.ALL: 1, PapersPart.WITH_APPLICANT: 1}
    papers.papers_received("44710002")
    assert parts(papers) == {PapersPart.ALL: 1, PapersPart.RECEIVED: 1, PapersPart.SENT_AGAIN: 1}
    seen = row(papers)
    assert seen.was_sent_again
    assert seen.verdicts == {PaperVerdict.PENDING: 1, PaperVerdict.ACCEPTED: 1}


def test_the_packets_of_a_dossier_are_listed_newest_first(papers: Case):
    rejected(papers).step("reject_documents", by="officer")
    papers.papers_received("44710002")
    with reading(papers.office) as session:
        packets = papers_desk.packets_of(session, papers.dossier_id)
    assert [packet.tracking_number for packet in packets] == ["44710002", "44710001"]
    assert {packet.received_by for packet in packets} == {"متصدی باجه"}


@pytest.mark.parametrize("typed", ["44710001", "۴۴۷۱۰۰۰۱", " 44710001 ", "1405/00001", "۱۴۰۵-۱"])
def test_a_dossier_is_found_by_its_number_or_by_a_packet_in_any_digits(papers: Case, typed):
    papers.papers_received()
    with reading(papers.office) as session:
        assert papers_desk.find_by_paper(session, typed) == papers.dossier_id


@pytest.mark.parametrize("typed", ["99999999", "گلچین", ""])
def test_what_is_neither_is_not_found(papers: Case, typed):
    papers.papers_received()
    with reading(papers.office) as session, pytest.raises(NotFound) as refused:
        papers_desk.find_by_paper(session, typed)
    assert refused.value.code == "dossier.unknown"
