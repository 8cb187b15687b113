-- What the public does not read of a published comment: passages of its texts, each in a line of its own. The comment itself
-- stays as it was written.
ALTER TABLE draft_comments ADD COLUMN redacted TEXT;
