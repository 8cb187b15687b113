-- Experts and bodies that were asked for their word on a draft, each with a link of their own. token: SHA-256 of what the link
-- holds; the link itself stands in the message alone. comment_id: the first comment that came by it.
CREATE TABLE draft_invitations (
  id INTEGER NOT NULL PRIMARY KEY,
  draft_id INTEGER NOT NULL REFERENCES drafts (id),
  token BLOB NOT NULL,
  commenter_group TEXT NOT NULL,
  name TEXT NOT NULL,
  channel TEXT NOT NULL,
  address TEXT NOT NULL,
  user_id INTEGER NOT NULL REFERENCES users (id),
  at INTEGER NOT NULL,
  opened_at INTEGER,
  comment_id INTEGER REFERENCES draft_comments (id)
) STRICT;
CREATE UNIQUE INDEX draft_invitations_by_token ON draft_invitations (token);
CREATE UNIQUE INDEX draft_invitations_once ON draft_invitations (draft_id, address);
CREATE INDEX draft_invitations_by_draft ON draft_invitations (draft_id, id);
CREATE INDEX draft_invitations_by_comment ON draft_invitations (comment_id) WHERE comment_id IS NOT NULL;
