"""One certificate's page: its state with the reason, its life, what was printed, the dossiers about it."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from desktop.models.certificate import Certificate
from desktop.models.errors import NotFound
from desktop.models.vocabulary import CertificateState, Language
from desktop.services import correspondence
from desktop.services.certificate_page import Standing, certificate_page
from desktop.services.certificates import record_code_check
from desktop.services.people import actor_named
from desktop.services.unit_of_work import reading, writing
from tests.builders.enamad import Case


def page(case: Case, certificate_id: int = 1):
    with reading(case.office) as session:
        return certificate_page(session, actor_named(session, "auditor", case.now), certificate_id)


def set_state(case: Case, state: CertificateState):
    with writing(case.office) as session:
        session.scalars(select(Certificate)).one().state = state


def test_a_new_certificate_is_in_force_until_its_last_day(approved: Case):
    shown = page(approved)
    assert (shown.standing, shown.since) == (Standing.IN_FORCE, shown.row.issued_on)
    assert shown.expires_on == shown.row.last_valid_day + timedelta(days=1)
    assert shown.facts["holder"] == "سارا کریمی"
    assert (shown.issued_by, shown.code_seen_at) == ("مدیر", None)
    assert [one.number for one in shown.dossiers] == [approved.number]


@pytest.mark.requirement("ENM-098")
def test_its_end_comes_by_itself(approved: Case):
    last = page(approved).row.last_valid_day
    approved.later(days=(last - approved.today).days - 5)
    assert page(approved).standing is Standing.LAST_DAYS
    approved.later(days=6)
    shown = page(approved)
    assert (shown.standing, shown.since) == (Standing.DAY_PASSED, last + timedelta(days=1))
    assert shown.expires_on is None


@pytest.mark.parametrize(
    ("state", "standing"),
    [
        (CertificateState.EXPIRED, Standing.ENDED_EARLY),
        (CertificateState.SUSPENDED, Standing.SUSPENDED),
        (CertificateState.REVOKED, Standing.REVOKED),
        (CertificateState.CANCELLED, Standing.CANCELLED),
    ],
)
def test_every_other_state_says_why(approved: Case, state, standing):
    set_state(approved, state)
    shown = page(approved)
    assert (shown.standing, shown.expires_on) == (standing, None)


def test_its_life_is_told_from_the_journal(approved: Case):
    approved.by("reviewer", record_code_check, approved.certificate.number, installed=True)
    shown = page(approved)
    assert [event.tag for event in shown.life] == ["certificate:issue:done", "certificate:code:checked"]
    assert [event.person for event in shown.life] == ["مدیر", "کارشناس نخست"]
    assert shown.code_checked_by == "کارشناس نخست"
    assert shown.row.code_seen


def test_every_printing_of_it_and_of_its_letters_is_known(approved: Case):
    number = approved.certificate.number
    approved.by("manager", correspondence.certificate_print, number, Language.ARABIC)
    approved.by("clerk", correspondence.letter_of, "commitment_letter", approved.dossier_id, Language.PERSIAN)
    prints = page(approved).prints
    assert [(one.kind, one.language, one.person) for one in prints] == [
        (None, "ar", "مدیر"),
        ("commitment_letter", "fa", "متصدی باجه"),
    ]


def test_a_certificate_that_does_not_exist_has_no_page(approved: Case):
    with pytest.raises(NotFound) as refusal:
        page(approved, 99)
    assert refusal.value.code == "certificate.unknown"
