// The database in one file of SQLite. Exactly one connection writes and checkpoints, on one thread, and takes all
// waiting jobs into one commit (WAL, synchronous=FULL: an answered write survives a power cut); readers are read-only.
#pragma once

#include <memory>
#include <string>

#include "server/store/database.h"

namespace hamandish::server {

struct SqliteOptions {
  std::string file;     // made if missing, with its directory; brought to the newest schema
  int readers = 4;      // connections for reading; further callers wait
  bool server = false;  // this process will serve: fails if another one serves the same file
};

// The first process that opens a file holds `file`.lock and alone checkpoints; further ones (`hamandish user add`
// beside a running server) write without checkpointing, for SQLite before 3.51.3 can corrupt a WAL when two do both.
// Unavailable if the file cannot be opened, is served by another process, or a migration fails; internal if it was made
// by a newer version.
Result<std::unique_ptr<Database>> open_sqlite(const SqliteOptions& options);

// Puts a backup in place of `file`. Unavailable if another process has it open. The backup is checked first; the former
// database stays as `file`.before-restore. Nothing has changed if this fails.
Result<void> restore_sqlite(const std::string& backup, const std::string& file);

}  // namespace hamandish::server
