-- A certificate's number, holder, subject and days are what was issued; its level, facts, state and code may move on.
-- Money and posted packets are recorded once, as they came.

CREATE TRIGGER certificate_keeps_what_it_is
BEFORE UPDATE OF id, number, scheme_version_id, dossier_id, applicant_id, subject, issued_on, last_valid_day,
  symbol_code, issued_by_id ON certificate
WHEN (new.id, new.number, new.scheme_version_id, new.dossier_id, new.applicant_id, new.subject, new.issued_on,
    new.last_valid_day, new.symbol_code, new.issued_by_id)
  IS NOT (old.id, old.number, old.scheme_version_id, old.dossier_id, old.applicant_id, old.subject, old.issued_on,
    old.last_valid_day, old.symbol_code, old.issued_by_id)
BEGIN SELECT RAISE(ABORT, 'protected: certificate'); END;

-- What is printed changes only together with the level (C-26).
CREATE TRIGGER certificate_facts_follow_the_level BEFORE UPDATE OF facts ON certificate
WHEN new.facts IS NOT old.facts AND new.level_code IS old.level_code
BEGIN SELECT RAISE(ABORT, 'protected: certificate'); END;

CREATE TRIGGER certificate_stays BEFORE DELETE ON certificate
BEGIN SELECT RAISE(ABORT, 'protected: certificate'); END;

CREATE TRIGGER payment_never_changes BEFORE UPDATE ON payment
BEGIN SELECT RAISE(ABORT, 'protected: payment'); END;

CREATE TRIGGER payment_stays BEFORE DELETE ON payment
BEGIN SELECT RAISE(ABORT, 'protected: payment'); END;

CREATE TRIGGER packet_never_changes BEFORE UPDATE ON packet
BEGIN SELECT RAISE(ABORT, 'protected: packet'); END;

CREATE TRIGGER packet_stays BEFORE DELETE ON packet
BEGIN SELECT RAISE(ABORT, 'protected: packet'); END;
