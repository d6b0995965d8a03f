"""`make bench`: every promise of speed and size beside the other way, in one run, as a table of ratios.

Works in a temporary folder. The exit status is 1 when a promise is not kept, 2 when the disk has no room.
"""

import argparse
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.lists import first_pages, lists_anew
from tests.benchmarks.loading import loaded
from tests.benchmarks.measuring import Ratio
from tests.benchmarks.packages import intake
from tests.benchmarks.searching import index_size, searches
from tests.benchmarks.starting import starts
from tests.benchmarks.windows import windows, windows_of_offices

BYTES_PER_DOSSIER = 6_000
BYTES_PER_PACKAGE = 3_000_000
"""Room on the disk for both offices of a comparison and their logs."""
WIDTHS = (38, 10, 37, 10, 9, 8)


def main() -> int:
    """Measure, print each ratio as soon as it is known, and say at the end whether all promises are kept."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument("--dossiers", type=int, default=1_000_000, help="dossiers in the office")
    parser.add_argument("--packages", type=int, default=1_000, help="intake packages")
    counts = parser.parse_args()
    with TemporaryDirectory(prefix="benchmarks-") as folder:
        needed = counts.dossiers * BYTES_PER_DOSSIER + counts.packages * BYTES_PER_PACKAGE
        if shutil.disk_usage(folder).free < needed:
            print(f"{folder}: {needed / 2**30:.0f} GB of room are needed. TMPDIR names another place.")
            return 2
        _print_row(("", "ours", "the other way", "", "ratio", "bar"), "kept")
        return _verdict([_printed(ratio) for ratio in _measured(Path(folder), counts)])


def _measured(folder: Path, counts: argparse.Namespace) -> Iterator[Ratio]:
    yield from starts(folder / "start")
    yield from windows(folder / "windows")
    yield intake(folder / "intake", counts.packages)
    shutil.rmtree(folder / "intake")
    office, ratio = loaded(folder / "load", counts.dossiers)
    yield ratio
    shutil.rmtree(folder / "load" / "other")
    yield index_size(office)
    yield from first_pages(office)
    yield from lists_anew(office)
    yield searches(office)
    yield from windows_of_offices(office, folder / "windows")
    office.close()


def _printed(ratio: Ratio) -> Ratio:
    bar = f"{'≥' if ratio.at_least else '≤'} {ratio.bar:g}"
    row = (ratio.name, ratio.ours, ratio.other_way, ratio.other, f"{ratio.ratio:.2f}", bar)
    _print_row(row, "yes" if ratio.is_met else "NO")
    return ratio


def _print_row(cells: tuple[str, ...], kept: str) -> None:
    line = "".join(f"{cell:<{width}}" for cell, width in zip(cells, WIDTHS, strict=True))
    print(line + kept, flush=True)


def _verdict(ratios: list[Ratio]) -> int:
    missed = [ratio.name for ratio in ratios if not ratio.is_met]
    print(f"Not kept: {', '.join(missed)}." if missed else "All promises are kept.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
