// What the reports that are computed on demand read: messages as they arrived, and counts about drafts and comments.
// Never names and never words, but the place that a complaint tells of.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "server/store/database.h"
#include "shared/consultations/disposition.h"
#include "shared/reports/message_reports.h"

namespace hamandish::server {

struct IdRange {
  std::int64_t first = 0;
  std::int64_t after = 0;
};

// Of all kinds; sender and place stay empty.
Result<void> each_message(Reader& reader, const IdRange& ids, const std::function<void(const ReceivedMessage&)>& each);
Result<void> each_complaint(Reader& reader, const IdRange& ids,
                            const std::function<void(const ReceivedMessage&)>& each);
// Of all complaints, and the complaints of one tag.
Result<std::map<std::string, std::int64_t>> complaint_tags(Reader& reader, const IdRange& ids);

Result<std::set<std::int64_t>> complaints_with_tag(Reader& reader, const IdRange& ids, std::string_view tag);

struct Period {
  Instant from;
  Instant to;
};

// Of all groups of comments on a draft.
Result<DispositionCounts> draft_outcomes(Reader& reader, std::int64_t draft_id);
// Comments on a draft in that time, by wire name of the group.
Result<std::map<std::string, std::int64_t>> draft_comments_by_group(Reader& reader, std::int64_t draft_id,
                                                                    const Period& period);

struct Share {
  std::int64_t all = 0;
  std::int64_t part = 0;
};
// Published comments of people on news, and those of them that were answered.
Result<Share> news_comments_answered(Reader& reader, const Period& period);
// Ratings, and the sum of their scores.
Result<Share> ratings_between(Reader& reader, const Period& period);

}  // namespace hamandish::server
