"""The documents a version asks for as a list: by stage, and from whom, in which form and when; no Qt."""

from desktop.models.vocabulary import DocumentLevel
from desktop.services.schemes.definition import DocumentRule
from desktop.views.records.cells import Cell
from desktop.views.schemes.details import Details, Entry, Group, Listing, Part, lines, listing
from desktop.views.schemes.saying import Saying

COLUMNS = 5
_INK = {DocumentLevel.REQUIRED: "text", DocumentLevel.OPTIONAL: "text2", DocumentLevel.OFF: "text3"}


def documents(saying: Saying) -> Listing:
    """Every document under its stage."""
    rules = saying.version.documents
    groups = []
    for stage in dict.fromkeys(rule.stage for rule in rules):
        entries = tuple(_entry(saying, rule) for rule in rules if rule.stage == stage)
        count = saying.text("documents", count=len(entries))
        groups.append(Group(stage, saying.word("stage", stage), entries, count))
    return listing(groups, COLUMNS)


def _entry(saying: Saying, rule: DocumentRule) -> Entry:
    level = saying.word("document_level", rule.level)
    cells = (
        Cell(saying.label(rule.label)),
        Cell(level, colour=_INK[rule.level]),
        Cell(_when(saying, rule), tip=_when(saying, rule)),
        Cell(_who(saying, rule), colour="text2"),
        Cell(saying.any_of(saying.word("document_form", form) for form in rule.forms), colour="text2"),
    )
    return Entry(rule.code, cells, _details(saying, rule), faded=rule.level == DocumentLevel.OFF)


def _who(saying: Saying, rule: DocumentRule) -> str:
    if not rule.applicant_kinds:
        return saying.text("everybody")
    return saying.value("applicant_kinds", rule.applicant_kinds)


def _when(saying: Saying, rule: DocumentRule) -> str:
    said = [saying.condition(one) for one in rule.when]
    if rule.one_of:
        said.append(saying.text("one_of", documents=saying.alternatives(rule.one_of)))
    return saying.text("and").join(said) or saying.text("always")


def _details(saying: Saying, rule: DocumentRule) -> Details:
    text = saying.text
    facts = [
        (text("column.level"), saying.word("document_level", rule.level)),
        (text("column.who"), _who(saying, rule)),
        (text("value.forms"), saying.any_of(saying.word("document_form", form) for form in rule.forms)),
    ]
    if rule.compares_with:
        facts.append((text("value.compares_with"), saying.word("document", rule.compares_with)))
    conditions = [saying.condition(one) for one in rule.when] or [text("always")]
    parts = [Part(text("column.when"), "filter", lines(conditions))]
    if rule.one_of:
        others = [saying.label(one.label) for one in saying.version.documents if one.one_of == rule.one_of]
        parts.append(Part(text("value.one_of"), "swap", lines(others)))
    kind = text("document", stage=saying.word("stage", rule.stage))
    return Details(kind, saying.label(rule.label), (), tuple(facts), tuple(parts))
