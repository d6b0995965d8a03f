"""A row of a queue: what is new, how urgent, whose, and why to be careful."""

from datetime import timedelta

import pytest

from desktop.models.vocabulary import BlacklistSubject, DossierKind, Phase
from desktop.services.blacklist import enter
from desktop.services.cautions import Caution
from desktop.services.changes import what_changed
from desktop.services.claims import reassign
from desktop.services.desk_rows import desk_rows
from desktop.services.due_states import DueKind
from desktop.services.notes import write_note
from desktop.services.people import Actor, actor_named
from desktop.services.seen import follow, mark_seen
from desktop.services.unit_of_work import reading
from tests.builders.dossier_rows import NOW, a_row, add_schemes, load, staff
from tests.builders.enamad import Case


def row_of(case: Case, username="reviewer"):
    with reading(case.office) as session:
        (row,) = desk_rows(session, actor_named(session, username, case.now), [case.dossier_id])
    return row


def test_a_row_says_what_the_dossier_is_and_where_it_stands(claimed: Case):
    row, details = row_of(claimed), claimed.details
    assert (row.number, row.applicant_name, row.subject) == (
        details.number,
        details.applicant_name,
        details.subject,
    )
    assert (row.scheme, row.scheme_title["fa"], row.kind) == (
        "enamad",
        "نماد اعتماد الکترونیکی",
        DossierKind.INITIAL,
    )
    assert (row.status, row.status_label, row.phase) == ("under_review", details.status_label, Phase.REVIEW)
    assert (row.family, row.icon, row.round, row.version) == ("blue", "eye", 1, details.version)
    assert (row.returned, row.cautions) == (False, frozenset())


def test_whose_it_is_and_since_when(case: Case):
    case.submitted()
    arrived = case.now - timedelta(hours=1)
    free = row_of(case)
    assert (free.holder, free.is_mine, free.at_desk_since) == (None, False, arrived)
    case.later(hours=2).claimed()
    mine, theirs = row_of(case), row_of(case, "colleague")
    assert (mine.holder, mine.is_mine, theirs.is_mine) == ("کارشناس نخست", True, False)
    assert mine.at_desk_since == arrived + timedelta(hours=3)


@pytest.mark.requirement("X-07", "ENM-064")
def test_what_came_back_from_the_applicant_is_unread_and_counts_its_changes(returned: Case):
    returned.later(days=2).resubmitted()
    mine, theirs = row_of(returned), row_of(returned, "colleague")
    assert (mine.unread, mine.returned, mine.round) == (True, True, 2)
    with reading(returned.office) as session:
        changes = what_changed(session, actor_named(session, "reviewer", returned.now), returned.dossier_id)
    assert mine.changes == theirs.changes == changes.count > 0
    returned.by("reviewer", mark_seen, returned.dossier_id)
    assert (row_of(returned).unread, row_of(returned).changes) == (False, changes.count)


def test_marks_of_one_person_are_not_those_of_another(claimed: Case):
    claimed.by("reviewer", follow, claimed.dossier_id)
    claimed.by("reviewer", write_note, claimed.dossier_id, "دیدم.")
    assert (row_of(claimed).followed, row_of(claimed).unread) == (True, False)
    assert (row_of(claimed, "colleague").followed, row_of(claimed, "colleague").unread) == (False, True)


def test_after_a_reassignment_the_row_is_the_receivers(claimed: Case):
    claimed.by("reviewer", reassign, claimed.dossier_id, "colleague", "مرخصی")
    assert (row_of(claimed).is_mine, row_of(claimed, "colleague").is_mine) == (False, True)


@pytest.mark.requirement("X-15", "ENM-057")
def test_the_clock_runs_down_stands_while_the_applicant_has_it_and_goes_on(claimed: Case):
    first = row_of(claimed)
    # Opened at 10 o'clock on Saturday with three days of eight hours; two hours later.
    assert (first.due.kind, first.due.minutes_left) == (DueKind.RUNNING, 22 * 60)
    assert first.due.share_left == pytest.approx(22 / 24)
    assert not first.due.is_near
    claimed.judged(B4="پنهان است.").step("announce_deficiency")
    stopped = row_of(claimed)
    claimed.later(days=9)
    later = row_of(claimed)
    assert later.due == stopped.due
    assert (stopped.due.kind, stopped.due.due_at) == (DueKind.PAUSED, None)
    assert stopped.due.minutes_left == 21 * 60
    assert stopped.due.paused_since == claimed.details.status_since


