// What belongs to the work on a case beside the case itself: units asked in parallel, tags, a draft of the answer, links
// to other cases, and the saved filters of the inbox.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "shared/base/time.h"

namespace hamandish::server {

struct ConsultationRow {
  std::string unit_id;
  Instant asked_at;
  Day due_on;
  bool advised = false;
};
// In the order of asking.
Result<std::vector<ConsultationRow>> consultations_of(Reader& reader, std::int64_t case_id);
Result<void> insert_consultation(Transaction& transaction, std::int64_t case_id, const ConsultationRow& row);
// `unit_id` empty: of all units. Gives how many were open.
Result<std::int64_t> end_consultations(Transaction& transaction, std::int64_t case_id, std::string_view unit_id,
                                       Instant now);

Result<std::vector<std::string>> tags_of(Reader& reader, std::int64_t case_id);
// False if the case has the tag already, or has it not.
Result<bool> insert_tag(Transaction& transaction, std::int64_t case_id, std::string_view tag);
Result<bool> delete_tag(Transaction& transaction, std::int64_t case_id, std::string_view tag);

struct AnswerDraftRow {
  std::string unit_id;
  std::int64_t user_id = 0;
  std::string user_name;  // read only
  Instant written_at;
  std::string text;
};
Result<std::optional<AnswerDraftRow>> draft_of(Reader& reader, std::int64_t case_id);
// Takes the place of the one before.
Result<void> put_draft(Transaction& transaction, std::int64_t case_id, const AnswerDraftRow& row);
Result<bool> delete_draft(Transaction& transaction, std::int64_t case_id);

struct LinkRow {
  std::int64_t other_id = 0;
  std::string relation;
  std::string unit_id;  // of the other case, read only like what follows
  std::string tracking_code;
  std::string subject;
};
Result<std::vector<LinkRow>> links_of(Reader& reader, std::int64_t case_id);
// In both directions; a link that is there already stays.
struct NewLink {
  std::int64_t case_id = 0;
  std::int64_t other_id = 0;
  std::string_view relation;
  std::string_view back;  // as the other case sees it
};
Result<void> insert_link(Transaction& transaction, const NewLink& link);

struct FilterRow {
  std::int64_t id = 0;
  std::string name;
  std::string query;
};
Result<std::vector<FilterRow>> filters_of(Reader& reader, std::int64_t user_id);
Result<void> insert_filter(Transaction& transaction, std::int64_t user_id, std::string_view name,
                           std::string_view query);
// False if the user has no such filter.
Result<bool> delete_filter(Transaction& transaction, std::int64_t user_id, std::int64_t id);

}  // namespace hamandish::server
