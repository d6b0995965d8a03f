"""The state of a certificate in words: its chip, the sentence that says why, the line of its life; no Qt."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop.language.window import Words
from desktop.models.vocabulary import CertificateState
from desktop.services.certificate_page import CertificatePage, LifeEvent
from desktop.services.wording import in_tehran

TEXTS: Final = "certificate_state"
_LOOKS: Final = {
    CertificateState.VALID: ("green", "shield-check"),
    CertificateState.SUSPENDED: ("amber", "pause"),
    CertificateState.EXPIRED: ("red", "calendar"),
    CertificateState.REVOKED: ("red", "ban"),
    CertificateState.CANCELLED: ("grey", "minus"),
}


@dataclass(frozen=True, slots=True)
class StateChip:
    """Family, icon and word of a state."""

    family: str
    icon: str
    word: str


@dataclass(frozen=True, slots=True)
class LifePoint:
    """A point on the line of a certificate's life; `ahead` is what comes by itself."""

    what: str
    day: str
    note: str = ""
    is_ahead: bool = False


def state_chip(state: CertificateState, words: Words) -> StateChip:
    """How a state looks everywhere."""
    family, icon = _LOOKS[state]
    return StateChip(family, icon, words.title("certificate_state", state))


def why(page: CertificatePage, words: Words) -> str:
    """Why it is worth what it is worth, in one sentence."""
    return words.of(TEXTS)(
        f"why.{page.standing}", count=page.row.days_left or 0, last=page.row.last_valid_day, since=page.since
    )


def days_left(days: int, words: Words) -> str:
    """How long it is still good, the last day counted."""
    return words.of(TEXTS)("days_left", count=days)


def life_line(page: CertificatePage, words: Words) -> tuple[LifePoint, ...]:
    """What has happened to it, oldest first, and the next thing that happens by itself."""
    text, formats = words.of(TEXTS), words.formats
    past = tuple(_point(event, words) for event in page.life)
    if page.expires_on is None:
        return past
    ahead = LifePoint(
        text("life.expires"), formats.date_long(page.expires_on), text("life.by_itself"), is_ahead=True
    )
    return (*past, ahead)


def _point(event: LifeEvent, words: Words) -> LifePoint:
    text = words.of(TEXTS)
    code = f"life.{event.tag}"
    values = {"installed": None, "to": None, **event.values}
    what = text(code, **values) if text.knows(code) else text("life.other")
    return LifePoint(what, words.formats.date_long(_day(event)), event.person or text("life.system"))


def _day(event: LifeEvent) -> date:
    return in_tehran(event.at).date()
