-- Full-text search over what the public reads, SQLite's own way; another database has another 0100. Only text::index_key goes
-- in (see 0002). rowid: server/store/public_texts_store.cpp. The words of a title stand apart, because they are asked first.
CREATE VIRTUAL TABLE public_words USING fts5 (
  title,
  words,
  columnsize = 0,
  detail = column,
  tokenize = 'ascii'
);
