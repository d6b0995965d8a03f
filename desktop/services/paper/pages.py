"""Fills pages with slabs and puts the letterhead, the frame and the page numbers round them."""

from dataclasses import dataclass

from desktop.models.text import localized_digits
from desktop.models.vocabulary import Language
from desktop.services.paper.blocks import set_blocks
from desktop.services.paper.document import Document
from desktop.services.paper.drawing import PAGE_HEIGHT, PAGE_WIDTH, Sheets
from desktop.services.paper.levels import Direction
from desktop.services.paper.margins import foot, frame, head, running_head
from desktop.services.paper.slabs import Column, Slab

_SIDE = 58.0
_TOP = 46.0
_FOOT = 62.0
_ORNATE_SIDE = 84.0
_ORNATE_TOP = 74.0


@dataclass(frozen=True, slots=True)
class _Page:
    """Slabs with their tops, in points below the page's upper edge."""

    placed: tuple[tuple[float, Slab], ...]


def set_pages(document: Document) -> bytes:
    """Return the PDF of a document; RuleBroken letter.glyph_missing before anything is written."""
    english = document.language is Language.ENGLISH
    direction = Direction.LEFT_TO_RIGHT if english else Direction.RIGHT_TO_LEFT
    side = _ORNATE_SIDE if document.ornate else _SIDE
    column = Column(side, PAGE_WIDTH - 2 * side, direction)
    first = head(document.letterhead, column, ornate=document.ornate) if document.letterhead else []
    later = running_head(document.title, column)
    slabs = set_blocks(document.blocks, column, document.language)
    pages = _centred(slabs, first) if document.ornate else _filled(slabs, first, later)
    sheets = Sheets(document.title, document.language.value, document.author, document.subject)
    for number, page in enumerate(pages, start=1):
        label = document.page_label.format(page=number, pages=len(pages))
        if document.ornate:
            sheets.place(frame(), 0)
        sheets.place(foot(localized_digits(label, document.language), document.footer, column), PAGE_HEIGHT - _FOOT)
        for top, slab in page.placed:
            sheets.place(slab, top)
        sheets.end_page()
    return sheets.finished()


def _filled(slabs: list[Slab], first: list[Slab], later: list[Slab]) -> list[_Page]:
    """Return the pages: units that belong together go over to the next page whole when they fit on one."""
    end = PAGE_HEIGHT - _FOOT - 8
    pages = [_Stack(first)]
    for unit in _units(slabs):
        height = sum(slab.height for slab in unit)
        page = pages[-1]
        if page.bottom + height > end and not page.is_fresh:
            page = _Stack([*later, *unit[0].repeated])
            pages.append(page)
        for slab in unit:
            if page.bottom + slab.height > end and not page.is_fresh:
                page = _Stack([*later, *slab.repeated])
                pages.append(page)
            page.add(slab)
    return [_Page(tuple(page.placed)) for page in pages]


class _Stack:
    """A page while it is filled from the top."""

    def __init__(self, head_slabs: list[Slab]) -> None:
        self.placed: list[tuple[float, Slab]] = []
        self.bottom = _TOP
        self.is_fresh = True
        for slab in head_slabs:
            self.add(slab)
        self.is_fresh = True

    def add(self, slab: Slab) -> None:
        """Put a slab below the others; air at the top of a page is left out."""
        if slab.blank and self.is_fresh:
            return
        self.placed.append((self.bottom, slab))
        self.bottom += slab.height
        self.is_fresh = False


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


def _centred(slabs: list[Slab], first: list[Slab]) -> list[_Page]:
    """Return the one page of a certificate: its text stands a little above the middle of the frame."""
    whole = [*first, *slabs]
    room = PAGE_HEIGHT - 2 * _ORNATE_TOP - sum(slab.height for slab in whole)
    top, placed = _ORNATE_TOP + max(room, 0) * 0.42, []
    for slab in whole:
        placed.append((top, slab))
        top += slab.height
    return [_Page(tuple(placed))]
