"""Schemes as they stand: their versions, and what a version says, in words."""
