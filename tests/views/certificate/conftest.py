"""Certificates of every state, and a stage for their screens."""

from tests.builders.certificate_shelf import case, on_stage, prepared_shelf

__all__ = ["case", "on_stage", "prepared_shelf"]
