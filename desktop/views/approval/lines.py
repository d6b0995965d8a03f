"""One row of the manager's stack as finished strings, made in the worker: painting looks nothing up."""

from dataclasses import dataclass
from typing import Literal

from desktop.services.stack_rows import StackStanding
from desktop.views.dossier_list.lines import DueWords

Sign = Literal["check", "alert", "lock"]
"""What a word of evidence wears: well, beware, closed."""

NodeState = Literal["done", "void", "locked", "mine", "waiting"]


@dataclass(frozen=True, slots=True)
class Node:
    """One person of the four-eyes chain; `state` as the chain's widget knows it."""

    state: NodeState
    name: str
    below: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Word:
    """One word of evidence with its sign."""

    sign: Sign
    text: str


@dataclass(frozen=True, slots=True)
class StackLine:
    """A dossier of the stack as its row shows it, in the language of the desk."""

    id: int
    version: int
    number: str
    """As it is stored."""
    shown_number: str
    name: str
    below: str
    scheme: str
    scheme_icon: str
    chain: tuple[Node, ...]
    evidence: tuple[Word, ...]
    due: DueWords | None
    status: str
    """Code of the status it stands in."""
    standing: StackStanding
    why: str
    """Why it is closed, or wants a look of its own; empty when nothing is in the way."""
    action: str
    """Code of the deciding step; empty when there is none for this person."""
    verb: str
    asks_note: str
    """Whether the step asks for a note: "none", "optional" or "required"."""
    ends: bool
    """Whether the decision is a no."""
    sought: str
    """What the filter looks in."""
    spoken: str
