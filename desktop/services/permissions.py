"""Who may do what, in words: the office's own work by role, the steps of its schemes, and what excludes what.

The office's work is declared here once more, beside the services that demand the roles; a test holds both
against each other.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from sqlalchemy.orm import Session

from desktop.models.jalali import in_tehran
from desktop.models.vocabulary import Role
from desktop.services.people import Actor
from desktop.services.rules import Label, Rules, TransitionRule, rules_of
from desktop.services.schemes.storing import list_schemes
from desktop.services.steps import KIND_OF_WORK, ROLES_WITHOUT_WORK

_ALL: Final = frozenset(Role)
_DESKS: Final = _ALL - {Role.AUDITOR, Role.ADMINISTRATOR}

OFFICE_WORK: Final[Mapping[str, frozenset[Role]]] = MappingProxyType(
    {
        "take_packages": frozenset({Role.CLERK, Role.SUPERVISOR}),
        "read_arrivals": frozenset({Role.CLERK, Role.SUPERVISOR, Role.AUDITOR}),
        "dismiss_packages": frozenset({Role.SUPERVISOR}),
        "record_payments": frozenset({Role.CLERK, Role.REVIEWER, Role.DOCUMENTS_OFFICER}),
        "receive_papers": frozenset({Role.CLERK, Role.DOCUMENTS_OFFICER}),
        "verify_contacts": frozenset({Role.REVIEWER}),
        "mark_evidence": frozenset({Role.REVIEWER, Role.DOCUMENTS_OFFICER}),
        "record_clearances": frozenset({Role.REVIEWER, Role.SUPERVISOR}),
        "check_codes": frozenset({Role.REVIEWER, Role.SUPPORT_AGENT}),
        "write_notes": _DESKS,
        "print_letters": _ALL - {Role.ADMINISTRATOR},
        "read_certificates": _ALL,
        "reassign_dossiers": frozenset({Role.SUPERVISOR}),
        "hand_on_dossiers": frozenset({Role.SUPERVISOR, Role.ADMINISTRATOR}),
        "record_destruction": frozenset({Role.SUPERVISOR}),
        "decide": frozenset({Role.MANAGER}),
        "read_audit": frozenset({Role.AUDITOR, Role.MANAGER, Role.ADMINISTRATOR}),
        "reveal_identity": _DESKS,
        "read_evidence": frozenset({Role.MANAGER, Role.AUDITOR}),
        "read_blacklists": frozenset({Role.MANAGER, Role.SUPERVISOR, Role.REVIEWER, Role.AUDITOR}),
        "keep_blacklists": frozenset({Role.MANAGER}),
        "keep_calendar": frozenset({Role.ADMINISTRATOR}),
        "keep_people": frozenset({Role.ADMINISTRATOR}),
        "read_schemes": _ALL,
        "add_schemes": frozenset({Role.ADMINISTRATOR}),
        "take_over_dossiers": frozenset({Role.ADMINISTRATOR}),
    }
)
"""Kind of work → the roles that may do it; their words are those of the kind `permission`."""


@dataclass(frozen=True, slots=True)
class StepPermission:
    """A step of a scheme in force, and the people's roles that may take it."""

    scheme: str
    action: str
    label: Label
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class Exclusion:
    """Who did `work` on a dossier may not take this step with it, whatever his roles (four eyes)."""

    scheme: str
    action: str
    label: Label
    role: Role
    work: str
    """`review`, `documents`, `intake` or `any`."""
    excluded: frozenset[Role]
    """The roles in which that work is done."""


@dataclass(frozen=True, slots=True)
class Permissions:
    """The whole matrix."""

    office: Mapping[str, frozenset[Role]]
    steps: tuple[StepPermission, ...]
    exclusions: tuple[Exclusion, ...]


def permissions(session: Session, actor: Actor) -> Permissions:
    """Who may do what today: the office's own work, and the steps of every scheme's version in force."""
    actor.demand(Role.ADMINISTRATOR, Role.AUDITOR)
    in_force = list(_rules_in_force(session, actor))
    return Permissions(
        office=OFFICE_WORK,
        steps=tuple(one for rules in in_force for one in _steps(rules)),
        exclusions=tuple(one for rules in in_force for one in _exclusions(rules)),
    )


def _rules_in_force(session: Session, actor: Actor) -> Iterator[Rules]:
    today = in_tehran(actor.at).date()
    for scheme in list_schemes(session):
        begun = [version for version in scheme.versions if version.valid_from <= today]
        if begun:
            yield rules_of(session, begun[-1].id)


def _steps(rules: Rules) -> Iterator[StepPermission]:
    by_action: dict[str, list[TransitionRule]] = {}
    for step in rules.transitions:
        by_action.setdefault(step.action, []).append(step)
    for action, steps in by_action.items():
        roles = frozenset(Role(step.role) for step in steps if step.role in set(Role))
        if roles:
            yield StepPermission(rules.scheme, action, steps[0].label, roles)


def _exclusions(rules: Rules) -> Iterator[Exclusion]:
    seen = set()
    for step in rules.transitions:
        for guard in step.guards:
            key = (step.action, step.role, guard.parameters.get("work"))
            if guard.name == "four_eyes" and key not in seen:
                seen.add(key)
                work = str(guard.parameters["work"])
                excluded = _roles_of_work(rules, work) - {Role(step.role)}
                yield Exclusion(rules.scheme, step.action, step.label, Role(step.role), work, excluded)


def _roles_of_work(rules: Rules, work: str) -> frozenset[Role]:
    working = {step.role for step in rules.transitions} - ROLES_WITHOUT_WORK
    return frozenset(Role(role) for role in working if work in ("any", KIND_OF_WORK.get(role, "review")))
