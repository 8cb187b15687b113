-- Cases, what happened to them, and their files. Times are milliseconds since 1970 UTC, days are days since 1970.

CREATE TABLE meta (
  name TEXT NOT NULL PRIMARY KEY,
  value BLOB NOT NULL
) STRICT;

-- id: milliseconds of the registration, shifted, and random bits: newer cases have greater ids, so that the order of the
-- inbox needs no index of its own (server/service/ids.h). Short columns first: the body may lie on overflow pages.
CREATE TABLE cases (
  id INTEGER NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  tracking_code TEXT NOT NULL,
  mobile TEXT,
  unit_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  state TEXT NOT NULL,
  anonymous INTEGER NOT NULL,
  registered_at INTEGER NOT NULL,
  due_on INTEGER NOT NULL,
  attachment_count INTEGER NOT NULL,
  category_id TEXT,
  first_name TEXT,
  last_name TEXT,
  national_id TEXT,
  email TEXT,
  -- Hash of the Idempotency-Key: the unique index is what makes a second case of the same key impossible. The other
  -- hash tells a repetition from another message under the same key.
  request_key BLOB,
  request_hash BLOB,
  subject TEXT NOT NULL,
  other_answers TEXT,
  body TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX cases_by_code ON cases (tracking_code);
CREATE UNIQUE INDEX cases_by_request ON cases (request_key);
CREATE INDEX cases_by_unit ON cases (unit_id, id);

-- Never changed, never deleted. hash: SHA-256 over the row and the hash of the row before it (server/store/event_hash.h),
-- so that a change made behind the server's back can be found.
CREATE TABLE case_events (
  id INTEGER NOT NULL PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  kind TEXT NOT NULL,
  at INTEGER NOT NULL,
  user_id INTEGER REFERENCES users (id),
  from_unit TEXT,
  to_unit TEXT,
  text TEXT,
  hash BLOB NOT NULL
) STRICT;
CREATE INDEX case_events_by_case ON case_events (case_id);
CREATE TRIGGER case_events_stay_as_they_are BEFORE UPDATE ON case_events
BEGIN
  SELECT RAISE(ABORT, 'events are never changed');
END;
CREATE TRIGGER case_events_stay BEFORE DELETE ON case_events
BEGIN
  SELECT RAISE(ABORT, 'events are never deleted');
END;

-- A file waits for its case (case_id is null) until expires_at. The bytes stand in a table of their own, so that lists
-- never touch them, and in the database, so that one commit holds all or nothing and one backup file is complete.
CREATE TABLE attachments (
  id TEXT NOT NULL PRIMARY KEY,
  case_id INTEGER REFERENCES cases (id),
  position INTEGER NOT NULL,
  file_name TEXT NOT NULL,
  mime TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  sha256 BLOB NOT NULL,
  expires_at INTEGER
) STRICT;
CREATE INDEX attachments_by_case ON attachments (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX attachments_waiting ON attachments (expires_at) WHERE expires_at IS NOT NULL;

CREATE TABLE attachment_bytes (
  attachment_id TEXT NOT NULL PRIMARY KEY REFERENCES attachments (id) ON DELETE CASCADE,
  content BLOB NOT NULL
) STRICT;
