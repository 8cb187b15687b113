-- What people say about drafts, and what became of it. The tables grow to thousands of rows for one draft: every list is a
-- range of an index.

-- A group of like comments, answered together. outcome: nothing yet. comments: how many there are in it.
CREATE TABLE draft_answers (
  id INTEGER NOT NULL PRIMARY KEY,
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  comments INTEGER NOT NULL,
  outcome TEXT,
  reason TEXT,
  changed_clause TEXT
) STRICT;
CREATE INDEX draft_answers_by_draft ON draft_answers (draft_id, id);
CREATE INDEX draft_answers_open ON draft_answers (draft_id, id) WHERE outcome IS NULL;

-- clause_id: nothing for a comment on the whole. state: waiting, published, held, rejected. print: what a campaign is
-- recognised by (shared/consultations/same_text.h), four bytes a hash.
CREATE TABLE draft_comments (
  id INTEGER NOT NULL PRIMARY KEY,
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  clause_id TEXT,
  tracking_code TEXT NOT NULL,
  request_key BLOB NOT NULL,
  at INTEGER NOT NULL,
  commenter_group TEXT NOT NULL,
  publication TEXT NOT NULL,
  first_name TEXT,
  last_name TEXT,
  organisation TEXT,
  mobile TEXT,
  email TEXT,
  body TEXT NOT NULL,
  wording TEXT,
  print BLOB NOT NULL,
  state TEXT NOT NULL,
  verdict_reason TEXT,
  answer_id INTEGER NOT NULL REFERENCES draft_answers (id)
) STRICT;
CREATE UNIQUE INDEX draft_comments_by_code ON draft_comments (tracking_code);
CREATE UNIQUE INDEX draft_comments_by_request ON draft_comments (request_key);
CREATE INDEX draft_comments_by_draft ON draft_comments (draft_id, state, id);
CREATE INDEX draft_comments_by_clause ON draft_comments (draft_id, clause_id, state, id);
CREATE INDEX draft_comments_by_answer ON draft_comments (answer_id, id);
CREATE INDEX draft_comments_waiting ON draft_comments (id) WHERE state = 'waiting';
