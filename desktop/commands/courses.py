"""`step` and `steps`: the course of a dossier, through the one door for steps."""

from collections.abc import Iterable
from typing import Annotated

import typer

from desktop.commands.answers import Answer
from desktop.commands.arguments import Dossier, Note
from desktop.commands.command import alone
from desktop.commands.desk import Desk
from desktop.language.messages import Messages
from desktop.services import steps

Action = Annotated[str, typer.Argument(metavar="ACTION", help="The step, as `steps` names it.")]


@alone("step")
def step_commands(desk: Desk, dossier: Dossier, action: Action, note: Note = None) -> Answer:
    """Take a step with a dossier."""
    with desk.writing() as session:
        dossier_id = desk.dossier(session, dossier)
        taken = steps.take_step(session, desk.actor(session), dossier_id, action, note)
        say = desk.say_about(session, taken.number)
    return Answer(taken, [step_sentence(taken, say)])


@alone("steps")
def steps_commands(desk: Desk, dossier: Dossier) -> Answer:
    """Show the steps my roles name from where the dossier is: open, or closed and why."""
    with desk.reading() as session:
        dossier_id = desk.dossier(session, dossier)
        answers = steps.steps_open_to(session, desk.actor(session), dossier_id)
        say = desk.say_about(session, dossier)
    data = [
        {
            "action": answer.action,
            "label": answer.label,
            "role": answer.role,
            "to_status": answer.to_status,
            "note": answer.note,
            "open": answer.is_open,
            "refusals": [refusal_data(refusal, say) for refusal in answer.refusals],
        }
        for answer in answers
    ]
    return Answer(data, list(step_lines(answers, say)) or [say.done("steps.none")])


def step_sentence(taken: steps.StepTaken, say: Messages) -> str:
    """A step that was taken, in words."""
    return say.done(
        "step.taken",
        number=taken.number,
        action=taken.action,
        from_status=taken.from_status,
        to_status=taken.to_status,
    )


def step_lines(answers: Iterable[steps.StepAnswer], say: Messages) -> Iterable[str]:
    """One line an open step, and below a closed one a line a reason."""
    for answer in answers:
        values = {
            "action": answer.action,
            "title": answer.action,
            "to_status": answer.to_status,
            "note": answer.note,
        }
        yield say.done("steps.open" if answer.is_open else "steps.closed", **values)
        for refusal in answer.refusals:
            yield "    " + say.error(refusal.code, refusal.values)


def refusal_data(refusal: steps.Refusal, say: Messages) -> dict[str, object]:
    """A refusal as an error is told to programs."""
    return {
        "error": refusal.code,
        "values": refusal.values,
        "sentence": say.error(refusal.code, refusal.values),
    }
