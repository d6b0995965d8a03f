"""Writes rows of the manager's stack as lines, in the language of the desk; runs where they were read."""

from collections.abc import Iterator
from datetime import datetime
from typing import Final

from desktop.language.window import Words
from desktop.models.errors import RuleBroken
from desktop.models.vocabulary import ClearanceResult, DossierKind, Phase
from desktop.services import wording
from desktop.services.people import Actor
from desktop.services.stack_chain import ChainLink, LinkState
from desktop.services.stack_rows import StackException, StackRow, StackStanding
from desktop.services.steps import Refusal
from desktop.views.approval.lines import Node, StackLine, Word
from desktop.views.dossier_list.writing import APART, SCHEME_ICON, LineWriter

FOUR_EYES: Final = "guard.four_eyes"
"""Why a manager may not decide what he has worked on himself."""


class StackWriter:
    """Writes lines for one person at one moment."""

    def __init__(self, words: Words, actor: Actor) -> None:
        self._words, self._text = words, words.of("approval")
        self._formats, self._queue, self._now = words.formats, LineWriter(words, actor.at), actor.at

    def line(self, row: StackRow) -> StackLine:
        """The row in finished words."""
        number = wording.isolate(self._formats.id(row.number))
        decision, why = row.decision, self._why(row)
        due = self._queue.due(row.due, Phase.DECISION)
        below = f"{number}{APART}{self._asked(row)}"
        return StackLine(
            id=row.id,
            version=row.version,
            number=row.number,
            shown_number=number,
            name=self._formats.text(row.title),
            below=below,
            scheme=self._words.label(row.scheme_title),
            scheme_icon=SCHEME_ICON,
            chain=tuple(self._chain(row)),
            evidence=tuple(self._evidence(row, why)),
            due=due,
            status=row.status,
            standing=row.standing,
            why=why,
            action=decision.action if decision else "",
            verb=self._words.label(decision.label) if decision else "",
            asks_note=decision.note if decision else "none",
            ends=StackException.REFUSAL_PROPOSED in row.exceptions,
            sought=wording.fold(f"{row.title} {row.applicant_name} {row.number} {row.subject}"),
            spoken="، ".join(part for part in (row.title, below, why, due.words if due else "") if part),
        )

    def refused(self, refusals: tuple[Refusal, ...]) -> str:
        """Why a step is closed, in sentences; one's own work on the dossier is said alone."""
        if any(one.code == FOUR_EYES for one in refusals):
            return self._text("closed.own")
        return " ".join(self._words.error(RuleBroken(one.code, **one.values)) for one in refusals)

    def _asked(self, row: StackRow) -> str:
        kind = self._words.title("dossier_kind", row.kind)
        if row.level is None:
            return kind
        level = self._words.label(row.level)
        return level if row.kind is DossierKind.INITIAL else self._formats.listed([kind, level])

    def _why(self, row: StackRow) -> str:
        if row.decision is None:
            return self._text("closed.not_yours")
        if not row.decision.is_open:
            return self.refused(row.decision.refusals)
        return " ".join(self._text(f"exception.{one}") for one in row.exceptions)

    def _chain(self, row: StackRow) -> Iterator[Node]:
        for link in row.chain.links:
            yield self._link(link)
        is_own = any(link.is_mine for link in row.chain.links) or _is_own(row)
        if is_own:
            yield Node("locked", self._text("somebody_else"), self._text("role.manager"))
        elif row.standing is StackStanding.CLOSED:
            yield Node("waiting", self._text("you"), self._text("role.manager"))
        else:
            yield Node("mine", self._text("you"), self._text("role.manager"))

    def _link(self, link: ChainLink) -> Node:
        code = f"role.{link.role}"
        role = self._text(code) if self._text.knows(code) else self._words.title("role", link.role)
        below = self._text("role_and_day", role=role, day=self._day(link.at))
        if link.state is LinkState.VOIDED:
            return Node("void", self._text("voided"), below, link.note or "")
        name = self._text("you") if link.is_mine else link.person
        return Node("locked" if link.is_mine else "done", name, below, link.note or "")

    def _day(self, moment: datetime) -> str:
        """The day without the time: the row has no room for it, and the pane tells it."""
        day, today = wording.in_tehran(moment).date(), wording.in_tehran(self._now).date()
        is_this_year = wording.jalali_year(day) == wording.jalali_year(today)
        return self._formats.day_and_month(day) if is_this_year else self._formats.day(day)

    def _evidence(self, row: StackRow, why: str) -> Iterator[Word]:
        if why:
            yield Word("lock" if _is_own(row) else "alert", why)
        if row.standing is StackStanding.CLOSED:
            return
        found = row.evidence
        if found.accepted:
            yield Word("check", self._text("evidence.items", count=found.accepted))
        if found.unjudged or found.rejected:
            yield Word("alert", self._text("evidence.open_items", count=found.unjudged + found.rejected))
        if found.papers_accepted:
            yield Word("check", self._text("evidence.papers", count=found.papers_accepted))
        answers = [result for _, result in found.clearances]
        if answers:
            granted = all(result is ClearanceResult.GRANTED for result in answers)
            yield Word("check" if granted else "alert", self._text("evidence.clearance"))


def _is_own(row: StackRow) -> bool:
    return row.decision is not None and any(one.code == FOUR_EYES for one in row.decision.refusals)
