// The cases behind a figure of the reports about messages (complaints, channels, promises), as far as a reader may see them.
// Not for server/http: reports_service.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "server/store/database.h"
#include "shared/directory/profile.h"
#include "shared/reports/document.h"
#include "shared/reports/message_figures.h"
#include "shared/users/permissions.h"

namespace hamandish::server {

inline constexpr std::size_t kMostCounted = 500;

struct CountedMessages {
  ReportTable table;              // at most kMostCounted rows
  std::vector<std::int64_t> ids;  // of the rows
  std::int64_t others = 0;        // that count too, in units that the reader does not see
  std::int64_t more = 0;          // readable ones beyond the limit
};
// NotFound if the report has no such figure.
Result<CountedMessages> counted_messages(Reader& reader, const Profile& profile, const Actor& actor,
                                         const MessageFigure& figure, Day today);

}  // namespace hamandish::server
