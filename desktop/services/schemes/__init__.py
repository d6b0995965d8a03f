"""Schemes as data: definitions are read with all their problems named, and kept in versions."""
