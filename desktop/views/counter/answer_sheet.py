"""The form of an answer to a deficiency notice: a reply to each rejected item, and what they open. No Qt."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desktop.language.window import Texts
from desktop.models.vocabulary import FieldType
from desktop.services.deficiencies import Rejected
from desktop.services.intake.counter_form import AskedField
from desktop.services.scheme_guide import SchemeGuide
from desktop.services.wording import format_date, parse_date
from desktop.views.counter.application_sheet import Sheets
from desktop.views.counter.sheet import Entry, EntryType, Group, Sheet

_SERVICES = "services"


@dataclass(frozen=True)
class Returned:
    """What an answer has to answer: the rejected items, and the dossier's values as they are stored."""

    rejected: Mapping[str, Rejected]
    values: Mapping[str, str]
    kind: str
    """Of applicant."""
    guide: SchemeGuide


def answer_sheet(sheets: Sheets, text: Texts, returned: Returned, items: list[str], label: Any) -> Sheet:
    """The form for these items; `label(labels)` gives a label in the language spoken."""
    held = [returned.guide.held_against[item] for item in items if item in returned.guide.held_against]
    fields = {code for one in held for code in one.fields}
    groups = [
        Group(text("group.replies"), "speech", tuple(_replies(text, returned, items, label))),
        Group(text("group.opened"), "pen", tuple(_opened(sheets, returned, fields))),
        *(_services(sheets, returned) if _SERVICES in fields else ()),
        *sheets.verifications(fields),
        sheets.ending(),
    ]
    documents = frozenset(code for one in held for code in one.documents)
    return Sheet(tuple(group for group in groups if group.entries), documents)


def _replies(text: Texts, returned: Returned, items: list[str], label: Any) -> Iterator[Entry]:
    for place, item in enumerate(items):
        rejected = returned.rejected.get(item)
        yield Entry(
            f"$.replies[{place}].text",
            text("reply_to", item=item, title=label(rejected.title) if rejected else ""),
            EntryType.LONG,
            required=True,
            explained=text("said", remark=rejected.remark) if rejected and rejected.remark else "",
        )


def _opened(sheets: Sheets, returned: Returned, fields: set[str]) -> Iterator[Entry]:
    for field in sheets.form.applicant:
        if _reserved(field.code) & fields and returned.kind in field.applicant_kinds:
            yield replace(sheets.entry(field), only_when=(), required=field.required)
    for field in sheets.form.fields:
        if field.code in fields and returned.kind in field.applicant_kinds:
            stored = returned.values.get(field.code, "")
            yield replace(sheets.entry(field), only_when=(), was=_entered(field, stored))


def _services(sheets: Sheets, returned: Returned) -> Iterator[Group]:
    stored = returned.values.get(_SERVICES, "")
    for group in sheets.services():
        entries = (replace(entry, was=_codes(stored)) for entry in group.entries)
        yield replace(group, entries=tuple(entries))


def _reserved(code: str) -> set[str]:
    """The codes under which checklist items name a value of the applicant."""
    return {f"applicant_{code}", code.replace(".", "_")}


def _entered(field: AskedField, stored: str) -> Any:
    """A stored value as it would be entered."""
    if field.type is FieldType.CHOICES:
        return _codes(stored)
    if field.type is FieldType.FLAG:
        return stored == "true"
    if field.type is FieldType.DATE and stored:
        return format_date(parse_date(stored), "en")
    return stored


def _codes(stored: str) -> list[str]:
    return stored.split(",") if stored else []
