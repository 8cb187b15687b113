-- The clock of each open case (shared/cases/case_clock.h); a case without one is not open. next_at: when its next alarm
-- is due; nothing while the citizen is waited for, or when all was told.
CREATE TABLE case_clocks (
  case_id INTEGER NOT NULL PRIMARY KEY REFERENCES cases (id),
  started_at INTEGER NOT NULL,
  days INTEGER NOT NULL,
  due_on INTEGER NOT NULL,
  legal_on INTEGER NOT NULL,
  told INTEGER NOT NULL,
  first_reply_due INTEGER NOT NULL,
  waiting_since INTEGER,
  next_at INTEGER
) STRICT;
CREATE INDEX case_clocks_by_time ON case_clocks (next_at) WHERE next_at IS NOT NULL;
