"""Decisions on the dossier: which are open, why the others are not, and what follows from each."""
