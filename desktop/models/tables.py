"""Every mapped class in one place, so that the metadata is whole wherever this module is imported."""

from desktop.models import (
    applicant,
    attachment,
    certificate,
    checklist,
    desk,
    document,
    dossier,
    finding,
    intake_package,
    journal,
    notice,
    office,
    outside,
    physical_documents,
    scheme,
    scheme_rules,
    staff,
    submission,
)
from desktop.models.base import Base

MODULES = (
    applicant,
    attachment,
    certificate,
    checklist,
    desk,
    document,
    dossier,
    finding,
    intake_package,
    journal,
    notice,
    office,
    outside,
    physical_documents,
    scheme,
    scheme_rules,
    staff,
    submission,
)
metadata = Base.metadata
