-- Full-text search, SQLite's own way; another database has another 0002. Only text::index_key goes in, whose words are
-- letters, digits and spaces: the tokenizer has nothing left to fold, and `ascii` keeps every other letter as it is.
-- No positions and no sizes (detail, columnsize): nothing ranks, and the index is half as large.
CREATE VIRTUAL TABLE case_words USING fts5 (
  words,
  content = '',
  columnsize = 0,
  detail = none,
  tokenize = 'ascii'
);
