"""Everything about the window in one place: on a demo office, and on the large office of the other rows."""

from collections.abc import Iterator
from pathlib import Path

from desktop.services.bulk_load import load_dossiers
from desktop.services.database import Database
from tests.benchmarks.invented import invented_rows
from tests.benchmarks.measuring import Ratio
from tests.benchmarks.offices import acting, enamad_version, furnished_office
from tests.benchmarks.window_gaps import frame_gaps
from tests.benchmarks.window_opening import opening
from tests.benchmarks.window_starting import window_start
from tests.builders.demo import a_demo_office

FEW, MANY_ROWS = 100, 100_000


def windows(folder: Path) -> Iterator[Ratio]:
    """Start, opening of dossiers, gaps between frames, pages of documents."""
    # Qt comes into this process only where something is painted in it.
    from tests.benchmarks.viewing import page_turns  # noqa: PLC0415

    demo = a_demo_office(folder / "demo")
    yield window_start(demo)
    yield opening(demo)
    rows = folder / "rows"
    _office(rows, MANY_ROWS)
    yield from frame_gaps(rows)
    yield page_turns(folder / "pages")


def windows_of_offices(office: Database, folder: Path) -> Iterator[Ratio]:
    """Memory of the window and a fresh page of rows, on the office of the other rows."""
    from tests.benchmarks.painting import memory, painting  # noqa: PLC0415

    few = folder / "few"
    _office(few, FEW)
    yield memory(office.folder, few)
    yield painting(office)


def _office(folder: Path, dossiers: int) -> None:
    office = furnished_office(folder)
    list(load_dossiers(office, acting(office, "golnaz"), invented_rows(dossiers, enamad_version(office))))
    office.close()
