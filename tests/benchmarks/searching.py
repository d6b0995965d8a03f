"""Search beside a scan of the same folded column with LIKE, and what its index takes of the database."""

from collections.abc import Callable, Iterator
from random import Random
from statistics import median
from typing import NamedTuple

from desktop.models.text import fold
from desktop.services.database import Database
from desktop.services.people import Actor
from desktop.services.search import search
from desktop.services.unit_of_work import reading
from tests.benchmarks import ways
from tests.benchmarks.measuring import Ratio, by_turns, megabytes, percentile, seconds, timed
from tests.benchmarks.offices import acting

EACH = 25
SCANNED = 2
"""Of the searches of each kind so many are also done by a scan; what is sought makes no difference to it."""
SCAN = (
    "SELECT id, number, applicant_name, subject, status, due_at FROM dossier NOT INDEXED"
    " WHERE {} ORDER BY due_at LIMIT 50"
)


class Stored(NamedTuple):
    """What is stored of a dossier somebody looks for."""

    number: str
    name: str
    subject: str
    text: str

    @property
    def title(self) -> str:
        """The folded business name."""
        return self.text.split()[3]

    @property
    def identity_number(self) -> str:
        """Of the applicant."""
        return self.text.split()[4]


KINDS: dict[str, Callable[[Stored, Random], str]] = {
    "family name": lambda stored, _: stored.name.split()[-1],
    "given name": lambda stored, _: stored.name.split()[0],
    "whole name": lambda stored, _: stored.name,
    "inside the title": lambda stored, chance: _inside(chance, stored.title, 5),
    "name and title": lambda stored, chance: f"{stored.name.split()[-1]} {_inside(chance, stored.title, 4)}",
    "domain name": lambda stored, _: stored.subject.removesuffix(".example"),
    "inside the domain": lambda stored, chance: _inside(chance, stored.subject, 5),
    "number": lambda stored, _: stored.number.replace("/", "-"),
    "part of a number": lambda stored, _: stored.number[-5:],
    "identity number": lambda stored, _: stored.identity_number,
    "inside the identity number": lambda stored, chance: _inside(chance, stored.identity_number, 5),
    "two letters": lambda stored, chance: _inside(chance, stored.title, 2),
    "nothing like it": lambda _, chance: "".join(chance.sample("ژضظثqxw", 4)),
}
"""How people search: each kind makes its words of a dossier there is."""


def searches(database: Database) -> Ratio:
    """The 95th percentile of all kinds of search, the median of scans for some of the same words."""
    actor = acting(database, "sara")
    ours, scans = [], []
    for words in _words(database):
        (taken,) = by_turns(3, lambda words=words: _search(database, actor, words))
        ours.append(taken)
        if len(ours) % EACH < SCANNED:
            scans.append(timed(lambda words=words: _scan(database, words)))
    slow, scan = percentile(ours, 0.95), median(scans)
    return Ratio(
        f"search, p95 of {len(ours)}",
        seconds(slow),
        "LIKE scan, median",
        seconds(scan),
        scan / slow,
        20,
        True,
    )


def index_size(database: Database) -> Ratio:
    """The pages the search index alone takes, beside those of the whole database."""
    connection = database.writing.raw_connection()
    driver = connection.driver_connection
    size = driver.execute("PRAGMA page_size").fetchone()[0]
    pages = driver.execute("PRAGMA page_count").fetchone()[0]
    # What dropping it would free; nothing of it is kept.
    driver.execute("PRAGMA secure_delete = OFF")
    driver.execute("BEGIN")
    free = driver.execute("PRAGMA freelist_count").fetchone()[0]
    driver.execute("DROP TABLE dossier_search")
    freed = driver.execute("PRAGMA freelist_count").fetchone()[0] - free
    driver.execute("ROLLBACK")
    connection.invalidate()
    index, whole = freed * size, pages * size
    name = "search index of the database"
    return Ratio(name, megabytes(index), "database", megabytes(whole), index / whole, 0.25, False)


def _words(database: Database) -> Iterator[str]:
    chance = Random(7)
    count = ways.bare(database, "SELECT max(id) FROM dossier")[0][0]
    for kind in KINDS.values():
        for _ in range(EACH):
            row = "SELECT number, applicant_name, subject, search FROM dossier WHERE id = ?"
            (found,) = ways.bare(database, row, (chance.randint(1, count),))
            yield kind(Stored(*found), chance)


def _inside(chance: Random, text: str, letters: int) -> str:
    start = chance.randint(0, max(0, len(text) - letters))
    return text[start : start + letters]


def _search(database: Database, actor: Actor, words: str) -> None:
    with reading(database) as session:
        search(session, actor, words)


def _scan(database: Database, words: str) -> None:
    wanted = fold(words).split()
    condition = " AND ".join(["search LIKE ?"] * len(wanted))
    ways.bare(database, SCAN.format(condition), tuple(f"%{word}%" for word in wanted))
