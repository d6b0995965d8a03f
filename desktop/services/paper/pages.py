"""Makes the pages of a document: its blocks as slabs, with letterhead, frame and page numbers round them."""

from desktop.models.text import localized_digits
from desktop.models.vocabulary import Language
from desktop.services.paper.blocks import set_blocks
from desktop.services.paper.document import Document
from desktop.services.paper.drawing import PAGE_HEIGHT, PAGE_WIDTH, Sheets
from desktop.services.paper.filling import Placed, centred, filled
from desktop.services.paper.levels import Direction
from desktop.services.paper.margins import foot, frame, head, running_head
from desktop.services.paper.slabs import Column

_SIDE = 58.0
_TOP = 40.0
_FOOT = 54.0
_FOOT_GAP = 8.0
_ORNATE_SIDE = 84.0
_ORNATE_TOP = 74.0


def set_pages(document: Document) -> bytes:
    """Return the PDF of a document; RuleBroken letter.glyph_missing or letter.too_long: no half papers."""
    english = document.language is Language.ENGLISH
    direction = Direction.LEFT_TO_RIGHT if english else Direction.RIGHT_TO_LEFT
    side = _ORNATE_SIDE if document.ornate else _SIDE
    column = Column(side, PAGE_WIDTH - 2 * side, direction)
    pages = _paged(document, column)
    sheets = Sheets(document.title, document.language.value, document.author, document.subject)
    for number, page in enumerate(pages, start=1):
        label = document.page_label.format(page=number, pages=len(pages))
        label = localized_digits(label, document.language)
        if document.ornate:
            sheets.place(frame(), 0)
        sheets.place(foot(label, document.footer, column), PAGE_HEIGHT - _FOOT)
        for top, slab in page:
            sheets.place(slab, top)
        sheets.end_page()
    return sheets.finished()


def _paged(document: Document, column: Column) -> tuple[Placed, ...]:
    first = head(document.letterhead, column, ornate=document.ornate) if document.letterhead else []
    slabs = set_blocks(document.blocks, column, document.language)
    if document.ornate:
        return centred([*first, *slabs], _ORNATE_TOP, PAGE_HEIGHT - _ORNATE_TOP)
    return filled(slabs, first, running_head(document.title, column), _TOP, PAGE_HEIGHT - _FOOT - _FOOT_GAP)
