"""A deficiency notice before it goes out, in one call: its items, what is still open, the answer deadline."""

from dataclasses import dataclass
from typing import Final

from sqlalchemy.orm import Session

from desktop.models.vocabulary import Phase, Verdict
from desktop.services.answer_deadlines import ANSWER_WORKING_DAYS
from desktop.services.attachments import DocumentRow, documents_of
from desktop.services.deficiencies import Deficiency, deficiency_ledger
from desktop.services.dossier_page import DossierPage, Standing, page_of
from desktop.services.people import Actor
from desktop.services.review import ItemRow, checklist_of, drafts_of
from desktop.services.rules import Rules, rules_of_dossier
from desktop.services.scheme_guide import SchemeGuide
from desktop.services.step_natures import DeskStep, StepNature

_ROUND_CAP: Final = "rounds_at_most"


@dataclass(frozen=True, slots=True)
class NoticeItem:
    """A rejected item of the notice."""

    row: ItemRow
    draft: str | None
    """What the reviewer has typed for it and not recorded."""
    open_since: int | None
    """The earlier round from which it is still open; None for one that is new in this round."""
    is_confirmed: bool
    """Somebody has judged it in this round."""
    answer: str | None
    """What the applicant last said to it."""
    documents: tuple[DocumentRow, ...]
    """The newest versions of what the item is held against."""


@dataclass(frozen=True, slots=True)
class NoticeDesk:
    """What lies before whoever sends the notice."""

    page: DossierPage
    step: DeskStep | None
    """The step that sends it, open or closed; None where this person has none."""
    items: tuple[NoticeItem, ...]
    unjudged: tuple[str, ...]
    """Codes of items nobody has judged."""
    answer_days: int
    """Working days the applicant has to answer."""
    round_cap: int | None
    """After so many rounds no notice goes out any more."""

    @property
    def may_edit(self) -> bool:
        """Whether this person may change remarks now."""
        return self.page.details.phase is Phase.REVIEW and self.page.standing is Standing.IN_HAND


def notice_desk(session: Session, actor: Actor, dossier_id: int) -> NoticeDesk:
    """The notice of a dossier as it would go out now; raises NotFound("dossier.unknown")."""
    page = page_of(session, actor, dossier_id)
    rules = rules_of_dossier(session, dossier_id)
    rows = checklist_of(session, dossier_id)
    step = next((one for one in page.steps if one.nature is StepNature.DEFICIENCY), None)
    return NoticeDesk(
        page=page,
        step=step,
        items=_items(session, actor, page, rows),
        unjudged=tuple(row.code for row in rows if row.verdict is None),
        answer_days=rules.number("answer_deadline_working_days", ANSWER_WORKING_DAYS),
        round_cap=None if step is None else _round_cap(rules, page.details.status, step.answer.action),
    )


def _items(session: Session, actor: Actor, page: DossierPage, rows: list[ItemRow]) -> tuple[NoticeItem, ...]:
    dossier_id, guide = page.details.id, page.guide
    drafts = drafts_of(session, actor, dossier_id)
    ledger = {row.code: row for row in deficiency_ledger(session, dossier_id)}
    documents = [row for row in documents_of(session, dossier_id) if not row.replaced]
    return tuple(
        _item(
            row,
            drafts.get(row.code, (None, ""))[1],
            ledger.get(row.code),
            page,
            _against(guide, row, documents),
        )
        for row in rows
        if row.verdict is Verdict.REJECTED
    )


def _item(
    row: ItemRow,
    draft: str,
    deficiency: Deficiency | None,
    page: DossierPage,
    documents: tuple[DocumentRow, ...],
) -> NoticeItem:
    exchanges = deficiency.exchanges if deficiency is not None else ()
    rejected = [one.round for one in exchanges if one.verdict is Verdict.REJECTED]
    since = rejected[0] if rejected and rejected[0] < page.details.round else None
    answers = [one.reply for one in exchanges if one.reply]
    return NoticeItem(
        row=row,
        draft=draft if draft and draft != row.remark else None,
        open_since=since,
        is_confirmed=row.round == page.details.round,
        answer=answers[-1] if answers else None,
        documents=documents,
    )


def _against(guide: SchemeGuide, row: ItemRow, documents: list[DocumentRow]) -> tuple[DocumentRow, ...]:
    against = guide.held_against.get(row.code)
    return tuple(one for one in documents if against is not None and one.rule in against.documents)


def _round_cap(rules: Rules, status: str, action: str) -> int | None:
    guards = [
        guard
        for rule in rules.steps_from(status)
        if rule.action == action
        for guard in rule.guards
        if guard.name == _ROUND_CAP
    ]
    return int(guards[0].parameters["n"]) if guards else None
