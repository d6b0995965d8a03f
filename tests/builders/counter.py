"""Drafts as a clerk enters them at the counter, complete unless a test changes something."""

from copy import deepcopy
from pathlib import Path
from typing import Any

from desktop.services.intake.counter import (
    Draft,
    DraftFile,
    begin_application,
    counter_draft,
    keep_counter_draft,
)
from tests.builders.applications import FIELDS, FILES
from tests.builders.enamad import Case
from tests.builders.packages import a_document

ENTERED: dict[str, Any] = {
    "purpose": "open",
    "scheme": "enamad",
    "kind": "initial",
    "level": "one_star",
    "applicant": a_document()["applicant"],
    "subject": "golchin.example",
    "fields": FIELDS,
    "services": ["general_goods"],
    "verifications": [{"kind": "email", "value": "info@golchin.example"}],
    "terms": {"version": "1405-1"},
    "message": "",
}


def papers_in(folder: Path) -> tuple[DraftFile, ...]:
    """The files of a complete application, on the clerk's machine under names of their own."""
    folder.mkdir(exist_ok=True)
    brought = []
    for name, (rule, data) in FILES.items():
        path = folder / f"اسکن {Path(name).name}"
        path.write_bytes(data)
        brought.append(DraftFile(rule, path))
    return tuple(brought)


def entered(case: Case, files: tuple[DraftFile, ...] | None = None, **changes: Any) -> int:
    """A draft of the clerk's with these changes; None takes a part out. Gives its id."""
    document = deepcopy(ENTERED) | changes
    draft_id: int = case.by("clerk", begin_application, "enamad")
    files = papers_in(case.scratch.with_name("desk")) if files is None else files
    kept = {name: value for name, value in document.items() if value is not None}
    case.by("clerk", keep_counter_draft, draft_id, kept, files)
    return draft_id


def draft_of(case: Case, draft_id: int) -> Draft:
    """The draft as it is kept."""
    draft: Draft = case.by("clerk", counter_draft, draft_id)
    return draft
