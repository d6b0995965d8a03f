"""Backs up or restores in child processes that are killed; a program of its own, because it forks.

Arguments: `backup OFFICE OUT TIMES`, `restore BACKUP OUT TIMES`, or `replace BACKUP OUT TIMES` with an office
in OUT that is replaced each time. Every run has a folder in OUT named by its number; prints the numbers.
"""

import shutil
import sys
from datetime import UTC, datetime
from pathlib import Path

from desktop.services.backups import backup, restore
from desktop.services.database import OFFICE_FILE, open_office
from tests.faults.stopping import killed_at_every_file_step, killed_at_random_moments

AT = datetime(2026, 3, 21, 5, 30, tzinfo=UTC)


def main(kind: str, source: Path, out: Path, times: int) -> None:
    def work(number: int) -> None:
        if kind == "backup":
            backup(open_office(source), _made(out / str(number)) / "backup.db")
        elif kind == "restore":
            restore(source, out / str(number))
        else:
            old = _made(out / str(number)) / OFFICE_FILE
            restore(source, old.parent, aside_at=AT)

    if kind == "replace":
        for number in (*range(1, 100), *range(1000, 1000 + times)):
            shutil.copyfile(out / OFFICE_FILE, _made(out / str(number)) / OFFICE_FILE)
    print(*killed_at_every_file_step(work, out), *killed_at_random_moments(work, times))


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