@pytest.fixture
def loaded(office):
    people = staff(office)
    add_schemes(office, people["golnaz"])
    return office, people


def rows_at(office, actor: Actor, count, at=NOW):
    with reading(office) as session:
        moved = Actor(actor.person_id, actor.name, actor.roles, at)
        return desk_rows(session, moved, range(1, count + 1))


@pytest.mark.requirement("X-15")
def test_a_dossier_grows_urgent_from_day_to_day(loaded):
    office, people = loaded
    load(office, people["golnaz"], a_row(1, status_since=NOW, opened_at=NOW))
    (row,) = rows_at(office, people["sara"], 1)
    due = row.due.due_at
    for at, kind, is_near in (
        (NOW, DueKind.RUNNING, False),
        (due - timedelta(days=1), DueKind.RUNNING, True),
        (due - timedelta(hours=1), DueKind.TODAY, True),
        (due, DueKind.TODAY, True),
        (due + timedelta(minutes=1), DueKind.OVERDUE, True),
    ):
        (row,) = rows_at(office, people["sara"], 1, at)
        assert (row.due.kind, row.due.is_near) == (kind, is_near)
    assert (row.due.minutes_left, row.due.share_left) == (-1, 0.0)


def test_a_dossier_taken_over_while_with_the_applicant_is_paused_since_then(loaded):
    office, people = loaded
    since = NOW - timedelta(days=3)
    load(
        office, people["golnaz"], a_row(1, status="deficient", status_since=since), a_row(2, status="active")
    )
    deficient, active = rows_at(office, people["sara"], 2)
    assert (deficient.due.kind, deficient.due.paused_since) == (DueKind.PAUSED, since)
    assert (deficient.due.minutes_left, deficient.due.share_left) == (None, None)
    assert (active.due.kind, active.due.paused_since) == (DueKind.NONE, None)


@pytest.mark.requirement("ENM-018", "C-28")
def test_the_row_warns_of_refusals_blacklists_and_other_claims_to_the_subject(loaded):
    office, people = loaded
    refused = a_row(1, status="refused")
    same_person = {"identity_number": refused.identity_number}
    load(
        office,
        people["golnaz"],
        refused,
        a_row(2, subject="second.example", **same_person),
        a_row(3, subject="SECOND.example"),
        a_row(4, subject="third.example"),
        a_row(5, subject="Third.example", status="withdrawn"),
        a_row(6, status="withdrawn"),
        a_row(7, identity_number=a_row(6).identity_number),
    )
    case = Case(office, office.folder)
    for kind, value in (
        (BlacklistSubject.DOMAIN_NAME, "THIRD.example"),
        (BlacklistSubject.PERSON, a_row(7).identity_number),
        (BlacklistSubject.PERSON, a_row(6).identity_number),
    ):
        case.by("houshang", enter, kind, value, "حکم", "پلیس")
    cautions = {row.id: row.cautions for row in rows_at(office, people["sara"], 7)}
    assert cautions == {
        1: frozenset(),
        2: {Caution.EARLIER_REFUSAL, Caution.DUPLICATE_SUBJECT},
        3: {Caution.DUPLICATE_SUBJECT},
        4: {Caution.BLACKLISTED},
        5: {Caution.BLACKLISTED},
        6: {Caution.BLACKLISTED},
        7: {Caution.BLACKLISTED},
    }


def test_rows_come_in_the_order_asked_for_without_what_is_gone(loaded):
    office, people = loaded
    load(office, people["golnaz"], *(a_row(serial) for serial in range(1, 4)))
    with reading(office) as session:
        assert [row.id for row in desk_rows(session, people["sara"], [3, 99, 1])] == [3, 1]
        assert desk_rows(session, people["sara"], []) == []
