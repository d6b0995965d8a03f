"""The checklist of a version as a list: groups and items, and for each how it is checked; no Qt."""

from desktop.services.schemes.definition import ChecklistItem
from desktop.views.records.cells import Cell
from desktop.views.schemes.details import Details, Entry, Group, Listing, Part, lines, listing
from desktop.views.schemes.saying import Saying

COLUMNS = 3


def checklist(saying: Saying) -> Listing:
    """Every item under its group."""
    version = saying.version
    groups = []
    for group in version.checklist_groups:
        items = [item for item in version.checklist_items if item.group == group.code]
        entries = tuple(_entry(saying, item) for item in items)
        count = saying.text("items", count=len(items))
        groups.append(Group(group.code, saying.label(group.label), entries, count))
    return listing(groups, COLUMNS)


def _entry(saying: Saying, item: ChecklistItem) -> Entry:
    required = saying.text("required" if item.required else "if_concerned")
    cells = (
        Cell(saying.formats.text(item.code), colour="text2"),
        Cell(saying.label(item.title)),
        Cell(required, colour="text" if item.required else "text3"),
    )
    return Entry(item.code, cells, _details(saying, item, required))


def _details(saying: Saying, item: ChecklistItem, required: str) -> Details:
    text = saying.text
    facts = [(text("column.required"), required)]
    facts += [
        (text(f"value.{name}"), saying.value(name, value))
        for name in ("official_code", "fields", "documents")
        if (value := getattr(item, name))
    ]
    reasons = [saying.label(one.text) for one in saying.version.reasons if one.item == item.code]
    parts = [
        Part(text("value.how_to_check"), "eye", lines([saying.label(item.how_to_check)])),
        Part(text("value.evidence"), "clip", lines([saying.label(item.evidence)])),
        Part(text("reasons"), "message", lines(reasons)),
    ]
    kind = text("item", code=item.code, group=saying.word("group", item.group))
    shown = tuple(part for part in parts if part.lines)
    return Details(kind, saying.label(item.title), (), tuple(facts), shown)
