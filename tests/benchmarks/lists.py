"""Queues beside reading everything: the first page, the rank snapshot, sorting anew and filtering."""

from desktop.services.database import Database
from desktop.services.queues import QueueQuery, Sort
from tests.benchmarks import ways
from tests.benchmarks.measuring import Ratio, by_turns, faster_by, smaller_by, within
from tests.benchmarks.offices import acting

ANEW: dict[str, tuple[QueueQuery, str]] = {
    "all by due date": (QueueQuery(), "SELECT id FROM dossier ORDER BY due_at, id"),
    "all by name": (QueueQuery(sort=Sort.NAME), "SELECT id FROM dossier ORDER BY sort_key, id"),
    "all by number, backwards": (
        QueueQuery(sort=Sort.NUMBER, descending=True),
        "SELECT id FROM dossier ORDER BY number DESC",
    ),
    "active ones, oldest first": (
        QueueQuery(statuses=("active",), sort=Sort.SINCE),
        "SELECT id FROM dossier WHERE status = 'active' ORDER BY status_since, id",
    ),
    "under review by due date": (
        QueueQuery(statuses=("under_review",)),
        "SELECT id FROM dossier WHERE status = 'under_review' ORDER BY due_at, id",
    ),
}
"""What a person may do to the list of all dossiers, and the statement that gives the bare ids for it."""


def first_pages(database: Database) -> list[Ratio]:
    """The list of all dossiers: its first page with the capped count; in memory with its snapshot too."""
    actor = acting(database, "golnaz")
    page, everything = by_turns(
        5, lambda: ways.page(database, actor), lambda: ways.every_row(database, actor)
    )
    held, all_held = (ways.bytes_held(database.folder, way) for way in ("page_and_ranks", "every_row"))
    other_way = "every row as a tuple"
    return [
        faster_by("first page of all dossiers", page, other_way, everything, bar=20),
        smaller_by("memory of page and snapshot", held, other_way, all_held, bar=20),
    ]


def lists_anew(database: Database) -> list[Ratio]:
    """A list sorted or filtered anew with its first page, beside the bare query for its ids."""
    actor = acting(database, "golnaz")
    ratios = []
    for name, (query, statement) in ANEW.items():
        ours, other = by_turns(
            5,
            lambda query=query: ways.listed_anew(database, actor, query),
            lambda statement=statement: ways.bare(database, statement),
        )
        ratios.append(within(f"list anew: {name}", ours, "its bare ids", other, bar=1.5))
    return ratios
