"""Opens a draft: reads it, and makes the form it is entered in. No Qt."""

from dataclasses import dataclass
from typing import Any

from desktop.language.window import Words
from desktop.services.deficiencies import rejected_items
from desktop.services.dossier_page import page_of
from desktop.services.dossiers import find_dossier
from desktop.services.intake.counter import (
    Draft,
    begin_answer,
    counter_draft,
    counter_drafts,
    counter_form,
)
from desktop.services.intake.field_versions import present_values
from desktop.views.counter.answer_sheet import Returned, answer_sheet
from desktop.views.counter.application_sheet import Sheets
from desktop.views.counter.sheet import Sheet


def answer_of(session: Any, actor: Any, number: str) -> int:
    """The clerk's draft of the answer for this dossier, begun when there is none; raises NotFound."""
    wanted = find_dossier(session, number)
    for draft in counter_drafts(session, actor):
        known = draft.document.get("dossier")
        if known and find_dossier(session, str(known)) == wanted:
            return draft.id
    return begin_answer(session, actor, number)


@dataclass(frozen=True)
class Opened:
    """A draft with its form."""

    draft: Draft
    sheet: Sheet


def opened_draft(session: Any, actor: Any, draft_id: int, words: Words) -> Opened:
    """Read a draft; the form of an answer holds what its rejected items open."""
    draft = counter_draft(session, actor, draft_id)
    form = counter_form(session, actor, str(draft.document.get("scheme")))
    sheets = Sheets(words, words.of("counter"), form)
    if "dossier" not in draft.document:
        return Opened(draft, sheets.application())
    returned = _returned(session, actor, draft)
    items = [str(reply.get("item")) for reply in draft.document.get("replies") or ()]
    return Opened(draft, answer_sheet(sheets, words.of("counter"), returned, items, words.label))


def _returned(session: Any, actor: Any, draft: Draft) -> Returned:
    dossier_id = find_dossier(session, str(draft.document["dossier"]))
    rejected = {one.code: one for one in rejected_items(session, dossier_id)}
    guide = page_of(session, actor, dossier_id).guide
    return Returned(
        rejected, present_values(session, dossier_id), str(draft.document["applicant"]["kind"]), guide
    )
