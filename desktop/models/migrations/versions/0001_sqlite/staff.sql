-- Whoever worked here is known by the same username for ever, and the office always has an administrator.

CREATE TRIGGER person_keeps_what_it_is BEFORE UPDATE OF id, username, entered_at ON person
WHEN (new.id, new.username, new.entered_at) IS NOT (old.id, old.username, old.entered_at)
BEGIN SELECT RAISE(ABORT, 'protected: person'); END;

CREATE TRIGGER person_stays BEFORE DELETE ON person
BEGIN SELECT RAISE(ABORT, 'protected: person'); END;

CREATE TRIGGER last_administrator_is_not_disabled BEFORE UPDATE OF active ON person
WHEN old.active AND NOT new.active
  AND EXISTS (SELECT 1 FROM person_role WHERE person_id = old.id AND role = 'administrator')
  AND NOT EXISTS (SELECT 1 FROM person_role r JOIN person p ON p.id = r.person_id
    WHERE r.role = 'administrator' AND p.active AND p.id <> old.id)
BEGIN SELECT RAISE(ABORT, 'protected: last administrator'); END;

CREATE TRIGGER last_administrator_keeps_the_role BEFORE DELETE ON person_role
WHEN old.role = 'administrator'
  AND NOT EXISTS (SELECT 1 FROM person_role r JOIN person p ON p.id = r.person_id
    WHERE r.role = 'administrator' AND p.active AND p.id <> old.person_id)
BEGIN SELECT RAISE(ABORT, 'protected: last administrator'); END;

CREATE TRIGGER person_role_is_given_or_taken BEFORE UPDATE ON person_role
BEGIN SELECT RAISE(ABORT, 'protected: person_role'); END;
