// When each job runs next, so that a restart neither forgets a job nor runs it again.
#pragma once

#include <string_view>

#include "server/store/database.h"
#include "shared/base/time.h"

namespace hamandish::server {

// Zero if the job has never run.
Result<Instant> next_run(Reader& reader, std::string_view job);
// `error`: what went wrong, for the administrator, or empty.
Result<void> note_run(Transaction& transaction, std::string_view job, Instant now, Instant next,
                      std::string_view error);

}  // namespace hamandish::server
