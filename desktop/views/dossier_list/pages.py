"""Holds the order of a list and those pages of its rows that are, or were lately, in sight; no Qt."""

from array import array
from collections import OrderedDict
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Final

from desktop.views.dossier_list.lines import Line

SIZE: Final = 64
"""Rows of one page: a screenful and a half, read by one statement."""

MOST: Final = 32
"""Pages kept; the one looked at longest ago goes first."""

Fetch = Callable[[int, Sequence[int]], None]
"""Asks for the rows of a page: its number and the ids on it. The answer comes to `Pages.came`."""


class Pages:
    """The ids of a list in order, and the lines of some of its pages."""

    def __init__(self, ids: "array[int]", fetch: Fetch) -> None:
        self.ids = ids
        self._fetch = fetch
        self._kept: OrderedDict[int, Mapping[int, Line]] = OrderedDict()
        self._awaited: set[int] = set()

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "Pages":
        """A list whose few lines are all here."""
        pages = cls(array("q", (line.id for line in lines)), lambda _number, _ids: None)
        for start in range(0, len(lines), SIZE):
            pages.came(start // SIZE, lines[start : start + SIZE])
        return pages

    def line(self, place: int) -> Line | None:
        """The line at a place, None until its page has come."""
        page = self._kept.get(place // SIZE)
        return None if page is None else page.get(self.ids[place])

    def is_here(self, place: int) -> bool:
        """Whether the page of this place has come; a dossier that is gone has no line all the same."""
        return place // SIZE in self._kept

    def want(self, places: Sequence[int]) -> None:
        """Ask for the pages of these places, first to last, that are neither here nor on their way."""
        for number in dict.fromkeys(place // SIZE for place in places):
            if number in self._kept:
                self._kept.move_to_end(number)
            elif number not in self._awaited:
                self._awaited.add(number)
                self._fetch(number, self.ids_on(number))

    def came(self, number: int, lines: Sequence[Line]) -> range:
        """Keep a page that was asked for; gives the places it fills."""
        self._awaited.discard(number)
        self._kept[number] = {line.id: line for line in lines}
        self._kept.move_to_end(number)
        while len(self._kept) > MOST:
            self._kept.popitem(last=False)
        return self.places_on(number)

    def failed(self, number: int) -> None:
        """A page could not be read; it is asked for again when it is next in sight."""
        self._awaited.discard(number)

    def holding(self, changed: Collection[int]) -> list[int]:
        """The pages here that hold one of these dossiers, newest looked at first; 0 stands for any."""
        wanted = frozenset(changed)
        return [
            number for number, lines in reversed(self._kept.items()) if 0 in wanted or wanted & lines.keys()
        ]

    def rewrite(self, ids: Collection[int], rewritten: Callable[[Line], Line]) -> list[int]:
        """Write the lines of these dossiers otherwise, where they are here; gives the pages they are on."""
        numbers = self.holding(ids)
        for number in numbers:
            lines = self._kept[number]
            changed = {one: rewritten(line) for one, line in lines.items() if one in ids}
            self._kept[number] = {**lines, **changed}
        return numbers

    def places_on(self, number: int) -> range:
        """The places of a page."""
        return range(number * SIZE, min((number + 1) * SIZE, len(self.ids)))

    def read_again(self, numbers: Sequence[int]) -> None:
        """Ask again for pages that are here; their lines stay until the new ones have come."""
        for number in numbers:
            if number not in self._awaited:
                self._awaited.add(number)
                self._fetch(number, self.ids_on(number))

    def ids_on(self, number: int) -> Sequence[int]:
        """The ids of a page in order."""
        return self.ids[number * SIZE : (number + 1) * SIZE]

    @property
    def numbers(self) -> list[int]:
        """The pages that are here."""
        return list(self._kept)
