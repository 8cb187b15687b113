// Answers to surveys, who has answered, files among the answers.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/store/database.h"
#include "server/store/surveys_store.h"
#include "shared/forms/field.h"

namespace hamandish::server {

struct SurveyResponseRow {
  std::int64_t id = 0;  // given by insert_survey_response
  std::int64_t survey_id = 0;
  std::int64_t form = 0;
  Instant at;  // of an anonymous survey: the beginning of the day
  std::string unit_id;
  std::string service_id;
  std::optional<std::int64_t> case_id;
  std::optional<std::int64_t> link;
  std::string request_key;  // bytes
};
// Gives the id; raises the survey's count of answers.
Result<std::int64_t> insert_survey_response(Transaction& transaction, const SurveyResponseRow& row,
                                            const Answers& answers);
// Whether a response came under this key.
Result<bool> has_survey_request(Reader& reader, std::string_view request_key);

// False if it is there already.
Result<bool> insert_survey_pass(Transaction& transaction, std::int64_t survey_id, std::string_view pass);
Result<bool> has_survey_pass(Reader& reader, std::int64_t survey_id, std::string_view pass);
Result<void> insert_survey_receipt(Transaction& transaction, std::int64_t survey_id, std::string_view code_hash);
Result<bool> has_survey_receipt(Reader& reader, std::int64_t survey_id, std::string_view code_hash);

struct CrossCount {
  std::string row;
  std::string column;
  std::int64_t count = 0;
};
// How often each pair of answers stands in one response that the filter leaves.
Result<std::vector<CrossCount>> cross_counts(Reader& reader, std::int64_t survey_id, std::string_view row_slot,
                                             std::string_view column_slot, const SurveyFilter& filter);

struct SurveyText {
  std::int64_t response_id = 0;
  Instant at;
  std::string unit_id;
  std::string service_id;
  std::string text;
};
// Those that the filter leaves, the newest first, below `before` (0: from the newest), until `each` returns false.
Result<void> survey_texts(Reader& reader, std::int64_t survey_id, std::string_view slot, std::int64_t before,
                          const SurveyFilter& filter, const std::function<bool(const SurveyText&)>& each);

// Every response in order with its answers.
Result<void> each_survey_response(Reader& reader, std::int64_t survey_id,
                                  const std::function<void(const SurveyResponseRow&, const Answers&)>& each);

struct SurveyFileRow {
  std::string id;
  std::int64_t survey_id = 0;
  std::string file_name;
  std::string mime;
  std::string content;
};
Result<void> insert_survey_file(Transaction& transaction, const SurveyFileRow& row, Instant expires_at);
Result<bool> survey_file_waits(Reader& reader, std::int64_t survey_id, std::string_view id);
Result<std::int64_t> waiting_survey_bytes(Reader& reader);
Result<void> keep_survey_file(Transaction& transaction, std::string_view id, std::int64_t response_id);
// Only files of a response.
Result<std::optional<SurveyFileRow>> survey_file(Reader& reader, std::int64_t survey_id, std::string_view id);
Result<void> delete_expired_survey_files(Transaction& transaction, Instant now);

}  // namespace hamandish::server
