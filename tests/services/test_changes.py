"""What changed since my last review: each reviewer has a baseline of his own, over all rounds."""

import pytest

from desktop.models.vocabulary import Verdict
from desktop.services import review
from desktop.services.attachments import document_bytes, documents_of
from desktop.services.changes import Baseline, what_changed
from desktop.services.intake.outcomes import Receipt
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading
from tests.builders.applications import an_answer, packed
from tests.builders.enamad import Case
from tests.builders.packages import a_picture
from tests.builders.refusals import code_of

OLD_ADDRESS = "تهران، خیابان انقلاب، کوچهٔ بهار، پلاک ۱۲"

WHO_OPENED = {"mobile": "09121234567", "email": "sara.karimi@golchin.example"}


def answered(case: Case, files=None, fields=None, *, applicant=None, services=None, **replies):
    """The applicant sends again: changed fields, new papers, a reply to each rejected item."""
    sent = case.now.isoformat(timespec="seconds")
    document = an_answer(
        case.number,
        files,
        package_id=f"answer-{case.now:%m%d%H}",
        submitted_at=sent,
        fields=fields or {},
        services=services,
        terms={"version": "1405-1", "accepted_at": sent},
        replies=[{"item": item, "text": text} for item, text in replies.items()],
    )
    document["applicant"] |= WHO_OPENED | (applicant or {})
    case.scratch.mkdir(exist_ok=True)
    receipt = case.handed_in(packed(case.scratch, document, files or {}))
    assert isinstance(receipt, Receipt), receipt
    return case.later(hours=1)


def changes(case: Case, username="reviewer", baseline=Baseline.MY_LAST_REVIEW):
    with reading(case.office) as session:
        actor = actor_named(session, username, case.now)
        return what_changed(session, actor, case.dossier_id, baseline)


def a_card(width):
    return {"papers/card.png": ("national_card_front", a_picture("PNG", (width, 20)))}


def test_who_has_just_reviewed_sees_nothing_new(returned: Case):
    found = changes(returned)
    assert (found.count, found.since_round) == (0, 1)
    assert found.since is not None


@pytest.mark.requirement("ENM-064", "X-06")
def test_changed_fields_papers_and_replies_are_all_told(returned: Case):
    answered(
        returned.later(days=2),
        a_card(40),
        {"address": "تهران، خیابان آزادی، پلاک ۷", "working_hours": "۹ تا ۱۷"},
        B4="پنهان‌سازی را برداشتم.",
        T2="همه به تومان است.",
    )
    found = changes(returned)
    assert {row.code: (row.old, row.new) for row in found.fields} == {
        "address": (OLD_ADDRESS, "تهران، خیابان آزادی، پلاک ۷"),
        "working_hours": (None, "۹ تا ۱۷"),
    }
    assert [(row.code, row.text, row.round) for row in found.replies] == [
        ("B4", "پنهان‌سازی را برداشتم.", 2),
        ("T2", "همه به تومان است.", 2),
    ]
    (paper,) = found.documents
    assert (paper.rule, paper.round) == ("national_card_front", 2)
    assert found.count == 5


@pytest.mark.requirement("ENM-064", "ENM-034", "X-06")
def test_what_the_applicant_changed_about_himself_is_told_beside_what_it_was(returned: Case):
    changed = {"name": "سارا کریمی‌نژاد", "mobile": "09351112233", "birth_date": "1369/05/12"}
    answered(returned.later(days=2), applicant=changed, B4="شد.", T2="شد.")
    assert {row.code: (row.label["en"], row.old, row.new) for row in changes(returned).fields} == {
        "applicant_name": ("Applicant's name", "سارا کریمی", "سارا کریمی‌نژاد"),
        "applicant_birth_date": ("Date of birth", "1991-08-03", "1990-08-03"),
        "applicant_mobile": ("Applicant's mobile", "09121234567", "09351112233"),
    }


@pytest.mark.requirement("ENM-064", "ENM-044", "ENM-045")
def test_other_services_and_so_other_licences_are_told(returned: Case):
    answered(returned.later(days=2), services=["general_goods", "air_tickets"], B4="شد.", T2="شد.")
    (services,) = changes(returned).fields
    assert (services.code, services.old, services.new) == (
        "services",
        "general_goods",
        "general_goods,air_tickets",
    )


@pytest.mark.requirement("ENM-064", "X-08")
def test_both_versions_of_a_replaced_paper_are_kept_and_can_be_opened(returned: Case):
    answered(returned.later(days=2), a_card(40), B4="شد.", T2="شد.")
    (paper,) = changes(returned).documents
    assert paper.old_document_id is not None
    with reading(returned.office) as session:
        rows = {row.id: row for row in documents_of(session, returned.dossier_id)}
        new = b"".join(document_bytes(session, returned.dossier_id, paper.new_document_id))
        old = b"".join(document_bytes(session, returned.dossier_id, paper.old_document_id))
    assert (rows[paper.old_document_id].replaced, rows[paper.new_document_id].replaced) == (True, False)
    assert new == a_picture("PNG", (40, 20))
    assert old.startswith(b"\xff\xd8")


