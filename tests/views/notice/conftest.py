"""A stage for the notice."""

from tests.builders.certificate_shelf import on_stage

__all__ = ["on_stage"]
