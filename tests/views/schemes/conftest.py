"""A version of the office's scheme, spoken of in any language, without a window."""

from collections.abc import Callable

import pytest

from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.services.people import actor_named
from desktop.services.scheme_pages import VersionPage, schemes, version_page
from desktop.services.scheme_words import words_of
from desktop.services.unit_of_work import reading
from desktop.views.schemes.saying import Saying


@pytest.fixture
def page(case) -> VersionPage:
    """The version in force."""
    with reading(case.office) as session:
        actor = actor_named(session, "reviewer", case.now)
        return version_page(session, actor, schemes(session, actor)[0].versions[0].id)


@pytest.fixture
def saying_in(case, page) -> Callable[[Language], Saying]:
    """Speak about that version in a language."""

    def saying(language: Language) -> Saying:
        with reading(case.office) as session:
            known = words_of(session, page.row.id)
        return Saying(Words(language).with_scheme(known), page.version)

    return saying
