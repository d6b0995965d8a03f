"""The dossier's documents as the viewer takes them, and which of them a paper is held against."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.language.window import Words
from desktop.services.attachments import DocumentRow
from desktop.views.documents.viewed import ViewedDocument, ViewedVersion


@dataclass(frozen=True, slots=True)
class Scans:
    """Documents with their versions; `ids` finds a document by the key of its file."""

    documents: tuple[ViewedDocument, ...]
    ids: Mapping[str, int]
    places: Mapping[int, tuple[str, int]]
    """Document id → the document of the viewer and the number of the version."""


def scans_of(dossier_id: int, rows: Sequence[DocumentRow], words: Words) -> Scans:
    """One document of the viewer for each rule, with everything that was sent for it."""
    by_rule: defaultdict[str, list[DocumentRow]] = defaultdict(list)
    for row in rows:
        by_rule[row.rule].append(row)
    documents = tuple(
        ViewedDocument(
            f"{dossier_id}:{rule}",
            words.label(found[0].label),
            tuple(
                ViewedVersion(row.sha256, number, row.media_type, row.added_at, row.file_name, row.pages)
                for number, row in enumerate(found, 1)
            ),
        )
        for rule, found in by_rule.items()
    )
    places = {
        row.id: (f"{dossier_id}:{rule}", number)
        for rule, found in by_rule.items()
        for number, row in enumerate(found, 1)
    }
    return Scans(documents, {row.sha256: row.id for row in rows}, places)
