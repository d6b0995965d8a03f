"""What stands in the card of the item at hand: how to check, what was said before, reasons, evidence."""

from dataclasses import dataclass

from desktop.language.window import Words
from desktop.models.vocabulary import Verdict
from desktop.services.deficiencies import Exchange
from desktop.services.dossier_page import DossierPage
from desktop.services.review import ItemRow
from desktop.services.review_desk import ReviewDesk
from desktop.services.wording import in_tehran


@dataclass(frozen=True, slots=True)
class Said:
    """What one side said in an earlier round."""

    who: str
    when: str
    text: str
    verdict: Verdict | None


@dataclass(frozen=True, slots=True)
class Pin:
    """A place on a page that proves the finding."""

    mark_id: int
    number: int
    document: str
    document_id: int
    page: int
    is_mine: bool


@dataclass(frozen=True, slots=True)
class Canned:
    """A ready reason: what the chip says and what it writes, which is always in the applicant's language."""

    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Card:
    """Everything the card of one item shows besides what is typed into it."""

    code: str
    how_to_check: str
    evidence: str
    history: tuple[tuple[Said, Said | None], ...]
    """Every earlier round in which the item was judged with a remark, and the answer to it."""
    carried_over: str
    """What an earlier round said, and who; empty when the item was never judged."""
    reasons: tuple[Canned, ...]
    pins: tuple[Pin, ...]


def card_of(code: str, page: DossierPage, desk: ReviewDesk, words: Words, me: str) -> Card:
    """The card of one item."""
    row = next(row for row in desk.items if row.code == code)
    language = words.language.value
    history = _history(code, page, desk, words, me)
    again = [Canned(words.of("dossier")("card.same_again"), history[-1][0].text)] if history else []
    return Card(
        code=code,
        how_to_check=words.label(row.how_to_check),
        evidence=words.label(row.evidence),
        history=history,
        carried_over=_carried_over(row, words, me),
        reasons=(
            *again,
            *(Canned(reason.text[language], reason.text["fa"]) for reason in page.guide.reasons_for(code)),
        ),
        pins=_pins(code, desk, words, me),
    )


def _carried_over(row: ItemRow, words: Words, me: str) -> str:
    text = words.of("dossier")
    if row.verdict is None or row.recorded_at is None:
        return ""
    return text(
        "card.carried_over",
        round=row.round,
        verdict=text(f"verdict.{row.verdict.value}"),
        person=text("card.you") if row.person == me else row.person,
        day=words.formats.day_and_month(in_tehran(row.recorded_at).date()),
    )


def _history(
    code: str, page: DossierPage, desk: ReviewDesk, words: Words, me: str
) -> tuple[tuple[Said, Said | None], ...]:
    deficiency = desk.ledger.get(code)
    if deficiency is None:
        return ()
    text, formats = words.of("dossier"), words.formats
    found = []
    for exchange in deficiency.exchanges:
        if exchange.round >= page.details.round or not exchange.remark:
            continue
        who = text("card.you") if exchange.person == me else exchange.person
        ours = Said(
            text("card.who_in_round", who=who, round=exchange.round),
            formats.day_and_month(in_tehran(exchange.recorded_at).date()),
            exchange.remark,
            exchange.verdict,
        )
        found.append((ours, _answer(exchange, desk, words)))
    return tuple(found)


def _answer(exchange: Exchange, desk: ReviewDesk, words: Words) -> Said | None:
    if exchange.reply is None:
        return None
    sent = desk.sent_at.get(exchange.round + 1)
    when = words.formats.day_and_month(in_tehran(sent).date()) if sent else ""
    return Said(words.of("dossier")("card.applicant"), when, exchange.reply, None)


def _pins(code: str, desk: ReviewDesk, words: Words, me: str) -> tuple[Pin, ...]:
    labels = {row.id: words.label(row.label) for row in desk.documents}
    marks = [mark for mark in desk.marks if mark.item == code]
    return tuple(
        Pin(mark.id, number, labels.get(mark.document_id, ""), mark.document_id, mark.page, mark.person == me)
        for number, mark in enumerate(marks, start=1)
    )
