"""Takes many packages, one unit of work each; while one is written down, a second process judges the next."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Final

from desktop.models.errors import ParvandehError
from desktop.services.database import Database
from desktop.services.intake.outcomes import Outcome
from desktop.services.intake.package import Package, inspect
from desktop.services.intake.quarantine import pieces_of
from desktop.services.intake.report import Report
from desktop.services.intake.taking import take_judged
from desktop.services.people import Actor
from desktop.services.unit_of_work import run

MANY: Final = 40
"""From so many packages on it pays to start a second process; a thread would only wait for this one."""

AHEAD: Final = 3
"""Packages judged before their turn; so many are in memory besides the one being written."""

Judged = Package | Report


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one file; `error` says why it could be neither taken nor kept, such as a full disk."""

    path: Path
    outcome: Outcome | None
    error: ParvandehError | None = None


def take_all(database: Database, actor: Actor, paths: Iterable[Path]) -> Iterator[Arrival]:
    """Take every package in turn; one that fails in any expected way does not stop the others."""
    every = list(paths)
    if len(every) < MANY:
        yield from (_arrived(database, actor, path, None) for path in every)
        return
    with ProcessPoolExecutor(max_workers=1, mp_context=get_context("spawn")) as beside:
        for path, judged in _judged_ahead(beside, every):
            yield _arrived(database, actor, path, judged)


def _judged_ahead(beside: ProcessPoolExecutor, paths: Sequence[Path]) -> Iterator[tuple[Path, Judged | None]]:
    judging: deque[Future[Judged | None] | None] = deque(_sent(beside, path) for path in paths[:AHEAD])
    for place, path in enumerate(paths):
        judging.extend(_sent(beside, later) for later in paths[place + AHEAD : place + AHEAD + 1])
        yield path, _result(judging.popleft())


def _sent(beside: ProcessPoolExecutor, path: Path) -> Future[Judged | None] | None:
    try:
        return beside.submit(_judge, path)
    except BrokenProcessPool:
        return None


def _result(judging: Future[Judged | None] | None) -> Judged | None:
    try:
        return judging.result() if judging else None
    except BrokenProcessPool:
        return None


def _judge(path: Path) -> Judged | None:
    """The judgement of the other process; none where it cannot read the file: this one will say why."""
    try:
        return inspect(path)
    except ParvandehError:
        return None


def _arrived(database: Database, actor: Actor, path: Path, judged: Judged | None) -> Arrival:
    try:
        judged = judged or inspect(path)
        outcome = run(database, take_judged, actor, path.name, judged, lambda: pieces_of(path))
    except ParvandehError as error:
        return Arrival(path, None, error)
    return Arrival(path, outcome)
