"""The work that faults strike: each kind goes on piece by piece and reports a piece only once it is saved.

A program of its own, because it forks: it reads orders, one JSON a line, lets a child do the work, kills the
child when the order says so, and answers with what the child had reported by then.
"""

import json
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path

from desktop.models.errors import ParvandehError
from desktop.models.vocabulary import Verdict
from desktop.services import approval, claims, review
from desktop.services.database import Database, open_office
from desktop.services.intake.outcomes import Receipt
from desktop.services.intake.taking import take
from desktop.services.people import actor_named, applicant
from desktop.services.unit_of_work import reading, writing

AT = datetime(2026, 6, 14, 6, 0, tzinfo=UTC)
ENDLESS = 60
"""Seconds after which a child that nobody killed has lost its way."""


def findings(office: Database, dossier_id: int, first: int) -> Iterator[str]:
    """Judge one item after another, round and round; the remark tells the number of the finding."""
    with reading(office) as session:
        items = [row.code for row in review.checklist_of(session, dossier_id)]
    for number in count(first):
        at = AT + timedelta(seconds=number)
        item = items[number % len(items)]
        with writing(office) as session:
            reviewer = actor_named(session, "reviewer", at)
            review.judge(session, reviewer, dossier_id, item, Verdict.REJECTED, f"finding {number}")
        yield json.dumps([number, item])


def packages(office: Database, folder: str, first: int) -> Iterator[str]:
    """Hand in the numbered packages of a folder in turn, as a portal does until it has a receipt."""
    for number in count(first):
        path = Path(folder) / f"{number:05}.zip"
        if not path.exists():
            return
        with writing(office) as session:
            outcome = take(session, applicant(AT), path)
        assert isinstance(outcome, Receipt), outcome
        yield json.dumps([number, outcome.as_json()])


def approvals(office: Database, last: int) -> Iterator[str]:
    """Approve what is on the manager's stack."""
    with reading(office) as session:
        manager = actor_named(session, "manager", AT)
        waiting = [dossier_id for dossier_id in approval.stack(session, manager) if dossier_id <= last]
    for result in approval.decide_many(office, manager, waiting, "approve"):
        yield json.dumps([result.dossier_id, result.refusal and result.refusal.code])


def claiming(office: Database, username: str, dossier_ids: list[int]) -> Iterator[str]:
    """Claim one dossier after another."""
    for dossier_id in dossier_ids:
        try:
            with writing(office) as session:
                claims.claim(session, actor_named(session, username, AT), dossier_id)
        except ParvandehError as error:
            yield json.dumps([dossier_id, f"{type(error).__name__} {error.code}"])
        else:
            yield json.dumps([dossier_id, "claimed"])


def claiming_next(office: Database, username: str, times: int) -> Iterator[str]:
    """Ask for the next case again and again."""
    for _ in range(times):
        with writing(office) as session:
            yield json.dumps(claims.claim_next(session, actor_named(session, username, AT)).dossier_id)


WORK: dict[str, Callable[..., Iterator[str]]] = {
    "findings": findings,
    "packages": packages,
    "approvals": approvals,
    "claiming": claiming,
    "claiming_next": claiming_next,
}


def serve(work: str, folder: Path) -> None:
    """Carry out the orders: {"arguments": […], "kill_after": seconds or null}."""
    for line in sys.stdin:
        order = json.loads(line)
        print(json.dumps(_struck(work, folder, order["arguments"], order["kill_after"])), flush=True)


def _struck(work: str, folder: Path, arguments: list[object], kill_after: float | None) -> list[str]:
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        _work_and_report(work, folder, arguments, told)
    os.close(told)
    with os.fdopen(heard, encoding="utf-8") as reports:
        # A fresh process is slow at first; counted from its first piece, every moment falls into the work.
        lines = [reports.readline()]
        if kill_after is not None:
            time.sleep(kill_after)
            os.kill(child, signal.SIGKILL)
        lines += reports.readlines()
    status = os.waitpid(child, 0)[1]
    if os.WIFEXITED(status) and os.WEXITSTATUS(status) != 0:
        raise RuntimeError("the work itself failed")
    return [line.rstrip("\n") for line in lines if line.endswith("\n")]


def _work_and_report(work: str, folder: Path, arguments: list[object], told: int) -> None:
    signal.alarm(ENDLESS)
    try:
        for piece in WORK[work](open_office(folder), *arguments):
            os.write(told, f"{piece}\n".encode())
    except BaseException:  # noqa: BLE001 - whatever it was, the parent must hear of it
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


if __name__ == "__main__":
    serve(sys.argv[1], Path(sys.argv[2]))
