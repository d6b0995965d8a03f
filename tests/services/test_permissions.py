"""The matrix of permissions says what the services demand, the schemes allow, and what excludes what."""

import ast
from pathlib import Path

import pytest

from desktop.language.messages import wordings
from desktop.models.errors import NotAllowed
from desktop.models.vocabulary import Language, PseudoRole, Role
from desktop.services import permissions as module
from desktop.services.people import actor_named
from desktop.services.permissions import OFFICE_WORK, permissions
from desktop.services.unit_of_work import reading
from tests.builders.enamad import BEGUN_AT

SERVICES = Path(module.__file__).parent
WORK_OF = {
    "approval.stack": "decide",
    "approval.decide_many": "decide",
    "approval.evidence": "read_evidence",
    "arrivals._demand_reader": "read_arrivals",
    "arrivals.saved_bytes": "take_packages",
    "audit_check": "read_audit",
    "audit_reading": "read_audit",
    "blacklist.enter": "keep_blacklists",
    "blacklist.lift": "keep_blacklists",
    "blacklist_entries": "read_blacklists",
    "bulk_load": "take_over_dossiers",
    "calendar_editing": "keep_calendar",
    "certificate_page": "read_certificates",
    "certificate_register": "read_certificates",
    "certificates.record_code_check": "check_codes",
    "claims.reassign": "reassign_dossiers",
    "clearances": "record_clearances",
    "closures": "keep_calendar",
    "correspondence": "print_letters",
    "counter_checks": "take_packages",
    "counter_drafts": "take_packages",
    "counter_form": "take_packages",
    "counter_papers": "take_packages",
    "fees": "record_payments",
    "hiring": "keep_people",
    "identity": "reveal_identity",
    "leaving": "hand_on_dossiers",
    "notes.mark": "mark_evidence",
    "notes.write_note": "write_notes",
    "physical_documents.receive_packet": "receive_papers",
    "quarantine.set_aside": "dismiss_packages",
    "retention": "record_destruction",
    "scheme_comparison": "read_schemes",
    "scheme_pages": "read_schemes",
    "stack_rows": "read_evidence",
    "staff_register": "keep_people",
    "staffing": "keep_people",
    "storing": "add_schemes",
    "taking": "take_packages",
    "verifications": "verify_contacts",
}
"""Service, or a whole module of them, → the kind of work it is."""
BY_DESK = {"home.home_of", "physical_documents.judge_paper", "review.reviewable"}
"""These ask whose desk it is: the scheme's, or the one somebody has chosen."""
OF_THE_WINDOW = {"home.home_of", "permissions.permissions"}
"""What only reads about the office itself, or about the own day of who asks."""


def demands():
    """Every `demand(…)` of a service with the roles it names."""
    for path in sorted(SERVICES.rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef):
                for call in ast.walk(function):
                    if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "demand":
                        yield f"{path.stem}.{function.name}", call


def roles_in(call):
    named = eval(  # noqa: S307 - our own source
        f"[*({', '.join(map(ast.unparse, call.args))},)]", {"Role": Role, "PseudoRole": PseudoRole}
    )
    return {role for role in named if isinstance(role, Role)}


def test_the_table_says_what_the_services_demand():
    wrong, used = [], set()
    for service, call in demands():
        work = WORK_OF.get(service) or WORK_OF.get(service.split(".")[0])
        used.add(work)
        if service in BY_DESK | OF_THE_WINDOW:
            continue
        if work is None or roles_in(call) != OFFICE_WORK[work]:
            wrong.append((service, work, sorted(roles_in(call))))
    assert wrong == []
    assert OFFICE_WORK.keys() - used == set()


@pytest.mark.parametrize("language", list(Language))
def test_every_kind_of_work_has_its_words(language):
    assert wordings(language)["permission"].keys() == OFFICE_WORK.keys()


@pytest.fixture
def matrix(enamad):
    with reading(enamad) as session:
        return permissions(session, actor_named(session, "administrator", BEGUN_AT))


def test_steps_of_the_version_in_force_are_there_with_their_roles(matrix):
    steps = {step.action: step for step in matrix.steps}
    assert steps["approve"].roles == {Role.MANAGER}
    assert steps["withdraw"].roles == {Role.CLERK}
    assert steps["resume"].roles == {Role.REVIEWER, Role.SUPERVISOR}
    assert steps["approve"].label["fa"] == "تأیید نهایی"
    assert "submit" not in steps
    assert "lapse" not in steps


@pytest.mark.requirement("X-R12")
def test_what_excludes_what_is_told(matrix):
    told = {(one.action, one.work): one for one in matrix.exclusions}
    approve = told["approve", "any"]
    assert (approve.role, approve.excluded) == (
        Role.MANAGER,
        {Role.REVIEWER, Role.DOCUMENTS_OFFICER, Role.CLERK, Role.SUPPORT_AGENT},
    )
    papers = told["accept_documents", "review"]
    assert (papers.role, papers.excluded) == (
        Role.DOCUMENTS_OFFICER,
        {Role.REVIEWER, Role.SUPPORT_AGENT},
    )


def test_it_is_for_administrators_and_auditors(enamad):
    with reading(enamad) as session:
        permissions(session, actor_named(session, "auditor", BEGUN_AT))
        with pytest.raises(NotAllowed):
            permissions(session, actor_named(session, "reviewer", BEGUN_AT))
