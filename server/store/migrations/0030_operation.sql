-- What the server does by itself: messages that go out, jobs, the versions of the organisation's profile, and who changed
-- what in the settings.

-- Written in the transaction of what they tell of; sent later by a job. once: a second message with the same is not
-- written. state: waiting, sent, failed (no more tries).
CREATE TABLE outbox (
  id INTEGER NOT NULL PRIMARY KEY,
  channel TEXT NOT NULL,
  address TEXT NOT NULL,
  text TEXT NOT NULL,
  cause TEXT NOT NULL,
  once TEXT,
  case_id INTEGER REFERENCES cases (id),
  created_at INTEGER NOT NULL,
  not_before INTEGER NOT NULL,
  state TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  settled_at INTEGER
) STRICT;
CREATE UNIQUE INDEX outbox_once ON outbox (once) WHERE once IS NOT NULL;
CREATE INDEX outbox_waiting ON outbox (not_before) WHERE state = 'waiting';
CREATE INDEX outbox_by_case ON outbox (case_id) WHERE case_id IS NOT NULL;

-- When each job of server/jobs runs next.
CREATE TABLE jobs (
  name TEXT NOT NULL PRIMARY KEY,
  next_at INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  last_error TEXT
) STRICT;

-- The whole profile at each change; the greatest number is what holds. user_id: nothing for the first, from the file.
CREATE TABLE profile_versions (
  version INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  user_id INTEGER REFERENCES users (id),
  section TEXT NOT NULL,
  content TEXT NOT NULL
) STRICT;

-- Who changed what of the settings and accounts, and when. `before` and `after` are what a person reads.
CREATE TABLE audit (
  id INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  user_id INTEGER REFERENCES users (id),
  area TEXT NOT NULL,
  subject TEXT NOT NULL,
  action TEXT NOT NULL,
  before TEXT,
  after TEXT
) STRICT;
CREATE TRIGGER audit_stays_as_it_is BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit is never changed');
END;
CREATE TRIGGER audit_stays BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit is never deleted');
END;
