"""The desk one command works at: whose, in which office, at which moment, in which language."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from platformdirs import user_data_path

from desktop.commands.languages import language_of
from desktop.language.formats import Formats
from desktop.language.messages import Messages
from desktop.models.errors import ParvandehError, RuleBroken
from desktop.models.vocabulary import Language
from desktop.services import people, scheme_words, unit_of_work, wording
from desktop.services.database import Database, open_office


@dataclass(frozen=True, slots=True)
class Desk:
    """What the options common to all commands say."""

    folder: Path
    username: str | None
    at: datetime
    language: Language
    as_json: bool

    @property
    def formats(self) -> Formats:
        """Formats of the desk's language; Latin words are isolated only where a terminal orders the line."""
        return Formats(self.language, isolating=sys.stdout.isatty())

    @property
    def say(self) -> Messages:
        """Sentences of the desk's language."""
        return Messages(self.formats)

    def say_about(self, session: Any, number: str) -> Messages:
        """Sentences that know what the codes of this dossier's scheme mean."""
        return Messages(self.formats, scheme_words.words_about(session, wording.stored_number(number)))

    def say_of(self, error: ParvandehError) -> Messages:
        """The same for an error, when it names its dossier and the office can be read."""
        number = error.values.get("number")
        if not isinstance(number, str):
            return self.say
        try:
            with self.reading() as session:
                return self.say_about(session, number)
        except ParvandehError:
            # The words are an adornment; what really went wrong is about to be said.
            return self.say

    def for_demo(self) -> "Desk":
        """The same desk in the demo office, which has a place of its own unless --office names one."""
        return replace(self, folder=default_folder("demo")) if self.folder == default_folder() else self

    @contextmanager
    def office(self) -> Iterator[Database]:
        """The open office of this desk."""
        database = open_office(self.folder)
        try:
            yield database
        finally:
            database.close()

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """A session that only reads."""
        with self.office() as database, unit_of_work.reading(database) as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Any]:
        """A session whose changes are committed together when the block ends well."""
        with self.office() as database, unit_of_work.writing(database) as session:
            yield session

    def dossier(self, session: Any, number: str) -> int:
        """Id of the dossier with this number, in any digits and with `/` or `-`."""
        from desktop.services.dossiers import find_dossier  # noqa: PLC0415 - a list names no dossier

        return find_dossier(session, number)

    def actor(self, session: Any) -> people.Actor:
        """Who acts; raises RuleBroken("usage.actor_missing") naming the people when --as is not given."""
        if self.username is None:
            active = [person.username for person in people.list_people(session) if person.active]
            raise RuleBroken("usage.actor_missing", people=active or None)
        return people.actor_named(session, self.username, self.at)

    def reader(self, session: Any) -> people.Actor:
        """Who reads; without --as somebody without a role, who sees what every list shows."""
        return people.clock(self.at) if self.username is None else self.actor(session)


def desk_of(
    *, as_json: bool, acting: str | None, office: str | None, lang: str | None, moment: str | None
) -> Desk:
    """The desk that these options describe; raises RuleBroken for a language or moment that is none."""
    return Desk(
        folder=Path(office) if office else default_folder(),
        username=acting or None,
        at=_moment(moment) if moment else datetime.now(UTC),
        language=language_of(lang),
        as_json=as_json,
    )


def default_folder(name: str = "office") -> Path:
    """Where an office is when nobody says: beside the other data of this user's programs."""
    return user_data_path("parvandeh") / name


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise RuleBroken("usage.moment", moment=text) from error
    return (moment if moment.tzinfo else moment.replace(tzinfo=wording.TEHRAN)).astimezone(UTC)
