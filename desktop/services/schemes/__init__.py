"""Schemes as data: reading a definition with all its problems named, and keeping its versions in the office."""
