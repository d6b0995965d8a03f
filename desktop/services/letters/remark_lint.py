"""Looks over a remark before the applicant reads it: too short, meant for a colleague, or saying too much."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop.models.text import western_digits
from desktop.models.vocabulary import ApplicantKind
from desktop.services.letters.lint import says
from desktop.services.letters.templates import words

SHORTEST: Final = 10
"""Letters and digits; with fewer nobody knows what to mend."""

_WHOLE_NUMBER: Final = re.compile(r"(?<![0-9])[0-9]{10,11}(?![0-9])")
"""National ids have ten digits, those of companies eleven; mobile numbers too."""


class Doubt(StrEnum):
    """What may be wrong with a remark."""

    SHORT = "short"
    INTERNAL_WORD = "internal_word"
    WHOLE_NUMBER = "whole_number"
    ROLE_UNFIT = "role_unfit"


@dataclass(frozen=True, slots=True)
class RemarkDoubt:
    """One doubt, and the words or digits it is about."""

    doubt: Doubt
    about: str


def doubts_about(remark: str, applicant_kind: ApplicantKind) -> tuple[RemarkDoubt, ...]:
    """Everything doubtful in one remark; whoever sends it decides (C-03)."""
    written = sum(letter.isalnum() for letter in remark)
    short = (RemarkDoubt(Doubt.SHORT, ""),) if written < SHORTEST else ()
    return (
        *short,
        *_said(remark, _internal_words(), Doubt.INTERNAL_WORD),
        *(RemarkDoubt(Doubt.WHOLE_NUMBER, found) for found in _WHOLE_NUMBER.findall(western_digits(remark))),
        *_said(remark, _roles_unlike(applicant_kind), Doubt.ROLE_UNFIT),
    )


def _internal_words() -> list[str]:
    return [phrase for phrases in words()["internal_words"].values() for phrase in phrases]


def _roles_unlike(applicant_kind: ApplicantKind) -> list[str]:
    others = [kind for kind in ApplicantKind if kind is not applicant_kind]
    return [phrase for kind in others for phrase in words()[kind.value]["role"].values()]


def _said(remark: str, phrases: list[str], doubt: Doubt) -> list[RemarkDoubt]:
    return [RemarkDoubt(doubt, phrase) for phrase in phrases if says(remark, phrase)]
