"""The account lent for testing the shop: read by reviewers with a trace, erased when needed no more."""

import pytest
from sqlalchemy import select

from desktop.models.journal import JournalEntry
from desktop.models.submission import TestAccount
from desktop.services.claims import release
from desktop.services.lent_accounts import LentAccount, keep, read
from desktop.services.people import applicant
from desktop.services.timeline import timeline_of
from desktop.services.unit_of_work import reading, run
from tests.builders.enamad import Case
from tests.builders.refusals import code_of


@pytest.mark.requirement("ENM-019")
def test_who_holds_the_dossier_reads_it_and_each_reading_is_journalled(claimed: Case):
    account = claimed.by("reviewer", read, claimed.dossier_id)
    assert account == LentAccount("azmoon", "Azmoon-1405", "ورود از صفحهٔ نخست")
    claimed.by("reviewer", release, claimed.dossier_id)
    claimed.claimed("colleague").by("colleague", read, claimed.dossier_id)
    with reading(claimed.office) as session:
        readers = [
            entry.person
            for entry in timeline_of(session, claimed.dossier_id)
            if entry.tag == "dossier:test-account:read"
        ]
    assert readers == ["کارشناس نخست", "کارشناس دوم"]


@pytest.mark.requirement("ENM-019")
@pytest.mark.parametrize("username", ["colleague", "clerk", "officer", "manager", "supervisor", "auditor"])
def test_others_do_not_see_it(claimed: Case, username):
    assert code_of(claimed, username, read, claimed.dossier_id) == "claim.not_yours"


def test_the_journal_never_learns_the_credentials(claimed: Case):
    claimed.by("reviewer", read, claimed.dossier_id)
    with reading(claimed.office) as session:
        said = " ".join(session.scalars(select(JournalEntry.content)))
    assert "azmoon" not in said.lower()


def test_a_newer_account_takes_the_place_of_the_older(claimed: Case):
    newer = LentAccount("azmoon2", "Azmoon-1406", None)
    run(claimed.office, keep, applicant(claimed.now), claimed.dossier_id, newer)
    assert claimed.by("reviewer", read, claimed.dossier_id) == newer
    with reading(claimed.office) as session:
        assert len(session.scalars(select(TestAccount)).all()) == 1


@pytest.mark.requirement("ENM-020")
@pytest.mark.parametrize(
    ("action", "by", "note"),
    [
        ("mark_not_applicable", "reviewer", "سایت فروش اینترنتی ندارد."),
        ("withdraw", "clerk", "به درخواست متقاضی"),
    ],
)
def test_it_is_erased_from_the_files_with_every_end_and_not_only_with_approval(
    claimed: Case, action, by, note
):
    claimed.step(action, by, note)
    assert code_of(claimed, "reviewer", read, claimed.dossier_id) == "test_account.none"
    claimed.office.close()
    everything = b"".join(path.read_bytes() for path in claimed.office.folder.iterdir() if path.is_file())
    assert b"Azmoon-1405" not in everything


@pytest.mark.requirement("G-07", "G-08")
def test_a_refused_dossier_keeps_it_for_a_re_examination(claimed: Case):
    reason = "مدل فعالیت فروشگاه با قوانین سازگار نیست."
    claimed.step("propose_refusal", note=reason).step("refuse", by="manager", note=reason)
    claimed.step("reexamine", by="supervisor", note="اعتراض متقاضی وارد است.").claimed("colleague")
    assert claimed.by("colleague", read, claimed.dossier_id).username == "azmoon"
