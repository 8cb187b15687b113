-- Parts of long SMS that a gateway hands over one by one: held until all of them are there or one has been late for too
-- long. joined_at: the message that they make was taken in; the row stays for a while, so that the same part pushed again
-- is known.
CREATE TABLE sms_parts (
  id INTEGER NOT NULL PRIMARY KEY,
  source TEXT NOT NULL,
  source_id TEXT NOT NULL,
  sender TEXT NOT NULL,
  recipient TEXT NOT NULL,
  ref TEXT NOT NULL,
  total INTEGER NOT NULL,
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  joined_at INTEGER
) STRICT;
CREATE UNIQUE INDEX sms_parts_once ON sms_parts (source, source_id);
CREATE INDEX sms_parts_of_message ON sms_parts (source, sender, ref, total, recipient, number);
CREATE INDEX sms_parts_waiting ON sms_parts (received_at) WHERE joined_at IS NULL;
CREATE INDEX sms_parts_joined ON sms_parts (joined_at) WHERE joined_at IS NOT NULL;

-- What belongs to no case and was never answered: staff look through it.
CREATE INDEX inbound_kept ON inbound (id) WHERE case_id IS NULL AND outcome IN ('automatic', 'too_many', 'blank');

-- What search finds a case by beside its own words: transcripts and what the citizen said later. As the index was given
-- it, for it can only be taken out again word for word.
CREATE TABLE case_further_words (
  case_id INTEGER NOT NULL PRIMARY KEY REFERENCES cases (id),
  words TEXT NOT NULL
) STRICT;
