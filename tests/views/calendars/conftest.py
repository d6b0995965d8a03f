"""An almanac of the office about a known today."""

from datetime import date

import pytest

from desktop.language.calendars import Calendar
from desktop.language.window import Words
from desktop.models.vocabulary import Language
from desktop.views.calendars.almanac import Almanac

TODAY = date(2026, 11, 15)
"""1405/08/24, a Sunday."""


@pytest.fixture
def almanac_of():
    def make(language=Language.PERSIAN, calendar=Calendar.JALALI, **known):
        return Almanac(Words(language, calendar), TODAY, weekend=frozenset({3, 4}), **known)

    return make


@pytest.fixture
def almanac(almanac_of):
    return almanac_of()
