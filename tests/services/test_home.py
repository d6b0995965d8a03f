"""The home page: every figure is the length of the list it leads to, and each role sees its own."""

from datetime import date, timedelta

import pytest

from desktop.models.errors import NotAllowed
from desktop.models.vocabulary import Role
from desktop.services import claims
from desktop.services.closures import add_closure
from desktop.services.home import home_of
from desktop.services.home_figures import Target
from desktop.services.next_case import NextReason
from desktop.services.notes import write_note
from desktop.services.notifications import NewsKind
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case


def home(case: Case, username, role: Role):
    with reading(case.office) as session:
        return home_of(session, actor_named(session, username, case.now), role)


def counts(figures):
    return {figure.code: figure.count for figure in figures}


def test_a_reviewer_sees_what_is_in_hand_what_came_back_and_what_is_out(returned: Case):
    assert counts(home(returned, "reviewer", Role.REVIEWER).today) == {
        "in_hand": 0,
        "drafts": 0,
        "with_applicant": 1,
        "waiting_external": 0,
    }
    returned.later(days=2).resubmitted()
    page = home(returned, "reviewer", Role.REVIEWER)
    assert counts(page.urgent) == {"overdue": 0, "today": 0, "came_back": 1, "unseen": 0, "unclaimed": 1}
    assert (page.next.row.number, page.next.reason) == (returned.number, NextReason.KNOWN)
    theirs = home(returned, "colleague", Role.REVIEWER)
    assert counts(theirs.urgent)["came_back"] == 0
    assert theirs.next.reason is NextReason.MOST_URGENT


def test_the_next_case_is_the_one_that_is_then_taken(case: Case):
    case.submitted()
    # Due on Tuesday at ten.
    for hours, reason in ((0, NextReason.MOST_URGENT), (70, NextReason.DUE_TODAY), (3, NextReason.OVERDUE)):
        case.later(hours=hours)
        shown = home(case, "reviewer", Role.REVIEWER).next
        assert (shown.row.id, shown.reason) == (case.dossier_id, reason)
    assert case.by("reviewer", claims.claim_next).dossier_id == shown.row.id
    assert home(case, "reviewer", Role.REVIEWER).next is None


@pytest.mark.requirement("X-15")
def test_the_own_day_counts_what_is_due_on_each_working_day(claimed: Case):
    page = home(claimed, "reviewer", Role.REVIEWER)
    # Saturday noon: due on Tuesday, and the office closes at four.
    assert [(load.day.isoformat(), load.count) for load in page.load] == [
        ("2026-05-02", 0),
        ("2026-05-03", 0),
        ("2026-05-04", 0),
        ("2026-05-05", 1),
        ("2026-05-06", 0),
    ]
    assert page.minutes_left == 4 * 60
    claimed.by("administrator", add_closure, date(2026, 5, 4), "تعطیل")
    days = home(claimed, "reviewer", Role.REVIEWER).load
    assert [(load.day.day, load.count) for load in days] == [(2, 0), (3, 0), (5, 0), (6, 1), (9, 0)]


def test_news_is_what_happened_since_the_last_working_day_ended(returned: Case):
    returned.now = returned.now.replace(hour=5) + timedelta(days=2)
    returned.by("colleague", write_note, returned.dossier_id, "زنگ زدم.")
    page = home(returned, "reviewer", Role.REVIEWER)
    assert page.news == {NewsKind.NOTE: 1}
    assert page.news_since < returned.now < page.news_since + timedelta(days=1)
    assert home(returned.later(days=2), "reviewer", Role.REVIEWER).news == {}


@pytest.mark.requirement("G-17", "ENM-072")
def test_papers_are_awaited_arrive_are_checked_and_come_again(papers: Case):
    def seen():
        page = home(papers, "officer", Role.DOCUMENTS_OFFICER)
        figures = counts((*page.urgent, *page.today))
        return {code: count for code, count in figures.items() if "papers" in code}

    nothing = dict.fromkeys(seen(), 0)
    assert seen() == nothing | {"papers_awaited": 1}
    papers.papers_received()
    assert seen() == nothing | {"papers_to_check": 1, "papers_arrived_today": 1}
    papers.papers_judged(commitment_letter="بی امضا").step("reject_documents", by="officer")
    papers.later(days=3)
    assert seen() == nothing
    papers.papers_received("44710002")
    assert seen() == nothing | {"papers_to_check": 1, "papers_arrived_today": 1, "papers_resent": 1}


def test_a_manager_sees_what_awaits_a_decision_and_what_is_ready(at_manager: Case):
    page = home(at_manager, "manager", Role.MANAGER)
    assert counts(page.urgent) == {"to_decide": 1, "overdue": 0, "today": 0, "on_the_way": 0}
    assert counts(page.today)["ready"] == 1
    assert [figure.target for figure in page.today if figure.code == "ready"] == [Target.STACK]
    assert sum(load.count for load in page.load) == 1
    late = home(at_manager.later(days=30), "manager", Role.MANAGER)
    assert (counts(late.urgent)["overdue"], counts(late.today)["overdue_decision"]) == (1, 1)


def test_a_manager_sees_how_work_flows_and_who_holds_what(claimed: Case):
    flow = home(claimed, "manager", Role.MANAGER).flow
    assert [(day.came, day.left) for day in flow.days] == [(0, 0)] * 9 + [(1, 0)]
    assert flow.bottleneck is None
    (load,) = home(claimed, "manager", Role.MANAGER).loads
    assert (load.name, load.held, load.overdue) == ("کارشناس نخست", 1, 0)
    claimed.later(days=5).judged(B4="پنهان است.").step("announce_deficiency")
    page = home(claimed, "manager", Role.MANAGER)
    assert (page.flow.days[-1].left, page.loads) == (1, ())


def test_the_bottleneck_is_where_dossiers_stayed_longest(case: Case):
    for _ in range(3):
        case.submitted().claimed().later(days=1).judged(B4="پنهان است.").step("announce_deficiency")
    slowest = home(case, "manager", Role.MANAGER).flow.bottleneck
    assert (slowest.scheme, slowest.status) == ("enamad", "under_review")
    assert 0.5 < slowest.days < 2


def test_a_clerk_sees_what_arrived_and_what_is_in_quarantine(case: Case):
    case.submitted()
    broken = case.scratch / "broken.zip"
    broken.write_bytes(b"no package")
    case.handed_in(broken)
    page = home(case, "clerk", Role.CLERK)
    assert counts(page.today) == {"packages_today": 1, "quarantine": 1}
    assert [figure.target for figure in page.today] == [Target.ARRIVALS, Target.QUARANTINE]
    assert counts(home(case.later(days=1), "clerk", Role.CLERK).today) == {
        "packages_today": 0,
        "quarantine": 1,
    }


def test_an_administrator_sees_people_and_what_is_coming(case: Case):
    case.by("administrator", add_closure, case.today + timedelta(days=1), "تعطیل رسمی")
    page = home(case, "administrator", Role.ADMINISTRATOR)
    assert counts(page.today) == {"quarantine": 0, "people": 9}
    assert (page.coming[0].day, page.coming[0].title) == (case.today + timedelta(days=1), "تعطیل رسمی")


def test_a_page_is_shown_only_in_a_role_one_has(case: Case):
    with pytest.raises(NotAllowed):
        home(case, "reviewer", Role.MANAGER)
