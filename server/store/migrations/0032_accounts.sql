-- Accounts: a password that must be changed, the second factor, and what a person sees of the own sessions.
ALTER TABLE users ADD COLUMN must_change INTEGER NOT NULL DEFAULT 0;
-- Secret of the second factor; pending until the first code was typed. totp_step: the last time step that was used, so
-- that a code works once.
ALTER TABLE users ADD COLUMN totp_secret BLOB;
ALTER TABLE users ADD COLUMN totp_pending BLOB;
ALTER TABLE users ADD COLUMN totp_step INTEGER NOT NULL DEFAULT 0;

-- For who has lost the telephone; each works once. Only hashes.
CREATE TABLE recovery_codes (
  user_id INTEGER NOT NULL REFERENCES users (id),
  hash BLOB NOT NULL,
  PRIMARY KEY (user_id, hash)
) STRICT;

ALTER TABLE sessions ADD COLUMN client TEXT NOT NULL DEFAULT '';
