"""What a manager's steps bring about, by the effects of the scheme, and to which desks he can send back."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from desktop.language.window import Words
from desktop.models.vocabulary import Phase
from desktop.services import approval
from desktop.services.people import Actor
from desktop.services.rules import Rules, TransitionRule, rules_of_dossier
from desktop.views.approval.lines import StackLine


def follows_of(lines: Sequence[StackLine], words: Words) -> Callable[[Any, Actor], list[str]]:
    """Work that finds what the deciding steps of these rows bring about, each consequence once."""

    def work(session: Any, _actor: Actor) -> list[str]:
        found: dict[str, None] = {}
        for line in lines:
            rules = rules_of_dossier(session, line.id)
            steps = (step for step in rules.steps_from(line.status) if step.action == line.action)
            found |= dict.fromkeys(said for step in steps for said in consequences_of(words, rules, step))
        return list(found)

    return work


def consequences_of(words: Words, rules: Rules, step: TransitionRule) -> Iterator[str]:
    """What a step brings about, by the effects its scheme gives it."""
    text = words.of("approval")
    for effect in step.effects:
        code = f"effect.{effect.name}"
        if effect.name == "send_notice":
            yield text(code, letter=words.word("letter", effect.parameters["kind"]))
        elif text.knows(code):
            yield text(code)
    yield text("leads_to", status=words.label(rules.statuses[step.to_status].label))


def returns_of(session: Any, actor: Actor, dossier_id: int) -> list[tuple[str, dict[str, str], bool]]:
    """Steps back to a desk: code, label in three languages, whether it can be taken back for some seconds."""
    rules = rules_of_dossier(session, dossier_id)
    desks = {Phase.REVIEW, Phase.PAPERS}
    return [
        (step.action, dict(step.label), step.can_be_undone)
        for step in approval.evidence(session, actor, dossier_id).steps
        if step.is_open and rules.statuses[step.to_status].phase in desks
    ]
