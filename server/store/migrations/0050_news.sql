-- News and information (shared/news). Times are milliseconds. A published item whose publish_at lies ahead is scheduled.

CREATE TABLE news (
  id INTEGER NOT NULL PRIMARY KEY,
  version INTEGER NOT NULL,
  state TEXT NOT NULL,
  category TEXT NOT NULL,
  title TEXT NOT NULL,
  slug TEXT,
  summary TEXT NOT NULL,
  body TEXT NOT NULL,
  comment_rule TEXT NOT NULL,
  pinned INTEGER NOT NULL,
  publish_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- Counts of what the public sees, kept with every change.
  comment_count INTEGER NOT NULL,
  useful_yes INTEGER NOT NULL,
  useful_no INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX news_by_slug ON news (slug);
CREATE INDEX news_in_order ON news (state, pinned, publish_at, id);
CREATE INDEX news_of_category ON news (state, category, pinned, publish_at, id);

-- «Was this useful»: once per device. device: hash of what its cookie holds.
CREATE TABLE news_votes (
  news_id INTEGER NOT NULL REFERENCES news (id),
  device BLOB NOT NULL,
  useful INTEGER NOT NULL,
  at INTEGER NOT NULL,
  PRIMARY KEY (news_id, device)
) STRICT;
