"""The evidence of one dossier on the manager's stack, in lines of text."""

from collections.abc import Iterator

from desktop.commands.courses import step_lines
from desktop.commands.dossier_page import clearance_lines, fee_lines, hit_lines, paper_lines
from desktop.language.messages import Messages
from desktop.services.approval import Evidence

_INDENT = "  "


def evidence_lines(page: Evidence, say: Messages) -> Iterator[str]:
    """Who did what, when, in which round; papers, clearances, fees; and the steps open to this manager."""
    formats = say.formats
    yield say.done(
        "stack.dossier",
        number=page.number,
        applicant=page.applicant_name,
        subject=page.subject,
        level=page.level,
        round=page.round,
    )
    yield _INDENT + say.done("stack.items", items=page.items, unjudged=page.unjudged)
    for row in page.judged:
        yield _INDENT + say.done(
            "stack.judged",
            person=row.person,
            accepted=row.accepted,
            rejected=row.rejected,
            not_applicable=row.not_applicable,
            last_at=row.last_at,
        )
    for hand in page.hands:
        values = {"person": hand.person, "role": hand.role, "action": hand.action, "round": hand.round}
        note = f": {hand.note}" if hand.note else ""
        yield f"{_INDENT}{formats.shown(hand.at)}  {say.done('stack.hand', **values)}{note}"
    for lines in (
        hit_lines(page.blacklist_hits, say),
        paper_lines(page.papers, say),
        clearance_lines(page.clearances, say),
        fee_lines(page.fees, say),
        step_lines(page.steps, say),
    ):
        yield from (_INDENT + line for line in lines)
    yield ""
