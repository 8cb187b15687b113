-- A sum over all rows of each table (server/store/sqlite_seals.h); another database has another 0033.
CREATE TABLE seals (
  name TEXT NOT NULL PRIMARY KEY,
  sum BLOB NOT NULL,
  row_count INTEGER NOT NULL
) STRICT;
