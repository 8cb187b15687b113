-- «Was this useful», for the digest of a period.
CREATE INDEX news_votes_in_time ON news_votes (at, news_id, useful);
