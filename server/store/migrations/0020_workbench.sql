-- What staff need to work on a case: who, how urgent, since when owed, and the other units that were asked.

ALTER TABLE cases ADD COLUMN is_open INTEGER NOT NULL DEFAULT 1;
ALTER TABLE cases ADD COLUMN assigned_to INTEGER REFERENCES users (id);
ALTER TABLE cases ADD COLUMN priority INTEGER NOT NULL DEFAULT 0;
-- The day by which the unit that holds it should be done, set by whoever referred it.
ALTER TABLE cases ADD COLUMN unit_due_on INTEGER;
ALTER TABLE cases ADD COLUMN channel TEXT NOT NULL DEFAULT 'web';
ALTER TABLE cases ADD COLUMN outcome TEXT;
ALTER TABLE cases ADD COLUMN merged_into INTEGER REFERENCES cases (id);
ALTER TABLE cases ADD COLUMN redacted INTEGER NOT NULL DEFAULT 0;
UPDATE cases SET is_open = 0 WHERE state NOT IN ('registered', 'in_progress', 'waiting_for_citizen');

-- The queues of the inbox. Each is a range of one index, read from a cursor on, and each index holds all that a filter
-- asks of a row: rows that do not fit cost no visit to the table (server/store/inbox_store.h). is_open stands in
-- them because SQLite asks for every column of the condition.
DROP INDEX cases_by_unit;
CREATE INDEX cases_by_unit ON cases (unit_id, id, kind, state, category_id, priority, assigned_to, due_on, objection_to);
CREATE INDEX cases_open_by_age ON cases (unit_id, id, kind, state, category_id, priority, assigned_to, due_on, objection_to,
  is_open)
  WHERE is_open = 1;
CREATE INDEX cases_open_by_due ON cases (unit_id, priority, due_on, id, kind, state, category_id, assigned_to, objection_to,
  is_open)
  WHERE is_open = 1;
CREATE INDEX cases_mine_by_age ON cases (assigned_to, id, unit_id, kind, state, category_id, priority, due_on, objection_to,
  is_open)
  WHERE is_open = 1 AND assigned_to IS NOT NULL;
CREATE INDEX cases_mine_by_due ON cases (assigned_to, priority, due_on, id, unit_id, kind, state, category_id, objection_to,
  is_open)
  WHERE is_open = 1 AND assigned_to IS NOT NULL;
CREATE INDEX cases_waiting ON cases (unit_id, id, kind, state, category_id, priority, assigned_to, due_on, objection_to)
  WHERE state = 'waiting_for_citizen';
CREATE INDEX cases_objected ON cases (unit_id, id, kind, state, category_id, priority, assigned_to, due_on, objection_to,
  is_open)
  WHERE is_open = 1 AND objection_to IS NOT NULL;

-- مکاتبه موازی: a unit that was asked for its opinion while the case stays where it is.
CREATE TABLE case_consultations (
  id INTEGER NOT NULL PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  unit_id TEXT NOT NULL,
  asked_at INTEGER NOT NULL,
  due_on INTEGER NOT NULL,
  -- NULL: the unit has not answered yet.
  advised_at INTEGER
) STRICT;
CREATE INDEX case_consultations_by_case ON case_consultations (case_id);
CREATE INDEX case_consultations_open ON case_consultations (unit_id, case_id) WHERE advised_at IS NULL;

CREATE TABLE case_tags (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  tag TEXT NOT NULL,
  PRIMARY KEY (tag, case_id)
) STRICT;
CREATE INDEX case_tags_by_case ON case_tags (case_id);

-- An answer that waits for the manager's word. At most one for a case.
CREATE TABLE case_drafts (
  case_id INTEGER NOT NULL PRIMARY KEY REFERENCES cases (id),
  unit_id TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  written_at INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX case_drafts_by_unit ON case_drafts (unit_id, case_id);

-- Both directions stand as rows of their own. relation: «linked», «merged», «merged_from», «split», «split_from».
CREATE TABLE case_links (
  case_id INTEGER NOT NULL REFERENCES cases (id),
  other_id INTEGER NOT NULL REFERENCES cases (id),
  relation TEXT NOT NULL,
  PRIMARY KEY (case_id, other_id)
) STRICT;

CREATE TABLE saved_filters (
  id INTEGER NOT NULL PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  name TEXT NOT NULL,
  query TEXT NOT NULL
) STRICT;
CREATE INDEX saved_filters_by_user ON saved_filters (user_id);

-- From now on the chain holds the hash of an event's text instead of the text (form 2), so that text can be taken away,
-- with a reason and a «redacted» event, and the chain still proves the rest. detail: a machine's word about the event
-- (shared/cases/kinds.h).
ALTER TABLE case_events ADD COLUMN form INTEGER NOT NULL DEFAULT 1;
ALTER TABLE case_events ADD COLUMN detail TEXT;
ALTER TABLE case_events ADD COLUMN text_hash BLOB;
DROP TRIGGER case_events_stay_as_they_are;
CREATE TRIGGER case_events_stay_as_they_are BEFORE UPDATE ON case_events
WHEN NEW.text IS NOT NULL OR OLD.form < 2
  OR NEW.id <> OLD.id OR NEW.case_id <> OLD.case_id OR NEW.kind <> OLD.kind OR NEW.at <> OLD.at
  OR NEW.user_id IS NOT OLD.user_id OR NEW.from_unit IS NOT OLD.from_unit OR NEW.to_unit IS NOT OLD.to_unit
  OR NEW.form <> OLD.form OR NEW.detail IS NOT OLD.detail OR NEW.text_hash IS NOT OLD.text_hash
  OR NEW.hash <> OLD.hash
BEGIN
  SELECT RAISE(ABORT, 'events are never changed');
END;

-- Every page of the inbox that was shown: the names of senders stand on it.
CREATE TABLE inbox_looks (
  id INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  words TEXT,
  shown INTEGER NOT NULL
) STRICT;
