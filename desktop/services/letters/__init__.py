"""What a letter says: wording from resources/letters and plain facts become a document, and that a PDF.

The paper it is set on is `services/paper`; its libraries load when the first letter is rendered.
"""

from desktop.models.vocabulary import Language
from desktop.services import paper
from desktop.services.letters.composing import compose
from desktop.services.letters.facts import LetterFacts, LetterKind, RejectedItem

__all__ = ["LetterFacts", "LetterKind", "RejectedItem", "compose", "render"]


def render(kind: str, language: Language, facts: LetterFacts) -> bytes:
    """Return the letter as a PDF; equal facts give equal bytes.

    Raises RuleBroken letter.kind_unknown, letter.value_missing, letter.variable_unknown or
    letter.glyph_missing: no half letters.
    """
    return paper.set_document(compose(kind, language, facts))
