"""Work on many dossiers: looked at first, then done one by one, with a result for each."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6 import QtCore, QtWidgets

from desktop.models.errors import ParvandehError
from desktop.services import claims, notes
from desktop.services.database import Database
from desktop.services.desk_rows import DeskRow, desk_rows
from desktop.services.people import Actor, PersonRow
from desktop.services.unit_of_work import run_told
from desktop.views.desk import Desk
from desktop.views.queue.bulk_results import BulkResults
from desktop.views.queue.refer import ReferDialog
from desktop.views.widgets.dialog import Choice, Dialog, Reason

Act = Callable[[Any, Actor, int], object]


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the act ended for one dossier; `refused` is empty when it was done."""

    number: str
    name: str
    refused: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work on many is."""

    done: int
    total: int


class Bulk(QtCore.QObject):
    """Acts on many dossiers. Signals: `finished()` when one has ended, for some or for all."""

    finished = QtCore.Signal()

    def __init__(self, desk: Desk, over: QtWidgets.QWidget) -> None:
        super().__init__(over)
        self._desk, self._over = desk, over
        self._text = desk.words.of("queue")

    def refer(self, ids: Sequence[int]) -> None:
        """Hand those of them that may be handed over to one colleague."""
        self._look(ids, self._ask_receiver)

    def release(self, ids: Sequence[int]) -> None:
        """Put back those that this person holds."""
        self._look(ids, self._ask_release)

    def note(self, ids: Sequence[int]) -> None:
        """Write the same internal note into all of them."""
        text, count = self._text, len(ids)
        dialog = Dialog(
            text("bulk.note_title", count=count),
            choices=[Choice("keep", text("note.keep"), "primary"), Choice("leave", text("leave"))],
            reason=Reason(text("note.label"), text("note.explained")),
            parent=self._over,
        )

        def write(code: str, written: str) -> None:
            if code == "keep":
                title = text("bulk.noting", count=count)
                self._run(
                    title, ids, lambda session, actor, one: notes.write_note(session, actor, one, written)
                )

        dialog.ask_for(write)

    # --- looking first

    def _look(self, ids: Sequence[int], ask: Callable[[list[DeskRow], int], object]) -> None:
        """Which of them this person may give away, and how many stay."""
        may_all = "supervisor" in self._desk.person.roles

        def read(session: Any, actor: Actor) -> list[DeskRow]:
            return [row for row in desk_rows(session, actor, ids) if row.is_mine or may_all]

        self._desk.read(read, lambda rows: ask(rows, len(ids) - len(rows)), owner=self)

    def _ask_receiver(self, rows: list[DeskRow], staying: int) -> None:
        if not rows:
            self._desk.messages.refused.emit(self._text("bulk.none_yours"))
            return
        dialog = ReferDialog(self._desk, self._over, [row.id for row in rows], staying=staying)
        dialog.chosen.connect(partial(self._refer_to, [row.id for row in rows]))
        dialog.open()

    def _refer_to(self, ids: list[int], receiver: PersonRow, reason: str) -> None:
        title = self._text("bulk.referring", count=len(ids), to=receiver.name)
        self._run(
            title,
            ids,
            lambda session, actor, one: claims.reassign(session, actor, one, receiver.username, reason),
        )

    def _ask_release(self, rows: list[DeskRow], staying: int) -> None:
        mine, text = [row.id for row in rows if row.is_mine], self._text
        if not mine:
            self._desk.messages.refused.emit(text("bulk.none_yours"))
            return
        staying += len(rows) - len(mine)
        consequences = [text("bulk.release_consequence")]
        if staying:
            consequences.append(text("bulk.staying", count=staying))
        dialog = Dialog(
            text("bulk.release_title", count=len(mine)),
            consequences,
            [Choice("release", text("bulk.release"), "primary"), Choice("leave", text("leave"))],
            parent=self._over,
        )

        def release(code: str, _reason: str) -> None:
            if code == "release":
                self._run(text("bulk.releasing", count=len(mine)), mine, claims.release)

        dialog.ask_for(release)

    # --- doing it

    def _run(self, title: str, ids: Sequence[int], act: Act) -> None:
        changed: set[tuple[str, int]] = set()

        def steps(
            database: Database, acting: Callable[[], Actor]
        ) -> Generator[Progress, None, list[Outcome]]:
            outcomes = []
            for done, dossier_id in enumerate(ids, 1):
                outcomes.append(self._one(database, acting(), dossier_id, act, changed))
                yield Progress(done, len(ids))
            return outcomes

        def ended(outcomes: list[Outcome]) -> None:
            self._desk.changes.announce(frozenset(changed))
            self.finished.emit()
            self._tell(title, outcomes)

        self._desk.long(title, steps, ended)

    def _one(
        self, database: Database, actor: Actor, dossier_id: int, act: Act, changed: set[tuple[str, int]]
    ) -> Outcome:
        def work(session: Any) -> DeskRow:
            (row,) = desk_rows(session, actor, [dossier_id])
            act(session, actor, dossier_id)
            return row

        try:
            row, told = run_told(database, work)
        except ParvandehError as error:
            return Outcome(str(error.values.get("number", dossier_id)), "", self._desk.words.error(error))
        changed |= told
        return Outcome(row.number, row.applicant_name, "")

    def _tell(self, title: str, outcomes: list[Outcome]) -> None:
        refused = [one for one in outcomes if one.refused]
        done = len(outcomes) - len(refused)
        if refused:
            BulkResults(self._desk.words, title, outcomes, self._over).open()
        else:
            self._desk.tell(self._text("bulk.done", count=done))
