-- An objection waits for a role, and never for the one who answered (shared/cases/objection.h). NULL: no objection was
-- made; it is made once, so the columns stay after the second answer.
ALTER TABLE cases ADD COLUMN objection_to TEXT;
ALTER TABLE cases ADD COLUMN objection_against INTEGER;
CREATE INDEX cases_under_objection ON cases (unit_id, id) WHERE objection_to IS NOT NULL;

-- Recovering a lost code asks for the cases of a mobile.
CREATE INDEX cases_by_mobile ON cases (mobile, id) WHERE mobile IS NOT NULL;

-- What a citizen thought of the handling, once for each case. 1 is the worst, 5 the best.
CREATE TABLE case_ratings (
  case_id INTEGER NOT NULL PRIMARY KEY REFERENCES cases (id),
  score INTEGER NOT NULL,
  comment TEXT,
  at INTEGER NOT NULL
) STRICT;
