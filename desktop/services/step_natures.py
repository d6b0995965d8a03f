"""What a step is to the desk it is taken from: told by its guards and where it leads, never by its name."""

from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy.orm import Session

from desktop.models.dossier import Dossier
from desktop.models.vocabulary import Phase
from desktop.services.notices import carries_note
from desktop.services.people import Actor
from desktop.services.rules import Rules, TransitionRule, rules_of
from desktop.services.steps import StepAnswer, steps_open_to

_FINDS_FAULT = frozenset({"some_item_rejected", "some_paper_rejected"})
_FINDS_ALL_WELL = frozenset({"all_items_judged", "documents_accepted"})
_SWITCHED_OFF = "guard.parameter_on"


class StepNature(StrEnum):
    """What a step means for the work on the desk."""

    APPROVAL = "approval"
    """The work is done and all is well."""
    DEFICIENCY = "deficiency"
    """What was found wanting goes back to the applicant."""
    DEMAND = "demand"
    """The applicant must change something that is no fault of an item."""
    ENDING = "ending"
    """Ends the dossier, or proposes to."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class DeskStep:
    """A step with what it is; closed ones carry their reasons."""

    answer: StepAnswer
    nature: StepNature
    note_goes_out: bool
    """The applicant reads the note of this step in the notice that follows."""


def desk_steps(session: Session, actor: Actor, dossier: Dossier) -> tuple[DeskStep, ...]:
    """The steps this person's roles name, each action once; what the scheme has switched off is left out."""
    rules = rules_of(session, dossier.scheme_version_id)
    found: dict[str, DeskStep] = {}
    for answer in steps_open_to(session, actor, dossier.id):
        if any(refusal.code == _SWITCHED_OFF for refusal in answer.refusals):
            continue
        if answer.action not in found or answer.is_open:
            rule = _rule_of(rules, dossier.status, answer)
            found[answer.action] = DeskStep(answer, _nature(rules, rule), _note_goes_out(rule))
    return tuple(found.values())


def _rule_of(rules: Rules, status: str, answer: StepAnswer) -> TransitionRule:
    return next(
        rule for rule in rules.steps_from(status) if (rule.action, rule.role) == (answer.action, answer.role)
    )


def _note_goes_out(rule: TransitionRule) -> bool:
    sent = [str(effect.parameters.get("kind")) for effect in rule.effects if effect.name == "send_notice"]
    return any(carries_note(kind) for kind in sent)


def _nature(rules: Rules, rule: TransitionRule) -> StepNature:
    guards = {guard.name for guard in rule.guards}
    before, after = (rules.statuses[code].phase for code in (rule.from_status, rule.to_status))
    if guards & _FINDS_FAULT:
        return StepNature.DEFICIENCY
    if after is Phase.WITH_APPLICANT and before is not Phase.WITH_APPLICANT:
        return StepNature.DEMAND
    if after is Phase.ENDED or (after is Phase.DECISION and rule.note == "required"):
        return StepNature.ENDING
    return StepNature.APPROVAL if guards & _FINDS_ALL_WELL else StepNature.OTHER
