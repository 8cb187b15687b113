-- The operator's work. caller_numbers: of who called from a number that takes no SMS; a mobile stands in the case.
CREATE TABLE caller_numbers (
  case_id INTEGER NOT NULL PRIMARY KEY REFERENCES cases (id),
  number TEXT NOT NULL
) STRICT;
CREATE INDEX caller_numbers_by_number ON caller_numbers (number, case_id);

-- What is to be said to a citizen by telephone, as the outbox holds what is to be sent. once: as there.
CREATE TABLE callbacks (
  id INTEGER NOT NULL PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  number TEXT NOT NULL,
  cause TEXT NOT NULL,
  text TEXT NOT NULL,
  once TEXT,
  created_at INTEGER NOT NULL,
  not_before INTEGER NOT NULL,
  state TEXT NOT NULL,
  tries INTEGER NOT NULL,
  outcome TEXT,
  settled_at INTEGER,
  user_id INTEGER REFERENCES users (id)
) STRICT;
CREATE UNIQUE INDEX callbacks_once ON callbacks (once) WHERE once IS NOT NULL;
CREATE INDEX callbacks_open ON callbacks (not_before) WHERE state = 'open';
CREATE INDEX callbacks_by_case ON callbacks (case_id);

-- A recorded message. peaks: loudness along its time, one ASCII letter for each piece (server/channels/waveform.h).
CREATE TABLE recordings (
  attachment_id TEXT NOT NULL PRIMARY KEY REFERENCES attachments (id) ON DELETE CASCADE,
  peaks TEXT NOT NULL,
  seconds INTEGER NOT NULL,
  transcribed_at INTEGER
) STRICT;
CREATE INDEX recordings_unwritten ON recordings (attachment_id) WHERE transcribed_at IS NULL;

-- By which way the citizen of this case wants to hear of it: sms, email or none. Without a row: as the case came.
CREATE TABLE notice_choices (
  case_id INTEGER NOT NULL PRIMARY KEY REFERENCES cases (id),
  channel TEXT NOT NULL,
  address TEXT,
  at INTEGER NOT NULL
) STRICT;

-- What the gateway said last of the account, in its own unit of money.
ALTER TABLE channel_states ADD COLUMN balance INTEGER;
