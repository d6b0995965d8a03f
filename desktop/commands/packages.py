"""`intake` and `quarantine`: packages taken whole, or kept whole with everything that is wrong with them."""

from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop.commands.answers import Answer, table
from desktop.commands.command import command
from desktop.commands.desk import Desk
from desktop.commands.groups import group
from desktop.language.messages import Messages
from desktop.services import people
from desktop.services.intake.batch import Arrival, take_all
from desktop.services.intake.outcomes import Outcome, Receipt
from desktop.services.intake.quarantine import quarantine_report, quarantined, set_aside
from desktop.services.intake.report import Finding
from desktop.services.intake.sample import sample
from desktop.services.intake.sample_answer import sample_answer
from desktop.services.intake.taking import take_again

intake_commands = group("intake", "Take intake packages.")
quarantine_commands = group("quarantine", "Packages that could not be taken.")

Id = Annotated[int, typer.Argument(metavar="ID", help="Number in quarantine, as `list` shows it.")]


@command(intake_commands, "take")
def take(desk: Desk, files: Annotated[list[str], typer.Argument(metavar="FILE…")]) -> Answer:
    """Take intake packages; one that is wrong goes to quarantine and does not stop the others."""
    with desk.office() as database:
        actor = _taker(desk)
        arrivals = list(take_all(database, actor, map(Path, files)))
    told = [(_arrival_data(one, desk.say), _arrival_lines(one, desk)) for one in arrivals]
    failed = not all(isinstance(one.outcome, Receipt) for one in arrivals)
    return Answer([data for data, _ in told], [line for _, lines in told for line in lines], failed=failed)


@command(intake_commands, "sample")
def write_samples(
    desk: Desk,
    folder: Annotated[str, typer.Argument(metavar="FOLDER", help="Where to write them.")],
    answer: Annotated[
        str | None,
        typer.Option("--answer", metavar="DOSSIER", help="Answer this dossier's deficiency notice."),
    ] = None,
) -> Answer:
    """Write sample packages as a portal would send them."""
    if answer is None:
        paths: tuple[Path, ...] = sample(Path(folder), desk.at)
    else:
        with desk.reading() as session:
            paths = (sample_answer(session, Path(folder), answer, desk.at),)
    return Answer({"files": paths}, [desk.say.done("intake.sample", file=str(path)) for path in paths])


@command(quarantine_commands, "list")
def list_quarantine(
    desk: Desk, everything: Annotated[bool, typer.Option("--all", help="Settled ones too.")] = False
) -> Answer:
    """List the packages in quarantine."""
    with desk.reading() as session:
        rows = quarantined(session, settled=everything)
    say, shown = desk.say, desk.formats.shown
    names = ("id", "file", "package", "bytes", "received_at", "findings", "settled_at")
    lines = table(
        [say.label(name) for name in names],
        (
            [
                shown(row.id),
                shown(row.file_name),
                shown(row.package_id),
                say.formats.amount(row.size),
                shown(row.received_at),
                shown(row.findings),
                shown(row.settled_at),
            ]
            for row in rows
        ),
    )
    return Answer(rows, lines or [say.done("quarantine.empty")])


@command(quarantine_commands, "show")
def show(desk: Desk, quarantine_id: Id) -> Answer:
    """Show everything that is wrong with a package."""
    with desk.reading() as session:
        kept = quarantine_report(session, quarantine_id)
    return Answer(_outcome_data(kept, desk.say), _outcome_lines(kept, kept.file_name, desk))


@command(quarantine_commands, "again")
def again(desk: Desk, quarantine_id: Id) -> Answer:
    """Try a package once more, after what stood in its way was mended in the office."""
    with desk.writing() as session:
        outcome = take_again(session, desk.actor(session), quarantine_id)
    lines = _outcome_lines(outcome, desk.formats.shown(quarantine_id), desk)
    return Answer(_outcome_data(outcome, desk.say), lines, failed=not isinstance(outcome, Receipt))


@command(quarantine_commands, "set-aside")
def put_aside(
    desk: Desk, quarantine_id: Id, reason: Annotated[str, typer.Option("--reason", metavar="TEXT")]
) -> Answer:
    """Settle a package that will never be taken; its bytes and report stay."""
    with desk.writing() as session:
        set_aside(session, desk.actor(session), quarantine_id, reason)
    return Answer({"id": quarantine_id}, [desk.say.done("quarantine.set_aside", id=quarantine_id)])


def finding_sentence(finding: Finding, say: Messages) -> str:
    """One thing wrong in a package: where, and what would be right."""
    known = say.knows("intake", finding.rule)
    sentence = say.say("intake" if known else "error", finding.rule, finding.values)
    return f"{finding.where}: {sentence}" if finding.where else sentence


def _taker(desk: Desk) -> people.Actor:
    with desk.reading() as session:
        return desk.actor(session)


def _arrival_data(arrival: Arrival, say: Messages) -> dict[str, Any]:
    told: dict[str, Any] = {"file": str(arrival.path), "taken": isinstance(arrival.outcome, Receipt)}
    if arrival.outcome is not None:
        return told | _outcome_data(arrival.outcome, say)
    error = arrival.error
    return told | (
        {} if error is None else {"error": error.code, "sentence": say.error(error.code, error.values)}
    )


def _arrival_lines(arrival: Arrival, desk: Desk) -> list[str]:
    if arrival.outcome is not None:
        return _outcome_lines(arrival.outcome, str(arrival.path), desk)
    return [] if arrival.error is None else [desk.say.error(arrival.error.code, arrival.error.values)]


def _outcome_data(outcome: Outcome, say: Messages) -> dict[str, Any]:
    if isinstance(outcome, Receipt):
        return {"receipt": outcome}
    findings = [
        {"where": one.where, "rule": one.rule, "values": one.values, "sentence": finding_sentence(one, say)}
        for one in outcome.findings
    ]
    return {"quarantined": {**asdict(outcome), "findings": findings}}


def _outcome_lines(outcome: Outcome, file: str, desk: Desk) -> list[str]:
    say = desk.say
    if isinstance(outcome, Receipt):
        code = "intake.resubmitted" if outcome.purpose == "resubmit" else "intake.opened"
        if datetime.fromisoformat(outcome.received_at) < desk.at:
            code = "intake.taken_before"
        return [say.done(code, number=outcome.dossier, file=file, round=outcome.round)]
    first = say.done("intake.quarantined", file=file, id=outcome.id, count=len(outcome.findings))
    return [first, *("    " + finding_sentence(one, say) for one in outcome.findings)]
