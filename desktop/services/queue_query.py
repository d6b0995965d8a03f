"""The question a list asks: which queue, what of it, in what order."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from desktop.models.vocabulary import DossierKind, Phase


class Queue(StrEnum):
    """Queues everybody has; besides them every role has one under its own name."""

    MINE = "mine"
    UNCLAIMED = "unclaimed"
    OVERDUE = "overdue"
    DRAFTS = "drafts"
    FOLLOWED = "followed"
    ALL = "all"


class Papers(StrEnum):
    """How far the papers of dossiers are that wait for them."""

    AWAITED = "awaited"
    """Nothing has come yet."""
    TO_CHECK = "to_check"
    RESENT = "resent"
    """To check, after an earlier one was rejected."""
    ARRIVED_TODAY = "arrived_today"
    """Wherever the dossier is by now."""


class Sort(StrEnum):
    """Orders of a queue."""

    DUE = "due"
    NAME = "name"
    NUMBER = "number"
    SINCE = "since"


@dataclass(frozen=True, slots=True)
class QueueQuery:
    """What to show of a queue; what is left out does not narrow it.

    `queue` is a word of `Queue` or of `Role`, `statuses` and `scheme` are codes, `claimed_by` is a person's
    id, `search` what somebody typed. `returned` came back from the applicant and is the office's to work on,
    `paused` waits for somebody outside; of the person who asks, `unseen` has news for him, `followed` is
    followed and `worked_on` was worked on by him. Due are those `due_from` a moment on and before
    `due_until`. By due date, dossiers whose clock stands come after those whose clock runs, and last those
    that have none.
    """

    queue: str = Queue.ALL.value
    statuses: tuple[str, ...] = ()
    phases: tuple[Phase, ...] = ()
    kinds: tuple[DossierKind, ...] = ()
    papers: Papers | None = None
    scheme: str | None = None
    claimed_by: int | None = None
    overdue: bool = False
    returned: bool = False
    paused: bool = False
    unseen: bool = False
    worked_on: bool = False
    followed: bool = False
    due_from: datetime | None = None
    due_until: datetime | None = None
    sort: Sort = Sort.DUE
    descending: bool = False
    search: str = ""
