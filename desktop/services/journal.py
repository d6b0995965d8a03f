"""Writes and verifies the journal: append-only, one hash chain per dossier and one for the office."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from desktop.models.journal import OFFICE_CHAIN, JournalEntry, JournalHead
from desktop.services.people import Actor

FIRST_HASH = "0" * 64
SAID = ("chain", "sequence", "at", "person_id", "tag", "content")
"""What an entry says besides its place in the chain of hashes."""


@dataclass(frozen=True, slots=True)
class BrokenChain:
    """A chain that does not hold: where it breaks and how."""

    chain: int
    sequence: int
    rule: str
    """`gap`, `link`, `hash`, `tail` (entries cut off) or `head` (no head row)."""


def record(session: Session, actor: Actor, tag: str, dossier_id: int | None = None, **values: Any) -> None:
    """Append one entry in the caller's transaction; `tag` reads noun:part:past-verb.

    Values must be plain JSON and must not hold identity numbers or credentials: entries are never deleted.
    """
    record_all(session, actor, tag, dossier_id, [values])


def record_all(
    session: Session, actor: Actor, tag: str, dossier_id: int | None, acts: Sequence[Mapping[str, Any]]
) -> None:
    """Append one entry per act, all with the same tag, in their order."""
    chain = dossier_id or OFFICE_CHAIN
    head = session.get(JournalHead, chain)
    if head is None:
        head = JournalHead(chain=chain, length=0, hash=FIRST_HASH)
        session.add(head)
    rows = []
    for values in acts:
        content = json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        said = (chain, head.length + 1, actor.at, actor.person_id, tag, content)
        before, linked = head.hash, hash_of(head.hash, *said)
        rows.append(dict(zip(SAID, said, strict=True)) | {"previous_hash": before, "hash": linked})
        head.length, head.hash = head.length + 1, linked
    # Past the session: else every entry would first write out all that waits there, and the head each time.
    session.connection().execute(insert(JournalEntry), rows)


def verify_journal(session: Session) -> Iterator[BrokenChain | int]:
    """Check every chain; yields each break found and, after every chain, the number of entries that held."""
    heads = {head.chain: head for head in session.scalars(select(JournalHead))}
    chains = set(session.scalars(select(JournalEntry.chain).distinct())) | set(heads)
    for chain in sorted(chains):
        yield from _verify_chain(session, chain, heads.get(chain))


def _verify_chain(session: Session, chain: int, head: JournalHead | None) -> Iterator[BrokenChain | int]:
    rows = session.execute(
        select(
            JournalEntry.sequence,
            JournalEntry.at,
            JournalEntry.person_id,
            JournalEntry.tag,
            JournalEntry.content,
            JournalEntry.previous_hash,
            JournalEntry.hash,
        )
        .where(JournalEntry.chain == chain)
        .order_by(JournalEntry.sequence)
    )
    expected, previous = 1, FIRST_HASH
    for sequence, at, person_id, tag, content, linked, found in rows:
        if sequence != expected:
            yield BrokenChain(chain, expected, "gap")
            return
        if linked != previous:
            yield BrokenChain(chain, sequence, "link")
            return
        if hash_of(linked, chain, sequence, at, person_id, tag, content) != found:
            yield BrokenChain(chain, sequence, "hash")
            return
        expected, previous = sequence + 1, found
    if head is None or head.length != expected - 1 or head.hash != previous:
        yield BrokenChain(chain, expected, "head" if head is None else "tail")
        return
    yield expected - 1


def hash_of(
    previous_hash: str,
    chain: int,
    sequence: int,
    at: datetime,
    person_id: int | None,
    tag: str,
    content: str,
) -> str:
    """SHA-256 over what an entry says and the hash before it; `at` with a zone, `content` canonical JSON."""
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    said = "\x1f".join([previous_hash, str(chain), str(sequence), moment, str(person_id or 0), tag, content])
    return hashlib.sha256(said.encode()).hexdigest()
