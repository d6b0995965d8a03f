"""What can stand in the way of work from outside: a full or failing disk, another program that writes."""

import resource
import signal
from contextlib import contextmanager

import sqlcipher3.dbapi2 as driver
from sqlalchemy import event

from desktop.services.database import OFFICE_FILE, Database


@contextmanager
def full_disk(office: Database, more_pages: int):
    """The office's file can grow by so many pages only."""
    with office.reading.connect() as connection:
        most = connection.exec_driver_sql("PRAGMA page_count").scalar_one() + more_pages

    def limit(connection, record, proxy):
        connection.execute(f"PRAGMA max_page_count = {most}")

    event.listen(office.reading, "checkout", limit)
    yield
    event.remove(office.reading, "checkout", limit)
    office.close()


@contextmanager
def disk_that_takes_nothing():
    """Every write of this process into a file fails."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    before = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, before)


@contextmanager
def somebody_writing(office: Database):
    """Another program is in the middle of writing."""
    other = driver.connect(str(office.folder / OFFICE_FILE), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.execute("ROLLBACK")
    other.close()
