"""Between what stands in the form and the document that becomes package.json. No Qt."""

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from desktop.views.counter.sheet import Entry, Sheet, Values

_REPLY, _VERIFIED = "$.replies[", "$.verifications."
_OF_APPLICATION = ("purpose", "scheme", "kind")
_OF_ANSWER = (*_OF_APPLICATION, "dossier", "level", "applicant", "subject", "terms", "replies")
"""What a document keeps from its beginning; the rest comes from the form."""


def values_of(document: Mapping[str, Any], sheet: Sheet) -> Values:
    """What was entered so far, as the form shows it."""
    values = {}
    for entry in sheet.entries():
        found = _found(document, entry)
        values[entry.path] = entry.was if found is None else found
    return values


def document_of(begun: Mapping[str, Any], sheet: Sheet, values: Values) -> dict[str, Any]:
    """The document with what stands in the form; what is not asked now is left out."""
    fixed = _OF_ANSWER if sheet.is_answer else _OF_APPLICATION
    document = {name: deepcopy(begun[name]) for name in fixed if name in begun}
    document |= {"fields": {}, "verifications": []}
    for entry in sheet.shown(values):
        _put(document, entry, values)
    if sheet.is_answer:
        _tell_of_proxy(document["applicant"])
    return document


def reply_place(path: str) -> int:
    """Which of the replies a path speaks of."""
    return int(path.removeprefix(_REPLY).partition("]")[0])


def _put(document: dict[str, Any], entry: Entry, values: Values) -> None:
    value = values.get(entry.path)
    if entry.path.startswith(_REPLY):
        document["replies"][reply_place(entry.path)]["text"] = value or ""
    elif entry.path.startswith(_VERIFIED):
        _put_verification(document, entry, value, values)
    elif value is False and not entry.required and entry.was is None:
        return
    elif (value not in (None, "", []) or entry.was is not None) and value != entry.was:
        *tables, name = entry.path.removeprefix("$.").split(".")
        table = document
        for one in tables:
            table = table.setdefault(one, {})
        table[name] = value


def _put_verification(document: dict[str, Any], entry: Entry, value: Any, values: Values) -> None:
    if value:
        proved = values.get(entry.proves) or "" if entry.proves else value
        kind = entry.path.removeprefix(_VERIFIED)
        document["verifications"].append({"kind": kind, "value": str(proved)})


def _tell_of_proxy(applicant: dict[str, Any]) -> None:
    if any((applicant.get("proxy") or {}).values()):
        applicant["has_proxy"] = True


def _found(document: Mapping[str, Any], entry: Entry) -> Any:
    if entry.path.startswith(_REPLY):
        replies, place = document.get("replies") or [], reply_place(entry.path)
        return replies[place].get("text") if place < len(replies) else None
    if entry.path.startswith(_VERIFIED):
        kind = entry.path.removeprefix(_VERIFIED)
        given = {one["kind"]: one["value"] for one in document.get("verifications") or []}
        return kind in given if entry.proves else given.get(kind)
    found: Any = document
    for name in entry.path.removeprefix("$.").split("."):
        found = found.get(name) if isinstance(found, Mapping) else None
    return found
