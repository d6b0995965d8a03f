"""What happened to a dossier, act by act: what, who, when; verdicts given in one go stand in one line."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from itertools import groupby
from typing import Final, Literal

from desktop.language.calendars import parts_of
from desktop.language.window import Words
from desktop.services.dossier_page import DossierPage, Standing
from desktop.services.office_clock import ClockStop
from desktop.services.timeline import TimelineEntry
from desktop.services.wording import in_tehran

_FINDING: Final = "dossier:finding:recorded"
_SHORT: Final = 6


class ActKind(StrEnum):
    """By what the history can be narrowed."""

    DECISIONS = "decisions"
    DOCUMENTS = "documents"
    CLOCK = "clock"
    MESSAGES = "messages"


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the history."""

    what: str
    when: str
    note: str
    at: datetime
    kind: ActKind
    look: Literal["past", "now", "stopped"] = "past"
    is_internal: bool = False


_KINDS: Final = (
    ("dossier:submission:", ActKind.DOCUMENTS),
    ("dossier:packet:", ActKind.DOCUMENTS),
    ("dossier:paper:", ActKind.DOCUMENTS),
    ("dossier:mark:", ActKind.DOCUMENTS),
    ("intake:", ActKind.DOCUMENTS),
    ("dossier:notice:", ActKind.MESSAGES),
    ("dossier:answer:", ActKind.MESSAGES),
    ("dossier:letter:", ActKind.MESSAGES),
    ("dossier:note:", ActKind.MESSAGES),
)
_TELLING: Final = ("dossier:step:taken", "dossier:claim:reassigned")
"""Acts that the short history tells; the others are read in the whole."""

_INTERNAL: Final = ("dossier:note:", "dossier:mark:", "dossier:test-account:", "dossier:claim:")


def acts_of(
    entries: Sequence[TimelineEntry], page: DossierPage, words: Words, now: datetime, me: str
) -> list[Act]:
    """The whole history, the newest first, with the times when the clock stood."""
    return _newest_first(_Writer(words, now, me), _runs(entries), page)


def short_history(
    entries: Sequence[TimelineEntry], page: DossierPage, words: Words, now: datetime, me: str
) -> list[Act]:
    """The few lines that tell how it came to this: steps, sendings, referrals, and what goes on now."""
    telling = [entry for entry in entries if entry.tag in _TELLING]
    writer = _Writer(words, now, me, is_brief=True)
    found = _newest_first(writer, [[entry] for entry in telling], page)
    return [*writer.present(page), *found[:_SHORT]]


def _newest_first(writer: "_Writer", runs: Iterable[list[TimelineEntry]], page: DossierPage) -> list[Act]:
    found = [act for run in runs for act in writer.acts(run)]
    found += [writer.stop(stop) for stop in (page.why.stops if page.why else ())]
    return sorted(found, key=lambda act: act.at, reverse=True)


def _runs(entries: Iterable[TimelineEntry]) -> Iterator[list[TimelineEntry]]:
    """Neighbouring verdicts of one person in one round together, everything else alone."""

    def key(entry: TimelineEntry) -> object:
        if entry.tag != _FINDING:
            return entry.sequence
        return entry.person, entry.values.get("round")

    yield from (list(run) for _, run in groupby(entries, key=key))


class _Writer:
    """Puts acts into words."""

    def __init__(self, words: Words, now: datetime, me: str, *, is_brief: bool = False) -> None:
        self._words, self._now, self._me, self._is_brief = words, now, me, is_brief
        self._text = words.of("dossier")

    def acts(self, run: list[TimelineEntry]) -> Iterator[Act]:
        first, last = run[0], run[-1]
        if len(run) == 1:
            yield self._act(first, self._what(first), self._note(first))
            return
        what = self._text("history.findings", count=len(run), round=first.values.get("round"))
        yield self._act(last, what, self._who(last))

    def present(self, page: DossierPage) -> Iterator[Act]:
        holder, since = page.details.claimed_by, page.claimed_at
        if holder is None or since is None:
            return
        mine = page.standing is Standing.IN_HAND
        what = self._text("history.you_review" if mine else "history.other_reviews", person=holder)
        yield Act(what, self._when(since), "", since, ActKind.DECISIONS, "now")

    def stop(self, stop: ClockStop) -> Act:
        what = self._text("history.stopped", phase=stop.phase)
        return Act(what, self._span(stop), "", stop.since, ActKind.CLOCK, "stopped")

    def _span(self, stop: ClockStop) -> str:
        """From when to when, the month once where both days are of the same."""
        formats = self._words.formats
        first = in_tehran(stop.since).date()
        since = formats.day_and_month(first)
        if stop.until is None:
            return self._text("history.since", since=since)
        last = in_tehran(stop.until).date()
        one, other = (parts_of(day, formats.calendar) for day in (first, last))
        if (one.year, one.month) == (other.year, other.month):
            since = formats.number(one.day)
        return self._text("history.span", since=since, until=formats.day_and_month(last))

    def _act(self, entry: TimelineEntry, what: str, note: str) -> Act:
        kind = next((kind for start, kind in _KINDS if entry.tag.startswith(start)), ActKind.DECISIONS)
        internal = entry.tag.startswith(_INTERNAL)
        return Act(what, self._when(entry.at), note, entry.at, kind, is_internal=internal)

    def _what(self, entry: TimelineEntry) -> str:
        code = f"history.{entry.tag}"
        return self._text(code, **entry.values) if self._text.knows(code) else self._text("history.unknown")

    def _note(self, entry: TimelineEntry) -> str:
        note = entry.values.get("note")
        parts = [self._who(entry)]
        if self._is_brief:
            return parts[0]
        if entry.tag == "dossier:step:taken" and "to_label" in entry.values:
            parts.append(self._text("history.status", status=entry.values["to_label"]))
        if isinstance(note, str) and note:
            parts.append(self._text("change.quoted", text=note))
        return " — ".join(part for part in parts if part)

    def _who(self, entry: TimelineEntry) -> str:
        if entry.person is None:
            role = entry.values.get("role", "applicant")
            return self._text("history.system" if role == "system" else "history.applicant")
        return self._text("history.you") if entry.person == self._me else entry.person

    def _when(self, at: datetime) -> str:
        return self._words.formats.when(at, self._now)
