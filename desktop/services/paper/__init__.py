"""How a paper is set: joining, bidi, pages and fonts behind one door, `set_document`.

Only the door loads the typesetting libraries, so whoever merely composes a document stays quick to start.
"""

from desktop.services.paper.document import Document

__all__ = ["Document", "set_document"]


def set_document(document: Document) -> bytes:
    """Return the document as a PDF; equal documents give equal bytes.

    Raises RuleBroken letter.glyph_missing when the fonts lack a character: no half papers.
    """
    from desktop.services.paper.pages import set_pages  # noqa: PLC0415 - see above

    return set_pages(document)
