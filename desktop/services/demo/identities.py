"""Invents numbers that follow every rule and belong to nobody: identities, telephones, postal codes.

Identity numbers begin with 99 and mobiles with 0980, which are not given out; after the area code landlines
have a 1, which no subscriber has.
"""

from collections.abc import Mapping
from random import Random
from typing import Any

from desktop.models.identity_numbers import legal_with_check_digit, with_check_digit

_POSTAL_DIGITS = "13456789"
"""Digits a postal code may hold in its first half."""


class Numbers:
    """Gives each number once."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        self._persons = 0
        self._companies = 0
        self._foreigners = 0

    def national_id(self) -> str:
        """A person's national id with its check digit."""
        self._persons += 1
        return with_check_digit(f"99{self._persons * 37:07}")

    def legal_national_id(self) -> str:
        """A legal person's national id with its check digit."""
        self._companies += 1
        return legal_with_check_digit(f"99{self._companies * 53:08}")

    def foreigner_code(self) -> str:
        """A foreigners' inclusive code."""
        self._foreigners += 1
        return f"99{self._foreigners * 71:010}"

    def mobile(self) -> str:
        """A mobile number."""
        return f"0980{self._chance.randrange(10**7):07}"

    def landline(self, place: Mapping[str, Any]) -> str:
        """A landline with the real area code of the place."""
        return f"0{place['area']}1{self._chance.randrange(10**7):07}"

    def postal_code(self, place: Mapping[str, Any]) -> str:
        """A postal code that begins as those of the place do."""
        third, fourth = self._chance.sample(_POSTAL_DIGITS, 2)
        rest = "".join(self._chance.choice(_POSTAL_DIGITS) for _ in range(5))
        return f"{place['postal']}{third}{fourth}{self._chance.choice('346')}{rest}"
