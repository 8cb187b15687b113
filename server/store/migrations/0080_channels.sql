-- Every channel in one case file: what became of messages that went out, and what came in.

-- trying_at: given to a gateway at that time and not answered for yet; a crash in between leaves it standing, and the
-- gateway is asked before the message is sent again. delivery: what the gateway said last (server/store/outbox_store.h).
-- message_id: of e-mail, made at the first try and kept, so that a second copy can be recognised as one.
ALTER TABLE outbox ADD COLUMN gateway TEXT;
ALTER TABLE outbox ADD COLUMN gateway_id TEXT;
ALTER TABLE outbox ADD COLUMN delivery TEXT;
ALTER TABLE outbox ADD COLUMN delivery_at INTEGER;
ALTER TABLE outbox ADD COLUMN parts INTEGER;
ALTER TABLE outbox ADD COLUMN problem TEXT;
ALTER TABLE outbox ADD COLUMN trying_at INTEGER;
ALTER TABLE outbox ADD COLUMN message_id TEXT;
CREATE INDEX outbox_by_gateway_id ON outbox (gateway, gateway_id) WHERE gateway_id IS NOT NULL;
CREATE INDEX outbox_by_message_id ON outbox (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX outbox_on_the_way ON outbox (settled_at) WHERE delivery = 'accepted';
CREATE INDEX outbox_dead ON outbox (id) WHERE state = 'failed';

-- Whatever a channel brought, taken once: (source, source_id) is what the gateway or the mail says of it. outcome: what
-- was done with it (server/store/inbound.h).
CREATE TABLE inbound (
  id INTEGER NOT NULL PRIMARY KEY,
  channel TEXT NOT NULL,
  source TEXT NOT NULL,
  source_id TEXT NOT NULL,
  received_at INTEGER NOT NULL,
  sender TEXT NOT NULL,
  recipient TEXT,
  subject TEXT,
  text TEXT NOT NULL,
  quoted TEXT,
  outcome TEXT NOT NULL,
  case_id INTEGER REFERENCES cases (id),
  message_id TEXT
) STRICT;
CREATE UNIQUE INDEX inbound_once ON inbound (source, source_id);
CREATE INDEX inbound_by_sender ON inbound (sender, received_at);
CREATE INDEX inbound_by_case ON inbound (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX inbound_by_message_id ON inbound (message_id) WHERE message_id IS NOT NULL;

-- As it came, byte for byte.
CREATE TABLE inbound_raw (
  inbound_id INTEGER NOT NULL PRIMARY KEY REFERENCES inbound (id),
  content BLOB NOT NULL
) STRICT;

-- Who wants no notices by SMS.
CREATE TABLE sms_stopped (
  mobile TEXT NOT NULL PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT;

-- One row for each gateway and mailbox. cursor: how far a mailbox or a gateway's inbox was read.
CREATE TABLE channel_states (
  name TEXT NOT NULL PRIMARY KEY,
  paused INTEGER NOT NULL,
  last_success INTEGER,
  last_failure INTEGER,
  failures INTEGER NOT NULL,
  problem TEXT,
  cursor TEXT
) STRICT;
