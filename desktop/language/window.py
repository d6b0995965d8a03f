"""Everything the window says in one language: sentences of screens, words of the vocabulary, errors."""

from collections.abc import Mapping
from typing import Any

from desktop.language.calendars import Calendar
from desktop.language.messages import Messages
from desktop.language.texts import Sentence, for_count, sentence, sentences
from desktop.language.window_formats import WindowFormats
from desktop.models.errors import ParvandehError
from desktop.models.vocabulary import Language

_ERRORS = "errors"


class Texts:
    """The sentences of one screen: `text("title", count=48)`."""

    def __init__(self, messages: Messages, screen: str) -> None:
        self._messages, self.screen = messages, screen

    def __call__(self, code: str, /, **values: Any) -> str:
        """The sentence with its values; LookupError when there is none, or a value of it was not given."""
        said = sentence(self._messages.language, self.screen, code)
        return _filled(self._messages, f"{self.screen}: {code}", said, values)

    def knows(self, code: str) -> bool:
        """Whether the screen has a sentence with this code."""
        return code in sentences(self._messages.language, self.screen)


class Words:
    """What the desk says; made anew when language, calendar or digits are chosen anew."""

    def __init__(
        self,
        language: Language,
        calendar: Calendar = Calendar.JALALI,
        latin_ids: bool = False,  # noqa: FBT001, FBT002 - one of a person's settings
        scheme_words: Mapping[str, Mapping[str, Mapping[str, str]]] | None = None,
    ) -> None:
        self.formats = WindowFormats(language, isolating=True, calendar=calendar, latin_ids=latin_ids)
        self._messages = Messages(self.formats, scheme_words or {})

    @property
    def language(self) -> Language:
        """The language spoken."""
        return self.formats.language

    def with_scheme(self, scheme_words: Mapping[str, Mapping[str, Mapping[str, str]]]) -> "Words":
        """The same, with the words of a dossier's scheme for its codes."""
        return Words(self.language, self.formats.calendar, self.formats.latin_ids, scheme_words)

    def of(self, screen: str) -> Texts:
        """The sentences of a screen; they are read when the first is asked for."""
        return Texts(self._messages, screen)

    def word(self, kind: str, value: Any) -> str:
        """The word for a value of the vocabulary or for a code of the scheme; an unknown code as it is."""
        return self._messages.word(kind, value)

    def title(self, kind: str, value: Any) -> str:
        """The word as it stands alone, in a cell or over a field: with a capital where there are any."""
        return capital(self.word(kind, value))

    def label(self, labels: Mapping[str, str]) -> str:
        """A text that was given in three languages, in this one."""
        return self.formats.label(labels)

    def finding(self, rule: str, values: Mapping[str, Any]) -> str:
        """What is wrong with a place in an intake package, by the rule it breaks."""
        section = "intake" if self._messages.knows("intake", rule) else "error"
        return self._messages.say(section, rule, values)

    def act(self, tag: str, person: str | None, values: Mapping[str, Any]) -> str:
        """A journalled act in words; without a person it was the applicant or the clock."""
        who = person or self.title("role", values.get("role", "applicant"))
        return self._messages.say("timeline", tag, {"person": who, **values})

    def error(self, error: ParvandehError) -> str:
        """What is wrong and what would be right; sentences that name buttons and fields go first."""
        known = sentences(self.language, _ERRORS)
        if error.code in known:
            return _filled(self._messages, f"{_ERRORS}: {error.code}", known[error.code], error.values)
        return self._messages.error(error.code, error.values)


def capital(words: str) -> str:
    """The words as they begin a line; only Latin letters have capitals."""
    return words[:1].upper() + words[1:]


def _filled(messages: Messages, place: str, said: Sentence, values: Mapping[str, Any]) -> str:
    try:
        return messages.filled(for_count(said, messages.language, values), values)
    except KeyError as missing:
        raise LookupError(f"{place} needs the value {missing}") from missing
