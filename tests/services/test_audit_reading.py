"""The audit shows who did and who saw what, newest first; reading it is itself an entry, once."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from desktop.language.messages import wordings
from desktop.models.errors import NotAllowed
from desktop.models.jalali import in_tehran
from desktop.models.journal import JournalEntry
from desktop.models.vocabulary import Language, Role
from desktop.services import claims, correspondence, lent_accounts
from desktop.services.audit_check import ChainsChecked, verify_chains
from desktop.services.audit_kinds import KIND_OF, TAGS, AuditKind
from desktop.services.audit_reading import AuditQuery, audit_page, open_audit
from desktop.services.people import actor_named
from desktop.services.staffing import change_roles, rename
from desktop.services.unit_of_work import reading, run
from tests.builders.damage import change_past_protections
from tests.builders.enamad import Case
from tests.language.test_messages import journalled


@pytest.fixture
def busy(claimed: Case) -> Case:
    """Some acts of every sort."""
    claimed.by("reviewer", lent_accounts.read, claimed.dossier_id)
    claimed.by("clerk", correspondence.letter_of, "commitment_letter", claimed.dossier_id, Language.PERSIAN)
    claimed.judged(B4="اطلاعات دامنه پنهان است.")
    claimed.by("reviewer", claims.reassign, claimed.dossier_id, "colleague", "مرخصی")
    claimed.by("administrator", change_roles, 1, [Role.CLERK, Role.REVIEWER])
    claimed.by("administrator", rename, 1, "مریم کاظمی")
    return claimed.step("announce_deficiency", by="colleague", note="یادداشت")


def opened(case: Case, username: str = "auditor"):
    return case.by(username, open_audit)


def entries(case: Case, **query):
    audit = opened(case)
    with reading(case.office) as session:
        return audit_page(session, audit, AuditQuery(**query), size=1000).entries


def test_it_is_read_from_the_newest_back_in_pages(busy: Case):
    everything = entries(busy)
    assert [one.id for one in everything] == sorted((one.id for one in everything), reverse=True)
    audit, seen, before = opened(busy), [], None
    while True:
        with reading(busy.office) as session:
            page = audit_page(session, audit, AuditQuery(), before, size=7)
        seen += page.entries
        before = page.before
        if before is None:
            break
    assert [one.id for one in seen[1:]] == [one.id for one in everything]


def test_opening_leaves_one_entry_that_is_not_part_of_the_reading(busy: Case):
    audit = opened(busy)
    with reading(busy.office) as session:
        for _ in range(3):
            page = audit_page(session, audit, AuditQuery())
        tags = session.scalars(select(JournalEntry.tag).order_by(JournalEntry.id.desc())).all()
    assert "office:audit:opened" not in {entry.tag for entry in page.entries}
    assert tags.count("office:audit:opened") == 1
    assert [entry.person for entry in entries(busy, kind=AuditKind.AUDIT)] == ["ممیز"]


def test_what_comes_while_somebody_reads_does_not_move_his_pages(busy: Case):
    audit = opened(busy)
    busy.resubmitted()
    with reading(busy.office) as session:
        assert audit_page(session, audit, AuditQuery()).entries[0].id == audit.up_to


@pytest.mark.parametrize(
    ("kind", "tags"),
    [
        (AuditKind.VIEW, {"dossier:test-account:read"}),
        (AuditKind.PRINT, {"dossier:letter:printed"}),
        (AuditKind.DECISION, {"dossier:step:taken"}),
        (AuditKind.HAND, {"dossier:claim:taken", "dossier:claim:reassigned"}),
        (AuditKind.JUDGEMENT, {"dossier:finding:recorded", "dossier:clearance:requested"}),
        (AuditKind.EXPORT, set()),
    ],
)
def test_it_is_filtered_by_kind(busy: Case, kind, tags):
    assert {entry.tag for entry in entries(busy, kind=kind)} == tags


def test_it_is_filtered_by_person_dossier_and_days(busy: Case):
    assert {entry.person for entry in entries(busy, person_id=3)} == {"کارشناس دوم"}
    assert {entry.dossier_number for entry in entries(busy, dossier_id=busy.dossier_id)} == {busy.number}
    today = in_tehran(busy.now).date()
    assert entries(busy, first_day=today + timedelta(days=1)) == ()
    of_today = entries(busy, first_day=today, last_day=today)
    assert {in_tehran(entry.at).date() for entry in of_today} == {today}
    assert len(of_today) + len(entries(busy, last_day=today - timedelta(days=1))) < len(entries(busy))


def test_an_entry_says_what_was_before_and_after(busy: Case):
    newest = {entry.tag: entry for entry in reversed(entries(busy))}
    (status,) = newest["dossier:step:taken"].differences
    assert (status.name, status.old["fa"], status.new["fa"]) == ("status", "در حال بررسی", "اعلام نقص")
    (holder,) = newest["dossier:claim:reassigned"].differences
    assert (holder.name, holder.old, holder.new) == ("holder", "کارشناس نخست", "کارشناس دوم")
    (name,) = newest["office:person:renamed"].differences
    assert (name.name, name.old, name.new) == ("value", "متصدی باجه", "مریم کاظمی")
    (roles,) = newest["office:roles:changed"].differences
    assert (roles.old, roles.new) == ([], ["reviewer"])


def test_an_entry_says_in_what_role_why_and_about_what(busy: Case):
    newest = {entry.tag: entry for entry in reversed(entries(busy))}
    taken = newest["dossier:step:taken"]
    assert (taken.role, taken.reason, taken.dossier_number) == ("reviewer", "یادداشت", busy.number)
    assert newest["dossier:claim:reassigned"].reason == "مرخصی"
    assert (newest["office:person:renamed"].about, newest["office:person:renamed"].dossier_id) == (
        "clerk",
        None,
    )
    assert newest["dossier:submission:received"].person is None


@pytest.mark.parametrize("username", ["clerk", "reviewer", "supervisor", "officer"])
def test_only_auditor_manager_and_administrator_open_it(busy: Case, username):
    with pytest.raises(NotAllowed):
        opened(busy, username)
    for allowed in ("auditor", "manager", "administrator"):
        opened(busy, allowed)


def test_every_act_the_program_journals_belongs_to_one_kind():
    assert journalled().keys() - KIND_OF.keys() == set()
    assert len(KIND_OF) == sum(len(tags) for tags in TAGS.values())


@pytest.mark.parametrize("language", list(Language))
def test_every_kind_has_its_word(language):
    assert wordings(language)["audit_kind"].keys() == {kind.value for kind in AuditKind}


def verified(case: Case):
    with reading(case.office) as session:
        auditor = actor_named(session, "auditor", case.now)
    checking, seen = verify_chains(case.office, auditor), []
    while True:
        try:
            seen.append(next(checking))
        except StopIteration as end:
            return end.value, seen


def test_sound_chains_hold_until_the_newest_entry(busy: Case):
    summary, seen = verified(busy)
    assert (summary.faults, summary.chains) == ((), 2)
    assert summary.entries == len(entries(busy))
    assert summary.until == entries(busy)[1].at
    assert seen[-1] == ChainsChecked(2, 2)


def test_a_chain_that_does_not_hold_is_named_with_its_dossier(busy: Case):
    change_past_protections(
        busy.office.folder,
        "journal_entry",
        "UPDATE journal_entry SET tag = 'x' WHERE chain = 1 AND sequence = 3",
    )
    (fault,) = verified(busy)[0].faults
    assert (fault.dossier_number, fault.sequence, fault.rule) == (busy.number, 3, "hash")


def test_verifying_is_for_who_may_read(busy: Case):
    clerk = run(busy.office, actor_named, "clerk", busy.now)
    with pytest.raises(NotAllowed):
        next(verify_chains(busy.office, clerk))
