"""What can go wrong, as a tree; every error is a code with values, its sentence lives in the faces.

ParvandehError
├── RuleBroken            the person can mend it: a rule of the office or of a scheme refuses
│   ├── NotFound          the thing asked for does not exist (or is not to be seen)
│   ├── NotAllowed        the person's roles do not include this work
│   └── Conflict          somebody else was quicker; the newer state is kept
├── NeedsConfirmation     allowed when the same call is repeated with consent
└── Unavailable           disk, network or a locked database; trying again later may help
"""

from typing import Any


class ParvandehError(Exception):
    """Base of all expected errors: `code` names the sentence, `values` fill it."""

    def __init__(self, code: str, **values: Any) -> None:
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        details = ", ".join(f"{name}={value!r}" for name, value in self.values.items())
        return f"{self.code} ({details})" if details else self.code


class RuleBroken(ParvandehError):
    """A rule refuses; the person can mend it and try again."""


class NotFound(RuleBroken):
    """The thing asked for does not exist, or this person may not see it."""


class NotAllowed(RuleBroken):
    """The person's roles do not include this work."""


class Conflict(RuleBroken):
    """Somebody else changed the same thing first; nothing was overwritten."""


class NeedsConfirmation(ParvandehError):
    """May be repeated with the person's consent; `values` say to what."""


class Unavailable(ParvandehError):
    """The disk, the network or a locked database stands in the way; nothing was half done."""
