-- What an applicant sent, and that it was taken, stays as it came.
-- A value or verdict that no longer holds is marked so, once; it is never overwritten.

CREATE TRIGGER submission_never_changes BEFORE UPDATE ON submission
BEGIN SELECT RAISE(ABORT, 'protected: submission'); END;

CREATE TRIGGER submission_stays BEFORE DELETE ON submission
BEGIN SELECT RAISE(ABORT, 'protected: submission'); END;

CREATE TRIGGER item_reply_never_changes BEFORE UPDATE ON item_reply
BEGIN SELECT RAISE(ABORT, 'protected: item_reply'); END;

CREATE TRIGGER item_reply_stays BEFORE DELETE ON item_reply
BEGIN SELECT RAISE(ABORT, 'protected: item_reply'); END;

CREATE TRIGGER field_value_is_only_replaced BEFORE UPDATE ON field_value
WHEN old.replaced_at IS NOT NULL
  OR (new.id, new.dossier_id, new.submission_id, new.field_code, new.value)
  IS NOT (old.id, old.dossier_id, old.submission_id, old.field_code, old.value)
BEGIN SELECT RAISE(ABORT, 'protected: field_value'); END;

-- Retention (G-19) erases contact data, and only of dossiers that ended.
CREATE TRIGGER field_value_stays BEFORE DELETE ON field_value
WHEN (SELECT phase FROM dossier WHERE id = old.dossier_id) IS NOT 'ended'
BEGIN SELECT RAISE(ABORT, 'protected: field_value'); END;

-- A superseded finding stands again only when the one that took its place was taken back.
CREATE TRIGGER finding_is_only_superseded BEFORE UPDATE ON finding
WHEN old.undone_at IS NOT NULL
  OR old.superseded_at IS NOT NULL AND (new.superseded_at IS NOT NULL OR NOT EXISTS (
    SELECT 1 FROM finding f WHERE f.dossier_id = old.dossier_id AND f.item_code = old.item_code
      AND f.recorded_at = old.superseded_at AND f.undone_at IS NOT NULL))
  OR (new.id, new.dossier_id, new.item_code, new.round, new.verdict, new.remark, new.person_id, new.recorded_at)
  IS NOT (old.id, old.dossier_id, old.item_code, old.round, old.verdict, old.remark, old.person_id, old.recorded_at)
BEGIN SELECT RAISE(ABORT, 'protected: finding'); END;

CREATE TRIGGER finding_stays BEFORE DELETE ON finding
BEGIN SELECT RAISE(ABORT, 'protected: finding'); END;

CREATE TRIGGER intake_package_taken_never_changes BEFORE UPDATE ON intake_package
WHEN old.state = 'taken'
  AND (new.id, new.package_id, new.sha256, new.file_name, new.size, new.state, new.received_at,
    new.received_by_id, new.dossier_id, new.outcome)
  IS NOT (old.id, old.package_id, old.sha256, old.file_name, old.size, old.state, old.received_at,
    old.received_by_id, old.dossier_id, old.outcome)
BEGIN SELECT RAISE(ABORT, 'protected: intake_package'); END;

CREATE TRIGGER intake_package_stays BEFORE DELETE ON intake_package
BEGIN SELECT RAISE(ABORT, 'protected: intake_package'); END;

CREATE TRIGGER quarantine_chunk_never_changes BEFORE UPDATE ON quarantine_chunk
BEGIN SELECT RAISE(ABORT, 'protected: quarantine_chunk'); END;

CREATE TRIGGER quarantine_chunk_stays_until_settled BEFORE DELETE ON quarantine_chunk
WHEN (SELECT settled_at FROM intake_package WHERE id = old.package_id) IS NULL
BEGIN SELECT RAISE(ABORT, 'protected: quarantine_chunk'); END;
