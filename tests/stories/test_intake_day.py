"""A day at the counter: good packages go on, bad ones wait with their reason, nothing is lost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from desktop.services.intake.batch import take_all
from desktop.services.intake.outcomes import Quarantined, Receipt
from desktop.services.intake.quarantine import quarantine_report, quarantined, quarantined_bytes, set_aside
from desktop.services.intake.taking import take_again
from desktop.services.journal import verify_journal
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading, run
from tests.builders.applications import EMAIL, FILES, NOW, an_application, asked, packed
from tests.builders.enamad import Case
from tests.builders.packages import a_pdf


def shop(number: int, **changes):
    """The application of one of many shops."""
    return an_application(package_id=f"portal-{number:04}", subject=f"shop{number}.example", **changes)


@pytest.mark.requirement("X-01", "X-08")
def test_a_mornings_packages_are_taken_past_the_bad_ones(enamad, tmp_path):
    cut_off = tmp_path / "cut-off.zip"
    cut_off.write_bytes(packed(tmp_path, shop(0)).read_bytes()[:500])
    other_papers = FILES | {"papers/lease.pdf": ("lease", a_pdf(1))}
    morning = [
        packed(tmp_path, shop(1)),
        cut_off,
        packed(tmp_path, shop(2, verifications=[])),
        packed(tmp_path, shop(3), other_papers),
        packed(tmp_path, shop(4)),
        packed(tmp_path, shop(5, applicant=shop(5)["applicant"] | {"national_id": "0012345678"})),
        packed(tmp_path, shop(6)),
    ]
    with reading(enamad) as session:
        clerk = actor_named(session, "clerk", NOW)
    arrivals = list(take_all(enamad, clerk, morning))

    assert [isinstance(one.outcome, Receipt) for one in arrivals] == [
        True,
        False,
        False,
        False,
        True,
        False,
        True,
    ]
    assert asked(enamad, "SELECT subject, status FROM dossier ORDER BY number") == [
        ("shop1.example", "under_review"),
        ("shop4.example", "under_review"),
        ("shop6.example", "under_review"),
    ]
    with reading(enamad) as session:
        waiting = {row.file_name: quarantine_report(session, row.id).findings for row in quarantined(session)}
        kept = {row.file_name: b"".join(quarantined_bytes(session, row.id)) for row in quarantined(session)}
        assert all(isinstance(held, int) for held in verify_journal(session))
    assert {name: [(one.where, one.rule) for one in found] for name, found in waiting.items()} == {
        "cut-off.zip": [("", "not_a_zip")],
        "portal-0002.zip": [("$.verifications", "guard.verifications_at_least")],
        "portal-0003.zip": [("papers/lease.pdf", "file_hash")],
        "portal-0005.zip": [("$.applicant.national_id", "national_id")],
    }
    assert kept == {path.name: path.read_bytes() for path in morning if path.name in kept}


def test_the_portal_may_send_everything_again_after_a_lost_line(enamad, tmp_path):
    packages = [packed(tmp_path, shop(number)) for number in range(4)]
    with reading(enamad) as session:
        clerk = actor_named(session, "clerk", NOW)
    first = [one.outcome for one in take_all(enamad, clerk, packages[:3])]
    next_day = replace(clerk, at=NOW + timedelta(days=1))
    again = [one.outcome for one in take_all(enamad, next_day, packages)]
    assert again[:3] == first
    assert asked(enamad, "SELECT count(*) FROM dossier") == [(4,)]


@pytest.mark.requirement("ENM-062", "ENM-063", "X-04", "X-07")
def test_an_answer_that_came_too_early_is_taken_when_the_dossier_is_returned(case: Case, tmp_path):
    case.submitted().claimed()
    early = an_application(
        {},
        package_id="answer-too-early",
        purpose="resubmit",
        dossier=case.number,
        submitted_at=case.now.isoformat(),
        applicant=None,
    )
    sent = _as_first_sent(case, early)
    held = case.handed_in(packed(tmp_path, sent, {}))
    assert isinstance(held, Quarantined)
    assert {one.rule for one in held.findings} == {"dossier_not_with_applicant", "reply_not_asked"}

    case.judged(B4="نشانی سایت ناقص است.").step("announce_deficiency")
    assert isinstance(case.by("supervisor", take_again, held.id), Receipt)
    assert (case.status, case.details.round) == ("under_review", 2)


def _as_first_sent(case: Case, answer: dict) -> dict:
    """The answer with the applicant and subject of the case's dossier."""
    applicant = {
        "kind": "natural_person",
        "name": "سارا کریمی",
        "national_id": "0012345679",
        "birth_date": "1370/05/12",
        "mobile": "09121234567",
        "email": "sara.karimi@golchin.example",
    }
    terms = {"version": "1405-1", "accepted_at": case.now.isoformat()}
    changed = {"applicant": applicant, "subject": "golchin.example", "fields": {}, "terms": terms}
    return answer | changed | {"verifications": [], "replies": [{"item": "B4", "text": "اصلاح شد."}]}


def test_a_package_that_will_never_be_taken_is_set_aside_and_stays(enamad, tmp_path):
    path = packed(tmp_path, shop(1, verifications=[]))
    with reading(enamad) as session:
        clerk, supervisor = (actor_named(session, name, NOW) for name in ("clerk", "supervisor"))
    (arrival,) = take_all(enamad, clerk, [path])
    run(enamad, set_aside, supervisor, arrival.outcome.id, "درگاه بستهٔ درست را با شناسهٔ تازه فرستاد.")
    corrected = packed(tmp_path, shop(2, verifications=[EMAIL]))
    (taken,) = take_all(enamad, clerk, [corrected])
    assert isinstance(taken.outcome, Receipt)
    with reading(enamad) as session:
        assert quarantined(session) == []
        assert b"".join(quarantined_bytes(session, arrival.outcome.id)) == path.read_bytes()
