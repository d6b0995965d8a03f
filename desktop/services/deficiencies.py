"""What is wrong with a dossier: its rejected items and papers, and the ledger of every deficiency so far."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Row, bindparam, select
from sqlalchemy.orm import Session

from desktop.models.checklist import ChecklistItem
from desktop.models.dossier import Dossier
from desktop.models.finding import Finding
from desktop.models.physical_documents import Paper
from desktop.models.scheme_rules import DocumentRule
from desktop.models.staff import Person
from desktop.models.submission import ItemReply, Submission
from desktop.models.vocabulary import PaperVerdict, Verdict
from desktop.services.rules import Label

Said = Row[*tuple[Any, ...]]
"""A finding with the name of who recorded it and the title of its item."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """A rejected item or paper with the remark the applicant reads (ENM-061)."""

    code: str
    title: Label
    remark: str


class DeficiencyState(StrEnum):
    """Where a deficiency stands."""

    OPEN = "open"
    FIXED = "fixed"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Exchange:
    """One round of a deficiency: what we said, what the applicant answered until we judged it again."""

    round: int
    verdict: Verdict
    remark: str
    person: str
    recorded_at: datetime
    reply: str | None


@dataclass(frozen=True, slots=True)
class Deficiency:
    """An item that was ever rejected, over all rounds (ENM-064)."""

    code: str
    title: Label
    state: DeficiencyState
    first_round: int
    exchanges: tuple[Exchange, ...]


def rejected_items(session: Session, dossier_id: int) -> list[Rejected]:
    """All items that stand rejected, in checklist order, whoever rejected them and in whichever round."""
    rows = session.execute(
        select(ChecklistItem.code, ChecklistItem.title, Finding.remark)
        .join(Dossier, Dossier.scheme_version_id == ChecklistItem.scheme_version_id)
        .join(Finding, (Finding.dossier_id == Dossier.id) & (Finding.item_code == ChecklistItem.code))
        .where(Dossier.id == dossier_id, Finding.superseded_at.is_(None), Finding.verdict == Verdict.REJECTED)
        .order_by(ChecklistItem.position)
    )
    return [Rejected(code, title, remark) for code, title, remark in rows]


def rejected_papers(session: Session, dossier_id: int) -> list[Rejected]:
    """All papers that stand rejected."""
    rows = session.execute(
        select(DocumentRule.code, DocumentRule.label, Paper.reason)
        .join(Dossier, Dossier.scheme_version_id == DocumentRule.scheme_version_id)
        .join(Paper, (Paper.dossier_id == Dossier.id) & (Paper.rule_code == DocumentRule.code))
        .where(
            Dossier.id == dossier_id,
            Paper.verdict == PaperVerdict.REJECTED,
            Paper.replaced_by_id.is_(None),
        )
        .order_by(DocumentRule.position)
    )
    return [Rejected(code, label, reason) for code, label, reason in rows]


def deficiency_ledger(session: Session, dossier_id: int) -> list[Deficiency]:
    """Every item that was ever rejected, with each round's remark and reply, in checklist order."""
    replies = {
        (code, round_): reply for code, round_, reply in session.execute(_REPLIES, {"dossier": dossier_id})
    }
    histories: dict[str, list[Said]] = {}
    for said in session.execute(_SAID, {"dossier": dossier_id}):
        histories.setdefault(said.item_code, []).append(said)
    return [
        _deficiency(history, replies)
        for history in histories.values()
        if any(said.verdict is Verdict.REJECTED for said in history)
    ]


_REPLIES = (
    select(ItemReply.item_code, Submission.round, ItemReply.text)
    .join(Submission, Submission.id == ItemReply.submission_id)
    .where(Submission.dossier_id == bindparam("dossier"))
)
_SAID = (
    select(
        Finding.item_code,
        Finding.round,
        Finding.verdict,
        Finding.remark,
        Person.name.label("person"),
        Finding.recorded_at,
        ChecklistItem.title,
    )
    .join(Dossier, Dossier.id == Finding.dossier_id)
    .join(
        ChecklistItem,
        (ChecklistItem.scheme_version_id == Dossier.scheme_version_id)
        & (ChecklistItem.code == Finding.item_code),
    )
    .join(Person, Person.id == Finding.person_id)
    .where(Finding.dossier_id == bindparam("dossier"), Finding.undone_at.is_(None))
    .order_by(ChecklistItem.position, Finding.id)
)
"""Built once, because a page asks for it at every turn."""


def _deficiency(history: list[Said], replies: dict[tuple[str, int], str]) -> Deficiency:
    # Only the last finding of a round counts: what was corrected before it went out was never a deficiency.
    last_of_round = {said.round: said for said in history}
    said_next = [*list(last_of_round)[1:], None]
    exchanges = tuple(
        Exchange(
            said.round,
            said.verdict,
            said.remark,
            said.person,
            said.recorded_at,
            _replies_to(said, until, replies),
        )
        for said, until in zip(last_of_round.values(), said_next, strict=True)
    )
    first = history[0]
    rejected = [exchange.round for exchange in exchanges if exchange.verdict is Verdict.REJECTED]
    first_round = rejected[0] if rejected else first.round
    return Deficiency(first.item_code, first.title, _state(exchanges), first_round, exchanges)


def _replies_to(said: Said, until: int | None, replies: dict[tuple[str, int], str]) -> str | None:
    """What the applicant answered until the item was judged again; a rejection may stand for rounds."""
    answers = [
        text
        for (code, round_), text in sorted(replies.items())
        if code == said.item_code and said.round < round_ <= (until or round_)
    ]
    return "\n".join(answers) or None


def _state(exchanges: tuple[Exchange, ...]) -> DeficiencyState:
    if exchanges[-1].verdict is not Verdict.REJECTED:
        return DeficiencyState.FIXED
    earlier = [exchange.verdict for exchange in exchanges[:-1]]
    was_fixed = Verdict.REJECTED in earlier and any(
        verdict is not Verdict.REJECTED for verdict in earlier[earlier.index(Verdict.REJECTED) :]
    )
    return DeficiencyState.REOPENED if was_fixed else DeficiencyState.OPEN