def test_a_value_that_was_changed_and_changed_back_is_no_change(returned: Case):
    answered(returned.later(days=2), None, {"city": "کرج"}, B4="شد.", T2="شد.")
    returned.claimed("colleague").judged("colleague", B4="هنوز نه.").step("announce_deficiency", "colleague")
    answered(returned.later(days=2), None, {"city": "تهران"}, B4="شد.")
    assert changes(returned).fields == ()
    assert [(row.old, row.new) for row in changes(returned, "colleague").fields] == [("کرج", "تهران")]


@pytest.mark.requirement("ENM-064")
def test_each_of_two_reviewers_counts_from_his_own_last_review(returned: Case):
    answered(returned.later(days=2), a_card(40), {"city": "کرج"}, B4="شد.", T2="شد.")
    returned.claimed("colleague").judged("colleague", B4="هنوز نه.")
    returned.step("announce_deficiency", "colleague")
    answered(returned.later(days=2), a_card(50), {"city": "ری"}, B4="این بار شد.")

    mine, theirs = changes(returned), changes(returned, "colleague")
    assert (mine.since_round, theirs.since_round) == (1, 2)
    assert [(row.old, row.new) for row in mine.fields] == [("تهران", "ری")]
    assert [(row.old, row.new) for row in theirs.fields] == [("کرج", "ری")]
    assert [(row.code, row.round) for row in mine.replies] == [("B4", 2), ("B4", 3), ("T2", 2)]
    assert [(row.code, row.round) for row in theirs.replies] == [("B4", 3)]
    assert mine.documents[0].old_document_id < theirs.documents[0].old_document_id
    assert mine.documents[0].new_document_id == theirs.documents[0].new_document_id


def test_verdicts_of_others_since_my_review_are_told_and_my_own_are_not(returned: Case):
    answered(returned.later(days=2), None, None, B4="شد.", T2="شد.")
    returned.claimed("colleague").judged("colleague", B4="هنوز نه.")
    mine = {row.code: row for row in changes(returned).verdicts}
    assert len(mine) == 38
    assert (mine["B4"].old, mine["B4"].new, mine["B4"].remark) == (
        Verdict.REJECTED,
        Verdict.REJECTED,
        "هنوز نه.",
    )
    assert (mine["T2"].old, mine["T2"].new, mine["T2"].person) == (
        Verdict.REJECTED,
        Verdict.ACCEPTED,
        "کارشناس دوم",
    )
    assert changes(returned, "colleague").verdicts == ()


@pytest.mark.requirement("ENM-064")
def test_the_changes_of_a_round_stay_in_sight_until_the_round_is_done(returned: Case):
    answered(returned.later(days=2), None, {"city": "کرج"}, B4="شد.", T2="شد.")
    returned.claimed()
    assert changes(returned).count == 3
    returned.by("reviewer", review.judge, returned.dossier_id, "B4", Verdict.ACCEPTED)
    assert (changes(returned).count, changes(returned).since_round) == (3, 1)
    returned.by("reviewer", review.judge, returned.dossier_id, "T2", Verdict.REJECTED, "هنوز نه.")
    returned.step("announce_deficiency")
    assert (changes(returned).count, changes(returned).since_round) == (0, 2)


def test_who_never_reviewed_sees_everything_against_the_first_version(returned: Case):
    answered(returned.later(days=2), a_card(40), {"city": "کرج"}, B4="شد.", T2="شد.")
    fresh = changes(returned, "colleague")
    assert (fresh.since, fresh.since_round) == (None, 1)
    assert [(row.old, row.new) for row in fresh.fields] == [("تهران", "کرج")]
    assert fresh.verdicts == ()


def test_the_baseline_can_be_the_previous_round_or_the_first_version(returned: Case):
    answered(returned.later(days=2), None, {"city": "کرج"}, B4="شد.", T2="شد.")
    returned.claimed().judged(B4="هنوز نه.").step("announce_deficiency")
    answered(returned.later(days=2), None, {"city": "ری"}, B4="شد.")
    previous = changes(returned, baseline=Baseline.PREVIOUS_ROUND)
    first = changes(returned, baseline=Baseline.FIRST_VERSION)
    assert [(row.old, row.new) for row in previous.fields] == [("کرج", "ری")]
    assert [(row.old, row.new) for row in first.fields] == [("تهران", "ری")]
    assert (previous.since_round, first.since_round) == (2, 1)


def test_changes_of_a_dossier_that_does_not_exist_are_unknown(returned: Case):
    assert code_of(returned, "reviewer", what_changed, 99) == "dossier.unknown"
