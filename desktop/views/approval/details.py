"""What a decision rests on, read and written in words: the chain, what is issued, what follows, the notes."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from desktop.language.window import Words
from desktop.models.vocabulary import ClearanceResult
from desktop.services import approval
from desktop.services.approval import Evidence, Hand
from desktop.services.notes import NoteRow, notes_of
from desktop.services.people import Actor
from desktop.services.rules import Rules, TransitionRule, rules_of_dossier
from desktop.services.scheme_guide import guide_of
from desktop.services.stack_chain import ChainLink, LinkState
from desktop.services.stack_rows import StackException, StackRow, StackStanding, stack_rows
from desktop.services.validity import last_valid_day
from desktop.services.wording import in_tehran
from desktop.views.approval.consequences import consequences_of
from desktop.views.approval.lines import Node, NodeState
from desktop.views.approval.writing import StackWriter

ISSUES: Final = "issue_certificate"
NOTES_SHOWN: Final = 3


@dataclass(frozen=True, slots=True)
class Fact:
    """One row of the notes for the decision; `good` wears a green sign, `bad` an amber one."""

    label: str
    value: str
    sign: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """The pane beside the stack, in finished words."""

    id: int
    name: str
    number: str
    subject: str
    scheme_icon: str
    distinct: str
    chain: tuple[Node, ...]
    unchanged: str
    """That nothing has changed since the last approval; empty when something has."""
    warnings: tuple[str, ...]
    closed: str
    issued: tuple[str, str, str] | None
    """Title, validity, and what else is on it; None when nothing would be issued."""
    facts: tuple[Fact, ...]
    follows: tuple[str, ...]
    notes: tuple[tuple[str, str], ...]
    """Text, and who wrote it when."""


def read_detail(session: Any, actor: Actor, dossier_id: int, words: Words) -> Detail | None:
    """The pane for one dossier; None when it awaits no decision any more."""
    rows = stack_rows(session, actor, [dossier_id])
    if not rows:
        return None
    rules = rules_of_dossier(session, dossier_id)
    spoken = words.with_scheme(guide_of(session, rules.version_id).words)
    evidence = approval.evidence(session, actor, dossier_id)
    return _Writer(spoken, actor, rows[0], rules, evidence).detail(notes_of(session, dossier_id))


class _Writer:
    """Writes the pane of one dossier."""

    def __init__(self, words: Words, actor: Actor, row: StackRow, rules: Rules, evidence: Evidence) -> None:
        self._words, self._text, self._formats = words, words.of("approval"), words.formats
        self._actor, self._row, self._rules, self._evidence = actor, row, rules, evidence
        self._line = StackWriter(words, actor).line(row)

    def detail(self, notes: list[NoteRow]) -> Detail:
        """All of it."""
        row, line, step = self._row, self._line, self._step()
        closed = row.standing is StackStanding.CLOSED
        return Detail(
            id=row.id,
            name=line.name,
            number=line.shown_number,
            subject=self._formats.text(row.subject),
            scheme_icon=line.scheme_icon,
            distinct=self._distinct(),
            chain=tuple(self._chain()),
            unchanged=self._unchanged(),
            warnings=tuple(self._text(f"exception.{one}") for one in row.exceptions),
            closed=line.why if closed else "",
            issued=self._issued(step),
            facts=tuple(self._facts()),
            follows=tuple(consequences_of(self._words, self._rules, step)) if step else (),
            notes=tuple(self._note(note) for note in notes[-NOTES_SHOWN:][::-1]),
        )

    def _step(self) -> TransitionRule | None:
        decision = self._row.decision
        steps = self._rules.steps_from(self._row.status)
        return next((one for one in steps if decision and one.action == decision.action), None)

    def _distinct(self) -> str:
        people = {link.person for link in self._row.chain.links}
        if self._row.standing is StackStanding.CLOSED or len(people) != len(self._row.chain.links):
            return ""
        return self._text("distinct", count=len(people) + 1) if people else ""

    def _unchanged(self) -> str:
        links = self._row.chain.links
        return self._text("unchanged") if links and not self._row.chain.has_voided else ""

    def _chain(self) -> Iterator[Node]:
        for link in self._row.chain.links:
            role = self._words.title("role", link.role)
            person = self._text("you") if link.is_mine else link.person
            title = self._text("who_in_role", role=role, person=person)
            state = _state_of(link)
            when = self._formats.when(link.at, self._actor.at)
            below = self._text("voided_at", when=when) if state == "void" else when
            yield Node(state, title, below, link.note or self._work(link))
        last = self._line.chain[-1]
        title = self._text("who_in_role", role=self._words.title("role", "manager"), person=last.name)
        waits = {"mine": "awaits_you", "locked": "awaits_another", "waiting": "awaits_closed"}
        yield Node(last.state, title, self._text(waits[last.state]))

    def _work(self, link: ChainLink) -> str:
        """What somebody's part was, counted."""
        found = self._row.evidence
        hand = next((hand for hand in reversed(self._evidence.hands) if _is_of(hand, link)), None)
        if link.role == "reviewer":
            return self._text(
                "work.items", count=found.items - found.unjudged, round=hand.round if hand else 1
            )
        if link.role == "documents_officer" and found.papers_accepted:
            return self._text("work.papers", count=found.papers_accepted)
        return ""

    def _issued(self, step: TransitionRule | None) -> tuple[str, str, str] | None:
        if step is None or not any(effect.name == ISSUES for effect in step.effects):
            return None
        row, today = self._row, in_tehran(self._actor.at).date()
        title = self._words.label(row.level or row.scheme_title)
        last = last_valid_day(today, self._rules.validity_months)
        validity = self._text("issued.validity", first=today, last=last)
        holder = self._text("issued.holder", name=row.applicant_name, subject=row.subject)
        return title, validity, holder

    def _facts(self) -> Iterator[Fact]:
        text, found = self._text, self._row.evidence
        yield Fact(text("fact.round"), text("fact.rounds", count=self._row.round))
        yield Fact(text("fact.items"), text("fact.of_items", done=found.accepted, count=found.items))
        for answer in self._evidence.clearances[-1:]:
            granted = answer.result is ClearanceResult.GRANTED
            result = self._words.title("clearance_result", answer.result)
            when = self._formats.date_long(in_tehran(answer.answered_at or answer.asked_at).date())
            yield Fact(
                text("fact.clearance"),
                self._formats.listed([result, when]),
                "check" if granted else "alert",
            )
        yield Fact(text("fact.verified"), text("fact.verified_count", count=found.verified))
        yield self._history()
        yield self._payment()

    def _history(self) -> Fact:
        text, hits = self._text, self._evidence.blacklist_hits
        if hits:
            return Fact(text("fact.history"), text("fact.blacklisted"), "alert")
        earlier = {StackException.EARLIER_REFUSAL, StackException.DUPLICATE_SUBJECT}
        found = [text(f"fact.{one}") for one in self._row.exceptions if one in earlier]
        if found:
            return Fact(text("fact.history"), " ".join(found), "alert")
        return Fact(text("fact.history"), text("fact.clean"), "check")

    def _payment(self) -> Fact:
        fees = [fee for fee in self._evidence.fees if not fee.informative]
        paid, owed = sum(fee.paid_rial for fee in fees), sum(fee.owed_rial for fee in fees)
        if owed:
            return Fact(self._text("fact.payment"), self._text("fact.owed", amount=owed), "alert")
        said = self._text("fact.paid", amount=paid) if paid else self._text("fact.free")
        return Fact(self._text("fact.payment"), said, "check")

    def _note(self, note: NoteRow) -> tuple[str, str]:
        return note.text, self._formats.listed(
            [note.person, self._formats.when(note.written_at, self._actor.at)]
        )


def _state_of(link: ChainLink) -> NodeState:
    if link.state is LinkState.VOIDED:
        return "void"
    return "locked" if link.is_mine else "done"


def _is_of(hand: Hand, link: ChainLink) -> bool:
    return hand.action == link.action and hand.at == link.at
