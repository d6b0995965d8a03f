"""The timeline: every act on a dossier, in order, with who did it and labels to put it in words."""

import pytest

from desktop.models.errors import NotFound
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case


def told(case: Case):
    with reading(case.office) as session:
        return timeline_of(session, case.dossier_id)


@pytest.mark.requirement("X-03", "ENM-064")
def test_the_whole_way_of_a_dossier_is_told_in_order(stage):
    entries = told(stage("approved"))
    tags = [entry.tag for entry in entries]
    wanted = (
        "dossier:file:opened",
        "dossier:submission:received",
        "dossier:step:taken",
        "dossier:claim:taken",
        "dossier:finding:recorded",
        "dossier:verification:recorded",
        "dossier:clearance:answered",
        "dossier:payment:recorded",
        "dossier:packet:received",
        "dossier:paper:judged",
        "certificate:issue:done",
    )
    assert [tags.index(tag) for tag in wanted] == sorted(tags.index(tag) for tag in wanted)
    assert [entry.sequence for entry in entries] == list(range(1, len(entries) + 1))
    assert [entry.at for entry in entries] == sorted(entry.at for entry in entries)
    assert tags.count("dossier:finding:recorded") == 38


def test_steps_come_with_the_labels_of_the_scheme_in_three_languages(claimed: Case):
    sent = next(entry for entry in told(claimed) if entry.tag == "dossier:step:taken")
    assert sent.values["action_label"]["fa"] == "ارسال برای بررسی"
    assert sent.values["from_label"] == {"fa": "آمادهٔ ارسال", "ar": "جاهز للإرسال", "en": "Ready to send"}
    assert sent.values["to_label"]["en"] == "Under review"


def test_what_the_applicant_did_has_no_person(claimed: Case):
    by_tag = {entry.tag: entry.person for entry in told(claimed)}
    assert by_tag["dossier:submission:received"] is None
    assert by_tag["dossier:claim:taken"] == "کارشناس نخست"


def test_a_dossier_that_does_not_exist_has_no_timeline(claimed: Case):
    with reading(claimed.office) as session, pytest.raises(NotFound) as refusal:
        timeline_of(session, 99)
    assert refusal.value.code == "dossier.unknown"
