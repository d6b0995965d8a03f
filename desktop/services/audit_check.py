"""Verifies the chains of the journal for who reads the audit: all hold until when, or where they do not."""

from collections.abc import Generator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from desktop.models.dossier import Dossier
from desktop.models.journal import OFFICE_CHAIN, JournalEntry, JournalHead
from desktop.models.vocabulary import Role
from desktop.services.database import Database
from desktop.services.journal import BrokenChain, verify_journal
from desktop.services.people import Actor
from desktop.services.unit_of_work import reading


@dataclass(frozen=True, slots=True)
class ChainsChecked:
    """How many chains have been verified."""

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class ChainFault:
    """A chain that does not hold: where, how, and the dossier it is of (None: the office's own)."""

    chain: int
    sequence: int
    rule: str
    dossier_number: str | None


@dataclass(frozen=True, slots=True)
class ChainSummary:
    """What verifying has shown; `until` is the newest entry looked at."""

    chains: int
    entries: int
    until: datetime | None
    faults: tuple[ChainFault, ...]


def verify_chains(database: Database, actor: Actor) -> Generator[ChainsChecked, None, ChainSummary]:
    """Verify every chain; yields after each how far it is and ends with the summary."""
    actor.demand(Role.AUDITOR, Role.MANAGER, Role.ADMINISTRATOR)
    with reading(database) as session:
        total = session.scalar(select(func.count()).select_from(JournalHead)) or 0
        until = session.scalar(select(JournalEntry.at).order_by(JournalEntry.id.desc()).limit(1))
        faults, entries, done = list[BrokenChain](), 0, 0
        for seen in verify_journal(session):
            done += 1
            if isinstance(seen, BrokenChain):
                faults.append(seen)
            else:
                entries += seen
            yield ChainsChecked(done, max(done, total))
        ids = [fault.chain for fault in faults if fault.chain != OFFICE_CHAIN]
        found = session.execute(select(Dossier.id, Dossier.number).where(Dossier.id.in_(ids)))
        numbers: dict[int, str] = dict(found.all())
    told = (ChainFault(one.chain, one.sequence, one.rule, numbers.get(one.chain)) for one in faults)
    return ChainSummary(done, entries, until, tuple(told))
