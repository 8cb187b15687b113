-- Reports. Figures of a month come from events by their time; registrations are found by the ids of the cases, so the
-- registration of a case writes nothing here.
CREATE INDEX case_events_by_time ON case_events (at, case_id) WHERE kind <> 'registered';
CREATE INDEX case_events_rated ON case_events (at, case_id) WHERE kind = 'rated';

-- The deadline of a case was another one until this moment: with it a report of a past month sees what held then.
CREATE TABLE case_due_moves (
  id INTEGER NOT NULL PRIMARY KEY,
  case_id INTEGER NOT NULL REFERENCES cases (id),
  at INTEGER NOT NULL,
  due_before INTEGER NOT NULL
) STRICT;
CREATE INDEX case_due_moves_by_time ON case_due_moves (at, case_id);

-- Reports as they were made; a correction is a further version. user_id: nothing when the server made it by itself.
-- figures: to compare with; document: what is shown, both JSON. profile_version: whose calendar and units were used.
CREATE TABLE stored_reports (
  name TEXT NOT NULL,
  month TEXT NOT NULL,
  version INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  user_id INTEGER REFERENCES users (id),
  reason TEXT,
  profile_version INTEGER NOT NULL,
  figures TEXT NOT NULL,
  document TEXT NOT NULL,
  PRIMARY KEY (name, month, version)
) STRICT;
CREATE TRIGGER stored_reports_stay_as_they_are BEFORE UPDATE ON stored_reports
BEGIN
  SELECT RAISE(ABORT, 'reports are never changed');
END;
CREATE TRIGGER stored_reports_stay BEFORE DELETE ON stored_reports
BEGIN
  SELECT RAISE(ABORT, 'reports are never deleted');
END;

-- Who of the staff has opened which stored report: what is new stands first until then.
CREATE TABLE report_looks (
  user_id INTEGER NOT NULL REFERENCES users (id),
  name TEXT NOT NULL,
  month TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (user_id, name, month, version)
) STRICT;
