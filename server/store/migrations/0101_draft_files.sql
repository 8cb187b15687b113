-- Files of comments on drafts, and the documents that stand behind a draft: attachments as those of cases are. What belongs to
-- nothing yet waits as before (expires_at).
ALTER TABLE attachments ADD COLUMN draft_id INTEGER REFERENCES drafts (id);
ALTER TABLE attachments ADD COLUMN draft_comment_id INTEGER REFERENCES draft_comments (id);
CREATE INDEX attachments_by_draft ON attachments (draft_id, position) WHERE draft_id IS NOT NULL;
CREATE INDEX attachments_by_draft_comment ON attachments (draft_comment_id, position) WHERE draft_comment_id IS NOT NULL;

-- Whether the public reads the files of a published comment too: a moderator's word.
ALTER TABLE draft_comments ADD COLUMN files_shown INTEGER NOT NULL DEFAULT 0;
-- What the issued page counts.
CREATE INDEX draft_comments_by_group ON draft_comments (draft_id, commenter_group);
