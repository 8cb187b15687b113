-- The text that a person read from a file and has not made a draft of yet: one for each person, the last one.
CREATE TABLE draft_imports (
  user_id INTEGER NOT NULL PRIMARY KEY REFERENCES users (id),
  at INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  body TEXT,
  numbered INTEGER NOT NULL,
  -- Message key of what was wrong with the file, if no text came out of it.
  problem TEXT
) STRICT;
