-- Accounts of staff, their sessions, and who looked at what.

CREATE TABLE users (
  id INTEGER NOT NULL PRIMARY KEY,
  username TEXT NOT NULL,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  unit_id TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  enabled INTEGER NOT NULL,
  demo INTEGER NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX users_by_name ON users (username);

-- Only the hash of the token: who reads the database cannot use a session.
CREATE TABLE sessions (
  token_hash BLOB NOT NULL PRIMARY KEY,
  user_id INTEGER NOT NULL REFERENCES users (id),
  created_at INTEGER NOT NULL,
  last_seen_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_by_user ON sessions (user_id);

-- subject: keyed hash of a user name or of an address, so that no address of a person is kept.
CREATE TABLE login_attempts (
  subject BLOB NOT NULL PRIMARY KEY,
  failures INTEGER NOT NULL,
  last_at INTEGER NOT NULL,
  blocked_until INTEGER NOT NULL
) STRICT;

-- Every look of staff at personal data.
CREATE TABLE looks (
  id INTEGER NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  case_id INTEGER NOT NULL REFERENCES cases (id),
  what TEXT NOT NULL
) STRICT;
CREATE INDEX looks_by_case ON looks (case_id);
