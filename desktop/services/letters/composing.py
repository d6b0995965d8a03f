"""Builds a letter as data: each part of its wording becomes a block of a paper."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop.models.errors import RuleBroken
from desktop.models.text import isolate, localized_digits
from desktop.models.vocabulary import Language
from desktop.services.letters.facts import LetterFacts
from desktop.services.letters.templates import Template, commitments, template_for, words
from desktop.services.letters.values import filled, values_of
from desktop.services.paper import document as paper

_ITEM_SHARES = (0, 0, 3.2, 5.3)


@dataclass(frozen=True)
class _Letter:
    """One letter on the way from wording to paper."""

    template: Template
    language: Language
    facts: LetterFacts
    values: dict[str, str]

    def say(self, wording: str) -> str:
        return filled(wording, self.values, self.template.kind)

    def said(self, part: dict[str, Any]) -> str:
        return self.say(part[self.language.value])

    def has(self, part: dict[str, Any]) -> bool:
        """Whether a part or row belongs into this letter: `when` asks for a value, `unless` for none."""
        wanted, unwanted = part.get("when"), part.get("unless")
        return (wanted is None or wanted in self.values) and unwanted not in self.values

    def missing(self, name: str) -> RuleBroken:
        return RuleBroken("letter.value_missing", kind=self.template.kind, name=name)


def compose(kind: str, language: Language, facts: LetterFacts) -> paper.Document:
    """Return the letter as a document to be set.

    Raises RuleBroken letter.kind_unknown, letter.value_missing or letter.variable_unknown: no half letters.
    """
    template = template_for(kind, facts.applicant_kind, facts.scheme)
    letter = _Letter(template, language, facts, values_of(facts, language))
    title = letter.said(template.title)
    return paper.Document(
        title=title,
        language=language,
        blocks=_joined(letter),
        letterhead=paper.Letterhead((facts.office_name,), _details(letter)),
        page_label="" if template.ornate else words()["page_label"][language.value],
        footer="" if template.ornate else facts.office_name,
        ornate=template.ornate,
        author=facts.office_name,
        subject=facts.dossier_number or facts.certificate_number or "",
    )


def _details(letter: _Letter) -> tuple[tuple[str, str], ...]:
    rows = [row for row in letter.template.letterhead if letter.has(row)]
    return tuple((letter.said(row["label"]), letter.say(row["value"])) for row in rows)


def _joined(letter: _Letter) -> tuple[paper.Block, ...]:
    """Return the blocks; parts that go `with_next` share a page with what follows them."""
    blocks: list[paper.Block] = []
    waiting: list[paper.Block] = []
    for part in letter.template.parts:
        if not letter.has(part):
            continue
        if not waiting and not part.get("with_next"):
            blocks.append(_BUILDERS[part["type"]](part, letter))
            continue
        waiting.append(_BUILDERS[part["type"]](part, letter))
        if not part.get("with_next"):
            blocks.append(paper.Together(tuple(waiting)))
            waiting = []
    return (*blocks, paper.Together(tuple(waiting))) if waiting else tuple(blocks)


def _title(part: dict[str, Any], letter: _Letter) -> paper.Block:
    title = letter.said(letter.template.title)
    return paper.Heading(title, level=1, align=paper.Align.CENTRE, size=part.get("size"))


def _heading(part: dict[str, Any], letter: _Letter) -> paper.Block:
    align = paper.Align(part.get("align", "start"))
    return paper.Heading(letter.said(part), align=align, size=part.get("size"))


def _paragraph(part: dict[str, Any], letter: _Letter) -> paper.Block:
    align = paper.Align(part.get("align", "justified"))
    return paper.Paragraph(letter.said(part), align, part.get("strong", False), part.get("small", False))


def _verbatim(part: dict[str, Any], letter: _Letter) -> paper.Block:
    return paper.Verbatim(letter.say(part["value"]), part.get("size", 12))


def _gap(part: dict[str, Any], _: _Letter) -> paper.Block:
    return paper.Gap(part["height"])


def _stars(_: dict[str, Any], letter: _Letter) -> paper.Block:
    if letter.facts.stars is None:
        raise letter.missing("stars")
    return paper.Stars(letter.facts.stars)


def _rows(part: dict[str, Any], letter: _Letter) -> paper.Block:
    rows = [(letter.said(row["label"]), letter.say(row["value"])) for row in part["row"] if letter.has(row)]
    return paper.KeyValues(tuple(rows), part.get("pairs_per_line", 1), part.get("centred", False))


def _clauses(_: dict[str, Any], letter: _Letter) -> paper.Block:
    return paper.ListOf(tuple(letter.said(clause) for clause in commitments()))


def _rejected_items(part: dict[str, Any], letter: _Letter) -> paper.Block:
    """Return all rejected items and only they, each with its remark (ENM-061, X-06)."""
    if not letter.facts.rejected_items:
        raise letter.missing("rejected_items")
    rows = []
    for number, item in enumerate(letter.facts.rejected_items, start=1):
        if not item.remark.strip():
            raise letter.missing(f"rejected_items[{item.code}].remark")
        digits = localized_digits(str(number), letter.language.value)
        rows.append((digits, item.code, isolate(item.title), _isolated_lines(item.remark)))
    return paper.Table(tuple(part["header"][letter.language.value]), tuple(rows), _ITEM_SHARES)


def _isolated_lines(text: str) -> str:
    """Return a text in whatever language, each of its lines in its own direction."""
    return "\n".join(isolate(line) for line in text.splitlines())


def _signature(part: dict[str, Any], letter: _Letter) -> paper.Block:
    """Return the place to sign; the applicant's is chosen by their kind alone (C-04)."""
    place = letter.facts.applicant_kind.value if part["place"] == "applicant" else part["place"]
    wording = words()[place]["signature"][letter.language.value]
    lines = tuple(letter.say(line) for line in wording["lines"])
    notes = tuple(wording["notes"])
    return paper.Signatures((paper.SignaturePlace(lines, notes),), centred=part.get("centred", False))


def _panel(part: dict[str, Any], letter: _Letter) -> paper.Block:
    language = letter.language.value
    blanks = tuple(tuple(labels) for labels in part["blanks"][language])
    return paper.Panel(part["title"][language], letter.say(part["text"][language]), blanks)


_BUILDERS: dict[str, Callable[[dict[str, Any], _Letter], paper.Block]] = {
    "title": _title,
    "heading": _heading,
    "paragraph": _paragraph,
    "verbatim": _verbatim,
    "gap": _gap,
    "stars": _stars,
    "rows": _rows,
    "clauses": _clauses,
    "rejected_items": _rejected_items,
    "signature": _signature,
    "panel": _panel,
}
PART_TYPES = frozenset(_BUILDERS)
"""What a part of a letter's wording may be."""
