-- The journal is only ever appended to; a chain's head only ever moves forward; a number once given stays given.

CREATE TRIGGER journal_entry_never_changes BEFORE UPDATE ON journal_entry
BEGIN SELECT RAISE(ABORT, 'protected: journal_entry'); END;

CREATE TRIGGER journal_entry_stays BEFORE DELETE ON journal_entry
BEGIN SELECT RAISE(ABORT, 'protected: journal_entry'); END;

CREATE TRIGGER journal_head_only_grows BEFORE UPDATE ON journal_head
WHEN new.chain <> old.chain OR new.length < old.length
BEGIN SELECT RAISE(ABORT, 'protected: journal_head'); END;

CREATE TRIGGER journal_head_stays BEFORE DELETE ON journal_head
BEGIN SELECT RAISE(ABORT, 'protected: journal_head'); END;

CREATE TRIGGER number_series_only_grows BEFORE UPDATE ON number_series
WHEN (new.series, new.year) <> (old.series, old.year) OR new.last < old.last
BEGIN SELECT RAISE(ABORT, 'protected: number_series'); END;

CREATE TRIGGER number_series_stays BEFORE DELETE ON number_series
BEGIN SELECT RAISE(ABORT, 'protected: number_series'); END;
