"""The words in which an attachment is judged: what it is, and what a reader should beware of."""

from dataclasses import dataclass
from enum import StrEnum


class Flag(StrEnum):
    """What a reader of an attachment should beware of; the attachment is kept and its package taken."""

    DECOMPRESSION_BOMB = "decompression_bomb"
    ENCRYPTED = "encrypted"
    PASSWORD_NEEDED = "password_needed"  # noqa: S105 - the name of a flag, no secret
    SCRIPT = "script"
    LAUNCHES_PROGRAM = "launches_program"
    ACTS_ON_OPEN = "acts_on_open"
    EMBEDDED_FILES = "embedded_files"


@dataclass(frozen=True, slots=True)
class Look:
    """What a decoder saw; `pages` counts frames too and is 0 where it could not look inside."""

    pages: int
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class Judged:
    """What an attachment is."""

    media_type: str
    pages: int
    flags: tuple[Flag, ...]
    sha256: str
    size: int
