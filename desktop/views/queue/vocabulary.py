"""The words the filter of a list understands, in the language of the desk."""

from typing import Any, Final

from desktop.language.window import Words
from desktop.models.vocabulary import DossierKind
from desktop.services.facets import Facet
from desktop.services.people import list_people
from desktop.services.rules import rules_of
from desktop.services.schemes.storing import list_schemes
from desktop.views.queue.query_box import Field, Vocabulary

_MARKS: Final = {
    Facet.OVERDUE: "overdue",
    Facet.RETURNED: "returned",
    Facet.UNSEEN: "unseen",
    Facet.PAUSED: "paused",
}
"""Parts of a queue that a query can ask for together with everything else."""


def vocabulary(session: Any, words: Words) -> Vocabulary:
    """Fields with their values: statuses and schemes of the office, kinds, people, how soon it is due."""
    text = words.of("queue")
    versions = [version.id for scheme in list_schemes(session) for version in scheme.versions]
    every = [rules_of(session, version) for version in versions]
    statuses: dict[str, tuple[str, ...]] = {}
    for rules in every:
        for status in rules.statuses.values():
            label = words.label(status.label)
            statuses[label] = (*statuses.get(label, ()), *({status.code} - set(statuses.get(label, ()))))
    values: dict[str, dict[str, Any]] = {
        "status": statuses,
        "scheme": {words.label(rules.title): rules.scheme for rules in every},
        "kind": {words.word("dossier_kind", kind): kind for kind in DossierKind},
        "claimed_by": {person.name: person.id for person in list_people(session) if person.active},
        "only": {text(f"facet.{facet}"): mark for facet, mark in _MARKS.items()},
    }
    return Vocabulary(
        tuple(Field(code, tuple(text(f"field.{code}").split("|")), known) for code, known in values.items())
    )
