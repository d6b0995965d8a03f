-- From its first dossier on a scheme version is fixed, and so is what its scheme is.

CREATE TRIGGER scheme_version_is_used_once_and_fixed BEFORE UPDATE ON scheme_version
WHEN old.used_at IS NOT NULL
  OR (new.id, new.scheme_id, new.code, new.valid_from, new.validity_months, new.dossier_kinds,
    new.source_sha256, new.source, new.added_at)
  IS NOT (old.id, old.scheme_id, old.code, old.valid_from, old.validity_months, old.dossier_kinds,
    old.source_sha256, old.source, old.added_at)
BEGIN SELECT RAISE(ABORT, 'protected: scheme_version'); END;

CREATE TRIGGER scheme_version_used_stays BEFORE DELETE ON scheme_version
WHEN old.used_at IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'protected: scheme_version'); END;

CREATE TRIGGER scheme_used_keeps_what_it_is BEFORE UPDATE OF id, code, subject_kind ON scheme
WHEN (new.id, new.code, new.subject_kind) <> (old.id, old.code, old.subject_kind)
  AND EXISTS (SELECT 1 FROM scheme_version WHERE scheme_id = old.id AND used_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'protected: scheme'); END;

-- Guards and effects hang on a transition, not on the version itself; the other parts are in scheme_part.sql.template.

CREATE TRIGGER transition_guard_not_added_to_used BEFORE INSERT ON transition_guard
WHEN EXISTS (SELECT 1 FROM transition t JOIN scheme_version v ON v.id = t.scheme_version_id
  WHERE t.id = new.transition_id AND v.used_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'protected: transition_guard'); END;

CREATE TRIGGER transition_guard_of_used_never_changes BEFORE UPDATE ON transition_guard
WHEN EXISTS (SELECT 1 FROM transition t JOIN scheme_version v ON v.id = t.scheme_version_id
  WHERE t.id IN (old.transition_id, new.transition_id) AND v.used_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'protected: transition_guard'); END;

CREATE TRIGGER transition_guard_of_used_stays BEFORE DELETE ON transition_guard
WHEN EXISTS (SELECT 1 FROM transition t JOIN scheme_version v ON v.id = t.scheme_version_id
  WHERE t.id = old.transition_id AND v.used_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'protected: transition_guard'); END;

CREATE TRIGGER transition_effect_not_added_to_used BEFORE INSERT ON transition_effect
WHEN EXISTS (SELECT 1 FROM transition t JOIN scheme_version v ON v.id = t.scheme_version_id
  WHERE t.id = new.transition_id AND v.used_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'protected: transition_effect'); END;

CREATE TRIGGER transition_effect_of_used_never_changes BEFORE UPDATE ON transition_effect
WHEN EXISTS (SELECT 1 FROM transition t JOIN scheme_version v ON v.id = t.scheme_version_id
  WHERE t.id IN (old.transition_id, new.transition_id) AND v.used_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'protected: transition_effect'); END;

CREATE TRIGGER transition_effect_of_used_stays BEFORE DELETE ON transition_effect
WHEN EXISTS (SELECT 1 FROM transition t JOIN scheme_version v ON v.id = t.scheme_version_id
  WHERE t.id = old.transition_id AND v.used_at IS NOT NULL)
BEGIN SELECT RAISE(ABORT, 'protected: transition_effect'); END;
