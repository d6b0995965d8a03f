"""Parvandeh: the back office of a certification authority on one desktop."""

__version__ = "0.1.0"
