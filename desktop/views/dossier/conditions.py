"""Under which condition the page is open: why it is only to be read, and what to beware of."""

from dataclasses import dataclass
from typing import Literal

from desktop.language.window import Words
from desktop.services.dossier_page import DossierPage, Standing
from desktop.services.wording import in_tehran


@dataclass(frozen=True, slots=True)
class Condition:
    """One banner: colour, sentence, and the action its link offers, if any."""

    kind: Literal["amber", "red", "blue"]
    sentence: str
    action: Literal["", "claim", "see_change"] = ""


def conditions_of(page: DossierPage, words: Words) -> list[Condition]:
    """What this person should know before he begins; the most pressing first."""
    found = [_blacklisted(page, words)] if page.blacklist else []
    standing = _standing(page, words)
    return [*found, standing] if standing else found


def _blacklisted(page: DossierPage, words: Words) -> Condition:
    hit = page.blacklist[0]
    sentence = words.of("dossier")(
        "condition.blacklisted",
        kind=hit.subject_kind,
        day=hit.entered_on,
        authority=hit.authority or None,
        reason=hit.reason,
    )
    return Condition("red", sentence)


def _standing(page: DossierPage, words: Words) -> Condition | None:
    said = _SAID.get(page.standing)
    if said is None:
        return None
    kind, code, action = said
    details, formats = page.details, words.formats
    due = details.answer_due_at
    sentence = words.of("dossier")(
        code,
        status=details.status_label,
        holder=details.claimed_by,
        taken=page.claimed_at,
        since=formats.day_and_month(in_tehran(details.status_since).date()),
        until=formats.day_and_month(in_tehran(due).date()) if due else None,
    )
    return Condition(kind, sentence, action)


_SAID: dict[Standing, tuple[Literal["amber", "blue"], str, Literal["", "claim"]]] = {
    Standing.FREE: ("blue", "condition.free", "claim"),
    Standing.WITH_COLLEAGUE: ("blue", "condition.with_colleague", ""),
    Standing.WITH_APPLICANT: ("amber", "condition.with_applicant", ""),
    Standing.WAITING_EXTERNAL: ("amber", "condition.waiting_external", ""),
    Standing.BARRED: ("amber", "condition.barred", ""),
    Standing.OTHER_DESK: ("amber", "condition.other_desk", ""),
    Standing.CLOSED: ("amber", "condition.closed", ""),
}
