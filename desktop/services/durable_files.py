"""Files that are whole or not there: made aside, flushed to the disk, then given their name in one stroke."""

import errno
import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

from desktop.models.errors import Unavailable

OWNER_ONLY = 0o600
"""Offices and their copies hold people's papers: nobody else on the machine may read the file."""
UNFINISHED = ".unfinished-"
ABANDONED_AFTER_SECONDS = 24 * 3600
_BLOCK_BYTES = 1 << 20


@contextmanager
def unfinished_beside(place: Path) -> Iterator[Path]:
    """A folder on the same disk as `place` to make its content in; gone afterwards, however the work ends.

    What a killed program left there a day or longer ago goes first. Raises Unavailable("disk.full" or
    "disk.failed", detail=…) for what the disk refuses inside the block.
    """
    with _disk_failures():
        _remove_abandoned(place.parent)
        folder = Path(mkdtemp(prefix=UNFINISHED, dir=place.parent))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def put_in_place(finished: Path, place: Path) -> None:
    """Give a finished file its name, durably; raises FileExistsError and never writes over another file."""
    finished.chmod(OWNER_ONLY)
    flush(finished)
    try:
        os.link(finished, place)
        finished.unlink()
    except FileExistsError:
        raise
    except OSError:
        # Memory sticks often know no hard links; there the question and the renaming are two strokes.
        if place.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(place)) from None
        finished.rename(place)
    flush_folder(place.parent)


def put_over(finished: Path, place: Path) -> None:
    """Give a finished file the name of one that may be there already, durably and in one stroke."""
    finished.chmod(OWNER_ONLY)
    flush(finished)
    finished.replace(place)
    flush_folder(place.parent)


def flush(path: Path) -> None:
    """Wait until the content of a file is on the disk."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Wait until the names in a folder are on the disk; Windows does so by itself and cannot be asked."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's content, in hexadecimal digits."""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(_BLOCK_BYTES):
            digest.update(block)
    return digest.hexdigest()


@contextmanager
def _disk_failures() -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        raise Unavailable("disk.full" if full else "disk.failed", detail=str(error)) from error


def _remove_abandoned(folder: Path) -> None:
    long_ago = time.time() - ABANDONED_AFTER_SECONDS
    for left in folder.glob(f"{UNFINISHED}*"):
        if left.stat().st_mtime < long_ago:
            shutil.rmtree(left, ignore_errors=True)
