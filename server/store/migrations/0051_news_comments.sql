-- What people say about news, and what is answered. parent_id: the comment it answers, one level deep. official: written by
-- staff in the organisation's name, without a code.

CREATE TABLE news_comments (
  id INTEGER NOT NULL PRIMARY KEY,
  news_id INTEGER NOT NULL REFERENCES news (id),
  parent_id INTEGER REFERENCES news_comments (id),
  official INTEGER NOT NULL,
  user_id INTEGER REFERENCES users (id),
  tracking_code TEXT,
  request_key BLOB,
  at INTEGER NOT NULL,
  author TEXT,
  body TEXT NOT NULL,
  state TEXT NOT NULL,
  verdict_reason TEXT,
  tone TEXT,
  answered_at INTEGER
) STRICT;
CREATE UNIQUE INDEX news_comments_by_code ON news_comments (tracking_code);
CREATE UNIQUE INDEX news_comments_by_request ON news_comments (request_key);
CREATE INDEX news_comments_of_item ON news_comments (news_id, parent_id, state, id);
CREATE INDEX news_comments_of_parent ON news_comments (parent_id, state, id);
CREATE INDEX news_comments_counted ON news_comments (news_id, official, state);
-- Queues of public relations, and the digest of a period.
CREATE INDEX news_comments_queue ON news_comments (official, state, id);
CREATE INDEX news_comments_in_time ON news_comments (official, at, id);

CREATE TABLE news_comment_tags (
  comment_id INTEGER NOT NULL REFERENCES news_comments (id),
  tag TEXT NOT NULL,
  PRIMARY KEY (comment_id, tag)
) STRICT;
CREATE INDEX news_comment_tags_by_tag ON news_comment_tags (tag, comment_id);
