"""`walk`: one case from intake package to certificate, by the same commands a person would type."""

import shlex
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from desktop.commands.answers import Answer, plain
from desktop.commands.command import alone
from desktop.commands.demonstration import make_demo
from desktop.commands.desk import Desk
from desktop.commands.program import NAME, told_by
from desktop.commands.told import Told
from desktop.models.errors import RuleBroken
from desktop.services.database import OFFICE_FILE
from desktop.services.demo.staff import staff_of
from desktop.services.office_card import office_card

STORY = (
    "intake sample {folder}",
    "intake take {folder}/enamad-natural-person.zip --as {clerk}",
    "claim take {number} --as {reviewer}",
    "item judge {number} O2 B3 reject --comment 'با آنچه در پرونده آمده نمی‌خواند.' --as {reviewer}",
    "item judge {number} rest accept --as {reviewer}",
    "letter deficiency_notice {number} --out {folder}/deficiency-notice.pdf --as {reviewer}",
    "step {number} announce_deficiency --as {reviewer}",
    "due {number}",
    "intake sample {folder} --answer {number}",
    "intake take {folder}/answer-{file_number}-1.zip --as {clerk}",
    "claim take {number} --as {reviewer}",
    "changes {number} --as {reviewer}",
    "item judge {number} O2 B3 accept --as {reviewer}",
    "clearance answer {number} public_places_police granted --reference {reference} --as {reviewer}",
    "step {number} approve_checklist --as {reviewer}",
    "letter commitment_letter {number} --out {folder}/commitment-letter.pdf --as {reviewer}",
    "physical receive {number} --tracking {reference} --as {officer}",
    "physical judge {number} all accept --as {officer}",
    "step {number} accept_documents --as {officer}",
    "payment record {number} symbol 1750000 --reference {reference} --as {clerk}",
    "stack {number} --as {manager}",
    "approve {number} --as {manager}",
    "certificate print {certificate} --out {folder}/certificate.pdf --as {manager}",
    "certificate check-code {certificate} --as {reviewer}",
    "step {number} confirm_code_installed --as {reviewer}",
    "certificate show {certificate}",
    "journal verify",
)
"""The case, command by command; what stands in braces becomes known on the way."""

Step = tuple[str, Told]


@alone("walk")
def walk_commands(
    desk: Desk,
    out: Annotated[
        str | None, typer.Option("--out", metavar="FOLDER", help="Where packages and papers are written.")
    ] = None,
) -> Answer:
    """Walk one case through the demo office, printing each step; the office is made when missing."""
    desk = desk.for_demo()
    if not (desk.folder / OFFICE_FILE).exists():
        make_demo(desk)
    folder = Path(out) if out else Path(tempfile.mkdtemp(prefix="parvandeh-walk-"))
    folder.mkdir(parents=True, exist_ok=True)
    steps = _walk(desk, {"folder": str(folder), **_people(desk)})
    if desk.as_json:
        return Answer([{"command": written, "answer": _data(told)} for written, told in steps])
    return Answer(None, _lines(desk, folder, steps))


def _people(desk: Desk) -> dict[str, str]:
    """Who takes which part; raises RuleBroken("walk.real_office"), for a case made up belongs in no other."""
    with desk.reading() as session:
        if not office_card(session).is_demo:
            raise RuleBroken("walk.real_office", folder=str(desk.folder))
        staff = staff_of(session)
    parts = {"clerk": staff.clerk, "officer": staff.officer, "manager": staff.manager}
    return parts | {"reviewer": staff.reviewers[0]}


def _walk(desk: Desk, known: dict[str, str]) -> Iterator[Step]:
    """Every command of the story and what it led to; raises RuleBroken("walk.stopped") where one failed."""
    for line in STORY:
        words = [word.format_map(known) for word in shlex.split(line)]
        told = told_by([*words, *_same_desk(desk)])
        yield shlex.join([NAME, *words]), told
        if told.status:
            raise RuleBroken("walk.stopped", command=shlex.join([NAME, *words]))
        known |= _learned(_data(told))


def _same_desk(desk: Desk) -> list[str]:
    return ["--office", str(desk.folder), "--lang", desk.language, "--at", desk.at.isoformat()]


def _data(told: Told) -> Any:
    return plain(told.outcome.data) if isinstance(told.outcome, Answer) else None


def _learned(data: Any) -> dict[str, str]:
    """Numbers that an answer makes known to the rest of the story."""
    first = data[0] if isinstance(data, list) and data and isinstance(data[0], dict) else {}
    learned = {}
    if "receipt" in first:
        number: str = first["receipt"]["dossier"]
        file_number = number.replace("/", "-")
        # Tracking numbers and receipts may be used once; the dossier's number makes them this walk's own.
        reference = number.replace("/", "") + "0000000000000"
        learned = {"number": number, "file_number": file_number, "reference": reference}
    if first.get("certificate"):
        learned["certificate"] = first["certificate"]
    return learned


def _lines(desk: Desk, folder: Path, steps: Iterator[Step]) -> Iterator[str]:
    yield desk.say.done("walk.begin", folder=str(desk.folder))
    for written, told in steps:
        yield from ("", f"$ {written}", *told.lines())
    yield from ("", desk.say.done("walk.end", folder=str(folder)))
