"""The decision bar as data: what can be decided now, what of it is the main thing, why the rest is closed."""

from collections.abc import Iterable
from dataclasses import dataclass

from desktop.language.window import Words
from desktop.models.errors import RuleBroken
from desktop.models.vocabulary import Phase
from desktop.services.dossier_page import DossierPage, Standing
from desktop.services.step_natures import DeskStep, StepNature
from desktop.services.steps import Refusal

_WORKING = frozenset({Standing.IN_HAND, Standing.FREE})
_NOT_IN_HAND = "guard.claimed_by_actor"
_NAMED_ITEMS = 4
"""More items than this are counted, not named."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One decision as a button; `reason` says why it is closed."""

    action: str
    text: str
    icon: str
    nature: StepNature
    note: str
    reason: str | None
    can_be_undone: bool
    to_status: str

    @property
    def is_open(self) -> bool:
        """Whether it may be taken now."""
        return self.reason is None


@dataclass(frozen=True, slots=True)
class Bar:
    """What the decision bar offers; `main` is what Ctrl+Enter asks about."""

    main: Offer | None
    beside: tuple[Offer, ...]
    menu: tuple[Offer, ...]
    """Decisions that end the dossier, and closed ones that would crowd the bar."""
    why: str
    """What stands in the way of finishing; empty when nothing does."""


def bar_of(page: DossierPage, left: list[str], rejected: int, words: Words) -> Bar:
    """The bar for a page whose items `left` still want a look and of which `rejected` stand rejected."""
    offers = [_offer(step, rejected, words) for step in page.steps if _concerns(step, page)]
    by_nature = {offer.nature: offer for offer in reversed(offers)}
    deficiency, approval = by_nature.get(StepNature.DEFICIENCY), by_nature.get(StepNature.APPROVAL)
    returns = deficiency if deficiency and (deficiency.is_open or rejected) else None
    first_open = next((o for o in offers if o.is_open and o.nature is StepNature.OTHER), None)
    main = returns or approval or first_open
    has_work = bool(deficiency or approval)
    beside = [offer for offer in offers if offer is not main and _stands_beside(offer, has_work=has_work)]
    menu = tuple(offer for offer in offers if offer is not main and offer not in beside)
    return Bar(main, tuple(beside), menu, _why(page, approval, left, words))


def _concerns(step: DeskStep, page: DossierPage) -> bool:
    """What only who has the dossier in hand may do is not shown to others."""
    if page.standing is Standing.IN_HAND:
        return True
    return all(refusal.code != _NOT_IN_HAND for refusal in step.answer.refusals)


def _stands_beside(offer: Offer, *, has_work: bool) -> bool:
    """Whether a decision stands on the bar beside the main one; what is seldom taken is in the menu."""
    if offer.nature is StepNature.OTHER:
        return offer.is_open and not has_work
    return offer.nature is StepNature.APPROVAL


_ICONS = {
    StepNature.APPROVAL: "shield-check",
    StepNature.DEFICIENCY: "undo",
    StepNature.DEMAND: "undo",
    StepNature.ENDING: "ban",
    StepNature.OTHER: "forward",
}


def reasons_in_words(refusals: Iterable[Refusal], words: Words) -> str:
    """Why a step is closed, in sentences."""
    return " ".join(words.error(RuleBroken(one.code, **one.values)) for one in refusals)


def _offer(step: DeskStep, rejected: int, words: Words) -> Offer:
    answer, nature = step.answer, step.nature
    label = words.label(answer.label)
    text = words.of("dossier")
    if nature is StepNature.DEFICIENCY and rejected:
        label = text("decision.deficiency", action=label, count=rejected)
    elif nature is not StepNature.APPROVAL or answer.note == "required":
        label = text("decision.with_dialog", action=label)
    reason = None if answer.is_open else reasons_in_words(answer.refusals, words)
    return Offer(
        answer.action,
        label,
        _ICONS[nature],
        nature,
        answer.note,
        reason,
        answer.can_be_undone,
        answer.to_status,
    )


def _why(page: DossierPage, approval: Offer | None, left: list[str], words: Words) -> str:
    text = words.of("dossier")
    if page.standing not in _WORKING or approval is None or approval.is_open:
        return ""
    if page.details.phase is Phase.REVIEW and left and page.standing is Standing.IN_HAND:
        if len(left) <= _NAMED_ITEMS:
            return text("decision.left_named", count=len(left), items=left)
        return text("decision.left", count=len(left))
    return approval.reason or ""
