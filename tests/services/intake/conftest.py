"""Gives the tests of intake an office that works the eNamad scheme."""

from tests.builders.enamad_office import enamad, prepared_enamad

__all__ = ["enamad", "prepared_enamad"]
