"""How values and sentences are written in one language: what both faces say passes through here."""
