"""The pane beside a queue tells of one dossier what its page would, short enough to choose by."""

import pytest

from desktop.models.errors import NotFound
from desktop.models.vocabulary import ApplicantKind, BlacklistSubject, SubjectKind
from desktop.services.blacklist import enter
from desktop.services.cautions import Caution
from desktop.services.changes import what_changed
from desktop.services.identity import IDENTITY_NUMBER, masked, reveal_identity
from desktop.services.notes import write_note
from desktop.services.people import actor_named
from desktop.services.preview import ChecklistBar, preview_of
from desktop.services.unit_of_work import reading
from tests.builders.dossier_rows import a_row, add_schemes, load, staff
from tests.builders.enamad import Case


def preview(case: Case, username="reviewer"):
    with reading(case.office) as session:
        return preview_of(session, actor_named(session, username, case.now), case.dossier_id)


def test_the_head_is_the_row_of_the_queue_and_names_the_rules(claimed: Case):
    shown = preview(claimed)
    assert (shown.row.number, shown.row.is_mine) == (claimed.number, True)
    assert (shown.subject_kind, shown.applicant_kind) == (
        SubjectKind.DOMAIN_NAME,
        ApplicantKind.NATURAL_PERSON,
    )
    assert shown.scheme_version == claimed.details.scheme_version
    assert shown.level_label is not None


def test_identity_is_masked_until_it_is_asked_for(claimed: Case):
    whole = claimed.by("reviewer", reveal_identity, claimed.dossier_id, IDENTITY_NUMBER)
    assert preview(claimed).identity_number == masked(whole) != whole


def test_the_facts_can_be_named_in_words(claimed: Case):
    shown = preview(claimed)
    assert [fact.code for fact in shown.facts] == ["services", "activity_type", "province"]
    choices = [(fact.code, choice) for fact in shown.facts for choice in fact.value.split(",")]
    named = [shown.guide.choices[code][choice]["fa"] for code, choice in choices]
    assert all(named)


@pytest.mark.requirement("X-06")
def test_the_bar_counts_what_is_judged_and_what_is_not(claimed: Case):
    before = preview(claimed).checklist
    assert (before.accepted, before.rejected, before.unjudged) == (0, 0, before.of)
    claimed.judged(B4="پنهان است.", T2="واحد پول روشن نیست.")
    assert preview(claimed).checklist == ChecklistBar(before.of - 2, 2, 0, 0)


@pytest.mark.requirement("ENM-064")
def test_changes_are_those_since_my_last_review(returned: Case):
    returned.later(days=2).resubmitted()
    with reading(returned.office) as session:
        actor = actor_named(session, "reviewer", returned.now)
        assert preview(returned).changes == what_changed(session, actor, returned.dossier_id)
    assert preview(returned).changes.count == preview(returned).row.changes > 0


@pytest.mark.requirement("ENM-052")
def test_a_contact_whose_value_changed_has_to_be_verified_again(claimed: Case):
    claimed.verified().judged(B4="پنهان است.").step("announce_deficiency")
    proofs = {proof.kind: proof for proof in preview(claimed).proofs}
    assert proofs["phone"].is_verified
    assert not proofs["phone"].is_void
    claimed.later(days=1).resubmitted()
    changed = {proof.kind for proof in preview(claimed).proofs if proof.is_void}
    assert all(not proof.is_verified for proof in preview(claimed).proofs if proof.kind in changed)


def test_the_newest_note_stands_in_front(claimed: Case):
    assert preview(claimed).note is None
    claimed.by("reviewer", write_note, claimed.dossier_id, "وکالت‌نامه را بسنجید.")
    claimed.by("colleague", write_note, claimed.dossier_id, "دامنه پیش‌تر به نام دیگری بود.")
    note = preview(claimed).note
    assert (note.person, note.text) == ("کارشناس دوم", "دامنه پیش‌تر به نام دیگری بود.")


def test_the_last_three_events_are_what_moved_the_dossier(returned: Case):
    returned.later(days=2).resubmitted()
    events = preview(returned).events
    assert [(event.tag, event.values.get("action"), event.person) for event in events] == [
        ("dossier:step:taken", "resubmit", None),
        ("dossier:step:taken", "announce_deficiency", "کارشناس نخست"),
        ("dossier:claim:taken", None, "کارشناس نخست"),
    ]


@pytest.mark.requirement("C-28")
def test_a_warning_says_why(claimed: Case):
    subject = claimed.details.subject
    claimed.by("manager", enter, BlacklistSubject.DOMAIN_NAME, subject, "حکم دادگاه", "پلیس فتا")
    (warned,) = preview(claimed).warnings
    assert (warned.caution, warned.entry.reason, warned.entry.authority) == (
        Caution.BLACKLISTED,
        "حکم دادگاه",
        "پلیس فتا",
    )


@pytest.mark.requirement("ENM-018")
def test_another_dossier_about_the_same_subject_is_named(office):
    people = staff(office)
    add_schemes(office, people["golnaz"])
    rows = (a_row(1, subject="same.example"), a_row(2, subject="Same.example", applicant_name="رضا امینی"))
    load(office, people["golnaz"], *rows, a_row(3, status="withdrawn", subject="same.example"))
    with reading(office) as session:
        (warned,) = preview_of(session, people["sara"], 1).warnings
        assert preview_of(session, people["sara"], 3).warnings == ()
    assert (warned.caution, warned.other.number, warned.other.applicant_name) == (
        Caution.DUPLICATE_SUBJECT,
        "1405/00002",
        "رضا امینی",
    )


def test_there_is_no_preview_of_what_does_not_exist(claimed: Case):
    with reading(claimed.office) as session, pytest.raises(NotFound):
        preview_of(session, actor_named(session, "reviewer", claimed.now), 99)
