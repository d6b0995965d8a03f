-- What a dossier is never changes: its number, whose it is, and the rules it was opened under.
-- How it came to where it stands, and who had a hand in it, is history.

CREATE TRIGGER dossier_keeps_what_it_is
BEFORE UPDATE OF id, number, scheme_version_id, kind, applicant_id, opened_at ON dossier
WHEN (new.id, new.number, new.scheme_version_id, new.kind, new.applicant_id, new.opened_at)
  IS NOT (old.id, old.number, old.scheme_version_id, old.kind, old.applicant_id, old.opened_at)
BEGIN SELECT RAISE(ABORT, 'protected: dossier'); END;

CREATE TRIGGER dossier_stays BEFORE DELETE ON dossier
BEGIN SELECT RAISE(ABORT, 'protected: dossier'); END;

-- A move is taken back once, and only while it is held.
CREATE TRIGGER status_change_is_only_undone BEFORE UPDATE ON status_change
WHEN old.undone_at IS NOT NULL
  OR NOT EXISTS (SELECT 1 FROM held_act WHERE status_change_id = old.id)
  OR (new.id, new.dossier_id, new.at, new.action, new.from_status, new.to_status, new.phase, new.role,
    new.person_id, new.note, new.round)
  IS NOT (old.id, old.dossier_id, old.at, old.action, old.from_status, old.to_status, old.phase, old.role,
    old.person_id, old.note, old.round)
BEGIN SELECT RAISE(ABORT, 'protected: status_change'); END;

CREATE TRIGGER status_change_stays BEFORE DELETE ON status_change
BEGIN SELECT RAISE(ABORT, 'protected: status_change'); END;

CREATE TRIGGER work_done_never_changes BEFORE UPDATE ON work_done
BEGIN SELECT RAISE(ABORT, 'protected: work_done'); END;

CREATE TRIGGER work_done_stays BEFORE DELETE ON work_done
BEGIN SELECT RAISE(ABORT, 'protected: work_done'); END;
