"""Takes many packages, one unit of work each; while one is written down, the next are being judged."""

from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from desktop.models.errors import ParvandehError
from desktop.services.database import Database
from desktop.services.intake.outcomes import Outcome
from desktop.services.intake.package import Package, inspect
from desktop.services.intake.quarantine import pieces_of
from desktop.services.intake.report import Report
from desktop.services.intake.taking import take_judged
from desktop.services.people import Actor
from desktop.services.unit_of_work import run

AHEAD = 2
"""Packages judged before their turn; so many are in memory besides the one being written."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """What became of one file; `error` says why it could be neither taken nor kept, such as a full disk."""

    path: Path
    outcome: Outcome | None
    error: ParvandehError | None = None


def take_all(database: Database, actor: Actor, paths: Iterable[Path]) -> Iterator[Arrival]:
    """Take every package in turn; one that fails in any expected way does not stop the others."""
    waiting = iter(paths)
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="intake") as pool:
        judged = deque((path, pool.submit(inspect, path)) for path in islice(waiting, AHEAD))
        while judged:
            path, future = judged.popleft()
            judged.extend((path_, pool.submit(inspect, path_)) for path_ in islice(waiting, 1))
            yield _arrived(database, actor, path, future)


def _arrived(database: Database, actor: Actor, path: Path, future: Future[Package | Report]) -> Arrival:
    try:
        outcome = run(database, take_judged, actor, path.name, future.result(), lambda: pieces_of(path))
    except ParvandehError as error:
        return Arrival(path, None, error)
    return Arrival(path, outcome)
