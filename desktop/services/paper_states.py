"""How far the physical documents of a dossier are, as conditions a queue can ask for."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, exists, select

from desktop.models.dossier import Dossier
from desktop.models.jalali import in_tehran
from desktop.models.physical_documents import Packet, Paper
from desktop.models.vocabulary import PaperVerdict
from desktop.services.queue_query import Papers


def are_papers(state: Papers, now: datetime) -> ColumnElement[bool]:
    """The condition that the papers of a dossier are in this state."""
    of_dossier = exists().where(Paper.dossier_id == Dossier.id)
    to_check = of_dossier.where(Paper.replaced_by_id.is_(None), Paper.verdict == PaperVerdict.PENDING)
    match state:
        case Papers.AWAITED:
            return ~of_dossier
        case Papers.TO_CHECK:
            return to_check
        case Papers.RESENT:
            return and_(to_check, of_dossier.where(Paper.replaced_by_id.is_not(None)))
        case Papers.ARRIVED_TODAY:
            today = in_tehran(now).date()
            return Dossier.id.in_(select(Packet.dossier_id).where(Packet.received_on == today))
