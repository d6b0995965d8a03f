"""A dossier that is opened: everything its page reads, beside the same statements by the bare driver.

`python -m tests.benchmarks.window_opening FOLDER` prints the seconds of both, dossier by dossier.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.measuring import Ratio, percentile, within

ROOT = Path(__file__).parents[2]
ROUNDS = 3
USERNAME = "mina"


def opening(demo: Path) -> Ratio:
    """The 95th percentile of both over all dossiers of the demo office."""
    command = [sys.executable, "-m", __spec__.name, str(demo)]
    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    ours, bare = json.loads(said.splitlines()[-1])
    slow, other = percentile(ours, 0.95), percentile(bare, 0.95)
    return within(f"opening a dossier, p95 of {len(ours)}", slow, "its bare queries", other, bar=3)


def _measure(folder: Path) -> None:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6 import QtWidgets  # noqa: PLC0415

    import desktop.views  # noqa: F401, PLC0415 - the first meeting with Qt
    from desktop.models.vocabulary import Language  # noqa: PLC0415
    from desktop.services.database import open_office  # noqa: PLC0415
    from desktop.services.people import list_people  # noqa: PLC0415
    from desktop.services.queues import QueueQuery, queue_ids  # noqa: PLC0415
    from desktop.services.unit_of_work import reading  # noqa: PLC0415
    from desktop.views.background import AtOnce  # noqa: PLC0415
    from desktop.views.desk import Desk, Place  # noqa: PLC0415
    from desktop.views.dossier.screen import DossierScreen  # noqa: PLC0415
    from desktop.views.navigation import route  # noqa: PLC0415
    from desktop.views.theme.look import put_on  # noqa: PLC0415

    put_on(QtWidgets.QApplication([]), still=True)
    database = open_office(folder)
    with reading(database) as session:
        person = next(one for one in list_people(session) if one.username == USERNAME)
    desk = Desk(Place(database, {}, is_demo=True), person, AtOnce(), Language.PERSIAN)
    reads, statements = _Reads(desk), _Statements(database.reading)
    ids = desk.read_now(lambda session, actor: list(queue_ids(session, actor, QueueQuery("all"))))
    ours, bare = [], []
    for turn in range(ROUNDS + 1):
        for dossier_id in ids:
            reads.taken = 0.0
            statements.said.clear()
            screen = DossierScreen(desk, route("dossier", id=dossier_id))
            QtWidgets.QApplication.processEvents()
            taken, replayed = reads.taken, statements.replayed()
            screen.close_screen()
            screen.deleteLater()
            # The first round fills what is compiled once in a process.
            if turn:
                ours.append(taken)
                bare.append(replayed)
    print(json.dumps([ours, bare]), flush=True)
    os._exit(0)


class _Reads:
    """Adds up what the readings behind a page take, in the order in which the page asks for them."""

    def __init__(self, desk: Any) -> None:
        self.taken, self._read_now = 0.0, desk.read_now
        desk.read_now = self._timed

    def _timed(self, work: Any) -> Any:
        start = time.perf_counter()
        try:
            return self._read_now(work)
        finally:
            self.taken += time.perf_counter() - start


class _Statements:
    """Writes down what is asked of a database, and asks it again without the program."""

    def __init__(self, engine: Any) -> None:
        from sqlalchemy import event  # noqa: PLC0415

        self.said: list[tuple[str, Any]] = []
        self._engine = engine
        event.listen(engine, "before_cursor_execute", self._hear)

    def replayed(self) -> float:
        """The seconds of the same statements by the bare driver."""
        connection = self._engine.raw_connection()
        start = time.perf_counter()
        for statement, values in self.said:
            connection.driver_connection.execute(statement, values).fetchall()
        taken = time.perf_counter() - start
        connection.close()
        return taken

    def _hear(self, connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        # What a page writes down about who looked at it is done after it is there.
        if not connection.get_execution_options().get("takes_write_lock") and statement != "BEGIN":
            self.said.append((statement, values))


if __name__ == "__main__":
    _measure(Path(sys.argv[1]))
