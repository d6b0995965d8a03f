"""The office's clock on one machine: its daily round goes when a window opens, or when somebody asks."""

from collections.abc import Callable, Generator
from typing import TYPE_CHECKING, Any

from desktop.services.daily_round import go_round

if TYPE_CHECKING:
    from desktop.views.desk import Desk


def start_round(desk: "Desk", *, quiet: bool = False) -> None:
    """Start the daily round as a job; what it did is told at its end, `quiet` when it did nothing."""
    text, at = desk.words.of("jobs_page"), desk.now()

    def steps(database: Any, _: Callable[[], Any]) -> Generator[Any, None, tuple[int, int]]:
        done = failed = 0
        for result in go_round(database, at):
            failed += result.failed
            done += not result.failed
            yield result
        return done, failed

    def tell(counts: tuple[int, int]) -> None:
        if any(counts) or not quiet:
            desk.tell(text("round_told", done=counts[0], failed=counts[1]))

    desk.long(text("round"), steps, tell, nouns=("dossier",))
