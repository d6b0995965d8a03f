"""What a package may open a dossier for: the version of its day, a kind it takes, a level within reach."""

from datetime import UTC, datetime, timedelta

import pytest

from desktop.services import people
from desktop.services.intake.outcomes import Quarantined, Receipt
from desktop.services.intake.taking import take, take_again
from desktop.services.unit_of_work import run
from tests.builders.applications import NOW, actor, an_application, packed, verified

PORTAL = people.applicant(NOW)


@pytest.mark.requirement("ENM-079", "C-26")
@pytest.mark.parametrize(
    ("changes", "where", "rule"),
    [
        ({"kind": "renewal"}, "$.kind", "kind_not_taken"),
        ({"kind": "data_change"}, "$.kind", "kind_not_taken"),
        ({"kind": "cancellation"}, "$.kind", "kind_not_taken"),
        ({"kind": "level_raise"}, "$.kind", "certificate_missing"),
        ({"level": "two_stars"}, "$.level", "level_out_of_reach"),
    ],
)
def test_what_could_never_be_granted_is_refused_at_the_door(enamad, tmp_path, changes, where, rule):
    outcome = run(enamad, take, PORTAL, packed(tmp_path, an_application(**changes)))
    assert isinstance(outcome, Quarantined), outcome
    assert [(finding.where, finding.rule) for finding in outcome.findings] == [(where, rule)]


@pytest.mark.requirement("C-01", "ENM-081", "ENM-082")
@pytest.mark.parametrize(
    ("submitted", "version"),
    [("2019-02-23T20:29:00Z", "1389-01-01"), ("2019-02-23T20:31:00Z", "1397-12-05")],
)
def test_the_version_in_force_in_tehran_on_submission_is_kept(enamad, tmp_path, submitted, version):
    changes = {
        "submitted_at": submitted,
        "terms": {"version": "1", "accepted_at": "2019-02-23T10:00:00Z"},
        "verifications": [verified("email", "info@golchin.example", "2019-02-23T10:00:00Z")],
    }
    that_night = people.applicant(datetime(2019, 2, 23, 21, 0, tzinfo=UTC))
    receipt = run(enamad, take, that_night, packed(tmp_path, an_application(**changes)))
    assert isinstance(receipt, Receipt), receipt
    assert receipt.scheme_version == version


@pytest.mark.requirement("C-01", "ENM-079")
@pytest.mark.parametrize(("days", "found"), [(30, set()), (31, {("$.submitted_at", "too_long_ago")})])
def test_a_package_cannot_choose_a_version_of_long_ago_by_an_old_date(enamad, tmp_path, days, found):
    received = datetime(2026, 6, 14, 6, 0, tzinfo=UTC) + timedelta(days=days)
    path = packed(tmp_path, an_application())
    outcome = run(enamad, take, people.applicant(received), path)
    findings = () if isinstance(outcome, Receipt) else outcome.findings
    assert {(finding.where, finding.rule) for finding in findings} == found


@pytest.mark.requirement("C-01", "G-12")
def test_a_package_that_came_in_time_does_not_grow_old_in_quarantine(enamad, tmp_path):
    ahead = an_application(submitted_at="2026-06-14T08:00:00Z")
    held = run(enamad, take, PORTAL, packed(tmp_path, ahead))
    assert isinstance(held, Quarantined)
    receipt = run(enamad, take_again, actor(enamad, "clerk", NOW + timedelta(days=40)), held.id)
    assert isinstance(receipt, Receipt), receipt
