"""Makes the demo office aside and names it when it is whole; remakes one, never touches a real office."""

import random
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import select

from desktop.models.errors import RuleBroken
from desktop.models.jalali import TEHRAN, from_jalali
from desktop.models.office import Office as OfficeRow
from desktop.services.closures import seed_closures
from desktop.services.database import OFFICE_FILE, Database, open_office
from desktop.services.demo.agenda import FOUNDED_YEAR, years_of
from desktop.services.demo.history import DemoProgress, play
from desktop.services.demo.resources import resource
from desktop.services.demo.staff import Staff, hire
from desktop.services.durable_files import put_in_place, put_over, unfinished_beside
from desktop.services.office import create_office, demand_no_office, move_aside
from desktop.services.people import actor_named
from desktop.services.schemes.reading import read_scheme
from desktop.services.schemes.storing import add_scheme
from desktop.services.unit_of_work import reading, writing

SCHEME_FILE = Path(__file__).parents[3] / "resources" / "schemes" / "enamad.toml"
DOSSIERS = 300
SEED = 1405


def make_demo_office(
    folder: Path, at: datetime, dossiers: int = DOSSIERS, seed: int = SEED
) -> Iterator[DemoProgress]:
    """Make a demo office in `folder` as it would stand at `at`, yielding progress.

    The same seed, number and moment give the same office, but for the symbol codes, which must be beyond
    guessing. Nothing is in `folder` until all is done. Raises RuleBroken("office.exists") over any office and
    RuleBroken("demo.too_few") for fewer dossiers than there are courses.
    """
    demand_no_office(folder)
    folder.mkdir(parents=True, exist_ok=True)
    with unfinished_beside(folder / OFFICE_FILE) as aside:
        yield from _make(aside, at, dossiers, seed)
        try:
            put_in_place(aside / OFFICE_FILE, folder / OFFICE_FILE)
        except FileExistsError:
            raise RuleBroken("office.exists", folder=str(folder)) from None


def remake_demo_office(
    folder: Path, at: datetime, dossiers: int = DOSSIERS, seed: int = SEED
) -> Iterator[DemoProgress]:
    """Throw the demo office in `folder` away for a new one; makes one where there is none.

    Raises RuleBroken("demo.real_office") over an office that is no demo, and Unavailable("office.in_use")
    while somebody works in it; the old one then stays.
    """
    if not (folder / OFFICE_FILE).exists():
        yield from make_demo_office(folder, at, dossiers, seed)
        return
    _demand_demo(folder)
    with unfinished_beside(folder / OFFICE_FILE) as aside:
        yield from _make(aside, at, dossiers, seed)
        thrown_away = move_aside(folder, at)
        put_over(aside / OFFICE_FILE, folder / OFFICE_FILE)
        thrown_away.unlink()


def _demand_demo(folder: Path) -> None:
    with closing(open_office(folder)) as database, reading(database) as session:
        if not session.scalar(select(OfficeRow.is_demo)):
            raise RuleBroken("demo.real_office", folder=str(folder))


def _make(aside: Path, at: datetime, dossiers: int, seed: int) -> Iterator[DemoProgress]:
    founded = datetime.combine(from_jalali(FOUNDED_YEAR, 7, 1), datetime.min.time(), TEHRAN)
    create_office(aside, resource("staff")["office"], founded, is_demo=True)
    with closing(open_office(aside)) as database:
        staff = _found(database, founded, at)
        chance = random.Random(f"{seed} {dossiers}")  # noqa: S311 - invents people, keeps no secret
        yield from play(database, staff, at, dossiers, chance)


def _found(database: Database, founded: datetime, at: datetime) -> Staff:
    """People, calendar and scheme of the office."""
    with writing(database) as session:
        staff = hire(session, founded)
        seed_closures(session, years_of(at))
        administrator = actor_named(session, staff.administrator, founded)
        source = SCHEME_FILE.read_text(encoding="utf-8")
        add_scheme(session, administrator, read_scheme(SCHEME_FILE), source)
    return staff
