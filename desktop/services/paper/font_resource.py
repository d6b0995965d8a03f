"""Puts the glyphs that one document used into its file as a Type 0 font: one code, one character.

It stands in for reportlab's own dynamic fonts, whose ToUnicode maps know nothing of joined letters.
"""

import hashlib

from reportlab.pdfbase import pdfdoc

from desktop.services.paper.faces import CARRIER_ADVANCE, Face

_CMAP_HEAD = (
    "/CIDInit /ProcSet findresource begin",
    "12 dict begin",
    "begincmap",
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
    "/CMapName /Adobe-Identity-UCS def",
    "/CMapType 2 def",
    "1 begincodespacerange",
    "<0000> <FFFF>",
    "endcodespacerange",
)
_CMAP_TAIL = ("endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end")
_BFCHAR_LIMIT = 100
"""A ToUnicode map may list at most 100 characters per block (PDF 32000-1, 9.10.3)."""


class FontResource:
    """One face inside one document; codes go by first use, so equal input gives equal bytes."""

    def __init__(self, face: Face, document: pdfdoc.PDFDocument) -> None:
        self.face = face
        self._codes: dict[tuple[int, str], int] = {}
        self.internal_name = f"P{len(document.delayedFonts) + 1}"
        document.fontMapping[face.name] = f"/{self.internal_name}"
        document.delayedFonts.append(self)

    def code(self, glyph: int | None, text: str) -> str:
        """Return, in hexadecimal, the code that draws a glyph (None: the empty carrier) and means `text`."""
        number = self.face.carrier if glyph is None else glyph
        return f"{self._codes.setdefault((number, text), len(self._codes) + 1):04X}"

    def addObjects(self, document: pdfdoc.PDFDocument) -> None:  # noqa: N802 - the name reportlab calls
        """Write the font's objects into the document; reportlab calls this when it saves."""
        glyphs = [glyph for glyph, _ in self._codes]
        data, numbers = self.face.subset(glyphs)
        tag = hashlib.sha256(repr(sorted(set(glyphs))).encode()).digest()
        base = "".join(chr(65 + byte % 26) for byte in tag[:6]) + "+" + self.face.name
        glyph_numbers = b"\0\0" + b"".join(numbers[glyph].to_bytes(2, "big") for glyph in glyphs)
        descendant = _dictionary(
            Type="/Font",
            Subtype="/CIDFontType2",
            BaseFont=f"/{base}",
            CIDSystemInfo=_dictionary(
                Registry=pdfdoc.PDFString("Adobe"), Ordering=pdfdoc.PDFString("Identity"), Supplement=0
            ),
            FontDescriptor=document.Reference(self._descriptor(document, base, data)),
            DW=0,
            W=pdfdoc.PDFArray([1, pdfdoc.PDFArray([self._width(glyph) for glyph in glyphs])]),
            CIDToGIDMap=_stream(document, glyph_numbers),
        )
        font = _dictionary(
            Type="/Font",
            Subtype="/Type0",
            BaseFont=f"/{base}",
            Encoding="/Identity-H",
            DescendantFonts=pdfdoc.PDFArray([document.Reference(descendant)]),
            ToUnicode=_stream(document, self._to_unicode().encode()),
        )
        document.idToObject["BasicFonts"].dict[self.internal_name] = document.Reference(font)

    def _width(self, glyph: int) -> float:
        advance = CARRIER_ADVANCE if glyph == self.face.carrier else self.face.advance(glyph)
        return round(advance, 2)

    def _descriptor(self, document: pdfdoc.PDFDocument, base: str, data: bytes) -> pdfdoc.PDFDictionary:
        return _dictionary(
            Type="/FontDescriptor",
            FontName=f"/{base}",
            Flags=4,
            FontBBox=pdfdoc.PDFArray(list(self.face.box)),
            ItalicAngle=0,
            Ascent=round(self.face.ascent),
            Descent=round(self.face.descent),
            CapHeight=round(self.face.cap_height),
            StemV=80,
            FontFile2=_stream(document, data, Length1=len(data)),
        )

    def _to_unicode(self) -> str:
        meant = [f"<{code:04X}> <{_utf16(text)}>" for (_, text), code in self._codes.items()]
        lines = list(_CMAP_HEAD)
        for start in range(0, len(meant), _BFCHAR_LIMIT):
            block = meant[start : start + _BFCHAR_LIMIT]
            lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
        return "\n".join([*lines, *_CMAP_TAIL])


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()


def _dictionary(**entries: object) -> pdfdoc.PDFDictionary:
    """Return a PDF dictionary; a text that begins with a slash is a name."""
    return pdfdoc.PDFDictionary(
        {
            key: pdfdoc.PDFName(value[1:]) if isinstance(value, str) else value
            for key, value in entries.items()
        }
    )


def _stream(document: pdfdoc.PDFDocument, content: bytes, **entries: object) -> pdfdoc.PDFObjectReference:
    stream = pdfdoc.PDFStream(content=content, filters=[pdfdoc.PDFZCompress])
    stream.dictionary.dict.update(entries)
    return document.Reference(stream)
