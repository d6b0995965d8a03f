-- One folded column of the dossier, found by any three letters of it.
-- The index keeps no text of its own, so a row has to be forgotten by its old words before it is known by new ones.

CREATE VIRTUAL TABLE dossier_search USING fts5 (
  search, content = 'dossier', content_rowid = 'id', tokenize = 'trigram', detail = 'none'
);

CREATE TRIGGER dossier_search_of_a_new_dossier AFTER INSERT ON dossier
BEGIN
  INSERT INTO dossier_search (rowid, search) VALUES (new.id, new.search);
END;

-- Only when the words really change: steps touch a dossier often, its words rarely.
CREATE TRIGGER dossier_search_of_changed_words AFTER UPDATE OF search ON dossier
WHEN new.search <> old.search
BEGIN
  INSERT INTO dossier_search (dossier_search, rowid, search) VALUES ('delete', old.id, old.search);
  INSERT INTO dossier_search (rowid, search) VALUES (new.id, new.search);
END;
