"""Looks an office over: file, tables, journal, what was received, search index and numbers."""

import hashlib
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Integer, cast, func, select
from sqlalchemy.exc import DatabaseError, OperationalError
from sqlalchemy.orm import InstrumentedAttribute, Session

from desktop.models.attachment import Attachment, AttachmentChunk
from desktop.models.certificate import Certificate
from desktop.models.dossier import Dossier
from desktop.models.journal import JournalEntry, JournalHead
from desktop.models.office import NumberSeries
from desktop.services.database import Database
from desktop.services.journal import BrokenChain, verify_journal
from desktop.services.numbers import CERTIFICATES, DOSSIERS
from desktop.services.office_file import UNREADABLE, OfficeFinding, file_findings
from desktop.services.unit_of_work import reading


@dataclass(frozen=True, slots=True)
class CheckProgress:
    """How far one part of the check is."""

    part: str
    done: int
    total: int


@dataclass(frozen=True, slots=True)
class OfficeReport:
    """What the check found and how much it looked at."""

    findings: tuple[OfficeFinding, ...]
    counts: dict[str, int]

    @property
    def is_sound(self) -> bool:
        """True when nothing was found."""
        return not self.findings


Part = Iterator[CheckProgress | OfficeFinding]


def check_office(database: Database) -> Generator[CheckProgress, None, OfficeReport]:
    """Check everything; yields progress and gives the report at the end.

    The office can be worked in meanwhile, except that writing waits while the search index is compared. When
    the file is damaged or its tables were changed, the check ends there: what they say is worth nothing.
    """
    findings: list[OfficeFinding] = []
    yield CheckProgress("file", 0, 1)
    with database.reading.connect() as connection:
        findings += file_findings(connection)
    if any(finding.code in UNREADABLE for finding in findings):
        return OfficeReport(tuple(findings), {})
    with reading(database) as session:
        counts = _counts(session)
        for part in (_journal(session), _attachments(session), _numbers(session), _search(database)):
            for seen in part:
                if isinstance(seen, OfficeFinding):
                    findings.append(seen)
                else:
                    yield seen
    return OfficeReport(tuple(findings), counts)


def checked(database: Database) -> OfficeReport:
    """The report of `check_office` for who does not ask for progress."""
    check = check_office(database)
    while True:
        try:
            next(check)
        except StopIteration as end:
            report: OfficeReport = end.value
            return report


def _counts(session: Session) -> dict[str, int]:
    tables = (Dossier, Certificate, Attachment, JournalEntry)
    return {
        table.__tablename__: session.scalar(select(func.count()).select_from(table)) or 0 for table in tables
    }


def _journal(session: Session) -> Part:
    total = session.scalar(select(func.count()).select_from(JournalHead)) or 0
    for done, seen in enumerate(verify_journal(session), start=1):
        if isinstance(seen, BrokenChain):
            values = {"chain": seen.chain, "sequence": seen.sequence, "rule": seen.rule}
            yield OfficeFinding("journal.broken", values)
        yield CheckProgress("journal", done, max(done, total))


def _attachments(session: Session) -> Part:
    listed = select(Attachment.id, Attachment.sha256, Attachment.size).order_by(Attachment.id)
    rows = session.execute(listed).all()
    for done, (attachment_id, sha256, size) in enumerate(rows, start=1):
        if _content(session, attachment_id) != (sha256, size):
            yield OfficeFinding("attachment.damaged", {"attachment_id": attachment_id, "sha256": sha256})
        yield CheckProgress("attachments", done, len(rows))


def _content(session: Session, attachment_id: int) -> tuple[str, int]:
    chunks = session.execute(
        select(AttachmentChunk.content)
        .where(AttachmentChunk.attachment_id == attachment_id)
        .order_by(AttachmentChunk.position)
        .execution_options(yield_per=4)
    )
    digest, size = hashlib.sha256(), 0
    for (content,) in chunks:
        digest.update(content)
        size += len(content)
    return digest.hexdigest(), size


def _numbers(session: Session) -> Part:
    for series, column in ((DOSSIERS, Dossier.number), (CERTIFICATES, Certificate.number)):
        given = select(NumberSeries.year, NumberSeries.last).where(NumberSeries.series == series)
        last = {row.year: row.last for row in session.execute(given)}
        used = {year: (count, highest) for year, count, highest in session.execute(_used(column))}
        for year in sorted(last.keys() | used.keys()):
            count, highest = used.get(year, (0, 0))
            if not last.get(year, 0) == count == highest:
                values = {"given": last.get(year, 0), "used": count, "highest": highest}
                yield OfficeFinding("numbers.gap", {"series": series, "year": year, **values})
        yield CheckProgress("numbers", 1, 1)


def _used(number: InstrumentedAttribute[str]) -> Any:
    # Numbers are unique by constraint: as many as the highest of them means none is left out.
    year, counted = cast(func.substr(number, 1, 4), Integer), cast(func.substr(number, 6), Integer)
    return select(year, func.count(), func.max(counted)).group_by(year)


def _search(database: Database) -> Part:
    yield CheckProgress("search", 0, 1)
    with database.writing.connect() as connection:
        try:
            connection.exec_driver_sql(
                "INSERT INTO dossier_search (dossier_search, rank) VALUES ('integrity-check', 1)"
            )
        except OperationalError:
            raise  # locked by somebody's long work, which says nothing about the index
        except DatabaseError as error:
            yield OfficeFinding("search.differs", {"detail": str(error.orig)})
