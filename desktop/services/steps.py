"""The one door for steps: asks the guards, moves the dossier, carries out effects, stamps and journals."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import update
from sqlalchemy.orm import Session
from sqlalchemy.orm.attributes import set_committed_value

from desktop.models.dossier import Dossier, StatusChange
from desktop.models.errors import Conflict, NotAllowed, NotFound, RuleBroken
from desktop.models.vocabulary import Phase, PseudoRole, Role
from desktop.services import certificates, effects, journal
from desktop.services.due_dates import recompute_due
from desktop.services.guard_questions import question_of, which_hold
from desktop.services.held_acts import hold, is_reversible, let_go, standing_of
from desktop.services.people import Actor, clock
from desktop.services.rules import Call, Label, Rules, TransitionRule, rules_of
from desktop.services.work_done import record_work

ROLES_WITHOUT_WORK = frozenset(
    {Role.MANAGER.value, Role.SUPERVISOR.value, PseudoRole.APPLICANT.value, PseudoRole.SYSTEM.value}
)
"""Steps in these roles judge or order the work; they are no work on the dossier themselves."""
KIND_OF_WORK = {Role.DOCUMENTS_OFFICER.value: "documents", Role.CLERK.value: "intake"}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a step is closed: a code with values; the face makes the sentence."""

    code: str
    values: dict[str, Any]


@dataclass(frozen=True, slots=True)
class StepAnswer:
    """One step a person's roles name, open or closed with every reason."""

    action: str
    label: Label
    role: str
    to_status: str
    note: str
    refusals: tuple[Refusal, ...]
    can_be_undone: bool
    """Whether it can be taken back for some seconds; a step that cannot is worth a question before it."""

    @property
    def is_open(self) -> bool:
        """True when the step may be taken now."""
        return not self.refusals


@dataclass(frozen=True, slots=True)
class StepTaken:
    """A step that was taken."""

    dossier_id: int
    number: str
    action: str
    from_status: str
    to_status: str
    round: int
    version: int


def take_step(
    session: Session,
    actor: Actor,
    dossier_id: int,
    action: str,
    note: str | None = None,
    version: int | None = None,
) -> StepTaken:
    """Take one step with a dossier (X-03, ENM-053…076).

    `version` is the state the person had before him: an older one is refused, never merged. Raises NotFound,
    RuleBroken("step.not_from_here"), NotAllowed("step.role_missing"), RuleBroken("step.note_missing"),
    Conflict("dossier.changed"), and for a guard RuleBroken("guard.<name>") with its parameters.
    """
    session.flush()
    dossier = session.get(Dossier, dossier_id, populate_existing=True)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    if version is not None and version != dossier.version:
        raise Conflict("dossier.changed", number=dossier.number, seen=version, now=dossier.version)
    rules = rules_of(session, dossier.scheme_version_id)
    first: list[Refusal] = []
    for step in _steps_for(rules, dossier, actor, action):
        refusals = _refusals(session, actor, dossier, step, note)
        if not refusals:
            return _move(session, actor, dossier, rules, step, note)
        first = first or refusals
    raise RuleBroken(first[0].code, **first[0].values)


def take_system_step(session: Session, dossier_id: int, at: datetime) -> StepTaken | None:
    """Take the step that the clock may take with this dossier now, if its scheme has one that is open."""
    actor = clock(at)
    for answer in steps_open_to(session, actor, dossier_id):
        if answer.is_open:
            return take_step(session, actor, dossier_id, answer.action)
    return None


def steps_open_to(session: Session, actor: Actor, dossier_id: int) -> list[StepAnswer]:
    """Every step this person's roles name from where the dossier is, each open or with all its reasons."""
    dossier = session.get(Dossier, dossier_id)
    if dossier is None:
        raise NotFound("dossier.unknown", dossier_id=dossier_id)
    rules = rules_of(session, dossier.scheme_version_id)
    mine = [step for step in rules.steps_from(dossier.status) if step.role in actor.roles]
    asked = [guard for step in mine for guard in step.guards if guard.name != "note_given"]
    holding = which_hold(session, actor, dossier_id, asked, note=None)
    return [
        StepAnswer(
            step.action,
            step.label,
            step.role,
            step.to_status,
            step.note,
            tuple(
                _refusal(dossier, guard)
                for guard in step.guards
                if guard.name != "note_given" and question_of(guard) not in holding
            ),
            is_reversible(rules, step),
        )
        for step in mine
    ]


