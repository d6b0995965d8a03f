"""What is still wrong with a draft, in words and in the order of the form. No Qt."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from desktop.language.window import Texts, Words
from desktop.services.intake.report import Finding, Rule
from desktop.views.counter.sheet import Entry, Sheet, Values, known

PAPERS = "$.documents"
_EMPTY: Final[tuple[object, ...]] = (None, "", [], False)
_FILLED: Final = "…"
"""Stands for whatever a place without a field of its own holds."""


@dataclass(frozen=True)
class Trouble:
    """One thing wrong: where, what it is called there, and the sentence."""

    path: str
    label: str
    sentence: str


class Troubles:
    """Puts findings in words."""

    def __init__(self, words: Words, text: Texts) -> None:
        self._words, self._text = words, text

    def of(self, findings: Iterable[Finding], sheet: Sheet, values: Values) -> list[Trouble]:
        """All troubles, each place once, in the order of the form; papers and the rest come last."""
        shown = sheet.shown(values)
        found: dict[str, Trouble] = {}
        for finding in findings:
            for trouble in self._told(finding, shown, values):
                found.setdefault(trouble.path, trouble)
        order = {entry.path: place for place, entry in enumerate(shown)}
        return sorted(found.values(), key=lambda one: order.get(one.path, len(order)))

    def _told(self, finding: Finding, shown: list[Entry], values: Values) -> Iterator[Trouble]:
        by_path = {entry.path: entry for entry in shown}
        entry = known(by_path, finding.where)
        if entry is not None:
            yield Trouble(entry.path, entry.label, self._sentence(finding, values.get(entry.path)))
            return
        inside = [one for one in shown if one.path.startswith(f"{finding.where}.") and finding.where != "$"]
        if finding.where == "$.verifications" and inside:
            yield Trouble(inside[0].path, self._text("group.verifications"), self._sentence(finding, _FILLED))
        elif finding.rule == Rule.MISSING and inside:
            # A table that is not there at all: what it would hold is asked for one by one.
            for one in (one for one in inside if one.required):
                yield Trouble(one.path, one.label, self._text("missing"))
        else:
            yield Trouble(finding.where, self._place(finding.where), self._sentence(finding, _FILLED))

    def _sentence(self, finding: Finding, value: object) -> str:
        if value in _EMPTY:
            return self._text("missing")
        return self._words.finding(finding.rule, finding.values)

    def _place(self, where: str) -> str:
        if where.startswith(PAPERS):
            return self._text("papers")
        return self._text("dossier") if where == "$.dossier" else self._text("whole")
