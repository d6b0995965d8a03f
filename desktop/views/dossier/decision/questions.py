"""What is asked before a decision is taken: the question, its consequences, the verb on the button."""

from dataclasses import dataclass

from desktop.language.window import Words
from desktop.services.dossier_page import DossierPage
from desktop.services.step_natures import StepNature
from desktop.services.wording import in_tehran, isolate
from desktop.views.dossier.decision.choices import Offer


@dataclass(frozen=True, slots=True)
class Question:
    """A dialog in words; `note_label` is empty where no note is asked for."""

    title: str
    consequences: tuple[str, ...]
    verb: str
    safe: str
    note_label: str
    note_required: bool
    note_explained: str
    is_final: bool
    """It cannot be taken back."""
    is_hasty: bool
    """Something was not looked at: the safe side has the keyboard."""


def question_of(offer: Offer, page: DossierPage, left: list[str], rejected: int, words: Words) -> Question:
    """The question before one decision."""
    text = words.of("dossier")
    step = next(step for step in page.steps if step.answer.action == offer.action)
    name, action = page.title, words.label(step.answer.label)
    is_deficiency = offer.nature is StepNature.DEFICIENCY
    title = (
        text("question.deficiency", count=rejected, name=name)
        if is_deficiency and rejected
        else text("question.step", action=action, name=name)
    )
    wants_note = offer.note == "required" or (offer.note == "optional" and step.note_goes_out)
    label = "question.message" if step.note_goes_out else "question.reason"
    to_applicant = offer.nature in {StepNature.DEFICIENCY, StepNature.DEMAND}
    return Question(
        title=title,
        consequences=_consequences(offer, page, left, words, to_applicant=to_applicant),
        verb=action,
        safe=text("question.go_on" if page.details.phase == "review" else "question.cancel"),
        note_label=text(label) if wants_note else "",
        note_required=offer.note == "required",
        note_explained=text("question.note_goes_out") if step.note_goes_out else "",
        is_final=not offer.can_be_undone,
        is_hasty=bool(left and is_deficiency),
    )


def _consequences(
    offer: Offer, page: DossierPage, left: list[str], words: Words, *, to_applicant: bool
) -> tuple[str, ...]:
    text = words.of("dossier")
    found = [text("question.leads_to", status=words.word("status", offer.to_status))]
    if to_applicant:
        until = in_tehran(page.answer_until).date()
        found = [text("question.goes_to_applicant"), text("question.answer_until", day=until)]
    if left and offer.nature in {StepNature.DEFICIENCY, StepNature.APPROVAL}:
        codes = [isolate(code) for code in left]
        found.append(text("question.left", count=len(left), items=codes))
    found.append(text("question.undoable" if offer.can_be_undone else "question.final"))
    return tuple(found)
