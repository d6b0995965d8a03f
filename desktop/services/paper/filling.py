"""Fills pages with slabs: what belongs together stays on one page, and nothing runs off the end of one."""

from desktop.models.errors import RuleBroken
from desktop.services.paper.slabs import Slab

Placed = tuple[tuple[float, Slab], ...]
"""The slabs of one page, each with its distance from the page's upper edge in points."""

_ABOVE_CENTRE = 0.42
"""Which part of the free height of a centred page stands above its text: the eye wants less than half."""


class _Page:
    """A page while it is filled from the top."""

    def __init__(self, start: float, head: list[Slab]) -> None:
        self.placed: list[tuple[float, Slab]] = []
        self.bottom = start
        for slab in head:
            self.add(slab)
        self.is_fresh = True

    def add(self, slab: Slab) -> None:
        self.placed.append((self.bottom, slab))
        self.bottom += slab.height
        self.is_fresh = False


def filled(
    slabs: list[Slab], first: list[Slab], later: list[Slab], start: float, end: float
) -> tuple[Placed, ...]:
    """Return the pages of slabs between `start` and `end`, each begun with the `first` or `later` head.

    Raises RuleBroken letter.too_long for a slab that is higher than a page.
    """
    pages = [_Page(start, first)]
    for unit in _units(slabs):
        height = sum(slab.height for slab in unit)
        if pages[-1].bottom + height > end and not unit[0].blank:
            _turn(pages, _Page(start, [*later, *unit[0].repeated]))
        for slab in unit:
            _place(pages, slab, _Page(start, [*later, *slab.repeated]), end)
    return tuple(tuple(page.placed) for page in pages)


def _turn(pages: list[_Page], following: _Page) -> None:
    if not pages[-1].is_fresh:
        pages.append(following)


def _place(pages: list[_Page], slab: Slab, following: _Page, end: float) -> None:
    """Put a slab on the last page, or on the following one; air is left out at a page's top and end."""
    page = pages[-1]
    fits = page.bottom + slab.height <= end
    if slab.blank:
        if fits and not page.is_fresh:
            page.add(slab)
        return
    if not fits:
        _turn(pages, following)
    if pages[-1].bottom + slab.height > end:
        raise RuleBroken("letter.too_long", height=round(slab.height))
    pages[-1].add(slab)


def _units(slabs: list[Slab]) -> list[list[Slab]]:
    """Group slabs that must stand on one page."""
    units: list[list[Slab]] = []
    bound = False
    for slab in slabs:
        if bound:
            units[-1].append(slab)
        else:
            units.append([slab])
        bound = slab.keeps_next
    return units


def centred(slabs: list[Slab], start: float, end: float) -> tuple[Placed, ...]:
    """Return one page with its text a little above the middle; air between the parts gives way to text.

    Raises RuleBroken letter.too_long when the text does not fit on one page.
    """
    air = sum(slab.height for slab in slabs if slab.blank)
    text = sum(slab.height for slab in slabs if not slab.blank)
    room = end - start - text
    if room < 0:
        raise RuleBroken("letter.too_long", height=round(text))
    shrink = min(1.0, room / air) if air else 1.0
    top = start + max(room - air, 0) * _ABOVE_CENTRE
    placed = []
    for slab in slabs:
        placed.append((top, slab))
        top += slab.height * (shrink if slab.blank else 1)
    return (tuple(placed),)
