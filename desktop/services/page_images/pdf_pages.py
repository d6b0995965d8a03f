"""Draws the pages of a PDF with pypdfium2, straight into the memory it is given."""

import ctypes
from collections import OrderedDict
from typing import Final

import pypdfium2
from pypdfium2 import raw

from desktop.models.errors import RuleBroken
from desktop.services.page_images.drawing import QUARTERS, Drawing, Size
from desktop.services.page_images.limits import LONGEST_TEXT, Limits

_A4: Final[Size] = (595.0, 842.0)
"""For a page whose own size cannot be read."""
_WHITE: Final = 0xFFFFFFFF
_ENCRYPTED: Final = (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY)
_LOADED_PAGES: Final = 4
"""A page looked at again, larger or turned, need not be read again."""
_WHOLE_IN_MEMORY: Final = ("JPXDecode", "JBIG2Decode")
"""Pictures of these kinds pdfium unpacks as a whole, and leaves out in silence when it cannot."""
_DEPTH: Final = 8
_LONGEST_FILTER_NAME: Final = 32


class PdfPages:
    """An opened PDF. Raises RuleBroken for one that is encrypted, damaged or has too many pages."""

    is_reduced = False

    def __init__(self, data: bytes, limits: Limits) -> None:
        try:
            self._pdf = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            code = "document.encrypted" if error.err_code in _ENCRYPTED else "document.damaged"
            raise RuleBroken(code) from error
        self._pdf.init_forms()
        count = len(self._pdf)
        if count == 0:
            raise RuleBroken("document.damaged")
        if count > limits.pages:
            raise RuleBroken("document.too_many_pages", pages=count, limit=limits.pages)
        self._limits = limits
        self._loaded: OrderedDict[int, pypdfium2.PdfPage] = OrderedDict()
        self.sizes = [self._size(place) for place in range(count)]

    def draw(self, page: int, drawing: Drawing, target: memoryview) -> None:
        """Draw a part of a page, with its annotations and filled-in fields."""
        loaded = self._page(page)
        pixels = (ctypes.c_ubyte * drawing.size).from_buffer(target)
        bitmap = raw.FPDFBitmap_CreateEx(
            drawing.width, drawing.height, raw.FPDFBitmap_BGRx, pixels, drawing.stride
        )
        if not bitmap:
            raise MemoryError
        try:
            raw.FPDFBitmap_FillRect(bitmap, 0, 0, drawing.width, drawing.height, _WHITE)
            place = (
                *(-drawing.left, -drawing.top, drawing.page_width, drawing.page_height),
                *(QUARTERS.index(drawing.rotation), raw.FPDF_ANNOT),
            )
            raw.FPDF_RenderPageBitmap(bitmap, loaded, *place)
            if loaded.formenv:
                raw.FPDF_FFLDraw(loaded.formenv, bitmap, loaded, *place)
        finally:
            raw.FPDFBitmap_Destroy(bitmap)

    def text(self, page: int) -> str:
        """The words of a page; a scan has none."""
        words = self._page(page).get_textpage()
        return str(words.get_text_range(0, min(words.count_chars(), LONGEST_TEXT)))

    def spare(self) -> None:
        """Let go of the pages that were read."""
        for loaded in self._loaded.values():
            loaded.close()
        self._loaded.clear()

    def _size(self, place: int) -> Size:
        try:
            width, height = self._pdf.get_page_size(place)
        except pypdfium2.PdfiumError:
            return _A4
        return (width, height) if width > 0 and height > 0 else _A4

    def _page(self, page: int) -> pypdfium2.PdfPage:
        if page in self._loaded:
            self._loaded.move_to_end(page)
            return self._loaded[page]
        try:
            loaded = self._pdf[page - 1]
        except pypdfium2.PdfiumError as error:
            raise RuleBroken("document.damaged", page=page) from error
        _demand_drawable(loaded, self._limits)
        self._loaded[page] = loaded
        if len(self._loaded) > _LOADED_PAGES:
            _, oldest = self._loaded.popitem(last=False)
            oldest.close()
        return loaded


def _demand_drawable(page: pypdfium2.PdfPage, limits: Limits) -> None:
    objects = (raw.FPDFPage_GetObject(page, place) for place in range(raw.FPDFPage_CountObjects(page)))
    if any(_is_too_large(one, limits.pixels, _DEPTH) for one in objects):
        raise RuleBroken("document.too_large", pixels=limits.pixels)


def _is_too_large(shown: raw.FPDF_PAGEOBJECT, pixels: int, depth: int) -> bool:
    kind = raw.FPDFPageObj_GetType(shown)
    if kind == raw.FPDF_PAGEOBJ_FORM and depth:
        count = raw.FPDFFormObj_CountObjects(shown)
        return any(
            _is_too_large(raw.FPDFFormObj_GetObject(shown, place), pixels, depth - 1)
            for place in range(count)
        )
    if kind != raw.FPDF_PAGEOBJ_IMAGE:
        return False
    width, height = ctypes.c_uint(), ctypes.c_uint()
    raw.FPDFImageObj_GetImagePixelSize(shown, width, height)
    return width.value * height.value > pixels and _is_unpacked_whole(shown)


def _is_unpacked_whole(picture: raw.FPDF_PAGEOBJECT) -> bool:
    name = ctypes.create_string_buffer(_LONGEST_FILTER_NAME)
    for place in range(raw.FPDFImageObj_GetImageFilterCount(picture)):
        raw.FPDFImageObj_GetImageFilter(picture, place, name, _LONGEST_FILTER_NAME)
        if name.value.decode("ascii", "replace") in _WHOLE_IN_MEMORY:
            return True
    return False
