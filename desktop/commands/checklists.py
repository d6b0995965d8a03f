"""`item`: the checklist of a dossier, item by item."""

from enum import StrEnum
from typing import Annotated

import typer

from desktop.commands.answers import Answer, table
from desktop.commands.arguments import Dossier
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.groups import group
from desktop.models.errors import RuleBroken
from desktop.models.vocabulary import Verdict
from desktop.services import findings, review, wording

item_commands = group("item", "The checklist of a dossier.")


_LINES = 5
"""More items than this are told in one sentence."""


class Judgement(StrEnum):
    """What may be said of an item on the command line."""

    ACCEPT = "accept"
    REJECT = "reject"
    NOT_APPLICABLE = "not-applicable"


VERDICTS = {
    Judgement.ACCEPT: Verdict.ACCEPTED,
    Judgement.REJECT: Verdict.REJECTED,
    Judgement.NOT_APPLICABLE: Verdict.NOT_APPLICABLE,
}

Items = Annotated[
    list[str], typer.Argument(metavar="ITEM…", help="Codes of items, or `rest`: all not yet judged.")
]


@command(item_commands, "list")
def list_items(desk: Desk, dossier: Dossier) -> Answer:
    """Show the checklist with the findings that stand."""
    with desk.reading() as session:
        rows = review.checklist_of(session, desk.dossier(session, dossier))
    say = desk.say
    headings = [say.label(name) for name in ("item", "title", "verdict", "round", "person", "remark")]
    shown = say.formats.shown
    lines = table(
        headings,
        (
            [
                row.code,
                say.formats.label(row.title),
                say.word("verdict", row.verdict),
                shown(row.round),
                row.person or shown(None),
                row.remark,
            ]
            for row in rows
        ),
    )
    return Answer(rows, lines)


@command(item_commands, "show")
def show_item(desk: Desk, dossier: Dossier, item: Annotated[str, typer.Argument(metavar="ITEM")]) -> Answer:
    """Show one item: what to check, how, and what proves it."""
    with desk.reading() as session:
        rows = review.checklist_of(session, desk.dossier(session, dossier))
    row = next((row for row in rows if row.code == item), None)
    if row is None:
        raise RuleBroken("finding.item_unknown", item=item, number=wording.stored_number(dossier))
    say = desk.say
    parts = (("title", row.title), ("how_to_check", row.how_to_check), ("evidence", row.evidence))
    lines = [f"{say.label(name)}: {say.formats.label(text)}" for name, text in parts]
    lines.append(f"{say.label('verdict')}: {say.word('verdict', row.verdict)} {row.remark}".rstrip())
    return Answer(row, lines)


@command(item_commands, "judge")
def judge(
    desk: Desk,
    dossier: Dossier,
    items: Items,
    judgement: Annotated[Judgement, typer.Argument(metavar="accept|reject|not-applicable")],
    comment: Annotated[
        str, typer.Option("--comment", metavar="TEXT", help="The remark the applicant reads.")
    ] = "",
    reason: Annotated[
        str | None, typer.Option("--reason", metavar="CODE", help="A canned reason of the scheme.")
    ] = None,
) -> Answer:
    """Judge one item, several, or all not yet judged; each rejection needs a comment or a reason."""
    with desk.writing() as session:
        actor, dossier_id = desk.actor(session), desk.dossier(session, dossier)
        named = _named(review.checklist_of(session, dossier_id), items)
        said = [findings.Judgement(item, VERDICTS[judgement], comment, reason) for item in named]
        review.judge_all(session, actor, dossier_id, said)
        say = desk.say_about(session, dossier)
    number, verdict = wording.stored_number(dossier), VERDICTS[judgement]
    values = {"number": number, "verdict": verdict}
    if len(named) > _LINES:
        lines = [say.done("item.judged_many", count=len(named), items=named, **values)]
    else:
        lines = [say.done("item.judged", item=item, title=item, **values) for item in named]
    return Answer({"items": named, **values}, lines or [say.done("item.none_left")])


@command(item_commands, "confirm")
def confirm(desk: Desk, dossier: Dossier, items: Items) -> Answer:
    """Confirm findings of earlier rounds as they stand, for this round."""
    with desk.writing() as session:
        renewed = review.confirm(session, desk.actor(session), desk.dossier(session, dossier), items)
    number = wording.stored_number(dossier)
    return Answer(
        {"number": number, "renewed": renewed},
        [desk.say.done("item.confirmed", number=number, renewed=renewed)],
    )


def _named(rows: list[review.ItemRow], asked: list[str]) -> list[str]:
    if asked == ["rest"]:
        return [row.code for row in rows if row.verdict is None]
    return asked
