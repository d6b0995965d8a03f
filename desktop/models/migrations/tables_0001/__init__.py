"""Every table as the first revision makes it, frozen apart from the models, which will go on changing."""

from desktop.models.migrations.tables_0001 import (
    desks,
    dossiers,
    outcomes,
    outside,
    papers,
    people,
    review,
    scheme_rules,
    schemes,
    submissions,
)
from desktop.models.migrations.tables_0001.naming import metadata

AREAS = (desks, dossiers, outcomes, outside, papers, people, review, scheme_rules, schemes, submissions)

__all__ = ["AREAS", "metadata"]
