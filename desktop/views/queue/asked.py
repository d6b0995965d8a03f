"""What a person asks a queue for: its part, what he typed, the order; as a place remembers it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from desktop.services.facets import Facet
from desktop.services.queues import Queue, Sort

TONES: Final[Mapping[Facet, str]] = {Facet.OVERDUE: "bad", Facet.RETURNED: "new"}
"""How the numbers of parts are coloured."""


_SAID_OTHERWISE: Final = frozenset({"queue", "facet", "search"})


@dataclass(frozen=True, slots=True)
class Asked:
    """One question to a queue."""

    queue: str = Queue.MINE.value
    facet: Facet = Facet.ALL
    typed: str = ""
    within: Mapping[str, Any] = field(default_factory=dict)
    """What else narrows the place, as `place_of` writes it; it has no chip and is not typed."""
    sort: Sort = Sort.DUE
    descending: bool = False

    @property
    def is_narrowed(self) -> bool:
        """Whether dossiers of the queue may be hidden."""
        return bool(self.typed) or self.facet is not Facet.ALL

    def arguments(self) -> dict[str, Any]:
        """The place in the window where the same is asked; the order is the person's own."""
        place: dict[str, Any] = {"queue": self.queue, **self.within}
        if self.facet is not Facet.ALL:
            place["facet"] = self.facet.value
        return place | ({"search": self.typed} if self.typed else {})


def asked_at(arguments: Mapping[str, Any], sort: str, *, descending: bool) -> Asked:
    """What a place in the window asks for."""
    facet, known = arguments.get("facet", Facet.ALL), set(Facet)
    return Asked(
        queue=str(arguments.get("queue", Queue.MINE)),
        facet=Facet(facet) if facet in known else Facet.ALL,
        typed=str(arguments.get("search", "")),
        within={name: value for name, value in arguments.items() if name not in _SAID_OTHERWISE},
        sort=Sort(sort) if sort in set(Sort) else Sort.DUE,
        descending=descending,
    )
