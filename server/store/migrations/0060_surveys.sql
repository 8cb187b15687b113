-- Surveys (shared/surveys). Times are milliseconds, days count from 1970-01-01. What identifies a person, if it is kept at all,
-- stands in survey_responses; of an anonymous survey only the day of an answer does.

CREATE TABLE surveys (
  id INTEGER NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  -- The form that is being written, as JSON; what people answer stands in survey_forms.
  content TEXT NOT NULL,
  rules TEXT NOT NULL,
  form INTEGER NOT NULL,
  answers INTEGER NOT NULL,
  links INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  opened_at INTEGER,
  closed_at INTEGER
) STRICT;
CREATE INDEX surveys_by_state ON surveys (state, id);

-- A form that was opened is never changed: a changed one is a new row.
CREATE TABLE survey_forms (
  survey_id INTEGER NOT NULL REFERENCES surveys (id),
  number INTEGER NOT NULL,
  content TEXT NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (survey_id, number)
) STRICT;

CREATE TABLE survey_responses (
  id INTEGER NOT NULL PRIMARY KEY,
  survey_id INTEGER NOT NULL REFERENCES surveys (id),
  form INTEGER NOT NULL,
  at INTEGER NOT NULL,
  unit_id TEXT,
  service_id TEXT,
  -- Nothing in an anonymous survey: the case or the number of the personal link that it came by.
  case_id INTEGER,
  link INTEGER,
  request_key BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX survey_responses_by_request ON survey_responses (request_key);
CREATE INDEX survey_responses_of ON survey_responses (survey_id, id);

CREATE TABLE survey_answers (
  survey_id INTEGER NOT NULL,
  slot TEXT NOT NULL,
  response_id INTEGER NOT NULL REFERENCES survey_responses (id),
  value TEXT NOT NULL,
  PRIMARY KEY (survey_id, slot, response_id)
) STRICT;
CREATE INDEX survey_answers_of ON survey_answers (response_id, slot, value);

-- Counts, kept with every answer. The sum over everything is the row with day 0 and empty unit and service.
CREATE TABLE survey_tallies (
  survey_id INTEGER NOT NULL,
  day INTEGER NOT NULL,
  unit_id TEXT NOT NULL,
  service_id TEXT NOT NULL,
  slot TEXT NOT NULL,
  value TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (survey_id, day, unit_id, service_id, slot, value)
) STRICT;

-- Who has answered, and which codes were given out: a ballot box. Hashes under random ids, so that not even the order of the
-- rows leads from a device to an answer.
CREATE TABLE survey_passes (
  id INTEGER NOT NULL PRIMARY KEY,
  survey_id INTEGER NOT NULL,
  pass BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX survey_passes_of ON survey_passes (survey_id, pass);
CREATE TABLE survey_receipts (
  id INTEGER NOT NULL PRIMARY KEY,
  survey_id INTEGER NOT NULL,
  code BLOB NOT NULL
) STRICT;
CREATE UNIQUE INDEX survey_receipts_of ON survey_receipts (survey_id, code);

-- Files among the answers. Without a response they wait for one and are deleted when their time is over.
CREATE TABLE survey_files (
  id TEXT NOT NULL PRIMARY KEY,
  survey_id INTEGER NOT NULL REFERENCES surveys (id),
  response_id INTEGER REFERENCES survey_responses (id),
  file_name TEXT NOT NULL,
  mime TEXT NOT NULL,
  content BLOB NOT NULL,
  expires_at INTEGER
) STRICT;
CREATE INDEX survey_files_of ON survey_files (response_id);
CREATE INDEX survey_files_of_survey ON survey_files (survey_id);
CREATE INDEX survey_files_expiring ON survey_files (expires_at);
