"""Identity data is shown masked; who wants to see it whole leaves a trace that does not say it."""

import pytest

from desktop.services.identity import IDENTITY_NUMBER, masked, reveal_identity
from desktop.services.people import actor_named
from desktop.services.timeline import newest_of, timeline_of
from desktop.services.undoing import undoable
from desktop.services.unit_of_work import reading
from tests.builders.enamad import Case
from tests.builders.refusals import code_of


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("10101234542", "1010•••••42"),
        ("0499370899", "0499••••99"),
        ("09121234567", "0912•••••67"),
        ("123456", "••••56"),
        ("12", "•2"),
        ("1", "•"),
        ("", ""),
    ],
)
def test_the_middle_is_hidden(value, shown):
    assert masked(value) == shown


def test_the_whole_is_shown_to_who_works_on_dossiers(claimed: Case):
    whole = claimed.by("reviewer", reveal_identity, claimed.dossier_id, IDENTITY_NUMBER)
    assert whole.isdigit()
    mobile = claimed.by("supervisor", reveal_identity, claimed.dossier_id, "applicant_mobile")
    assert mobile == "09121234567"


def test_each_look_is_journalled_without_what_was_seen(claimed: Case):
    whole = claimed.by("reviewer", reveal_identity, claimed.dossier_id, IDENTITY_NUMBER)
    claimed.by("reviewer", reveal_identity, claimed.dossier_id, "applicant_mobile")
    with reading(claimed.office) as session:
        looks = newest_of(session, claimed.dossier_id, ["dossier:identity:revealed"], 9)
        everything = str(timeline_of(session, claimed.dossier_id))
    assert [(look.person, look.values) for look in looks] == [
        ("کارشناس نخست", {"field": "applicant_mobile"}),
        ("کارشناس نخست", {}),
    ]
    assert whole not in everything


@pytest.mark.parametrize("username", ["auditor", "administrator"])
def test_who_has_no_work_on_dossiers_sees_no_identity(claimed: Case, username):
    code = code_of(claimed, username, reveal_identity, claimed.dossier_id, IDENTITY_NUMBER)
    assert code == "role.missing"


@pytest.mark.parametrize("field", ["applicant_email", "proxy_national_id", "nothing"])
def test_what_is_not_masked_or_not_given_cannot_be_revealed(claimed: Case, field):
    assert code_of(claimed, "reviewer", reveal_identity, claimed.dossier_id, field) == "identity.unknown"


def test_an_unknown_dossier_has_no_identity(claimed: Case):
    assert code_of(claimed, "reviewer", reveal_identity, 99, IDENTITY_NUMBER) == "dossier.unknown"


def test_looking_does_not_take_away_the_way_back_from_a_step(claimed: Case):
    claimed.judged(B4="پنهان است.").step("announce_deficiency")
    claimed.later(hours=-1)
    claimed.by("colleague", reveal_identity, claimed.dossier_id, IDENTITY_NUMBER)
    claimed.later(hours=-1)
    with reading(claimed.office) as session:
        assert undoable(session, actor_named(session, "reviewer", claimed.now), claimed.dossier_id)
