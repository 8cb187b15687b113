-- Draft regulations under public comment (shared/consultations). Days are days since 1970, times milliseconds.

CREATE TABLE drafts (
  id INTEGER NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  kind TEXT NOT NULL,
  origin TEXT NOT NULL,
  title TEXT NOT NULL,
  purpose TEXT NOT NULL,
  affects TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  days INTEGER NOT NULL,
  days_reason TEXT,
  -- Known from the approval on.
  opens_on INTEGER,
  closes_on INTEGER,
  was_open INTEGER NOT NULL,
  -- SHA-256 of the text that the public saw.
  text_hash BLOB,
  issue_number TEXT,
  issued_on INTEGER,
  end_reason TEXT,
  comment_count INTEGER NOT NULL
) STRICT;
CREATE INDEX drafts_by_state ON drafts (state, id);

-- edition 0: the text under comment; 1: the amended one.
CREATE TABLE draft_clauses (
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  edition INTEGER NOT NULL,
  position INTEGER NOT NULL,
  id TEXT NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (draft_id, edition, position)
) STRICT;

-- What happened to a draft, in a chain of hashes like the one of the cases. user_id: nothing for the clock. text: the
-- reason that everybody reads. text_hash: of the clauses as they were then.
CREATE TABLE draft_steps (
  id INTEGER NOT NULL PRIMARY KEY,
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  step TEXT NOT NULL,
  at INTEGER NOT NULL,
  user_id INTEGER REFERENCES users (id),
  text TEXT,
  text_hash BLOB NOT NULL,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX draft_steps_by_draft ON draft_steps (draft_id);
CREATE TRIGGER draft_steps_stay_as_they_are BEFORE UPDATE ON draft_steps
BEGIN
  SELECT RAISE(ABORT, 'steps are never changed');
END;
CREATE TRIGGER draft_steps_stay BEFORE DELETE ON draft_steps
BEGIN
  SELECT RAISE(ABORT, 'steps are never deleted');
END;
