"""What differs between two versions as a list: what came, what went, what says something else; no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from desktop.services.scheme_comparison import ChangedEntry, ChangedValue, SectionDifference
from desktop.services.schemes.definition import Label, Transition
from desktop.views.records.cells import Cell
from desktop.views.schemes.details import Chip, Details, Entry, Group, Listing, Part, listing
from desktop.views.schemes.saying import Saying

COLUMNS = 3
_CHIPS = {
    "added": ("green", "plus"),
    "removed": ("red", "minus"),
    "changed": ("blue", "pen"),
    "reordered": ("grey", "sort"),
}
_NAMES = ("label", "title", "text")
"""Where entries keep their own name."""


@dataclass(frozen=True)
class Compared:
    """Two versions, each spoken of with its own words, and what differs."""

    old: Saying
    new: Saying
    sections: tuple[SectionDifference, ...]


def comparison(compared: Compared) -> Listing:
    """Every difference under its section."""
    return listing((_group(compared, section) for section in compared.sections), COLUMNS)


def _group(compared: Compared, section: SectionDifference) -> Group:
    title = compared.new.text(f"section.{section.section}")
    entries = tuple(_entries(compared, section, title))
    return Group(section.section, title, entries, compared.new.formats.number(len(entries)))


def _entries(compared: Compared, section: SectionDifference, title: str) -> Iterable[Entry]:
    for place, entry in enumerate(section.added):
        yield _whole(compared.new, "added", f"added {place}", _name(compared.new, entry), title)
    for place, entry in enumerate(section.removed):
        yield _whole(compared.old, "removed", f"removed {place}", _name(compared.old, entry), title)
    for place, changed in enumerate(section.changed):
        yield _changed(compared, changed, f"changed {place}", title)
    if section.reordered:
        said = compared.new.text("order")
        yield _whole(compared.new, "reordered", "reordered", said, title)


def _whole(saying: Saying, change: str, code: str, name: str, title: str) -> Entry:
    chip = _chip(saying, change)
    cells = (Cell(chip.text, family=chip.family, icon=chip.icon), Cell(name), Cell())
    return Entry(code, cells, Details(title, name, (chip,)))


def _changed(compared: Compared, entry: ChangedEntry, code: str, title: str) -> Entry:
    new = compared.new
    name = new.text("of_version") if not entry.key else _name(new, entry.new)
    chip = _chip(new, "changed")
    named = [(value, _value_name(new, value.name), *_both(compared, value)) for value in entry.values]
    short = new.text("and").join(
        new.text("from_to", name=said, old=old, new=now) for _, said, old, now in named
    )
    parts = tuple(
        Part(said, "swap", facts=((new.text("before"), old), (new.text("now"), now)))
        for _, said, old, now in named
    )
    cells = (Cell(chip.text, family=chip.family, icon=chip.icon), Cell(name), Cell(short, tip=short))
    return Entry(code, cells, Details(title, name, (chip,), (), parts))


def _both(compared: Compared, value: ChangedValue) -> tuple[str, str]:
    return compared.old.value(value.name, value.old), compared.new.value(value.name, value.new)


def _value_name(saying: Saying, name: str) -> str:
    return saying.text(f"value.{name}")


def _chip(saying: Saying, change: str) -> Chip:
    family, icon = _CHIPS[change]
    return Chip(family, icon, saying.text(f"change.{change}"))


def _name(saying: Saying, entry: Any) -> str:
    """What an entry is called; a step with who takes it from where, a rule of keeping by both its ends."""
    if isinstance(entry, tuple):
        return saying.parameter(str(entry[0]))
    if isinstance(entry, Transition):
        role = saying.word("role", entry.role)
        step = saying.label(entry.label)
        return saying.text("step_of", step=step, role=role, status=saying.word("status", entry.from_status))
    label = next((found for name in _NAMES if isinstance(found := getattr(entry, name, None), Label)), None)
    if label is not None:
        return saying.label(label)
    event = saying.text("after", event=saying.event(entry.after))
    return saying.listed([saying.word("retained", entry.what), event])