def _steps_for(rules: Rules, dossier: Dossier, actor: Actor, action: str) -> list[TransitionRule]:
    steps = [step for step in rules.steps_from(dossier.status) if step.action == action]
    if not steps:
        raise RuleBroken(
            "step.not_from_here",
            action=action,
            number=dossier.number,
            status=dossier.status,
            possible=sorted({step.action for step in rules.steps_from(dossier.status)}),
        )
    mine = [step for step in steps if step.role in actor.roles]
    if not mine:
        raise NotAllowed("step.role_missing", action=action, roles=sorted({step.role for step in steps}))
    return mine


def _refusals(
    session: Session, actor: Actor, dossier: Dossier, step: TransitionRule, note: str | None
) -> list[Refusal]:
    if step.note == "required" and not (note or "").strip():
        return [Refusal("step.note_missing", {"action": step.action})]
    holding = which_hold(session, actor, dossier.id, step.guards, note)
    return [_refusal(dossier, guard) for guard in step.guards if question_of(guard) not in holding]


def _refusal(dossier: Dossier, guard: Call) -> Refusal:
    return Refusal(f"guard.{guard.name}", {"number": dossier.number, **guard.parameters})


def _move(
    session: Session, actor: Actor, dossier: Dossier, rules: Rules, step: TransitionRule, note: str | None
) -> StepTaken:
    came_from, to = dossier.status, rules.statuses[step.to_status]
    before = standing_of(dossier)
    raise_version(session, dossier)
    dossier.status, dossier.phase, dossier.status_since = to.code, to.phase, actor.at
    if to.phase is Phase.ENDED:
        dossier.claimed_by_id = dossier.claimed_at = None
        certificates.end_parallel(session, actor, dossier)
    # Notices last: they tell what the other effects have settled, such as the answer deadline.
    for effect in sorted(step.effects, key=lambda effect: effect.name == "send_notice"):
        effects.carry_out(session, actor, dossier, effect, note)
    change = StatusChange(
        dossier_id=dossier.id,
        at=actor.at,
        action=step.action,
        from_status=came_from,
        to_status=to.code,
        phase=to.phase,
        role=step.role,
        person_id=actor.person_id,
        note=note,
        round=dossier.round,
    )
    session.add(change)
    if step.role not in ROLES_WITHOUT_WORK:
        record_work(session, actor, dossier.id, KIND_OF_WORK.get(step.role, "review"))
    recompute_due(session, [dossier.id])
    journal.record(
        session,
        actor,
        "dossier:step:taken",
        dossier.id,
        action=step.action,
        role=step.role,
        **{"from": came_from, "to": to.code, "round": dossier.round, "note": note},
    )
    session.flush()
    if is_reversible(rules, step):
        hold(session, actor, dossier, before, change)
    else:
        let_go(session, dossier.id)
    return StepTaken(
        dossier.id, dossier.number, step.action, came_from, to.code, dossier.round, dossier.version
    )


def raise_version(session: Session, dossier: Dossier) -> None:
    """Raise the dossier's version before it is changed; raises Conflict("dossier.changed") in a lost race."""
    seen = dossier.version
    raised = session.execute(
        update(Dossier).where(Dossier.id == dossier.id, Dossier.version == seen).values(version=seen + 1),
        execution_options={"synchronize_session": False},
    )
    if raised.rowcount != 1:  # type: ignore[attr-defined]
        raise Conflict("dossier.changed", number=dossier.number, seen=seen, now=None)
    set_committed_value(dossier, "version", seen + 1)
