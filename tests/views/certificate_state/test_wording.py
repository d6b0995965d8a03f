"""The state of a certificate in words, in three languages: why it is so, and the line of its life."""

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from types import SimpleNamespace
from typing import Any

import pytest

from desktop.language.window import Words
from desktop.models.vocabulary import CertificateState, Language
from desktop.services.certificate_page import LifeEvent, Standing
from desktop.views.certificate_state.wording import days_left, life_line, state_chip, why

LAST = date(2028, 11, 14)
ISSUED = LifeEvent(
    "certificate:issue:done", datetime(2026, 11, 15, 9, tzinfo=UTC), "مدیر", {"number": "1405/00001"}
)


@dataclass(frozen=True)
class Page:
    """As much of a certificate's page as its words need."""

    standing: Standing
    days: int | None = 100
    since: date | None = None
    expires_on: date | None = date(2028, 11, 15)
    life: tuple[LifeEvent, ...] = field(default=(ISSUED,))

    @property
    def row(self) -> Any:
        return SimpleNamespace(days_left=self.days, last_valid_day=LAST)


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("standing", list(Standing))
@pytest.mark.parametrize("since", [None, date(2026, 11, 20)])
def test_every_standing_has_its_sentence_whether_or_not_its_day_is_known(language, standing, since):
    page = Page(
        standing, days=None if standing not in {Standing.IN_FORCE, Standing.LAST_DAYS} else 5, since=since
    )
    sentence = why(page, Words(language))
    assert sentence.endswith(".")
    assert "{" not in sentence


@pytest.mark.requirement("ENM-098")
def test_the_last_day_itself_still_counts():
    words = Words(Language.PERSIAN)
    assert "امروز آخرین روز" in why(Page(Standing.LAST_DAYS, days=1), words)
    assert days_left(1, words) == "امروز، آخرین روز"
    assert days_left(9, words) == "۹ روز مانده"


def test_the_line_of_its_life_ends_with_what_comes_by_itself():
    words = Words(Language.PERSIAN)
    past, ahead = life_line(Page(Standing.IN_FORCE), words)
    assert (past.what, past.note, past.is_ahead) == ("صدور", "مدیر", False)
    assert (ahead.what, ahead.is_ahead) == ("منقضی می‌شود", True)
    assert len(life_line(Page(Standing.REVOKED, expires_on=None), words)) == 1


def test_an_event_nobody_has_words_for_is_not_silent():
    unknown = replace(ISSUED, tag="certificate:ring:forged", person=None)
    (point,) = life_line(Page(Standing.REVOKED, expires_on=None, life=(unknown,)), Words(Language.PERSIAN))
    assert (point.what, point.note) == ("رویدادی دیگر", "ساعت دفتر")


def test_each_state_has_a_look_of_its_own():
    chips = [state_chip(state, Words(Language.ENGLISH)) for state in CertificateState]
    assert len({chip.icon for chip in chips}) == len(chips)
    assert all(chip.word[0].isupper() for chip in chips)
