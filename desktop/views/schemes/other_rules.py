"""The other rules of a version as one list: money, levels, letters, times of keeping, parameters; no Qt."""

from collections.abc import Iterable, Sequence

from desktop.views.records.cells import Cell
from desktop.views.schemes.details import Details, Entry, Group, Listing, listing
from desktop.views.schemes.saying import Saying

COLUMNS = 3

Facts = Sequence[tuple[str, str]]
"""What a rule says: name of the value and the value in words; the first two stand in the list."""


def other_rules(saying: Saying) -> Listing:
    """Every rule that is neither a step nor an item nor a document."""
    sections = {
        "fees": _fees,
        "levels": _levels,
        "verifications": _verifications,
        "clearances": _clearances,
        "letters": _letters,
        "retention": _retention,
        "parameters": _parameters,
        "services": _services,
        "fields": _fields,
    }
    groups = (_group(saying, code, rules(saying)) for code, rules in sections.items())
    return listing(groups, COLUMNS)


def _group(saying: Saying, code: str, rules: Iterable[tuple[str, Facts]]) -> Group:
    title = saying.text(f"section.{code}")
    entries = []
    for place, (name, facts) in enumerate(rules):
        values = [value for _, value in facts[:2]] + ["", ""]
        cells = (Cell(name), Cell(values[0]), Cell(values[1], colour="text2"))
        entries.append(Entry(str(place), cells, Details(title, name, (), tuple(facts))))
    return Group(code, title, tuple(entries), saying.formats.number(len(entries)))


def _fees(saying: Saying) -> Iterable[tuple[str, Facts]]:
    for fee in saying.version.fees:
        paid = saying.text("paid_elsewhere" if fee.informative else "paid_here")
        amount = saying.text("rial", amount=fee.amount_rial) if fee.amount_rial else saying.text("no_amount")
        yield (
            saying.label(fee.label),
            [
                (saying.text("value.amount_rial"), amount),
                (saying.text("value.charged_on"), saying.word("charged_on", fee.charged_on)),
                (saying.text("value.informative"), paid),
            ],
        )


def _levels(saying: Saying) -> Iterable[tuple[str, Facts]]:
    for level in saying.version.levels:
        yield (
            saying.label(level.label),
            [
                (saying.text("value.stars"), _stars(saying, level.stars)),
                (saying.text("value.follows"), saying.value("follows", level.follows)),
                (saying.text("value.requires_items"), saying.value("requires_items", level.requires_items)),
                (saying.text("value.parallel"), saying.value("parallel", level.parallel)),
            ],
        )


def _stars(saying: Saying, count: int) -> str:
    return saying.text("stars", count=count) if count else saying.text("no_stars")


def _verifications(saying: Saying) -> Iterable[tuple[str, Facts]]:
    for rule in saying.version.verifications:
        counts = saying.text("counts" if rule.counts else "counts_not")
        yield (
            saying.label(rule.label),
            [
                (saying.text("value.counts"), counts),
                (saying.text("value.field"), saying.value("field", rule.field)),
            ],
        )


def _clearances(saying: Saying) -> Iterable[tuple[str, Facts]]:
    for rule in saying.version.clearances:
        yield (
            saying.label(rule.label),
            [(saying.text("value.on_refusal"), saying.refusal(rule.on_refusal))],
        )


def _letters(saying: Saying) -> Iterable[tuple[str, Facts]]:
    for rule in saying.version.letters:
        who = rule.applicant_kind
        said = saying.text("everybody") if who is None else saying.word("applicant_kind", who)
        yield saying.label(rule.label), [(saying.text("value.applicant_kind"), said)]


def _retention(saying: Saying) -> Iterable[tuple[str, Facts]]:
    for rule in saying.version.retention:
        yield (
            saying.word("retained", rule.what),
            [
                (saying.text("value.days"), saying.text("calendar_days", count=rule.days)),
                (saying.text("value.after"), saying.text("after", event=saying.event(rule.after))),
            ],
        )


def _parameters(saying: Saying) -> Iterable[tuple[str, Facts]]:
    for name, value in saying.version.parameters:
        yield saying.parameter(name), [(saying.text("value.value"), saying.value("value", value))]


def _services(saying: Saying) -> Iterable[tuple[str, Facts]]:
    for service in saying.version.services:
        authority = service.licence_authority
        licence = saying.label(authority) if authority else saying.text("no_licence")
        yield saying.label(service.label), [(saying.text("value.licence_authority"), licence)]


def _fields(saying: Saying) -> Iterable[tuple[str, Facts]]:
    for field in saying.version.fields:
        facts = [
            (saying.text("value.type"), saying.value("type", field.type)),
            (
                saying.text("value.required"),
                saying.text("required" if field.required else "if_concerned"),
            ),
            (saying.text("value.group"), saying.word("group", field.group)),
        ]
        if field.choices:
            facts.append((saying.text("value.choices"), saying.value("choices", field.choices)))
        yield saying.label(field.label), facts
