"""Intake packages: judged whole, then taken whole into the office or kept whole in quarantine."""
