"""A person is told what others did with his dossiers, of his own acts nothing, and all until he saw it."""

from datetime import timedelta

import pytest
from sqlalchemy import event

from desktop.models.journal import NEWS
from desktop.services import notifications as told
from desktop.services.claims import reassign
from desktop.services.notes import write_note
from desktop.services.notifications import NewsKind, held_by, mark_all_read, notifications
from desktop.services.people import actor_named
from desktop.services.seen import follow, mark_seen
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case


def news(case: Case, username="reviewer", **since):
    with reading(case.office) as session:
        return notifications(session, actor_named(session, username, case.now), **since)


def kinds(case: Case, username="reviewer"):
    return [one.kind for one in news(case, username)]


@pytest.mark.requirement("X-07")
def test_an_answer_is_told_to_who_asked(returned: Case):
    returned.later(days=2).resubmitted()
    (answer,) = news(returned)
    assert (answer.kind, answer.number, answer.unread) == (NewsKind.ANSWER, returned.number, True)
    assert (answer.entry.person, answer.entry.values["to_label"]["fa"]) == (None, "در حال بررسی")


def test_what_i_did_myself_is_no_news_to_me(returned: Case):
    returned.by("reviewer", write_note, returned.dossier_id, "زنگ زدم.")
    assert news(returned) == []


def test_what_happened_before_i_took_it_in_hand_is_no_news(case: Case):
    case.submitted()
    case.by("colleague", write_note, case.dossier_id, "تازه رسیده.")
    case.claimed()
    assert news(case) == []


def test_who_has_nothing_to_do_with_it_is_told_nothing(returned: Case):
    returned.later(days=2).resubmitted()
    assert news(returned, "colleague") == []
    assert news(returned, "clerk") == []


def test_who_follows_is_told_and_who_no_longer_holds_it_too(returned: Case):
    returned.by("auditor", follow, returned.dossier_id)
    returned.by("colleague", write_note, returned.dossier_id, "دامنه را دیدم.")
    assert kinds(returned, "auditor") == kinds(returned) == [NewsKind.NOTE]


def test_a_referral_is_told_to_its_receiver_and_a_dossier_taken_away_to_its_holder(claimed: Case):
    claimed.judged(B4="پنهان است.")
    claimed.by("supervisor", reassign, claimed.dossier_id, "colleague", "مرخصی")
    assert kinds(claimed, "colleague") == [NewsKind.REFERRAL]
    assert kinds(claimed) == [NewsKind.TAKEN_AWAY]
    claimed.by("supervisor", reassign, claimed.dossier_id, "allrounder", "بار کار")
    assert kinds(claimed, "colleague") == [NewsKind.REFERRAL]
    assert kinds(claimed) == [NewsKind.MOVE, NewsKind.TAKEN_AWAY]


@pytest.mark.requirement("ENM-012")
def test_decisions_papers_and_clearances_on_my_dossiers_are_told_newest_first(at_manager: Case):
    at_manager.step("approve", by="manager")
    assert kinds(at_manager) == [
        NewsKind.DECISION,
        NewsKind.MOVE,
        NewsKind.PAPERS,
        NewsKind.CLEARANCE,
    ]
    moments = [one.entry.at for one in news(at_manager)]
    assert moments == sorted(moments, reverse=True)


def test_what_i_have_seen_is_read(returned: Case):
    returned.later(days=2).resubmitted()
    returned.by("reviewer", mark_seen, returned.dossier_id)
    returned.by("colleague", write_note, returned.dossier_id, "دامنه را دیدم.")
    assert [(one.kind, one.unread) for one in news(returned)] == [
        (NewsKind.NOTE, True),
        (NewsKind.ANSWER, False),
    ]


def test_everything_can_be_marked_read_at_once_for_oneself(returned: Case):
    returned.by("colleague", follow, returned.dossier_id)
    returned.later(days=2).resubmitted()
    returned.by("reviewer", mark_all_read)
    assert [one.unread for one in news(returned)] == [False]
    assert [one.unread for one in news(returned, "colleague")] == [True]


def test_older_news_is_told_only_when_asked_for(returned: Case):
    returned.later(days=2).resubmitted()
    returned.later(days=15)
    assert news(returned) == []
    assert len(news(returned, since=returned.now - timedelta(days=30))) == 1


def test_a_step_can_be_taken_back_by_who_took_it_while_its_notice_is_held(claimed: Case):
    claimed.judged(B4="پنهان است.").step("announce_deficiency")
    moment = claimed.now
    claimed.now = moment - timedelta(hours=1) + timedelta(seconds=2)
    with reading(claimed.office) as session:
        (held,) = held_by(session, actor_named(session, "reviewer", claimed.now))
        assert held_by(session, actor_named(session, "colleague", claimed.now)) == []
        assert held_by(session, actor_named(session, "reviewer", moment)) == []
    assert (held.dossier_id, held.action, held.status) == (
        claimed.dossier_id,
        "announce_deficiency",
        "under_review",
    )
    assert held.until > claimed.now


def test_every_kind_of_news_is_classified_and_found_by_its_index(returned: Case):
    asked = []
    event.listen(
        returned.office.reading, "before_cursor_execute", lambda *given: asked.append((given[2], given[3]))
    )
    assert set(NEWS) == told._BY_TAG.keys()
    news(returned)
    statement, values = next(one for one in asked if "journal_entry.tag IN" in one[0])
    with returned.office.reading.connect() as connection:
        plan = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values).all()
    assert "ix_journal_entry_news" in str(plan)
