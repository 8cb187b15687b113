-- trying_with: the gateway that may have the message although nobody said so (trying_at is since when); until that is
-- known no other one is given it. first_try_at: patience counts from there, not from when the message was written.
ALTER TABLE outbox ADD COLUMN trying_with TEXT;
ALTER TABLE outbox ADD COLUMN first_try_at INTEGER;
CREATE INDEX outbox_news ON outbox (gateway, id) WHERE delivery = 'accepted';
DROP INDEX outbox_on_the_way;
