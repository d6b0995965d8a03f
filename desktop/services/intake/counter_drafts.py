"""What clerks have entered at the counter and not handed in: kept as it is typed, each for his own eyes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.errors import NotFound, RuleBroken
from desktop.models.intake_package import CounterDraft
from desktop.models.vocabulary import Role
from desktop.services.intake import limits
from desktop.services.people import Actor
from desktop.services.unit_of_work import leave_no_trace

OPEN: Final = "open"
RESUBMIT: Final = "resubmit"


@dataclass(frozen=True, slots=True)
class DraftFile:
    """A file on the clerk's machine and the document rule it answers."""

    rule: str
    path: Path


@dataclass(frozen=True, slots=True)
class Draft:
    """One application or answer as far as it was entered; `document` is what will be package.json."""

    id: int
    package_id: str
    begun_at: datetime
    saved_at: datetime
    document: dict[str, Any]
    files: tuple[DraftFile, ...]

    @property
    def name(self) -> str:
        """The applicant's name, as far as it was typed."""
        applicant = self.document.get("applicant") or {}
        return str(applicant.get("name") or "")


def begin_draft(session: Session, actor: Actor, document: dict[str, Any]) -> int:
    """Begin a draft with what is known of it already, such as its scheme; gives its id."""
    _demand_clerk(actor)
    draft = CounterDraft(
        person_id=actor.known_id,
        package_id=f"counter-{uuid4()}",
        begun_at=actor.at,
        saved_at=actor.at,
        document=document,
        files=[],
    )
    session.add(draft)
    session.flush()
    return draft.id


def keep_counter_draft(
    session: Session, actor: Actor, draft_id: int, document: dict[str, Any], files: Sequence[DraftFile]
) -> None:
    """Keep what was entered so far, right or wrong.

    Raises NotFound("counter.no_draft") for another clerk's, RuleBroken("counter.too_large").
    """
    row = _own(session, actor, draft_id)
    size = len(json.dumps(document, ensure_ascii=False).encode())
    if size > limits.CONTENTS_BYTES:
        raise RuleBroken("counter.too_large", size=size, limit=limits.CONTENTS_BYTES)
    row.document, row.saved_at = document, actor.at
    row.files = [{"rule": one.rule, "path": str(one.path)} for one in files]
    session.flush()


def counter_draft(session: Session, actor: Actor, draft_id: int) -> Draft:
    """One of the clerk's own drafts; raises NotFound("counter.no_draft")."""
    return _draft(_own(session, actor, draft_id))


def counter_drafts(session: Session, actor: Actor) -> list[Draft]:
    """The clerk's own drafts, the one he last touched first."""
    _demand_clerk(actor)
    rows = session.scalars(
        select(CounterDraft)
        .where(CounterDraft.person_id == actor.known_id)
        .order_by(CounterDraft.saved_at.desc(), CounterDraft.id.desc())
    )
    return [_draft(row) for row in rows]


def discard_counter_draft(session: Session, actor: Actor, draft_id: int) -> None:
    """Throw a draft away, on disk too: it holds identity data that belong to no dossier."""
    session.delete(_own(session, actor, draft_id))
    leave_no_trace(session)
    session.flush()


def _own(session: Session, actor: Actor, draft_id: int) -> CounterDraft:
    _demand_clerk(actor)
    row = session.get(CounterDraft, draft_id)
    if row is None or row.person_id != actor.known_id:
        raise NotFound("counter.no_draft")
    return row


def _demand_clerk(actor: Actor) -> None:
    actor.demand(Role.CLERK, Role.SUPERVISOR)


def _draft(row: CounterDraft) -> Draft:
    files = tuple(DraftFile(one["rule"], Path(one["path"])) for one in row.files)
    return Draft(row.id, row.package_id, row.begun_at, row.saved_at, dict(row.document), files)
