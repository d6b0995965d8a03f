"""Where the words of a search stand in a text as it is written, whatever spelling they were typed in."""

from functools import lru_cache

from desktop.services import wording

Span = tuple[int, int]
"""From this letter of the text, before that one."""


@lru_cache(maxsize=2048)
def spans(text: str, words: tuple[str, ...]) -> tuple[Span, ...]:
    """Every place of every word in the text, in order and without overlaps."""
    folded, origins = _folded(text)
    found: list[Span] = []
    for word in filter(None, map(wording.fold, words)):
        start = folded.find(word)
        while start >= 0:
            end = start + len(word)
            found.append((origins[start], origins[end - 1] + 1))
            start = folded.find(word, end)
    return _joined(sorted(found))


def _folded(text: str) -> tuple[str, list[int]]:
    """The text as searches compare it, and for each of its letters the letter it was made of."""
    letters, origins = [], []
    for place, letter in enumerate(text):
        for one in wording.fold(letter):
            letters.append(one)
            origins.append(place)
    return "".join(letters), origins


def _joined(found: list[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for start, end in found:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return tuple(joined)
