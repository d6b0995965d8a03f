-- The bytes of a file received are what its SHA-256 says, for ever; they go only when no document needs them.
-- Retention (G-19) deletes documents, and those only of dossiers that are decided.

CREATE TRIGGER attachment_never_changes BEFORE UPDATE ON attachment
BEGIN SELECT RAISE(ABORT, 'protected: attachment'); END;

CREATE TRIGGER attachment_stays_while_needed BEFORE DELETE ON attachment
WHEN EXISTS (SELECT 1 FROM document WHERE attachment_id = old.id)
BEGIN SELECT RAISE(ABORT, 'protected: attachment'); END;

CREATE TRIGGER attachment_chunk_never_changes BEFORE UPDATE ON attachment_chunk
BEGIN SELECT RAISE(ABORT, 'protected: attachment_chunk'); END;

CREATE TRIGGER attachment_chunk_lies_inside BEFORE INSERT ON attachment_chunk
WHEN new.position * 1048576 >= (SELECT size FROM attachment WHERE id = new.attachment_id)
BEGIN SELECT RAISE(ABORT, 'protected: attachment_chunk'); END;

CREATE TRIGGER attachment_chunk_stays_while_needed BEFORE DELETE ON attachment_chunk
WHEN EXISTS (SELECT 1 FROM document WHERE attachment_id = old.attachment_id)
BEGIN SELECT RAISE(ABORT, 'protected: attachment_chunk'); END;

CREATE TRIGGER document_is_only_superseded BEFORE UPDATE ON document
WHEN old.superseded_by_id IS NOT NULL
  OR (new.id, new.dossier_id, new.rule_code, new.submission_id, new.attachment_id, new.file_name, new.added_at)
  IS NOT (old.id, old.dossier_id, old.rule_code, old.submission_id, old.attachment_id, old.file_name, old.added_at)
BEGIN SELECT RAISE(ABORT, 'protected: document'); END;

CREATE TRIGGER document_stays_until_decided BEFORE DELETE ON document
WHEN (SELECT phase FROM dossier WHERE id = old.dossier_id) NOT IN ('in_force', 'ended')
BEGIN SELECT RAISE(ABORT, 'protected: document'); END;
