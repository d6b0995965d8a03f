"""The register of arrivals: what came in, why some could not be taken, and what is done about it. No Qt."""

from collections.abc import Callable, Generator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from desktop.services.intake import arrivals
from desktop.services.intake.arrivals import ArrivalCount, ArrivalFacet, ArrivalRow, ArrivalState, Reason
from desktop.services.intake.batch import Arrival, take_all
from desktop.services.intake.outcomes import Outcome, Receipt
from desktop.services.intake.quarantine import set_aside
from desktop.services.intake.taking import take_again
from desktop.views.records.cells import Cell, Row

if TYPE_CHECKING:
    from desktop.views.desk import Desk

_SHOWN = {
    ArrivalState.TAKEN: ("green", "check"),
    ArrivalState.WAITING: ("red", "alert"),
    ArrivalState.RELEASED: ("green", "undo"),
    ArrivalState.SET_ASIDE: ("grey", "archive"),
}


@dataclass(frozen=True)
class Taking:
    """How far taking many packages is."""

    done: int
    total: int


@dataclass(frozen=True)
class Taken:
    """What became of many packages: how many were taken, the names of the others."""

    taken: int
    quarantined: tuple[str, ...]
    failed: tuple[str, ...]


class IntakePresenter:
    """Keeps facet, search and the chosen arrival."""

    def __init__(self, desk: "Desk", owner: Any) -> None:
        self.desk, self._owner = desk, owner
        self._text = desk.words.of("intake")
        self.facet, self.search = ArrivalFacet.ALL, ""
        self.counts: list[ArrivalCount] = []
        self.chosen: ArrivalRow | None = None
        self._known: dict[int, ArrivalRow] = {}

    def read(self, then: Callable[[Sequence[int]], object]) -> None:
        """Read counts and the order of the list again."""
        facet, search = self.facet, self.search

        def work(session: Any, actor: Any) -> tuple[list[ArrivalCount], Sequence[int]]:
            return arrivals.arrival_counts(session, actor), arrivals.arrival_ids(
                session, actor, facet, search
            )

        def keep(answer: tuple[list[ArrivalCount], Sequence[int]]) -> None:
            self.counts = answer[0]
            then(answer[1])

        self.desk.read(work, keep, owner=self._owner, lane="arrivals")

    def read_page(self, ids: Sequence[int], then: Callable[[list[Row]], object]) -> None:
        """Read the rows of one page."""

        def keep(rows: list[ArrivalRow]) -> None:
            self._known.update((row.id, row) for row in rows)
            then([self._row(row) for row in rows])

        self.desk.read(
            lambda session, actor: arrivals.arrival_rows(session, actor, list(ids)), keep, owner=self._owner
        )

    def choose(self, arrival_id: int | None) -> None:
        """Show this arrival at the side."""
        self.chosen = self._known.get(arrival_id) if arrival_id is not None else None

    def reasons(self, then: Callable[[Sequence[Reason]], object]) -> None:
        """Everything that is wrong with the chosen package."""
        if self.chosen is not None and self.chosen.findings:
            chosen = self.chosen.id
            self.desk.read(
                lambda session, actor: arrivals.reasons_of(session, actor, chosen),
                then,
                owner=self._owner,
                lane="reasons",
            )

    def take(self, paths: Sequence[Path]) -> None:
        """Take packages as a job: each is a unit of work, one that fails does not stop the others."""

        def steps(database: Any, acting: Callable[[], Any]) -> Generator[Taking, None, Taken]:
            ended: list[Arrival] = []
            for arrival in take_all(database, acting(), paths):
                ended.append(arrival)
                yield Taking(len(ended), len(paths))
            return _summed(ended)

        title = self._text("taking", count=len(paths))
        self.desk.long(title, steps, self._tell_taken, nouns=("intake_package", "dossier"))

    def take_again(self) -> None:
        """Try the chosen package once more."""
        if (chosen := self.chosen) is not None:
            self.desk.write(
                lambda session, actor: take_again(session, actor, chosen.id),
                lambda outcome: self._tell_outcome(chosen, outcome),
            )

    def set_aside(self, reason: str) -> None:
        """Lay the chosen package aside for good."""
        if (chosen := self.chosen) is not None:
            self.desk.write(
                lambda session, actor: set_aside(session, actor, chosen.id, reason),
                lambda _: self.desk.tell(self._text("told_aside", file=chosen.file_name)),
            )

    def save(self, path: Path) -> None:
        """Save the chosen package as it came; whole or not at all."""
        if (chosen := self.chosen) is None:
            return

        def work(session: Any, actor: Any) -> None:
            part = path.with_name(f"{path.name}.part")
            with part.open("wb") as written:
                for piece in arrivals.saved_bytes(session, actor, chosen.id):
                    written.write(piece)
            part.replace(path)

        self.desk.write(work, lambda _: self.desk.tell(self._text("told_saved", file=path.name)))

    def why_not_again(self) -> str | None:
        """Why the chosen package cannot be tried again, laid aside or saved."""
        waiting = self.chosen is not None and self.chosen.state is ArrivalState.WAITING
        return None if waiting else self._text("not_waiting")

    def _tell_outcome(self, chosen: ArrivalRow, outcome: Outcome) -> None:
        if isinstance(outcome, Receipt):
            self.desk.tell(self._text("told_taken", file=chosen.file_name, number=outcome.dossier))
        else:
            self.desk.tell(self._text("told_still", file=chosen.file_name, count=len(outcome.findings)))

    def _tell_taken(self, taken: Taken) -> None:
        self.desk.tell(self._text("told_many", taken=taken.taken, quarantined=len(taken.quarantined)))
        if taken.failed:
            self.desk.tell(self._text("told_failed", files=list(taken.failed)))

    def _row(self, row: ArrivalRow) -> Row:
        formats, text = self.desk.words.formats, self._text
        family, icon = _SHOWN[row.state]
        purpose = text(f"purpose.{row.purpose}") if row.purpose else ""
        number = formats.id(row.dossier_number) if row.dossier_number else ""
        cells = (
            Cell(row.file_name, row.package_id or "", 600),
            Cell(text(f"state.{row.state}"), icon=icon, family=family),
            Cell(number or (text("findings", count=row.findings) if row.findings else ""), purpose),
            Cell(row.received_by or text("portal"), colour="text2"),
            Cell(formats.file_size(row.size), colour="text2"),
            Cell(formats.when(row.received_at, self.desk.now()), colour="text2"),
        )
        return Row(row.id, cells, faded=row.state is ArrivalState.SET_ASIDE)


def _summed(ended: Sequence[Arrival]) -> Taken:
    taken = sum(isinstance(one.outcome, Receipt) for one in ended)
    failed = tuple(one.path.name for one in ended if one.error is not None)
    kept = tuple(
        one.path.name for one in ended if one.outcome is not None and not isinstance(one.outcome, Receipt)
    )
    return Taken(taken, kept, failed)
